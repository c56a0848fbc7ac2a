import Records

/// One cell of a sheet.
enum SheetCell {
  case text(String)
  case number(Double)
  case empty

  static func number(orEmpty value: Double?) -> SheetCell { value.map(Self.number) ?? .empty }

  static func whole(_ value: Int) -> SheetCell { .number(Double(value)) }
}

/// How a column's cells look.
enum ColumnKind: Hashable {
  case text
  /// Text of many parts.
  case list
  /// In groups of three, with so many decimals.
  case number(decimals: Int)
  /// A share from 0 to 1, shown as a percentage.
  case share
  /// A figure of unknown size, as the program likes.
  case plain
}

/// Blue is donors and their money, orange is coal regions, as in the report.
enum ColumnTone: Hashable { case ink, donor, region }

/// A column of a sheet: its head, how its cells look, and what stands in each row.
struct SheetColumn<Row> {
  let head: String
  let kind: ColumnKind
  let tone: ColumnTone
  let cell: (Row) -> SheetCell

  init(
    _ head: String, _ kind: ColumnKind, tone: ColumnTone = .ink, cell: @escaping (Row) -> SheetCell
  ) {
    self.head = head
    self.kind = kind
    self.tone = tone
    self.cell = cell
  }
}

/// A table that fills a sheet: a head, and a row for each value.
struct Sheet<Row> {
  var name: String
  /// How many columns stay in sight on the left.
  var frozen: Int
  var columns: [SheetColumn<Row>]
  var rows: [Row]
  /// Rows in bold.
  var isMarked: (Row) -> Bool = { _ in false }
}
