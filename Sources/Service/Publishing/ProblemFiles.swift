import Plans
import Records

/// `FILENAME.problems.txt` in a round's output folder: what a planner has to mend, file by file, in the round's language or both.
struct ProblemFiles: Sendable {
  static let suffix = ".problems.txt"

  var folder: RoundFolder
  var language: Policy.Language

  /// Writes the texts and removes those of files that are clean now.
  func replace(with problems: [ProblemCause]) throws(FileError) {
    let texts = ProblemFiles.texts(of: problems, in: language)
    for (name, text) in texts {
      try Files.replace(folder.path + "/" + name, with: Array(text.utf8), durable: false)
    }
    for name in try Files.list(folder.path)
    where name.hasSuffix(ProblemFiles.suffix) && texts[name] == nil {
      try Files.remove(folder.path + "/" + name)
    }
  }

  /// The texts by the names of their files. Notes alone make no text: they ask for nothing.
  static func texts(of causes: [ProblemCause], in language: Policy.Language) -> [String: String] {
    var byName: [String: [LocatedProblem]] = [:]
    for cause in causes { byName[name(for: cause.file), default: []] += cause.problems }
    return byName.compactMapValues { problems in
      let count = problems.count { $0.severity == .problem }
      guard count > 0 else { return nil }
      let notes = problems.count - count
      let head = words(
        "\(count) problem\(count == 1 ? "" : "s")\(notes > 0 ? ", \(notes) note(s)" : "")",
        "\(count) 个问题\(notes > 0 ? "，\(notes) 条提示" : "")", language)
      return ([head] + problems.map { paragraph($0, language) })
        .joined(separator: "\n\n") + "\n"
    }
  }

  private static func paragraph(_ problem: LocatedProblem, _ language: Policy.Language) -> String {
    let place = problem.at.isEmpty ? problem.file : problem.at
    var lines: [String] = []
    if language != .zh { lines.append("\(place): \(problem.message.en)") }
    if language != .en { lines.append("\(place)：\(problem.message.zh)") }
    func line(_ en: String, _ zh: String, _ text: String) {
      lines.append("  \(words(en, zh, language)): \(text)")
    }
    if let found = problem.found { line("found", "实际", found) }
    if let allowed = problem.allowed { line("allowed", "允许", allowed) }
    if let suggestion = problem.suggestion { line("did you mean", "是否应为", suggestion) }
    if !problem.others.isEmpty {
      line("also at", "另见", problem.others.joined(separator: "; "))
    }
    return lines.joined(separator: "\n")
  }

  private static func words(_ en: String, _ zh: String, _ language: Policy.Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    case .both: en + " / " + zh
    }
  }

  static func name(for file: String) -> String { FileNames.answer(to: file, ending: suffix) }
}
