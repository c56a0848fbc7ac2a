import Records

/// Brings the records of one kind together: keys given twice, checks against the rest of the round, and what stays from the last good version.
struct KindAssembly<Record: Keyed> {
  /// In force, present ones first.
  var entries: [Entry<Record>] = []
  var findings: [Finding] = []
  /// Rows that are left out for what other rows say.
  var bad: [BadRow] = []
  /// Records that are in force, of each file by its number.
  var goodRows: [Int: Int] = [:]
  var stays: [Stay] = []

  /// - Parameters:
  ///   - present: good rows of the present files.
  ///   - badRows: of this kind, found before.
  ///   - unclearFiles: names of present files of which something of this kind cannot be told even by its key.
  ///   - former: the records in force, asked for only where something may stay.
  ///   - check: what is wrong with a record in its round; it is in force without a problem among that.
  init(
    present: [Entry<Record>], badRows: [BadRow], unclearFiles: Set<String>,
    former: () -> [String: Former.Kept<Record>], versionName: (Int) -> String,
    check: (Record, Source?) -> [Finding]
  ) {
    let keys = KeyGroups(present)
    let badPlaces = Dictionary(grouping: badRows.filter { $0.key != nil }, by: { $0.key ?? "" })
      .mapValues { $0.map(\.origin) }
    var isInForce = [Bool](repeating: false, count: present.count)
    for index in present.indices where !keys.isLater(index) {
      var inForce = index
      // A row with a problem says something else under this key, and the other is not preferred for being readable.
      let alsoBad = badPlaces.isEmpty ? [] : badPlaces[present[index].record.key] ?? []
      if let group = keys.group(index) ?? (alsoBad.isEmpty ? nil : [index]) {
        let ordered = group.sorted { present[$0].record.origin < present[$1].record.origin }
        let sorted = ordered.map { present[$0] }
        let first = sorted[0]
        let key = first.record.key
        inForce = ordered[0]
        let identical =
          alsoBad.isEmpty && sorted.allSatisfy { $0.record.saysTheSame(as: first.record) }
        let places = (sorted.map(\.record.origin) + alsoBad).sorted()
        findings.append(
          Finding(
            complaint: .givenTwice(Record.kind, key, places: places, identical: identical),
            origin: places[0], others: Array(places.dropFirst())))
        if !identical {
          leaveOut(sorted)
          continue
        }
      }
      let found = check(present[inForce].record, present[inForce].source)
      findings += found
      if found.contains(where: \.isProblem) {
        leaveOut((keys.group(index) ?? [index]).map { present[$0] })
      } else {
        isInForce[inForce] = true
        if let file = present[inForce].source?.file { goodRows[file, default: 0] += 1 }
      }
    }
    // Most rounds are good whole, and a hundred thousand records are not copied for nothing.
    entries =
      isInForce.allSatisfy(\.self)
      ? present : zip(present, isInForce).compactMap { $1 ? $0 : nil }
    let allBad = badRows + bad
    if !allBad.isEmpty || !unclearFiles.isEmpty {
      keepFormer(allBad, unclearFiles, former(), versionName, check)
    }
  }

  private mutating func leaveOut(_ group: [Entry<Record>]) {
    bad += group.map {
      BadRow(
        kind: Record.kind, key: $0.record.key, origin: $0.record.origin, source: nil)
    }
  }

  private mutating func keepFormer(
    _ badRows: [BadRow], _ unclearFiles: Set<String>, _ former: [String: Former.Kept<Record>],
    _ versionName: (Int) -> String, _ check: (Record, Source?) -> [Finding]
  ) {
    guard !former.isEmpty else { return }
    let good = Set(entries.map(\.record.key))
    var causes: [String: Set<String>] = [:]
    for row in badRows {
      if let key = row.key { causes[key, default: []].insert(row.origin.file) }
    }
    for (key, kept) in former.sorted(by: { $0.key < $1.key }) where !good.contains(key) {
      let name = versionName(kept.version)
      let file: String
      if let files = causes[key], let first = files.min() {
        file = files.contains(name) ? name : first
      } else if unclearFiles.contains(name) {
        file = name
      } else {
        continue
      }
      guard !check(kept.record, nil).contains(where: \.isProblem) else { continue }
      entries.append(Entry(record: kept.record, source: nil))
      stays.append(
        Stay(
          kind: Record.kind, key: key, version: kept.version, file: file,
          money: kept.record.moneyAtStake))
    }
  }
}

/// A record that stays in force from an earlier version.
struct Stay: Hashable, Sendable {
  var kind: RecordKind
  var key: String
  /// The number of the version that gave it.
  var version: Int
  /// The present file whose problem keeps it.
  var file: String
  /// M.
  var money: Double
}

extension Keyed {
  /// The money that a record offers or asks for, in M.
  var moneyAtStake: Double {
    switch self {
    case let offer as Offer where offer.instrument != .expertise:
      switch offer.amount {
      case .total(let total): total
      case .byYear(let years): years.keys.sorted().reduce(0) { $0 + (years[$1] ?? 0) }
      }
    case let proposal as Proposal: proposal.need
    default: 0
    }
  }
}
