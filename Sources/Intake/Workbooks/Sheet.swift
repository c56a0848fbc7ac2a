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
  /// Filled rows that are hidden, by hand or by a filter: how many, and the number of the first.
  var hiddenRows: (count: Int, first: Int)?
  var hiddenColumns: [ClosedRange<Int>] = []

  /// The hidden columns in which a cell is filled; programs also hide all that lie beside a table.
  var filledHiddenColumns: [Int] {
    let width = hiddenColumns.isEmpty ? 0 : rows.map(\.cells.count).max() ?? 0
    let hidden = hiddenColumns.flatMap {
      $0.lowerBound <= width ? Array($0.clamped(to: 1...width)) : []
    }
    return Set(hidden).filter { column in
      rows.contains { $0.cells.count >= column && !$0.cells.isBlank(column - 1) }
    }.sorted()
  }
}

/// Brings the cells of a sheet together, row by row.
struct SheetBuilder {
  let name: String
  private let isHidden: Bool
  private let limits: Limits
  private var merges: [Sheet.Merge] = []
  private var texts: CellTexts.Builder
  /// A filled row: its number, and where its cells lie among the texts.
  private var rows: [(number: Int, cells: Range<UInt32>)] = []
  /// By the index of their row.
  private var faults: [Int: [Int: Complaint]] = [:]
  /// Rows kept once for all their copies, by index.
  private var repeats: [Int: ClosedRange<Int>] = [:]
  /// Of the whole workbook so far.
  struct Count {
    var cells = 0
    var rows = 0
  }

  private(set) var count: Count
  private let shared: [CellTexts.Part]
  private var number = 0
  /// Where the texts of the row at hand begin, and what is wrong with them.
  private var start = 0
  private var rowFaults: [Int: Complaint] = [:]
  private var isRowHidden = false
  private var hiddenRows: (count: Int, first: Int)?
  private var hiddenColumns: [ClosedRange<Int>] = []

  /// - Parameter shared: texts that `add(shared:)` names.
  init(
    _ name: String, isHidden: Bool, before count: Count, _ limits: Limits,
    shared: SharedTexts = SharedTexts()
  ) {
    self.name = name
    self.isHidden = isHidden
    self.shared = shared.parts
    texts = CellTexts.Builder(given: shared.bytes)
    self.count = count
    self.limits = limits
  }

  /// The highest row that any program has.
  static let lastRow = 1 << 24

  /// Identical rows in one piece that a table may hold by mistake, each of which is told; with more, a program has filled the sheet down to its end.
  static let copies = 100

  /// The sheet of all rows so far.
  func finished() -> Sheet {
    let texts = texts.finished()
    let rows = rows.enumerated().map { index, row in
      Grid.Row(
        number: row.number,
        cells: RowCells(texts, Int(row.cells.lowerBound)..<Int(row.cells.upperBound)),
        fault: repeats.isEmpty ? nil : repeats[index].map { .repeatedRow($0) },
        faults: faults.isEmpty ? [:] : faults[index] ?? [:])
    }
    return Sheet(
      name: name, isHidden: isHidden, rows: rows, merges: merges, hiddenRows: hiddenRows,
      hiddenColumns: hiddenColumns)
  }

  mutating func startRow(_ number: Int, isHidden: Bool) throws(WorkbookFailure) {
    guard number > self.number else { throw .damaged(name) }
    self.number = number
    isRowHidden = isHidden
    texts.cut(to: start)
    rowFaults = [:]
  }

  /// - Parameter column: from 1.
  mutating func add(
    _ text: String, _ fault: Complaint? = nil, column: Int
  ) throws(WorkbookFailure) {
    var text = text
    text.withUTF8 { texts.add($0) }
    try place(texts.takeLast(), fault, column)
  }

  /// - Parameter text: UTF-8, as it is stored.
  mutating func add(
    stored text: [UInt8], column: Int
  ) throws(WorkbookFailure) {
    let fault = tooLong(text.count)
    text.withUnsafeBufferPointer { texts.add($0) }
    try place(texts.takeLast(), fault, column)
  }

  /// - Returns: whether there is a shared text of this number.
  mutating func add(shared index: Int, column: Int) throws(WorkbookFailure) -> Bool {
    guard shared.indices.contains(index) else { return false }
    try place(shared[index], tooLong(shared[index].count), column)
    return true
  }

  private mutating func place(
    _ text: CellTexts.Part, _ fault: Complaint?, _ column: Int
  ) throws(WorkbookFailure) {
    guard text.count > 0 || fault != nil else { return }
    guard column >= 1, column <= limits.columns else {
      throw .overLimit(.columns(sheet: name, row: number, limits.columns))
    }
    guard number <= SheetBuilder.lastRow else { throw .damaged(name) }
    if column == texts.count - start + 1 {
      texts.add(text)
    } else {
      while texts.count - start < column { texts.add(.blank) }
      texts[start + column - 1] = text
    }
    if let fault { rowFaults[column - 1] = fault }
  }

  /// - Parameter repeated: how many rows it stands for, up to `1 << 32`. More than `copies` are kept as one that is at fault.
  mutating func endRow(repeated: Int = 1) throws(WorkbookFailure) {
    let width = texts.count - start
    guard width > 0 else { return }
    let kept = repeated > SheetBuilder.copies ? 1 : repeated
    let last = number + repeated - 1
    guard last <= SheetBuilder.lastRow else { throw .damaged(name) }
    // Blank cells before a filled one take room too.
    count.cells += width * kept
    count.rows += kept
    guard count.cells <= limits.cells else { throw .overLimit(.cells(limits.cells)) }
    guard count.rows <= limits.rows else { throw .overLimit(.rows(limits.rows)) }
    if isRowHidden {
      hiddenRows = ((hiddenRows?.count ?? 0) + repeated, hiddenRows?.first ?? number)
    }
    if kept < repeated { repeats[rows.count] = number...last }
    let cells = UInt32(start)..<UInt32(texts.count)
    for offset in 0..<kept {
      if !rowFaults.isEmpty { faults[rows.count] = rowFaults }
      rows.append((number + offset, cells))
    }
    number = last
    start = texts.count
  }

  mutating func add(_ merge: Sheet.Merge) { merges.append(merge) }

  mutating func hide(columns: ClosedRange<Int>) { hiddenColumns.append(columns) }

  /// A complaint where the text of a cell is longer than any program allows.
  func tooLong(_ bytes: Int) -> Complaint? {
    bytes > limits.cellLength ? .cellTooLong(limits.cellLength) : nil
  }
}
