/// Headers in two rows: titles of groups of columns above, the names of single columns below.
extension Grid {
  /// The sheet with such a header brought into its lower row, where its cells are not merged: `年度资金（万元）` above `2026` and, with a blank above it, `2027`.
  ///
  /// Merged cells are joined before, by `MergedCells`. Texts of CSV have none.
  func withJoinedHeaders() -> Grid {
    var grid = self
    var index = 0
    while index + 1 < rows.count {
      let startsBlock =
        index == 0 || rows[index - 1].isBlank || rows[index].number > rows[index - 1].number + 1
      if index < Grid.headerSearch || startsBlock, let joined = joinedHeader(index) {
        grid.rows[index].cells = []
        grid.rows[index].faults = [:]
        grid.rows[index + 1].cells = RowCells(joined)
        index += 1
      }
      index += 1
    }
    return grid
  }

  /// The header that a row and the next make together, if neither is one alone.
  private func joinedHeader(_ index: Int) -> [String]? {
    guard rows[index + 1].number == rows[index].number + 1, !rows[index].isBlank,
      !rows[index + 1].isBlank
    else { return nil }
    let (upper, lower) = (Array(rows[index].cells), Array(rows[index + 1].cells))
    guard let upperMatch = KindMatch(headers: upper.map { Header($0) }),
      KindMatch(headers: lower.map { Header($0) })?.isFull != true,
      !upperMatch.isFull || Grid.isOfHeaders(lower)
    else { return nil }
    var group = ""
    var joined: [String] = []
    for column in 0..<max(upper.count, lower.count) {
      let above = column < upper.count ? upper[column] : ""
      let below = column < lower.count ? lower[column] : ""
      // A title reaches to the right as long as names stand below it and no other title begins.
      if !above.isEmpty || below.isEmpty { group = above }
      joined.append(
        below.isEmpty ? above : group.isEmpty ? below : Header.name(below, under: group))
    }
    guard joined != upper, KindMatch(headers: joined.map { Header($0) })?.isFull == true else {
      return nil
    }
    return joined
  }

  /// Whether a row has nothing but years, names of columns and words for their sum, which no row of records has.
  private static func isOfHeaders(_ cells: [String]) -> Bool {
    var hasName = false
    for cell in cells where !cell.isEmpty {
      let header = Header(cell)
      if header.year != nil || Header.isKnown(header.name) {
        hasName = true
      } else if !Vocabulary.totals.contains(header.name) {
        return false
      }
    }
    return hasName
  }
}

extension Header {
  static func isKnown(_ name: String) -> Bool {
    RecordKind.allCases.contains { ColumnNames.of($0).column(name) != nil }
  }

  /// The name of a column under a group's title: with the title where both make a known name, and with its unit.
  static func name(_ below: String, under group: String) -> String {
    let title = Header(group)
    let header = Header(below)
    // `资金需求（万元）` above `总额`, `2026`, `2027`: the sum is the need itself, the years are how it is drawn.
    if Vocabulary.totals.contains(header.name), header.unit == nil,
      ColumnNames.proposals.column(title.name) == .need
    {
      return group
    }
    if header.year == nil, !isKnown(header.name), isKnown(title.name + header.name) {
      let unit = header.unit ?? title.unit
      return title.written + header.written + (unit.map { "（\($0)）" } ?? "")
    }
    guard header.unit == nil, let unit = title.unit,
      MoneyWords(unit) != nil || Units.isKnown(unit)
    else { return below }
    return below + "（\(unit)）"
  }
}
