/// CSV and TSV, read over UTF-8 bytes: quotes, line ends inside them, CRLF, LF and CR, ragged rows.
struct SeparatedValues {
  static let separators: [UInt8] = [0x2C, 0x3B, 0x09]
  private static let quote: UInt8 = 0x22

  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var texts: CellTexts.Builder
  /// Where the cells of each row end among all.
  private var ends: [UInt32] = []
  /// A quote was opened and never closed, so that the rest of the file stands in the last row.
  private var isUnclosed = false

  /// The rows of a text, every line of cells one row as spreadsheet programs count them.
  static func rows(of utf8: [UInt8], separator: UInt8, limit: Int = .max) -> [Grid.Row] {
    var reader = SeparatedValues(utf8, separator)
    while reader.index < utf8.count, reader.ends.count < limit { reader.readCell() }
    return reader.rows()
  }

  private init(_ bytes: [UInt8], _ separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    texts = CellTexts.Builder(given: bytes)
  }

  private func rows() -> [Grid.Row] {
    let texts = texts.finished()
    var start = 0
    return ends.enumerated().map { index, end in
      defer { start = Int(end) }
      let isLast = index == ends.count - 1
      return Grid.Row(
        number: index + 1, cells: RowCells(texts, start..<Int(end)),
        fault: isLast && isUnclosed ? .unclosedQuote : nil)
    }
  }

  /// Reads a cell and what ends it.
  private mutating func readCell() {
    var start = index
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    if start < bytes.count, bytes[start] == SeparatedValues.quote {
      readQuoted(from: start + 1)
    } else {
      skipToEnd()
      texts.add(given: start..<index)
    }
    if index < bytes.count, bytes[index] == separator {
      index += 1
      if index < bytes.count { return }
      texts.add(.blank)
    } else if index < bytes.count {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
    }
    ends.append(UInt32(texts.count))
  }

  /// Reads on to what ends a cell.
  private mutating func skipToEnd() {
    while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A,
      bytes[index] != 0x0D
    { index += 1 }
  }

  private mutating func readQuoted(from start: Int) {
    let quote = SeparatedValues.quote
    var isPlain = true
    index = start
    while index < bytes.count {
      if bytes[index] != quote {
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == quote {
        isPlain = false
        index += 2
      } else {
        break
      }
    }
    let end = index
    isUnclosed = index == bytes.count
    if !isUnclosed { index += 1 }
    // What follows the closing quote belongs to the cell: a slip, but its text is plain.
    let tail = index
    skipToEnd()
    if isPlain, tail == index { return texts.add(given: start..<end) }
    var text: [UInt8] = []
    var isFirstOfPair = false
    for byte in bytes[start..<end] {
      isFirstOfPair = byte == quote && !isFirstOfPair
      if !isFirstOfPair { text.append(byte) }
    }
    text += bytes[tail..<index]
    text.withUnsafeBufferPointer { texts.add($0) }
  }
}
