import CXLSXWriter

extension Workbook {
  /// Writes a table to look things up in, with lines of text above its head. Its texts break into lines.
  ///
  /// - Returns: the number of the table's first row, from 1.
  @discardableResult
  package func addReference<Row>(_ sheet: Sheet<Row>, lines: [String]) throws -> Int {
    let page = try addPage(names.name("", sheet.name))
    for (number, line) in lines.enumerated() {
      let style = CellStyle(kind: .plain, isBold: number == 0)
      try check(worksheet_write_string(page, UInt32(number), 0, cellText(line), styles.cell(style)))
    }
    let head = UInt32(lines.count)
    var widths = sheet.columns.map { ColumnWidth(head: $0.head, $0.kind) }
    for (place, column) in sheet.columns.enumerated() {
      try check(
        worksheet_write_string(
          page, head, UInt16(place), cellText(column.head), styles.head(column.kind, column.tone)))
    }
    for (number, row) in sheet.rows.enumerated() {
      let place = head + 1 + UInt32(number)
      let lines = try sheet.columns.indices.map { column in
        try write(
          sheet.columns[column].cell(row), to: page, place, UInt16(column),
          CellStyle(kind: sheet.columns[column].kind, isBold: sheet.isMarked(row)), &widths[column])
      }
      if let most = lines.max(), most > 1 {
        try check(worksheet_set_row(page, place, Self.height(most), nil))
      }
    }
    for (place, width) in widths.enumerated() {
      try check(
        worksheet_set_column(page, UInt16(place), UInt16(place), min(255, width.width), nil))
    }
    let headLines = widths.map(\.headLines).max() ?? 1
    try check(worksheet_set_row(page, head, Self.height(headLines), nil))
    worksheet_freeze_panes(page, head + 1, UInt16(sheet.frozen))
    try setUpPrinting(
      page, widths: widths.map(\.width), frozen: sheet.frozen, headRow: head,
      lastRow: head + UInt32(sheet.rows.count))
    return Int(head) + 2
  }
}
