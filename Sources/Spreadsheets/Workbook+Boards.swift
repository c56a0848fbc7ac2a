import CXLSXWriter

extension Workbook {
  /// The height of a row that nothing was put into, in points.
  private static let plainHeight = 15.0

  /// Writes a board as a sheet of its own.
  package func add(_ board: Board, owner: String = "") throws {
    let name = names.name(owner, board.name)
    let page = try addPage(name)
    worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    for (place, width) in board.widths.enumerated() {
      try check(worksheet_set_column(page, UInt16(place), UInt16(place), min(255, width), nil))
    }
    var heights = [Double](repeating: Self.plainHeight, count: board.rows)
    for cell in board.cells {
      let height = try write(cell, to: page, widths: board.widths)
      heights[cell.row] = max(heights[cell.row], min(409, height))
    }
    for (row, height) in heights.enumerated() where height != Self.plainHeight {
      try check(worksheet_set_row(page, UInt32(row), height, nil))
    }
    for bars in board.bars { try draw(bars, on: page) }
    for picture in board.pictures {
      let points = heights[picture.row..<(picture.row + picture.rows)].reduce(0, +)
      let widths = board.widths[picture.column..<(picture.column + picture.columns)]
      // A point is 4/3 pixels; a column of so many digits takes 7 pixels for each and 5 for its edges.
      let size = Chart.Size(
        width: widths.reduce(0) { $0 + ($1 * 7 + 5).rounded(.down) } - 8, height: points * 4 / 3 - 4
      )
      try draw(
        picture.chart(name), on: page, row: picture.row, column: picture.column, size: size)
    }
    try setUpPrinting(page, of: board)
  }

  /// How high the row has to be for it.
  private func write(
    _ cell: Board.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, widths: [Double]
  ) throws -> Double {
    let (row, column) = (UInt32(cell.row), UInt16(cell.column))
    let format = boardStyles.format(cell.kind, cell.role)
    let last = UInt16(cell.column + cell.span - 1)
    var text = ""
    switch cell.content {
    case .number(let value) where value.isFinite:
      try check(worksheet_write_number(page, row, column, value, format))
    case .text(let content) where !content.isEmpty:
      text = cellText(content)
      if cell.span > 1 {
        try check(worksheet_merge_range(page, row, column, row, last, text, format))
      } else {
        try check(worksheet_write_string(page, row, column, text, format))
      }
    default:
      for place in column...last { try check(worksheet_write_blank(page, row, place, format)) }
    }
    let room = widths[cell.column..<(cell.column + cell.span)].reduce(0, +)
    let digits = (room - (cell.role.isOfTable ? 1.5 : 0)) / cell.role.letters
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + ColumnWidth.lines(of: String($1), in: digits) }
    return Double(max(1, lines)) * cell.role.lineHeight + cell.role.margin
  }

  private func draw(_ bars: Board.Bars, on page: UnsafeMutablePointer<lxw_worksheet>) throws {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    rule.data_bar_2010 = UInt8(LXW_TRUE.rawValue)
    rule.bar_solid = UInt8(LXW_TRUE.rawValue)
    rule.bar_no_border = UInt8(LXW_TRUE.rawValue)
    rule.bar_color = Chart.Tone.paleRegion.colour
    rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.min_value = 0
    if let whole = bars.whole {
      rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      rule.max_value = whole
    }
    try check(
      worksheet_conditional_format_range(
        page, UInt32(bars.rows.lowerBound), UInt16(bars.column), UInt32(bars.rows.upperBound),
        UInt16(bars.column), &rule))
  }

  /// A4 across and one page wide.
  private func setUpPrinting(
    _ page: UnsafeMutablePointer<lxw_worksheet>, of board: Board
  ) throws {
    try setUpPage(page)
    worksheet_fit_to_pages(page, 1, 0)
    if !board.breaks.isEmpty {
      // Ends with 0.
      var rows = board.breaks.map { UInt32($0) } + [0]
      try check(worksheet_set_h_pagebreaks(page, &rows))
    }
    try check(
      worksheet_print_area(
        page, 0, 0, UInt32(max(1, board.rows) - 1), UInt16(max(1, board.widths.count) - 1)))
  }
}
