import Records
import Spreadsheets

/// The sheets of a reviewed workbook by name: those of the list, and for each table one, or several where it has more rows
/// than a sheet.
struct ReviewPages {
  let lists: [String]
  /// By table and by the rows that a sheet holds.
  let sheets: [[String]]

  init(_ review: Review, lists count: Int, _ language: Policy.Language) {
    var names = SheetNames()
    // The tables first, for they keep their names.
    sheets = review.tables.tables.indices.map { index in
      let table = review.tables.tables[index]
      let last = max(table.rows.last?.number ?? 1, review.marks[index].keys.max() ?? 1)
      let name = table.name.isEmpty ? ReviewPages.stem(of: review.file) : table.name
      return (0...((last - 1) / GridSheet.mostRows)).map { _ in names.kept(name) }
    }
    let list = language.word(ReviewWords.sheet)
    lists = (1...count).map { names.kept($0 == 1 ? list : "\(list) \($0)") }
  }

  /// Where a cell of a table stands in the workbook; nil beyond the columns of any program.
  func place(_ cell: TablesAsRead.Cell) -> GridPlace? {
    guard cell.column <= Workbook.mostColumns, cell.row >= 1 else { return nil }
    let page = (cell.row - 1) / GridSheet.mostRows
    guard sheets[cell.table].indices.contains(page) else { return nil }
    return GridPlace(
      sheet: sheets[cell.table][page], row: (cell.row - 1) % GridSheet.mostRows + 1,
      column: cell.column)
  }

  /// A file's name without its folder and its ending.
  private static func stem(of file: String) -> String {
    let base = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = base.lastIndex(of: "."), dot > base.startIndex else { return base }
    return String(base[..<dot])
  }
}

/// The sheets of one table while they are filled: the next is begun where one is full.
struct ReviewSheet {
  private let names: [String]
  private let book: Workbook
  private var page = 0
  private var sheet: GridSheet?
  private var widths: [ColumnWidth] = []
  private var rows = 0

  init(_ names: [String], _ book: Workbook) {
    self.names = names
    self.book = book
  }

  /// How many rows decide how wide columns are.
  private static let measuredRows = 500

  mutating func write(_ cell: GridCell, _ row: Int, _ column: Int) throws {
    if column == 1 { rows += 1 }
    let sheet = try sheet(for: row)
    try sheet.write(cell, row: (row - 1) % GridSheet.mostRows + 1, column: column)
    // A title above a table goes on over the blank cells beside it.
    guard rows <= ReviewSheet.measuredRows, column > 1 || cell.text.utf8.count < 30 else { return }
    while widths.count < column { widths.append(ColumnWidth(head: "", .text)) }
    _ = widths[column - 1].takes(cell.text)
  }

  mutating func comment(_ text: String, _ row: Int, _ column: Int) throws {
    try sheet(for: row).comment(text, row: (row - 1) % GridSheet.mostRows + 1, column: column)
  }

  private mutating func sheet(for row: Int) throws -> GridSheet {
    let wanted = min((row - 1) / GridSheet.mostRows, names.count - 1)
    if let sheet, wanted == page { return sheet }
    if sheet == nil { page = -1 }
    // A sheet between without rows is there all the same, so that the order of names is that of rows.
    var last = sheet
    while page < wanted {
      page += 1
      last = try book.addGrid(named: names[page])
      try last?.setUpPrinting(headRow: nil)
    }
    guard let last else { throw WorkbookError(reason: "a sheet is missing") }
    sheet = last
    return last
  }

  /// - Parameter head: the row of the first header, which stays in sight with all above it.
  mutating func finish(below head: Int?) throws {
    let first = try sheet(for: max(1, page * GridSheet.mostRows + 1))
    for (index, width) in widths.enumerated() where index < Workbook.mostColumns {
      try first.setWidth(max(8, width.width), column: index + 1)
    }
    if page == 0, let head, head <= 10 { first.freeze(rows: head) }
  }
}
