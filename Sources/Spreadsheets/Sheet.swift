/// One cell of a sheet.
package enum SheetCell {
  case text(String)
  case number(Double)
  case empty

  package static func number(orEmpty value: Double?) -> SheetCell {
    value.map(Self.number) ?? .empty
  }

  package static func whole(_ value: Int) -> SheetCell { .number(Double(value)) }
}

/// How a column's cells look.
package enum ColumnKind: Hashable {
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
package enum ColumnTone: Hashable { case ink, donor, region }

/// A column of a sheet: its head, how its cells look, and what stands in each row.
package struct SheetColumn<Row> {
  package let head: String
  package let kind: ColumnKind
  package let tone: ColumnTone
  /// Beyond so many digits' width its texts go on in a second line; nil for what is usual.
  package let widest: Double?
  /// Whether it is on paper too; what comes after a column that is not is on the screen alone.
  package let isPrinted: Bool
  package let cell: (Row) -> SheetCell

  package init(
    _ head: String, _ kind: ColumnKind, tone: ColumnTone = .ink, widest: Double? = nil,
    isPrinted: Bool = true, cell: @escaping (Row) -> SheetCell
  ) {
    self.head = head
    self.kind = kind
    self.tone = tone
    self.widest = widest
    self.isPrinted = isPrinted
    self.cell = cell
  }
}

/// A table that fills a sheet: a head, and a row for each value.
package struct Sheet<Row> {
  package var name: String
  /// How many columns stay in sight on the left.
  package var frozen: Int
  package var columns: [SheetColumn<Row>]
  package var rows: [Row]
  /// Rows in bold.
  package var isMarked: (Row) -> Bool

  package init(
    name: String, frozen: Int, columns: [SheetColumn<Row>], rows: [Row],
    isMarked: @escaping (Row) -> Bool = { _ in false }
  ) {
    self.name = name
    self.frozen = frozen
    self.columns = columns
    self.rows = rows
    self.isMarked = isMarked
  }
}
