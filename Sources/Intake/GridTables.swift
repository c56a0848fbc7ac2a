import Records

/// From a grid of cells to a table: the header row found, the columns matched, blank rows and totals left out.
extension Grid {
  /// nil where no row reads as a header.
  func table() -> Table? {
    guard let (headerIndex, match) = headerRow() else { return nil }
    let headerRow = rows[headerIndex]
    var width = headerRow.cells.count
    while width > 0, headerRow.cells.isBlank(width - 1) { width -= 1 }
    var headers = headerRow.cells.prefix(width).map { Header($0) }
    let origins = (0..<width).map {
      Origin(
        file: file, place: .cell(sheet: sheet, row: headerRow.number, column: $0 + firstColumn))
    }
    var findings: [Finding] = []
    let wholeHeader = Origin(file: file, place: .row(sheet: sheet, row: headerRow.number))
    if match.isAmbiguous {
      findings.append(Finding(complaint: .ambiguousHeader(match.rivals), origin: wholeHeader))
    }
    UnitsAbove(self, header: headerIndex).complete(&headers, of: match.kind, origins, &findings)
    let layout = Layout(
      kind: match.kind, headers: headers, origins: origins,
      wholeHeader: wholeHeader, asksRequired: !match.isAmbiguous, findings: &findings)
    var table = Table(
      file: file, sheet: sheet, firstColumn: firstColumn, layout: layout, rows: [],
      decimal: decimal, mayBe: match.rivals)
    let nameless = headers.indices.filter { headers[$0].text.isEmpty }
    var unnamed: Set<Int> = []
    for row in rows[(headerIndex + 1)...] where !row.isBlank || row.fault != nil {
      let place = Place.row(sheet: sheet, row: row.number)
      if isTotal(row, layout) {
        findings.append(
          Finding(complaint: .totalRow, origin: Origin(file: file, place: place)))
        continue
      }
      if isRemark(row, layout) {
        findings.append(
          Finding(complaint: .remarkRow, origin: Origin(file: file, place: place)))
        continue
      }
      var fault = row.fault
      for index in width..<max(width, row.cells.count) where !row.cells.isBlank(index) {
        fault = fault ?? .extraCell(row.cells[index])
      }
      for index in nameless where index < row.cells.count && !row.cells.isBlank(index) {
        unnamed.insert(index)
      }
      let cells = TableCells(
        row.cells.part(0..<width),
        faults: row.faults.isEmpty ? [:] : row.faults.filter { $0.key < width })
      table.rows.append(Table.Row(place: place, cells: cells, fault: fault))
    }
    for index in unnamed {
      findings.append(Finding(complaint: .unnamedColumn, origin: origins[index]))
    }
    table.findings = findings
    return table
  }

  /// A row that holds no record: signatures or remarks beneath the table, a running number before nothing, the heading of a group.
  private func isRemark(_ row: Row, _ layout: Layout) -> Bool {
    guard layout.kind != .policy, row.fault == nil else { return false }
    let filled = row.cells.indices.filter { !row.cells.isBlank($0) }
    guard let first = filled.first else { return false }
    // No remark begins with a digit, which spares most rows a closer look at their words.
    let isAllText = !filled.contains { row.cells.beginsWithDigit($0) }
    if isAllText, filled.allSatisfy({ Vocabulary.isRemark(row.cells[$0]) }) { return true }
    if filled.count == 1 && first < layout.headers.count && !layout.isKnown(first) { return true }
    return filled.count <= 2 && isGroup(row, first, layout) && !holds(.need, row, layout)
  }

  /// A row that adds up the others: it says so in its first filled cell, or heads a group, and has nothing under the columns that name a record.
  private func isTotal(_ row: Row, _ layout: Layout) -> Bool {
    guard layout.kind != .policy, let first = row.cells.firstFilled,
      namesNoRecord(row, first, layout)
    else { return false }
    if isGroup(row, first, layout) { return holds(.need, row, layout) }
    return Vocabulary.totals.contains(row.cells[first].foldedName)
  }

  /// `一 | 右玉县`, `（二）平鲁区`: a row that parts the table by place or purpose.
  private func isGroup(_ row: Row, _ first: Int, _ layout: Layout) -> Bool {
    layout.kind == .proposals && namesNoRecord(row, first, layout)
      && Vocabulary.isNumbered(row.cells[first])
  }

  /// Whether nothing but money stands under the required columns, the row's first cell aside.
  private func namesNoRecord(_ row: Row, _ first: Int, _ layout: Layout) -> Bool {
    ColumnNames.of(layout.kind).required.allSatisfy { rule in
      rule.column == .need || layout.index(of: rule.column) == first
        || !holds(rule.column, row, layout)
    }
  }

  private func holds(_ column: Column, _ row: Row, _ layout: Layout) -> Bool {
    layout.index(of: column).map { $0 < row.cells.count && !row.cells.isBlank($0) } ?? false
  }
}

extension Table {
  /// Tells which unknown columns hold numbers: those whose every filled cell reads as one.
  mutating func findExtras() {
    layout.extras = layout.unknown.filter { _, index in
      var hasNumber = false
      for row in rows where index < row.cells.count {
        guard let number = try? row.cells.number(index, decimal) else {
          switch row.cells[index] {
          case .blank, .fault: continue
          case .tree, .text: return false
          }
        }
        guard number.isBare || number.prefix.isEmpty && number.suffix == "%",
          number.isZero || number.value() != nil
        else { return false }
        hasNumber = true
      }
      return hasNumber
    }
  }
}
