import Records

/// From a grid of cells to a table: the header row found, the columns matched, blank rows and totals left out.
extension Grid {
  /// nil where no row reads as a header.
  func table() -> Table? {
    guard let (headerIndex, match) = headerRow() else { return nil }
    let headerRow = rows[headerIndex]
    var width = headerRow.cells.count
    while width > 0, headerRow.cells[width - 1].isEmpty { width -= 1 }
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
      decimal: decimal,
      mayBe: match.rivals)
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
      for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
        if index >= width {
          fault = fault ?? .extraCell(cell)
        } else if headers[index].text.isEmpty {
          unnamed.insert(index)
        }
      }
      var cells = row.cells.prefix(width).map { $0.isEmpty ? Cell.blank : .text($0) }
      for (index, complaint) in row.faults where index < cells.count {
        cells[index] = .fault(complaint)
      }
      table.rows.append(Table.Row(place: place, cells: cells, fault: fault))
    }
    for index in unnamed {
      findings.append(Finding(complaint: .unnamedColumn, origin: origins[index]))
    }
    table.findings = findings
    return table
  }

  /// A row whose only cell belongs to no record: a signature or remark beneath the table, or a running number before nothing.
  private func isRemark(_ row: Row, _ layout: Layout) -> Bool {
    guard layout.kind != .policy, row.fault == nil,
      let only = row.cells.firstIndex(where: { !$0.isEmpty }), only < layout.headers.count,
      row.cells[(only + 1)...].allSatisfy(\.isEmpty)
    else { return false }
    if !layout.isKnown(only) { return true }
    let text = row.cells[only].foldedName
    return Vocabulary.remarks.contains { text.hasPrefix($0) }
  }

  /// A row that adds up the others: it says so in its first filled cell, and has nothing under the columns that name a record.
  private func isTotal(_ row: Row, _ layout: Layout) -> Bool {
    guard layout.kind != .policy,
      let first = row.cells.firstIndex(where: { !$0.isEmpty }),
      Vocabulary.totals.contains(row.cells[first].foldedName)
    else { return false }
    return ColumnNames.of(layout.kind).required.allSatisfy { rule in
      guard rule.column != .need, let index = layout.index(of: rule.column), index != first
      else { return true }
      return index >= row.cells.count || row.cells[index].isEmpty
    }
  }
}

extension Table {
  /// Tells which unknown columns hold numbers: those whose every filled cell reads as one.
  mutating func findExtras() {
    layout.extras = layout.unknown.filter { _, index in
      var hasNumber = false
      for row in rows where index < row.cells.count {
        switch row.cells[index] {
        case .blank, .fault: continue
        case .tree: return false
        case .text(let text):
          guard let number = try? WrittenNumber(text, decimal: decimal),
            number.isBare || number.prefix.isEmpty && number.suffix == "%",
            number.isZero || number.value() != nil
          else { return false }
          hasNumber = true
        }
      }
      return hasNumber
    }
  }
}
