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
  /// The numbers of filled rows that are hidden, by hand or by a filter.
  var hiddenRows: [Int] = []
  var hiddenColumns: [ClosedRange<Int>] = []

  /// The hidden columns in which a cell is filled; programs also hide all that lie beside a table.
  var filledHiddenColumns: [Int] {
    let width = hiddenColumns.isEmpty ? 0 : rows.map(\.cells.count).max() ?? 0
    let hidden = hiddenColumns.flatMap {
      $0.lowerBound <= width ? Array($0.clamped(to: 1...width)) : []
    }
    return Set(hidden).filter { column in
      rows.contains { $0.cells.count >= column && !$0.cells[column - 1].isEmpty }
    }.sorted()
  }
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
  private var isRowHidden = false

  init(_ name: String, isHidden: Bool, before count: Count, _ limits: Limits) {
    sheet = Sheet(name: name, isHidden: isHidden)
    self.count = count
    self.limits = limits
  }

  /// The highest row that any program has.
  static let lastRow = 1 << 24

  mutating func startRow(_ number: Int, isHidden: Bool) throws(WorkbookFailure) {
    guard number > row.number else { throw .damaged(sheet.name) }
    isRowHidden = isHidden
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
      throw .overLimit(.columns(sheet: sheet.name, row: row.number, limits.columns))
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
    if isRowHidden { sheet.hiddenRows += (0..<repeated).map { row.number + $0 } }
    guard repeated > 1 else { return }
    for offset in 1..<repeated {
      var copy = row
      copy.number += offset
      sheet.rows.append(copy)
    }
    row.number += repeated - 1
  }

  mutating func add(_ merge: Sheet.Merge) { sheet.merges.append(merge) }

  mutating func hide(columns: ClosedRange<Int>) { sheet.hiddenColumns.append(columns) }

  /// A complaint where the text of a cell is longer than any program allows.
  func tooLong(_ bytes: Int) -> Complaint? {
    bytes > limits.cellLength ? .cellTooLong(limits.cellLength) : nil
  }
}
