/// The kind of table that a row of headers names.
struct KindMatch: Sendable {
  /// The kind, or the first of those that the header fits equally well.
  var kind: RecordKind
  /// How many of its columns are known.
  var known: Int
  /// Whether it names enough to be that kind beyond doubt.
  var isFull: Bool
  /// All kinds that the header fits equally well, where they are several.
  var rivals: [RecordKind] = []

  /// Which of the kinds is meant has to be asked.
  var isAmbiguous: Bool { !rivals.isEmpty }

  /// A kind with the columns that it knows in a header.
  private struct Candidate {
    var kind: RecordKind
    var columns: Set<Column>
    /// Where they stand, with its year columns.
    var indices: Set<Int>
    var hasYears = false
    /// Without columns such as remarks, which say nothing of the kind.
    var telling: Int { columns.count { $0 != .basis } }

    /// How many of the columns that its kind must have it lacks.
    var missing: Int {
      ColumnNames.of(kind).required.count { !columns.contains($0.column) }
        + (kind == .offers && !columns.contains(.amount) && !hasYears ? 1 : 0)
    }

    func has(_ column: Column) -> Bool { columns.contains(column) }
  }

  /// nil where no column of any kind is known.
  init?(headers: [Header]) {
    // In order of preference: `need` makes a proposal, money an offer, whatever else is there.
    let candidates = [RecordKind.proposals, .offers, .links, .policy, .regions]
      .map { KindMatch.candidate($0, headers) }.filter { !$0.columns.isEmpty }
    let most = candidates.map(\.telling).max() ?? 0
    let full = candidates.filter { KindMatch.isFull($0, most: most) }
    if let first = full.first {
      let others = full.dropFirst().filter { KindMatch.rivals(first, $0) }
      self.init(first, isFull: true, others)
      return
    }
    let equal = candidates.filter { $0.telling == most }
    let least = equal.map(\.missing).min() ?? 0
    guard let first = equal.first(where: { $0.missing == least }) else { return nil }
    let others = equal.filter {
      $0.kind != first.kind && ($0.missing == least || KindMatch.haveBothMoneys(first, $0))
    }
    // One name that several kinds have makes no header.
    self.init(first, isFull: false, most > 1 ? others : [])
  }

  private init(_ candidate: Candidate, isFull: Bool, _ others: [Candidate]) {
    kind = candidate.kind
    known = candidate.columns.count
    self.isFull = isFull
    let all = [candidate.kind] + others.map(\.kind)
    rivals = others.isEmpty ? [] : RecordKind.allCases.filter(all.contains)
  }

  /// The money of proposals and that of offers in one header.
  private static func haveBothMoneys(_ first: Candidate, _ second: Candidate) -> Bool {
    first.has(.need) && second.has(.amount) || first.has(.amount) && second.has(.need)
  }

  private static func candidate(_ kind: RecordKind, _ headers: [Header]) -> Candidate {
    let names = ColumnNames.of(kind)
    let takesYears = kind == .offers || kind == .proposals
    var candidate = Candidate(kind: kind, columns: [], indices: [])
    for (index, header) in headers.enumerated() {
      if let column = names.column(header.name) {
        candidate.columns.insert(column)
        candidate.indices.insert(index)
      } else if takesYears, header.year != nil {
        candidate.indices.insert(index)
        candidate.hasYears = true
      }
    }
    return candidate
  }

  private static func isFull(_ candidate: Candidate, most: Int) -> Bool {
    let has = candidate.has
    switch candidate.kind {
    case .proposals: return has(.need) && (has(.recipient) || has(.sector))
    case .offers: return has(.donor) && (has(.amount) || candidate.hasYears)
    case .policy: return has(.setting) && has(.value)
    // Links and regions ask for little, so that a table which knows more columns of another kind is that kind with a
    // column missing.
    case .links: return has(.donor) && has(.recipient) && candidate.telling >= most
    case .regions: return has(.code) && candidate.telling >= most
    }
  }

  /// Whether a header may as well be of a second kind: that kind reads as many columns, or the money of both stands there, and each reads one that the other does not.
  private static func rivals(_ first: Candidate, _ second: Candidate) -> Bool {
    (haveBothMoneys(first, second) || second.telling >= first.telling)
      && !first.indices.isSuperset(of: second.indices)
      && !second.indices.isSuperset(of: first.indices)
  }
}
