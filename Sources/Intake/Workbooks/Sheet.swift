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
  /// Of the whole workbook so far.
  struct Count {
    var cells = 0
    var rows = 0
  }

  private(set) var count: Count
  private var row = Grid.Row(number: 0, cells: [])
  private var width = 0

  init(_ name: String, isHidden: Bool, before count: Count, _ limits: Limits) {
    sheet = Sheet(name: name, isHidden: isHidden)
    self.count = count
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
    if column == row.cells.count + 1 {
      row.cells.append(text)
    } else {
      while row.cells.count < column { row.cells.append("") }
      row.cells[column - 1] = text
    }
    if let fault { row.faults[column - 1] = fault }
  }

  /// - Parameter repeated: how many rows it stands for, up to `1 << 32`.
  mutating func endRow(repeated: Int = 1) throws(WorkbookFailure) {
    guard !row.cells.isEmpty else { return }
    // Blank cells before a filled one take room too.
    count.cells += row.cells.count * repeated
    count.rows += repeated
    guard count.cells <= limits.cells else { throw .overLimit(.cells(limits.cells)) }
    guard count.rows <= limits.rows else { throw .overLimit(.rows(limits.rows)) }
    width = row.cells.count
    sheet.rows.append(row)
    guard repeated > 1 else { return }
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
