import Records

/// A record that has a key in its round.
protocol Keyed: Hashable, Sendable {
  /// As `inputs.json` writes it: `P7`, `CN-SX`, `CN-GD>CN-SX@2024`.
  var key: String { get }
  var origin: Origin { get set }
  static var kind: RecordKind { get }
}

extension Region: Keyed {
  var key: String { code.text }
  static var kind: RecordKind { .regions }
}

extension Offer: Keyed {
  var key: String { id.text }
  static var kind: RecordKind { .offers }
}

extension Proposal: Keyed {
  var key: String { id.text }
  static var kind: RecordKind { .proposals }
}

extension Link: Keyed {
  var key: String { Link.key(donor.text, recipient.text, year) }
  static var kind: RecordKind { .links }

  static func key(_ donor: String, _ recipient: String, _ year: Int?) -> String {
    donor + ">" + recipient + (year.map { "@\($0)" } ?? "")
  }
}

extension Keyed {
  /// Whether two records say the same, wherever they stand.
  func saysTheSame(as other: Self) -> Bool {
    var copy = other
    copy.origin = origin
    return copy == self
  }
}

/// A row that has a problem and is left out.
struct BadRow: Hashable, Sendable {
  var kind: RecordKind
  /// nil where it cannot be told.
  var key: String?
  var origin: Origin
}

/// What a row came to.
struct ReadRow<Record: Keyed> {
  /// nil where the row has a problem.
  var record: Record?
  /// nil where it cannot be told.
  var key: String?
  var findings: [Finding]
  var origin: Origin

  init(_ reader: RowReader, key: String?, record: () -> Record?) {
    findings = reader.findings
    origin = reader.origin
    self.key = key
    self.record = reader.isGood ? record() : nil
  }
}

/// The records of a file, read on their own, before they meet those of other files.
struct Draft: Sendable {
  var regions: [Region] = []
  var links: [Link] = []
  var offers: [Offer] = []
  var proposals: [Proposal] = []
  var bad: [BadRow] = []
  var findings: [Finding] = []
  /// The kinds of which something cannot be told even by its key, so that what was good stays.
  var unclear: Set<RecordKind> = []

  init() {}

  init(_ opened: OpenedFile, _ money: MoneyRules) {
    findings = opened.findings
    unclear = opened.isUnreadable ? Set(RecordKind.allCases) : opened.unclear
    for table in opened.tables where table.kind != .policy {
      guard !table.isRefused else {
        unclear.insert(table.kind)
        continue
      }
      for row in table.rows {
        let reader = RowReader(table, row, money)
        switch table.kind {
        case .regions: take(Region.read(reader), \.regions)
        case .links: take(Link.read(reader), \.links)
        case .offers: take(Offer.read(reader), \.offers)
        case .proposals: take(Proposal.read(reader), \.proposals)
        case .policy: break
        }
      }
    }
  }

  private mutating func take<Record>(
    _ row: ReadRow<Record>, _ list: WritableKeyPath<Draft, [Record]>
  ) {
    findings += row.findings
    if let record = row.record {
      self[keyPath: list].append(record)
    } else {
      bad.append(BadRow(kind: Record.kind, key: row.key, origin: row.origin))
      if row.key == nil { unclear.insert(Record.kind) }
    }
  }
}
