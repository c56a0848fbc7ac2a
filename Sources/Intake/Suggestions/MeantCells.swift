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
        }), case .text(let text) = reader.row.cells[index],
        let meant = Slips.meant(text, kind: finding.complaint.kind)
      else { return finding }
      var row = reader.row
      row.cells[index] = .text(meant)
      let again = read(RowReader(reader.whole, row))
      guard !again.findings.contains(where: { $0.origin == finding.origin }) else { return finding }
      var copy = finding
      copy.complaint.suggestion = meant
      return copy
    }
  }
}
