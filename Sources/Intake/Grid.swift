import Records

/// A sheet as a spreadsheet program shows it: rows of cells with their numbers, before anything is known of its meaning.
///
/// Readers of text files make one, readers of workbooks one per sheet; everything after is the same for both.
struct Grid: Sendable {
  struct Row: Sendable {
    /// From 1, as the planner's program counts.
    var number: Int
    /// Trimmed; blank cells are empty.
    var cells: RowCells
    private var wrong: Seldom<Complaint>
    /// What is wrong with single cells, by their index.
    var faults: [Int: Complaint]

    init(
      number: Int, cells: RowCells, fault: Complaint? = nil, faults: [Int: Complaint] = [:]
    ) {
      self.number = number
      self.cells = cells
      wrong = Seldom(fault)
      self.faults = faults
    }

    /// What makes the row unreadable whatever its cells say.
    var fault: Complaint? {
      get { wrong.value }
      set { wrong = Seldom(newValue) }
    }

    var isBlank: Bool { cells.isBlank }
  }

  var file: String
  /// nil where the file has only one sheet that has no name.
  var sheet: String?
  var rows: [Row]
  /// The column that the first cell of every row stands in, from 1: tables may stand side by side.
  var firstColumn = 1
  var decimal = WrittenNumber.Decimal.point

  /// The header: the first of the leading rows that names a kind with what it requires, else the first with two known columns. Title and note rows above it are skipped.
  func headerRow() -> (index: Int, match: KindMatch)? {
    var partial: (index: Int, match: KindMatch)?
    for (index, row) in rows.prefix(Grid.headerSearch).enumerated() where !row.isBlank {
      guard let match = KindMatch(headers: row.cells.map { Header($0) }) else { continue }
      if match.isFull { return (index, match) }
      if match.known >= 2, partial == nil { partial = (index, match) }
    }
    return partial
  }

  /// How many rows a header is looked for in.
  static let headerSearch = 50

  /// The table of a separated text, under the separator that its header makes sense with.
  static func separated(_ utf8: [UInt8], file: String) -> Grid {
    var best: (separator: UInt8, score: Int) = (SeparatedValues.separators[0], -1)
    for separator in SeparatedValues.separators {
      let head = Grid(
        file: file,
        rows: SeparatedValues.rows(of: utf8, separator: separator, limit: headerSearch))
      let match = head.headerRow()?.match
      let score = match.map { ($0.isFull ? 1_000_000 : 1_000) + $0.known } ?? 0
      if score > best.score { best = (separator, score) }
    }
    let rows = SeparatedValues.rows(of: utf8, separator: best.separator)
    var grid = Grid(file: file, rows: rows)
    // Where `;` parts the cells, a comma may part the fraction.
    if best.separator == 0x3B {
      grid.decimal = WrittenNumber.decimal(of: rows.lazy.flatMap(\.cells))
    } else if best.separator == 0x09,
      WrittenNumber.decimal(of: rows.lazy.flatMap(\.cells)) == .comma
    {
      // A tab says nothing of the comma, so `2,5` is read where no cell speaks against it, and `1,234` is asked for.
      grid.decimal = .undecided
    }
    return grid
  }
}
