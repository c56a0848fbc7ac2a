/// The cells of one row, as text. A row that is changed gets texts of its own.
struct RowCells: Sendable {
  private var texts: CellTexts
  private var start: UInt32
  private var length: UInt32

  /// - Parameter range: the row's cells among all of the texts.
  init(_ texts: CellTexts, _ range: Range<Int>) {
    self.texts = texts
    start = UInt32(range.lowerBound)
    length = UInt32(range.count)
  }

  init(_ cells: [String]) {
    var builder = CellTexts.Builder()
    for var cell in cells { cell.withUTF8 { builder.add($0) } }
    self.init(builder.finished(), 0..<cells.count)
  }

  func isBlank(_ index: Int) -> Bool { texts.isBlank(Int(start) + index) }

  var isBlank: Bool { indices.allSatisfy(isBlank) }

  /// The index of the first cell that is filled.
  var firstFilled: Int? { indices.first { !isBlank($0) } }

  /// Whether a cell has one of the digits 0 to 9.
  func hasDigit(_ index: Int) -> Bool {
    withBytes(index) { $0.contains { (48...57).contains($0) } }
  }

  @inline(__always)
  func withBytes<Result, Failure: Error>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try texts.withBytes(Int(start) + index, body)
  }

  /// The cells in a range of columns, as far as there are any.
  func part(_ range: Range<Int>) -> RowCells {
    let part = range.clamped(to: indices)
    return RowCells(texts, Int(start) + part.lowerBound..<Int(start) + part.upperBound)
  }
}

extension RowCells: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  init() { self.init([String]()) }

  var startIndex: Int { 0 }
  var endIndex: Int { Int(length) }

  subscript(index: Int) -> String {
    get { texts.text(Int(start) + index) }
    set { replaceSubrange(index..<index + 1, with: CollectionOfOne(newValue)) }
  }

  mutating func replaceSubrange(_ range: Range<Int>, with cells: some Collection<String>) {
    var all = Array(self)
    all.replaceSubrange(range, with: cells)
    self = RowCells(all)
  }
}

extension RowCells: ExpressibleByArrayLiteral, Equatable {
  init(arrayLiteral cells: String...) { self.init(cells) }

  static func == (left: RowCells, right: RowCells) -> Bool { left.elementsEqual(right) }
}
