import CXLSXWriter
import Glibc

extension Workbook {
  /// Writes a form: rules, formats and messages hold for `FormSheet.entryRows` rows.
  package func add(_ form: FormSheet) throws {
    let page = try addPage(names.name("", form.name))
    var formats = FormStyles(book)
    var widths = form.columns.map { ColumnWidth(head: $0.head, $0.kind) }
    for (place, column) in form.columns.enumerated() {
      try check(
        worksheet_write_string(
          page, 0, UInt16(place), cellText(column.head),
          formats.head(column.demand, isText: column.kind.isText)))
    }
    for (number, row) in form.rows.enumerated() {
      for (place, cell) in row.enumerated() {
        let column = form.columns[place]
        let format = formats.cell(column.kind, isExample: form.rowsAreExamples)
        try write(
          cell, column.kind, to: page, UInt32(number + 1), UInt16(place), format, &widths[place])
      }
    }
    for (place, column) in form.columns.enumerated() {
      try check(
        worksheet_set_column(
          page, UInt16(place), UInt16(place), min(255, max(10, widths[place].width)),
          formats.cell(column.kind, isExample: false)))
      // A cell has one rule: those with their own are left out of their column's.
      let own = Set(form.cellRules.filter { $0.column == place }.map(\.row))
      var first = 0
      for row in own.sorted() + [FormSheet.entryRows] {
        if first < row { try add(column.rule, to: page, first...(row - 1), place) }
        first = row + 1
      }
    }
    for cell in form.cellRules { try add(cell.rule, to: page, cell.row...cell.row, cell.column) }
    let lines = widths.map(\.headLines).max() ?? 1
    try check(worksheet_set_row(page, 0, Self.height(lines), nil))
    worksheet_freeze_panes(page, 1, 1)
    try setUpPrinting(page, widths: widths.map(\.width), frozen: 1)
  }

  private func write(
    _ cell: SheetCell, _ kind: ColumnKind, to page: UnsafeMutablePointer<lxw_worksheet>,
    _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?,
    _ width: inout ColumnWidth
  ) throws {
    switch cell {
    case .number(let value) where value.isFinite:
      width.takes(value, decimals: 2)
      try check(worksheet_write_number(page, row, column, value, format))
    case .text(let text) where !text.isEmpty:
      let written = cellText(text)
      _ = width.takes(written)
      try check(worksheet_write_string(page, row, column, written, format))
    default: try check(worksheet_write_blank(page, row, column, format))
    }
  }

  /// - Parameter rows: from 0 below the head.
  private func add(
    _ rule: EntryRule, to page: UnsafeMutablePointer<lxw_worksheet>, _ rows: ClosedRange<Int>,
    _ column: Int
  ) throws {
    var texts: [UnsafeMutablePointer<CChar>?] = []
    defer { for text in texts { free(text) } }
    func held(_ text: String) -> UnsafeMutablePointer<CChar>? {
      guard !text.isEmpty else { return nil }
      texts.append(strdup(text))
      return texts.last ?? nil
    }
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(
      (rule.answer == .none ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON).rawValue)
    validation.error_type = UInt8(
      (rule.answer == .warning
        ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP).rawValue)
    validation.input_title = held(cut(rule.title, toUTF16: EntryRule.longestTitle))
    validation.input_message = held(cut(rule.message, toUTF16: EntryRule.longestMessage))
    validation.error_title = held(cut(rule.errorTitle, toUTF16: EntryRule.longestTitle))
    validation.error_message = held(cut(rule.error, toUTF16: EntryRule.longestMessage))
    func between(_ type: lxw_validation_types, _ least: Double, _ most: Double) {
      validation.validate = UInt8(type.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = least
      validation.maximum_number = most
    }
    switch rule.content {
    case .anything: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .list(let formula):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = held(formula)
    case .number(let range):
      between(LXW_VALIDATION_TYPE_DECIMAL, range.lowerBound, range.upperBound)
    case .whole(let range):
      between(LXW_VALIDATION_TYPE_INTEGER, Double(range.lowerBound), Double(range.upperBound))
    }
    try check(
      worksheet_data_validation_range(
        page, UInt32(rows.lowerBound + 1), UInt16(column), UInt32(rows.upperBound + 1),
        UInt16(column), &validation))
  }
}
