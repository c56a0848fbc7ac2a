import Records

public typealias Limits = InputLimits

extension Grid {
  /// Which limit the rows of a separated text pass; workbooks are counted as they are unpacked.
  func excess(over limits: Limits) -> WorkbookFailure.Excess? {
    var count = (rows: 0, cells: 0)
    for row in rows where !row.isBlank {
      count.rows += 1
      count.cells += row.cells.count
      if row.cells.count > limits.columns,
        (limits.columns..<row.cells.count).contains(where: { !row.cells.isBlank($0) })
      {
        return .columns(sheet: sheet, row: row.number, limits.columns)
      }
    }
    if count.rows > limits.rows { return .rows(limits.rows) }
    return count.cells > limits.cells ? .cells(limits.cells) : nil
  }

  /// The grid with a complaint in place of every cell whose text is too long.
  func refusingLongCells(_ limits: Limits) -> Grid {
    var grid = self
    for (number, row) in rows.enumerated() {
      for index in row.cells.indices
      where row.cells.withBytes(index, \.count) > limits.cellLength {
        grid.rows[number].faults[index] = .cellTooLong(limits.cellLength)
      }
    }
    return grid
  }
}
