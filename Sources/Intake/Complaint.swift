import Records

/// What is wrong, apart from where: rows that fail for one cause have equal complaints and become one problem.
struct Complaint: Hashable, Sendable {
  var severity = Problem.Severity.problem
  var kind: String
  var en: String
  var zh: String
  var found: String?
  var allowed: String?
  /// What was meant instead of what was found, whole, so that it can stand in its place.
  var suggestion: String?

  func at(_ origin: Origin, others: [Origin] = []) -> Problem {
    var message = Bilingual(en: en, zh: zh)
    if let suggestion {
      message.en += "; did you mean `\(suggestion.shortened)`?"
      message.zh += "；是否应为“\(suggestion.shortened)”？"
    }
    return Problem(
      severity, kind: kind, at: origin, others: others, message: message, found: found,
      allowed: allowed, suggestion: suggestion)
  }
}

/// A complaint and its place, before equal ones are brought together.
struct Finding: Hashable, Sendable {
  var complaint: Complaint
  var origin: Origin
  /// Further places that belong to this one finding (the other row of a key given twice).
  var others: [Origin] = []
  /// Whether equal complaints of different files are one: a region that is not known is one cause wherever it stands.
  var acrossFiles = false

  var isProblem: Bool { complaint.severity == .problem }
}

private struct Cause: Hashable {
  var complaint: Complaint
  /// nil for a cause that reaches across files.
  var file: String?
}

extension [Finding] {
  /// One problem for each cause, with every place it shows, in the order of their places.
  func grouped() -> [Problem] {
    var places: [Cause: Set<Origin>] = [:]
    for finding in self {
      let cause = Cause(
        complaint: finding.complaint, file: finding.acrossFiles ? nil : finding.origin.file)
      places[cause, default: []].insert(finding.origin)
      places[cause, default: []].formUnion(finding.others)
    }
    return places.compactMap { cause, origins -> Problem? in
      let sorted = origins.sorted()
      guard let first = sorted.first else { return nil }
      return cause.complaint.at(first, others: [Origin](sorted.dropFirst()))
    }.sorted {
      ($0.origin, $0.kind, $0.message.en) < ($1.origin, $1.kind, $1.message.en)
    }
  }
}

/// Places inside a sentence.
extension Origin {
  var inEnglish: String { at.isEmpty ? file : file + " " + at }

  var inChinese: String {
    switch place {
    case .wholeFile: file
    case .row(let sheet, let row): "\(file) \(sheet.map { $0 + "!" } ?? "")第 \(row) 行"
    case .sheet, .cell: file + " " + at
    case .path(let path, let line): "\(file) \(path)（第 \(line) 行）"
    }
  }
}
