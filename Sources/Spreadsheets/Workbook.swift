import CXLSXWriter

/// An XLSX file in the making, through libxlsxwriter.
///
/// The same calls give the same bytes: the date that the file bears is fixed.
package final class Workbook {
  /// 1 January 2000.
  private static let created: time_t = 946_684_800
  /// What a sheet can hold below its head, and how many columns.
  package static let mostRows = 1_048_575
  package static let mostColumns = 16_384
  private static let lineHeight = 15.0
  /// What an A4 page holds across in letters of about 6.2 points, the least that can be read …
  private static let pageWidth = 265.0
  /// … and of 7 points.
  private static let readableWidth = 230.0

  private let file: MemoryFile
  /// nil once it is closed, which frees it.
  private(set) var book: UnsafeMutablePointer<lxw_workbook>?
  var styles: CellStyles
  /// Of the cells of grids.
  var gridStyles: GridStyles
  /// Of the cells of boards.
  var boardStyles: BoardStyles
  var names = SheetNames()
  private let printedTitle: String
  private let footer: String

  /// - Parameters:
  ///   - keepsRows: false for a workbook of grids alone, whose rows come in their order and leave the memory as soon as the
  ///     next begins.
  ///   - footer: at the foot of printed pages; `&P` is the page, `&N` how many there are.
  package init(
    title: String, subject: String, keepsRows: Bool = true, footer: String = "&P / &N"
  ) throws {
    file = try MemoryFile()
    self.footer = footer
    var options = lxw_workbook_options()
    options.constant_memory = keepsRows ? 0 : 1
    guard let book = workbook_new_opt(file.path, &options) else {
      throw WorkbookError(reason: "no memory")
    }
    self.book = book
    styles = CellStyles(book)
    gridStyles = GridStyles(book)
    boardStyles = BoardStyles(book)
    // The head of a printed page may have 255 bytes; `&` begins a code there.
    let line = cut(oneLine(title), toUTF16: 60)
    printedTitle = line.replacing("&", with: "&&")
    try line.withCString { title in
      try cut(oneLine(subject), toUTF16: 60).withCString { subject in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.subject = UnsafeMutablePointer(mutating: subject)
        properties.created = Self.created
        try check(workbook_set_properties(book, &properties))
      }
    }
  }

  deinit {
    if let book { lxw_workbook_free(book) }
  }

  /// The finished file.
  package func bytes() throws -> [UInt8] {
    guard let book else { throw WorkbookError(reason: "it is closed") }
    self.book = nil
    try check(workbook_close(book))
    return try file.bytes()
  }

  /// An empty sheet, under a name that `names` gave.
  func addPage(_ name: String) throws -> UnsafeMutablePointer<lxw_worksheet> {
    guard let page = workbook_add_worksheet(book, name) else {
      throw WorkbookError(reason: "no sheet can be named \(name)")
    }
    return page
  }

  /// Of a row of so many lines, in points; 409 is the most there is.
  static func height(_ lines: Int) -> Double { min(409, Double(lines) * lineHeight + 3) }

  /// How many lines it takes.
  func write(
    _ cell: SheetCell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ column: UInt16, _ style: CellStyle, _ width: inout ColumnWidth
  ) throws -> Int {
    switch cell {
    case .empty: break
    // A file with NaN in it cannot be read.
    case .number(let value) where !value.isFinite: break
    case .number(let value):
      width.takes(value, decimals: style.kind.decimals)
      try check(worksheet_write_number(page, row, column, value, styles.cell(style)))
    case .text(let text) where text.isEmpty: break
    case .text(let text):
      let written = cellText(text)
      var style = style
      let lines = width.takes(written)
      style.isLong = lines > 1 && !style.isOneLine
      try check(worksheet_write_string(page, row, column, written, styles.cell(style)))
      return lines
    }
    return 1
  }

  /// A4 across, the head on every page, and one page wide; where the letters would become too small to read, as many pages
  /// wide as it takes, the frozen columns on each.
  ///
  /// - Parameters:
  ///   - widths: of the columns that are printed.
  ///   - lastRow: of those that are printed; nil for as far as the sheet is filled.
  func setUpPrinting(
    _ page: UnsafeMutablePointer<lxw_worksheet>, widths: [Double], frozen: Int, headRow: UInt32 = 0,
    lastRow: UInt32? = nil
  ) throws {
    let kept = widths.prefix(frozen).reduce(0, +)
    let rest = widths.dropFirst(frozen).reduce(0, +)
    let pages =
      kept + rest <= Self.pageWidth
      ? 1 : max(1, (rest / max(60, Self.readableWidth - kept)).rounded(.up))
    try setUpPage(page)
    worksheet_fit_to_pages(page, UInt16(min(1000, pages)), 0)
    if pages > 1, frozen > 0 {
      try check(worksheet_repeat_columns(page, 0, UInt16(frozen - 1)))
    }
    try check(worksheet_repeat_rows(page, headRow, headRow))
    if let lastRow {
      try check(worksheet_print_area(page, 0, 0, lastRow, UInt16(max(1, widths.count) - 1)))
    }
  }

  /// A4 across, with the workbook's title, the sheet's name and the page.
  func setUpPage(_ page: UnsafeMutablePointer<lxw_worksheet>) throws {
    let a4: UInt8 = 9
    worksheet_set_landscape(page)
    worksheet_set_paper(page, a4)
    worksheet_set_margins(page, 0.4, 0.4, 0.7, 0.6)
    try check(worksheet_set_header(page, "&L\(printedTitle)&R&A"))
    try check(worksheet_set_footer(page, "&R\(footer)"))
  }
}

func check(_ error: lxw_error) throws {
  if error != LXW_NO_ERROR {
    throw WorkbookError(reason: lxw_strerror(error).map { String(cString: $0) } ?? "\(error)")
  }
}
