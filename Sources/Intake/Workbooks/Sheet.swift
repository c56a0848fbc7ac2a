/// A sheet of a workbook, its filled rows only.
struct Sheet {
  /// Cells shown as one; its value stands in the top left one. Rows and columns count from 1.
  struct Merge: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  var name: String
  var isHidden = false
  var rows: [Grid.Row] = []
  var merges: [Merge] = []
}

/// Brings the cells of a sheet together, row by row.
struct SheetBuilder {
  private(set) var sheet: Sheet
  private let limits: Limits
  /// Filled cells of the whole workbook so far.
  private(set) var cells: Int
  private var row = Grid.Row(number: 0, cells: [])
  private var width = 0

  init(_ name: String, isHidden: Bool, cellsBefore: Int, _ limits: Limits) {
    sheet = Sheet(name: name, isHidden: isHidden)
    cells = cellsBefore
    self.limits = limits
  }

  /// The highest row that any program has.
  static let lastRow = 1 << 24

  mutating func startRow(_ number: Int) throws(WorkbookFailure) {
    guard number > row.number else { throw .damaged(sheet.name) }
    row = Grid.Row(number: number, cells: [])
    row.cells.reserveCapacity(width)
  }

  /// - Parameter column: from 1.
  mutating func add(
    _ text: String, _ fault: Complaint? = nil, column: Int
  ) throws(WorkbookFailure) {
    let text = text.trimmed
    guard !text.isEmpty || fault != nil else { return }
    guard column >= 1, column <= limits.columns else {
      throw .overLimit(.columns(sheet: sheet.name, limits.columns))
    }
    guard row.number <= SheetBuilder.lastRow else { throw .damaged(sheet.name) }
    try count(1)
    if column == row.cells.count + 1 {
      row.cells.append(text)
    } else {
      while row.cells.count < column { row.cells.append("") }
      row.cells[column - 1] = text
    }
    if let fault { row.faults[column - 1] = fault }
  }

  private mutating func count(_ more: Int) throws(WorkbookFailure) {
    cells += more
    guard cells <= limits.cells else { throw .overLimit(.cells(limits.cells)) }
  }

  /// - Parameter repeated: how many rows it stands for, up to `1 << 32`.
  mutating func endRow(repeated: Int = 1) throws(WorkbookFailure) {
    guard !row.cells.isEmpty else { return }
    width = row.cells.count
    sheet.rows.append(row)
    guard repeated > 1 else { return }
    try count(row.cells.count * (repeated - 1))
    for offset in 1..<repeated {
      var copy = row
      copy.number += offset
      sheet.rows.append(copy)
    }
    row.number += repeated - 1
  }

  mutating func add(_ merge: Sheet.Merge) { sheet.merges.append(merge) }

  /// A complaint where the text of a cell is longer than any program allows.
  func tooLong(_ bytes: Int) -> Complaint? {
    bytes > limits.cellLength ? .cellTooLong(limits.cellLength) : nil
  }
}
