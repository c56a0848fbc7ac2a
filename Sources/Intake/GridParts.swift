/// Tells the tables of one sheet apart: they stand one below the other or side by side.
extension Grid {
  /// The parts of the sheet that have a header of their own; the sheet whole where it has one table or none.
  func parts() -> [Grid] {
    besides().flatMap { $0.stacked() }.flatMap { part in
      let inner = part.besides()
      return inner.count > 1 ? inner.flatMap { $0.stacked() } : inner
    }
  }

  /// Parted at columns that are blank in every row, where a header stands on both sides.
  private func besides() -> [Grid] {
    var filled: [Bool] = []
    for row in rows {
      while filled.count < row.cells.count { filled.append(false) }
      for index in row.cells.indices where !row.cells.isBlank(index) { filled[index] = true }
    }
    var starts: [Int] = []
    for index in filled.indices where filled[index] && (index == 0 || !filled[index - 1]) {
      starts.append(index)
    }
    guard starts.count > 1 else { return [self] }
    // Headers are looked for in the first rows alone; with all of them a sheet of a thousand blocks would be copied a thousand times.
    var head = self
    head.rows = Array(rows.prefix(Grid.headerSearch))
    // A block without a header belongs to the table before it: a blank column inside a table parts nothing.
    var bounds: [Int] = [0]
    for (number, start) in starts.enumerated() where number > 0 {
      let end = number + 1 < starts.count ? starts[number + 1] : filled.count
      guard let right = head.columns(start, end).headerRow()?.match, right.isFull, right.known > 1
      else { continue }
      if head.columns(bounds[bounds.count - 1], start).headerRow()?.match.isFull == true {
        bounds.append(start)
      }
    }
    guard bounds.count > 1 else { return [self] }
    return bounds.enumerated().map { number, start in
      columns(start, number + 1 < bounds.count ? bounds[number + 1] : filled.count)
    }
  }

  private func columns(_ start: Int, _ end: Int) -> Grid {
    var part = self
    part.firstColumn = firstColumn + start
    part.rows = rows.map { row in
      var copy = row
      copy.cells = row.cells.part(start..<end)
      copy.faults = [:]
      for (index, complaint) in row.faults where (start..<end).contains(index) {
        copy.faults[index - start] = complaint
      }
      return copy
    }
    return part
  }

  /// Parted above each further header.
  private func stacked() -> [Grid] {
    guard let first = headerRow(), first.match.isFull else { return [self] }
    var starts = [0]
    var kind = first.match.kind
    // The first row after the last gap, and whether it is near: a title or two may stand above a header.
    var block = first.index
    for index in rows.indices where index > first.index && !rows[index].isBlank {
      if rows[index - 1].isBlank || rows[index].number > rows[index - 1].number + 1 {
        block = index
      }
      let isNear = block > first.index && index - block < 5
      guard isNear || Grid.mayBeHeader(rows[index]),
        let match = KindMatch(headers: rows[index].cells.map { Header($0) }), match.isFull
      else { continue }
      let titles = rows[block..<index].allSatisfy { row in
        row.cells.indices.count { !row.cells.isBlank($0) } <= (kind == .policy ? 1 : 2)
      }
      starts.append(isNear && titles ? block : index)
      kind = match.kind
    }
    guard starts.count > 1 else { return [self] }
    return starts.enumerated().map { number, start in
      var part = self
      part.rows = Array(rows[start..<(number + 1 < starts.count ? starts[number + 1] : rows.count)])
      return part
    }
  }

  /// A quick look: the first filled cell is a column's name. Rows of data begin with a code or a number.
  static func mayBeHeader(_ row: Row) -> Bool {
    guard let first = row.cells.firstFilled.map({ row.cells[$0] }),
      !first.utf8.contains(where: { (48...57).contains($0) })
    else { return false }
    let name = Header(first).name
    return RecordKind.allCases.contains { ColumnNames.of($0).column(name) != nil }
  }
}
