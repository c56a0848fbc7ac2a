/// A sheet to read from top to bottom: several tables, sentences and charts on one grid of columns.
///
/// Rows and columns count from 0. A board prints on pages as wide as it is.
package struct Board {
  /// What a cell is for, which says how it looks.
  package enum Role: Hashable {
    /// The head of the page, and what is said below it.
    case title, lead
    /// The head of a table, and a remark below one.
    case section, note
    case head(ColumnTone)
    case body, strong
    /// The last line of a table.
    case total
    /// A figure on one of five grounds of ever deeper blue, from 1.
    case tint(Int)
    /// A sign in place of a figure.
    case mark
  }

  struct Cell {
    let row: Int
    let column: Int
    let span: Int
    let content: SheetCell
    let kind: ColumnKind
    let role: Role
  }

  struct Picture {
    let chart: (String) -> Chart
    let row: Int
    let column: Int
    let rows: Int
    let columns: Int
  }

  /// Bars behind figures.
  struct Bars {
    let column: Int
    let rows: ClosedRange<Int>
    /// What a whole bar stands for; nil for the largest of the figures.
    let whole: Double?
  }

  package let name: String
  /// In widths of a digit.
  package let widths: [Double]
  private(set) var cells: [Cell] = []
  private(set) var pictures: [Picture] = []
  private(set) var bars: [Bars] = []
  /// Rows that begin a page where the program that prints heeds it.
  private(set) var breaks: [Int] = []
  /// How many rows there are.
  package private(set) var rows = 0

  package init(name: String, widths: [Double]) {
    self.name = name
    self.widths = widths
  }

  /// - Parameter span: over how many columns; what goes beyond the last is cut off.
  package mutating func put(
    _ content: SheetCell, _ kind: ColumnKind = .text, as role: Role = .body, row: Int, column: Int,
    span: Int = 1
  ) {
    let span = min(span, widths.count - column)
    guard span > 0 else { return }
    cells.append(
      Cell(row: row, column: column, span: span, content: content, kind: kind, role: role))
    rows = max(rows, row + 1)
  }

  /// Puts a chart over cells that are empty.
  ///
  /// - Parameter chart: gets the name that the sheet has in the end.
  package mutating func put(
    row: Int, column: Int, rows: Int, columns: Int, chart: @escaping (String) -> Chart
  ) {
    pictures.append(
      Picture(
        chart: chart, row: row, column: column, rows: rows,
        columns: min(columns, widths.count - column)))
    self.rows = max(self.rows, row + rows)
  }

  package mutating func putBars(column: Int, rows: ClosedRange<Int>, whole: Double?) {
    bars.append(Bars(column: column, rows: rows, whole: whole))
  }

  /// Leaves rows empty.
  package mutating func skip(to row: Int) { rows = max(rows, row) }

  package mutating func breakPage() { if rows > 0 { breaks.append(rows) } }
}
