import Records

/// A cell of a table or a value of a record in a document.
enum Cell: Hashable, Sendable {
  case blank
  /// As written, trimmed and not empty.
  case text(String)
  /// A list or a mapping, in documents only.
  case tree(Tree)
  /// Something that gives no value: an error of a formula. Workbooks only.
  indirect case fault(Complaint)
}

/// Records of one kind with equal columns, from a sheet or from a list in a document.
struct Table: Sendable {
  struct Row: Sendable {
    var place: Place
    var cells: TableCells
    /// The places of the cells where the row's does not tell them (documents).
    var places: [Place]
    private var wrong: Seldom<Complaint>

    init(place: Place, cells: TableCells, places: [Place] = [], fault: Complaint? = nil) {
      self.place = place
      self.cells = cells
      self.places = places
      wrong = Seldom(fault)
    }

    /// What makes the row unreadable whatever its cells say.
    var fault: Complaint? { wrong.value }
  }

  var file: String
  var sheet: String?
  /// The column that the first cell of every row stands in, from 1.
  var firstColumn = 1
  var layout: Layout
  var rows: [Row]
  var decimal = WrittenNumber.Decimal.point
  /// The kinds that its header fits equally well, where they are several: none can then be told from it.
  var mayBe: [RecordKind] = []
  /// What is wrong with the table itself; with a problem among it the table gives no records.
  var findings: [Finding] = []
  var kind: RecordKind { layout.kind }
  var isRefused: Bool { findings.contains(where: \.isProblem) }

  func origin(_ row: Row, _ column: Int?) -> Origin {
    guard let column else { return Origin(file: file, place: row.place) }
    if column < row.places.count { return Origin(file: file, place: row.places[column]) }
    if case .row(let sheet, let number) = row.place {
      return Origin(
        file: file, place: .cell(sheet: sheet, row: number, column: column + firstColumn))
    }
    return Origin(file: file, place: row.place)
  }
}

/// Which column of a table means what.
struct Layout: Sendable {
  var kind: RecordKind
  var headers: [Header]
  /// The index of each known column, -1 where the table has none.
  private var indices = [Int](repeating: -1, count: Column.allCases.count)
  var years: [(year: Int, index: Int)] = []
  /// Columns with a name that is not known.
  var unknown: [(name: String, index: Int)] = []
  /// Those of them that look like a known one, which a note or a problem of their own says.
  private(set) var nearMisses: Set<Int> = []
  /// Those of them whose every filled cell is a number.
  var extras: [(name: String, index: Int)] = []

  func index(of column: Column) -> Int? {
    let index = indices[column.rawValue]
    return index < 0 ? nil : index
  }

  /// Whether the column at an index is one of the kind's own, or a year.
  func isKnown(_ index: Int) -> Bool {
    indices.contains(index) || years.contains { $0.index == index }
  }

  func header(of column: Column) -> Header? { index(of: column).map { headers[$0] } }

  /// Whether the table speaks Chinese: its year columns then have Chinese headers too, as far as units go.
  var isChinese: Bool {
    Column.allCases.contains { header(of: $0)?.written.hasHan == true }
      || years.contains { headers[$0.index].written.hasHan }
  }

  /// - Parameters:
  ///   - places: of the headers.
  ///   - asksRequired: false where rows are asked one by one (documents).
  init(
    kind: RecordKind, headers: [Header], origins: [Origin], wholeHeader: Origin, asksRequired: Bool,
    findings: inout [Finding]
  ) {
    self.kind = kind
    self.headers = headers
    let names = ColumnNames.of(kind)
    let takesYears = kind == .offers || kind == .proposals
    var firstOfYear: [Int: Int] = [:]
    for (index, header) in headers.enumerated() where !header.name.isEmpty {
      if let year = header.year, takesYears {
        if let first = firstOfYear[year] {
          findings.append(
            Finding(
              complaint: .columnTwice(headers[first].text, header.text), origin: origins[index],
              others: [origins[first]]))
        }
        firstOfYear[year] = index
        years.append((year, index))
      } else if let column = names.column(header.name) {
        if let first = self.index(of: column) {
          findings.append(
            Finding(
              complaint: .columnTwice(headers[first].text, header.text), origin: origins[index],
              others: [origins[first]]))
        }
        indices[column.rawValue] = index
        if let unit = header.unit, !Layout.understands(unit, column.measure) {
          findings.append(
            Finding(
              complaint: .unitNotKnown(header.text, unit, column.measure), origin: origins[index]))
        }
      } else {
        unknown.append((header.written.snakeCase, index))
      }
    }
    years.sort { $0.year < $1.year }
    checkUnknown(names, origins, wholeHeader, asksRequired, &findings)
  }

  /// Near misses of known columns, required columns that are missing, and unknown columns given twice, which are not read.
  private mutating func checkUnknown(
    _ names: ColumnNames, _ origins: [Origin], _ wholeHeader: Origin, _ asksRequired: Bool,
    _ findings: inout [Finding]
  ) {
    var missing = Set(names.required.map(\.column).filter { index(of: $0) == nil })
    // An offer needs its money in one form or the other.
    let lacksMoney = kind == .offers && index(of: .amount) == nil && years.isEmpty
    if lacksMoney { missing.insert(.amount) }
    let absent = names.rules.filter { index(of: $0.column) == nil }
    let spellings = absent.flatMap { [$0.name] + $0.aliases }
    var seen: [String: Int] = [:]
    var twice: Set<String> = []
    for (name, index) in unknown {
      if let first = seen[name] {
        findings.append(
          Finding(
            complaint: .unknownColumnTwice(headers[index].text), origin: origins[index],
            others: [origins[first]]))
        twice.insert(name)
      }
      seen[name] = index
      guard
        let near = Nearest.value(
          to: headers[index].written, among: spellings,
          meaning: { names.column($0.foldedName)?.rawValue }),
        let column = names.column(near.foldedName)
      else { continue }
      let wasMissing = missing.remove(column) != nil
      nearMisses.insert(index)
      findings.append(
        Finding(
          complaint: .nearColumn(
            headers[index].text, headers[index].renamed(near), isRequired: wasMissing),
          origin: origins[index]))
    }
    // Which of the two would be weighed cannot be told; no record is worse for it.
    unknown.removeAll { twice.contains($0.name) }
    guard asksRequired else { return }
    for rule in names.required where missing.contains(rule.column) {
      findings.append(Finding(complaint: .missingColumn(rule, kind), origin: wholeHeader))
    }
    if lacksMoney, missing.contains(.amount) {
      findings.append(Finding(complaint: .missingMoney, origin: wholeHeader))
    }
  }

  /// Whether the text in a header's brackets is a unit of what the column counts. Where nothing hangs on it (a remark such as `jobs (direct)`), it need not be.
  private static func understands(_ unit: String, _ measure: Column.Measure) -> Bool {
    switch measure {
    case .money: MoneyWords(unit) != nil || Units.personMonths.contains(unit.foldedName)
    case .megatonnes, .tonnes: Units.megatonnes(unit) != nil
    default: true
    }
  }
}
