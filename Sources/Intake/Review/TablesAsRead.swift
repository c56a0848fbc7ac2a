import Records

/// The tables of a file as they were read, before anything is known of their meaning: what a reviewed workbook copies.
///
/// Read from the file's bytes anew, for that alone, so that nothing of it is kept while a round is planned.
struct TablesAsRead {
  struct Table {
    /// As the file calls it; empty where it has no name.
    var name: String
    /// The filled rows, in the order of their numbers.
    var rows: [Grid.Row]
    var heads: [Head] = []
  }

  /// The header of a table; a sheet may have several.
  struct Head {
    var row: Int
    /// From 1.
    var firstColumn: Int
    var titles: [String]
  }

  /// A cell of the tables; row and column count from 1.
  struct Cell: Hashable {
    var table: Int
    var row: Int
    var column: Int
  }

  private(set) var tables: [Table] = []
  private var indices: [String: Int] = [:]
  private var documents = DocumentSheets()

  /// None where the file cannot be read. What a file is, is told as `OpenedFile` tells it.
  init(_ file: InputFile, _ limits: Limits) {
    let form = FileForm(name: file.name)
    if case .ignored = form { return }
    guard !file.bytes.isEmpty, file.bytes.count <= limits.fileSize else { return }
    if form == .workbook || FileForm.signature(of: file.bytes) == .workbook {
      var sheets = (try? WorkbookForm.sheets(file.bytes, limits)) ?? []
      for index in sheets.indices {
        add(Table(name: sheets[index].name, rows: sheets[index].rows))
        tables[index].heads = TablesAsRead.heads(MergedCells.rows(of: sheets[index]))
        sheets[index].rows = []
      }
      return
    }
    guard let text = try? TextEncoding.utf8(of: file.bytes) else { return }
    switch form == .unclear ? FileForm.sniffed(text) : form {
    case .yaml, .json:
      documents = DocumentSheets(OpenedFile(file, limits))
      for table in documents.tables { add(table) }
    default:
      let rows = Grid.separated(text, file: file.name).rows
      add(Table(name: "", rows: rows.filter { !$0.isBlank }, heads: TablesAsRead.heads(rows)))
    }
  }

  private mutating func add(_ table: Table) {
    indices[table.name] = indices[table.name] ?? tables.count
    tables.append(table)
  }

  private static func heads(_ rows: [Grid.Row]) -> [Head] {
    Grid(file: "", rows: rows).withJoinedHeaders().parts().compactMap { part in
      part.headerRow().map {
        Head(
          row: part.rows[$0.index].number, firstColumn: part.firstColumn,
          titles: Array(part.rows[$0.index].cells))
      }
    }
  }

  // MARK: Places

  /// The cell of a place: of a row its first filled one; nil for a whole file.
  func cell(at place: Place) -> Cell? {
    switch place {
    case .wholeFile, .sheet: nil
    case .cell(let sheet, let row, let column):
      table(sheet).map { Cell(table: $0, row: row, column: column) }
    case .row(let sheet, let row):
      table(sheet).map { Cell(table: $0, row: row, column: firstFilled(in: $0, row)) }
    case .path(let path, let line): documents.cell(path, line: line)
    }
  }

  /// Where a link to a place leads: of a sheet to its first cell.
  func target(of place: Place) -> Cell? {
    guard case .sheet(let name) = place else { return cell(at: place) }
    return table(name).map { Cell(table: $0, row: 1, column: 1) }
  }

  private func table(_ sheet: String?) -> Int? {
    sheet.map { indices[$0] } ?? (tables.isEmpty ? nil : 0)
  }

  private func firstFilled(in table: Int, _ row: Int) -> Int {
    (cells(of: table, row)?.firstIndex { !$0.isEmpty } ?? 0) + 1
  }

  /// What stands in a cell, as it was read.
  func text(_ cell: Cell) -> String {
    guard let cells = cells(of: cell.table, cell.row), cell.column <= cells.count else { return "" }
    return cells[cell.column - 1]
  }

  private func cells(of table: Int, _ row: Int) -> RowCells? {
    let rows = tables[table].rows
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == row ? rows[low].cells : nil
  }

  /// The title of the column that a cell stands in: of the last header at or above it, else of the first.
  func title(_ cell: Cell) -> String {
    let heads = tables[cell.table].heads.filter {
      cell.column >= $0.firstColumn && cell.column < $0.firstColumn + $0.titles.count
    }
    guard let head = heads.last(where: { $0.row <= cell.row }) ?? heads.first else { return "" }
    return head.titles[cell.column - head.firstColumn]
  }
}
