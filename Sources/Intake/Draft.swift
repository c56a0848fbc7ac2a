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
  /// The row itself, where nothing has been said yet of the regions that it names.
  var source: Source?
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

/// A record with the row it was read from, so that a later check can name its cells.
struct Entry<Record: Keyed>: Sendable {
  var record: Record
  /// nil for a record that stays in force from an earlier version of its file.
  var source: Source?
}

/// A row: the number of its file, of the table in it, and of the row in that.
struct Source: Hashable, Sendable {
  var file: Int
  var table: Int
  var row: Int
}

/// The records of a file, read on their own, before they meet those of other files.
struct Draft: Sendable {
  var regions: [Entry<Region>] = []
  var links: [Entry<Link>] = []
  var offers: [Entry<Offer>] = []
  var proposals: [Entry<Proposal>] = []
  /// What the rows of its regions tables call their regions, bad rows too.
  var names: [RegionNames] = []
  var bad: [BadRow] = []
  var findings: [Finding] = []
  /// The kinds of which something cannot be told even by its key, so that what was good stays.
  var unclear: Set<RecordKind> = []

  private let number: Int
  private let money: MoneyRules

  /// The regions of a file: only when those of all files are known can the other records be read, which name them.
  ///
  /// - Parameter number: the file's place in the list it stands in.
  init(regionsOf opened: OpenedFile, number: Int, _ money: MoneyRules) {
    self.number = number
    self.money = money
    findings = opened.findings
    unclear = opened.isUnreadable ? Set(RecordKind.allCases) : opened.unclear
    read([.regions], of: opened, RegionsKnown())
  }

  /// The draft with the offers, proposals and links of the same file.
  func with(recordsOf opened: OpenedFile, _ regions: RegionsKnown) -> Draft {
    var whole = self
    whole.read([.links, .offers, .proposals], of: opened, regions)
    return whole
  }

  private mutating func read(
    _ kinds: Set<RecordKind>, of opened: OpenedFile, _ regions: RegionsKnown
  ) {
    for (index, table) in opened.tables.enumerated() where kinds.contains(table.kind) {
      guard !table.isRefused else {
        unclear.insert(table.kind)
        unclear.formUnion(table.mayBe)
        continue
      }
      let whole = TableReader(table, money, regions)
      for (rowIndex, row) in table.rows.enumerated() {
        let reader = RowReader(whole, row)
        let source = Source(file: number, table: index, row: rowIndex)
        switch table.kind {
        case .regions:
          if let named = reader.regionNames() { names.append(named) }
          take(reader, Region.read, source, \.regions)
        case .links: take(reader, Link.read, source, \.links)
        case .offers: take(reader, Offer.read, source, \.offers)
        case .proposals: take(reader, Proposal.read, source, \.proposals)
        case .policy: break
        }
        // The rows that it swallowed cannot even be named.
        if row.fault == .unclosedQuote { unclear.insert(table.kind) }
      }
    }
  }

  private mutating func take<Record>(
    _ reader: RowReader, _ read: (RowReader) -> ReadRow<Record>, _ source: Source,
    _ list: WritableKeyPath<Draft, [Entry<Record>]>
  ) {
    let row = read(reader)
    findings += row.findings(of: reader, read)
    if let record = row.record {
      self[keyPath: list].append(Entry(record: record, source: source))
    } else {
      bad.append(
        BadRow(kind: Record.kind, key: row.key, origin: row.origin, source: source))
      if row.key == nil { unclear.insert(Record.kind) }
    }
  }
}
