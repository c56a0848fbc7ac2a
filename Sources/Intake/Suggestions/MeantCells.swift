import Records

/// Suggestions for cells that do not read: a slip is suggested only where the row, read again with it, has nothing to say
/// against the cell.
extension ReadRow {
  /// The row's findings with the texts that were meant.
  ///
  /// - Parameter read: reads a row of this kind.
  func findings(of reader: RowReader, _ read: (RowReader) -> ReadRow) -> [Finding] {
    guard findings.contains(where: \.isProblem) else { return findings }
    return findings.map { finding in
      guard finding.isProblem, finding.complaint.suggestion == nil,
        let index = reader.row.cells.indices.first(where: {
          reader.table.origin(reader.row, $0) == finding.origin
        }), case .text(let text) = reader.row.cells[index]
      else { return finding }
      let plain = Slips.meant(text, kind: finding.complaint.kind)
      let counted = reader.withoutUnit(plain ?? text, index)
      var copy = finding
      copy.complaint.suggestion = [plain, counted].compactMap { $0 }.first { meant in
        var row = reader.row
        row.cells[index] = .text(meant)
        let again = read(RowReader(reader.whole, row))
        return !again.findings.contains { $0.origin == finding.origin }
      }
      return copy
    }
  }
}

extension RowReader {
  /// `80人`, `1.2万吨` in the unit of a column of people, jobs or masses, whose cells are bare numbers; nil elsewhere.
  fileprivate func withoutUnit(_ text: String, _ index: Int) -> String? {
    guard let number = try? WrittenNumber(text, decimal: table.decimal), number.prefix.isEmpty,
      let column = ColumnNames.of(table.kind).column(table.layout.headers[index].name),
      let shift = TableReader.shift(column.measure, cell: number.suffix)
    else { return nil }
    return number.plainText(shiftedBy: shift - whole.shift(column))
  }
}
