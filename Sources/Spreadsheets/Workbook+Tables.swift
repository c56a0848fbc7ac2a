import CXLSXWriter

extension Workbook {
  /// Writes a table as a sheet of its own; what one sheet cannot hold goes on in the next.
  package func add<Row>(_ sheet: Sheet<Row>, owner: String = "", rowsPerSheet: Int = mostRows)
    throws
  {
    var rest = sheet.rows[...]
    repeat {
      try add(sheet, rows: rest.prefix(rowsPerSheet), name: names.name(owner, sheet.name))
      rest = rest.dropFirst(rowsPerSheet)
    } while !rest.isEmpty
  }

  private func add<Row>(_ sheet: Sheet<Row>, rows: ArraySlice<Row>, name: String) throws {
    let page = try addPage(name)
    var widths = sheet.columns.map { ColumnWidth(head: $0.head, $0.kind, widest: $0.widest) }
    for (place, column) in sheet.columns.enumerated() {
      try check(
        worksheet_write_string(
          page, 0, UInt16(place), cellText(column.head), styles.head(column.kind, column.tone)))
    }
    // Filled while the cells are written: a national round has a million of them.
    var line: UInt32 = 1
    // What is on the screen alone stays on one line, so that it makes no row higher on paper.
    let printed = max(sheet.columns.prefix { $0.isPrinted }.count, sheet.frozen)
    for row in rows {
      let isBold = sheet.isMarked(row)
      var lines = 1
      for (place, column) in sheet.columns.enumerated() {
        let taken = try write(
          column.cell(row), to: page, line, UInt16(place),
          CellStyle(kind: column.kind, isOneLine: place >= printed, isBold: isBold), &widths[place])
        if place < printed { lines = max(lines, taken) }
      }
      // Not every program makes a row as high as its text when it opens the file.
      if lines > 1 { try check(worksheet_set_row(page, line, Self.height(lines), nil)) }
      line += 1
    }
    for (place, width) in widths.enumerated() {
      try check(
        worksheet_set_column(page, UInt16(place), UInt16(place), min(255, width.width), nil))
    }
    let lines = widths.map(\.headLines).max() ?? 1
    try check(worksheet_set_row(page, 0, Self.height(lines), nil))
    worksheet_freeze_panes(page, 1, UInt16(sheet.frozen))
    try check(
      worksheet_autofilter(
        page, 0, 0, UInt32(max(1, rows.count)), UInt16(max(1, sheet.columns.count) - 1)))
    try setUpPrinting(
      page, widths: widths.prefix(printed).map(\.width), frozen: sheet.frozen,
      lastRow: UInt32(rows.count))
  }
}
