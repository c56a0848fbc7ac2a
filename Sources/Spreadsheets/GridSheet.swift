import CXLSXWriter

/// A sheet whose cells stand where they are put. Rows come from top to bottom: in a workbook that keeps no rows, a cell
/// above the last row would be lost.
package struct GridSheet {
  package static let mostRows = 1_048_576
  /// Beyond it programs call the file damaged.
  package static let mostLinks = 65_530
  /// UTF-16 units of the text of a link.
  private static let longestLinkText = 250
  private static let author = "jetbd"

  package let name: String
  private let workbook: Workbook
  private let page: UnsafeMutablePointer<lxw_worksheet>

  init(_ page: UnsafeMutablePointer<lxw_worksheet>, name: String, of workbook: Workbook) {
    self.page = page
    self.name = name
    self.workbook = workbook
    worksheet_set_comments_author(page, Self.author)
  }

  /// - Parameters:
  ///   - row: from 1, as planners count.
  ///   - column: from 1.
  package func write(_ cell: GridCell, row: Int, column: Int) throws {
    let (line, place) = (UInt32(row - 1), UInt16(column - 1))
    var style = GridStyle(tone: cell.tone, isWrapped: cell.isWrapped, isLink: cell.link != nil)
    if cell.text.isEmpty {
      guard cell.tone != .plain else { return }
      try check(worksheet_write_blank(page, line, place, workbook.gridStyles.format(style)))
    } else if cell.mayBeNumber, let number = ShownNumber(cell.text) {
      style.format = number.format
      try check(
        worksheet_write_number(
          page, line, place, number.value, workbook.gridStyles.format(style)))
    } else if let link = cell.link {
      try check(
        worksheet_write_url_opt(
          page, line, place, Self.address(link), workbook.gridStyles.format(style),
          cut(cellText(cell.text), toUTF16: Self.longestLinkText), nil))
    } else {
      try check(
        worksheet_write_string(
          page, line, place, cellText(cell.text), workbook.gridStyles.format(style)))
    }
  }

  /// A note that shows while the pointer is on the cell, as large as its text.
  package func comment(_ text: String, row: Int, column: Int) throws {
    let written = cut(cellText(text), toUTF16: 2_000)
    // About 46 letters stand in a line of this width.
    let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + ColumnWidth.lines(of: String($1), in: 44) }
    var options = lxw_comment_options()
    options.width = 320
    options.height = UInt16(min(600, 14 + lines * 16))
    options.font_size = 9
    try check(
      worksheet_write_comment_opt(page, UInt32(row - 1), UInt16(column - 1), written, &options))
  }

  /// In widths of a digit.
  package func setWidth(_ width: Double, column: Int) throws {
    let place = UInt16(column - 1)
    try check(worksheet_set_column(page, place, place, min(255, width), nil))
  }

  /// Before the row after it is begun.
  package func setLines(_ lines: Int, row: Int) throws {
    if lines > 1 {
      try check(worksheet_set_row(page, UInt32(row - 1), Workbook.height(lines), nil))
    }
  }

  package func freeze(rows: Int, columns: Int = 0) {
    worksheet_freeze_panes(page, UInt32(rows), UInt16(columns))
  }

  package func filter(headRow: Int, lastRow: Int, columns: Int) throws {
    try check(
      worksheet_autofilter(
        page, UInt32(headRow - 1), 0, UInt32(max(headRow, lastRow) - 1), UInt16(columns - 1)))
  }

  /// A4 across, as wide as one page, with the rows down to `headRow` on each.
  package func setUpPrinting(headRow: Int?) throws {
    let a4: UInt8 = 9
    worksheet_set_landscape(page)
    worksheet_set_paper(page, a4)
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_margins(page, 0.4, 0.4, 0.6, 0.6)
    if let headRow {
      try check(worksheet_repeat_rows(page, UInt32(headRow - 1), UInt32(headRow - 1)))
    }
    try check(worksheet_set_footer(page, "&L&A&R&P / &N"))
  }

  private static func address(_ place: GridPlace) -> String {
    "internal:'\(place.sheet.replacing("'", with: "''"))'!\(letters(place.column))\(place.row)"
  }

  private static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension Workbook {
  /// A sheet that is filled cell by cell.
  ///
  /// - Parameter name: one that `SheetNames` gave.
  package func addGrid(named name: String) throws -> GridSheet {
    guard let page = workbook_add_worksheet(book, name) else {
      throw WorkbookError(reason: "no sheet can be named \(name)")
    }
    return GridSheet(page, name: name, of: self)
  }
}
