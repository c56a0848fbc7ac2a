import Records

extension OpenedFile {
  /// Tells the sheets of a workbook into tables and settings.
  mutating func openWorkbook(_ bytes: [UInt8], _ limits: Limits) {
    var sheets: [Sheet]
    do throws(WorkbookFailure) {
      sheets = try WorkbookForm.sheets(bytes, limits)
    } catch {
      return refuse(.workbook(error))
    }
    var without: [String] = []
    var hidden: [String] = []
    // A template that comes back: what explains it holds no records, and an office fills only the tables that it needs.
    isTemplate = sheets.contains { TemplateMark.isOn($0.rows) }
    sheets.removeAll { TemplateMark.isOn($0.rows) }
    for index in sheets.indices where !sheets[index].rows.isEmpty {
      let found = take(sheets[index])
      if !found { without.append(sheets[index].name) }
      if found, sheets[index].isHidden { hidden.append(sheets[index].name) }
      if found { noteHiddenParts(of: sheets[index]) }
      // The table holds what is needed; a large sheet should not be held twice.
      sheets[index].rows = []
    }
    if tables.isEmpty {
      return refuse(without.isEmpty ? .emptyWorkbook : .noTable)
    }
    isUnreadable = tables.allSatisfy(\.isRefused)
    if !without.isEmpty {
      findings.append(finding(.sheetsWithoutTable(without), ofSheets: without))
    }
    if !hidden.isEmpty { findings.append(finding(.hiddenSheets(hidden), ofSheets: hidden)) }
  }

  /// What is said of several sheets at once.
  private func finding(_ complaint: Complaint, ofSheets names: [String]) -> Finding {
    let origins = names.map { Origin(file: name, place: .sheet($0)) }
    return Finding(
      complaint: complaint, origin: origins.first ?? wholeFile, others: Array(origins.dropFirst()))
  }

  /// One note for the rows and columns of a sheet that its planner may not see.
  private mutating func noteHiddenParts(of sheet: Sheet) {
    let columns = sheet.filledHiddenColumns
    let place: Place
    if let hidden = sheet.hiddenRows {
      place = .row(sheet: sheet.name, row: hidden.first)
    } else if let column = columns.first, let row = sheet.rows.first {
      place = .cell(sheet: sheet.name, row: row.number, column: column)
    } else {
      return
    }
    findings.append(
      Finding(
        complaint: .hiddenParts(
          rows: sheet.hiddenRows?.count ?? 0, columns: columns, of: sheet.name),
        origin: Origin(file: name, place: place)))
  }

  /// - Returns: whether the sheet holds a table.
  private mutating func take(_ sheet: Sheet) -> Bool {
    let grid = Grid(file: name, sheet: sheet.name, rows: MergedCells.rows(of: sheet))
      .withJoinedHeaders()
    var found = false
    for part in grid.parts() {
      guard let table = part.table() else { continue }
      found = true
      take(table)
      if table.rows.isEmpty, !isTemplate {
        let place = Place.row(sheet: sheet.name, row: part.rows.first?.number ?? 1)
        findings.append(Finding(complaint: .noRows, origin: Origin(file: name, place: place)))
      }
    }
    return found
  }

  private mutating func take(_ table: Table) {
    tables.append(table)
    guard table.kind == .policy else { return }
    let found = Setting.rows(of: table)
    // Every setting of a template that is left blank keeps its default: that is no policy.
    if isTemplate, found.allSatisfy({ $0.value.content == .blank }) { return }
    speaksOfPolicy = true
    settings += found
    let faults = Setting.faults(of: table)
    if table.isRefused || !faults.isEmpty { unclear.insert(.policy) }
    findings += faults
  }
}
