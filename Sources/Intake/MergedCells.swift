/// What merged cells mean for the rows of a sheet.
///
/// A value stands in the top left cell alone. A text merged downwards over rows (the recipient of several projects) is each row's; a
/// number is not, because it may be the sum of them. Group titles above the headers become part of them.
struct MergedCells {
  private let merges: [Sheet.Merge]
  private var rows: [Grid.Row]
  private let indices: [Int: Int]

  /// The rows of a sheet with its merged cells understood.
  static func rows(of sheet: Sheet) -> [Grid.Row] {
    guard !sheet.merges.isEmpty else { return sheet.rows }
    var cells = MergedCells(sheet)
    cells.clearCovered()
    cells.joinHeaders()
    cells.fillDown()
    return cells.rows
  }

  private init(_ sheet: Sheet) {
    rows = sheet.rows
    indices = Dictionary(
      sheet.rows.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    // Merged cells never overlap in a sound file, so all of them together hold no more rows than there are cells.
    var room = rows.count * 64 + 100_000
    var sound: [Sheet.Merge] = []
    for merge in sheet.merges {
      room -= MergedCells.held(merge, rows).count + 1
      if room < 0 { break }
      sound.append(merge)
    }
    merges = sound
  }

  private func index(_ row: Int) -> Int? { indices[row] }

  private func text(_ row: Int, _ column: Int) -> String {
    guard let index = index(row), column <= rows[index].cells.count else { return "" }
    return rows[index].cells[column - 1]
  }

  private mutating func set(_ text: String, _ index: Int, _ column: Int) {
    while rows[index].cells.count < column { rows[index].cells.append("") }
    rows[index].cells[column - 1] = text
  }

  /// The rows of a merge that hold anything.
  private static func held(_ merge: Sheet.Merge, _ rows: [Grid.Row]) -> Range<Int> {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < merge.rows.lowerBound { low = middle + 1 } else { high = middle }
    }
    let end = rows[low...].firstIndex { $0.number > merge.rows.upperBound } ?? rows.count
    return low..<end
  }

  /// What lies under a merged cell is seen by nobody.
  private mutating func clearCovered() {
    for merge in merges {
      for index in MergedCells.held(merge, rows) {
        let isTop = rows[index].number == merge.rows.lowerBound
        let columns = merge.columns.clamped(to: 1...max(1, rows[index].cells.count))
        for column in columns where !(isTop && column == merge.columns.lowerBound) {
          guard column <= rows[index].cells.count, merge.columns.contains(column) else { continue }
          rows[index].cells[column - 1] = ""
          rows[index].faults[column - 1] = nil
        }
      }
    }
  }

  private mutating func fillDown() {
    for merge in merges where merge.columns.count == 1 && merge.rows.count > 1 {
      let column = merge.columns.lowerBound
      let value = text(merge.rows.lowerBound, column)
      guard !value.isEmpty, (try? WrittenNumber(value))?.isBare != true else { continue }
      for index in MergedCells.held(merge, rows) where rows[index].number > merge.rows.lowerBound {
        set(value, index, column)
      }
    }
  }

  /// Brings a header in two rows into its lower row: `资金（万元）` over `2026` and `2027` makes `2026（万元）` and `2027（万元）`.
  private mutating func joinHeaders() {
    let groupsByRow = Dictionary(
      grouping: merges.filter { $0.columns.count > 1 && $0.rows.count == 1 }, by: \.rows.lowerBound)
    for (top, titles) in groupsByRow.sorted(by: { $0.key < $1.key }) {
      guard let upper = index(top), let lower = index(top + 1),
        upper < Grid.headerSearch || Grid.mayBeHeader(rows[upper])
      else { continue }
      var groups: [Int: String] = [:]
      for merge in titles {
        for column in merge.columns.prefix(rows[lower].cells.count)
        where column <= rows[lower].cells.count {
          groups[column] = text(top, merge.columns.lowerBound)
        }
      }
      // A title over the whole table is no group.
      guard rows[upper].cells.count(where: { !$0.isEmpty }) > 1 else { continue }
      let width = max(rows[upper].cells.count, rows[lower].cells.count)
      let joined = (1...width).map { column in
        let below = text(top + 1, column)
        if let group = groups[column], !below.isEmpty { return Header.name(below, under: group) }
        // Columns without a group say their name in either row, never in both.
        return below.isEmpty ? text(top, column) : below
      }
      let clash = (1...width).contains {
        groups[$0] == nil && !text(top, $0).isEmpty && !text(top + 1, $0).isEmpty
      }
      guard !clash, let match = KindMatch(headers: joined.map { Header($0) }), match.isFull
      else { continue }
      rows[lower].cells = RowCells(joined)
      rows[upper].cells = []
      rows[upper].faults = [:]
    }
  }
}
