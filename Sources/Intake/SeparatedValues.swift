/// CSV and TSV, read over UTF-8 bytes: quotes, line ends inside them, CRLF, LF and CR, ragged rows.
enum SeparatedValues {
  static let separators: [UInt8] = [0x2C, 0x3B, 0x09]

  struct Row: Sendable {
    var cells: [String]
    /// A quote was opened and never closed, so that the rest of the file stands in this row.
    var isUnclosed = false
  }

  /// The rows of a text, every line of cells one row as spreadsheet programs count them.
  static func rows(of utf8: [UInt8], separator: UInt8, limit: Int = .max) -> [Row] {
    var rows: [Row] = []
    var cells: [String] = []
    var index = 0
    let end = utf8.count
    let quote: UInt8 = 0x22
    while index < end, rows.count < limit {
      // One cell.
      var unclosed = false
      var start = index
      while start < end, utf8[start] == 0x20 { start += 1 }
      if start < end, utf8[start] == quote {
        var text: [UInt8] = []
        index = start + 1
        var closed = false
        while index < end {
          let byte = utf8[index]
          if byte == quote {
            if index + 1 < end, utf8[index + 1] == quote {
              text.append(quote)
              index += 2
              continue
            }
            closed = true
            index += 1
            break
          }
          text.append(byte)
          index += 1
        }
        // What follows the closing quote belongs to the cell: a slip, but its text is plain.
        let tail = index
        while index < end, !endsCell(utf8[index], separator) { index += 1 }
        text.append(contentsOf: utf8[tail..<index])
        cells.append(String(decoding: text, as: UTF8.self).trimmed)
        unclosed = !closed
      } else {
        while index < end, !endsCell(utf8[index], separator) { index += 1 }
        cells.append(String(decoding: utf8[start..<index], as: UTF8.self).trimmed)
      }
      // What ends it.
      if index < end, utf8[index] == separator {
        index += 1
        if index == end {
          cells.append("")
          rows.append(Row(cells: cells))
          cells = []
        }
        continue
      }
      if index < end {
        index += utf8[index] == 0x0D && index + 1 < end && utf8[index + 1] == 0x0A ? 2 : 1
      }
      rows.append(Row(cells: cells, isUnclosed: unclosed))
      cells = []
    }
    return rows
  }

  private static func endsCell(_ byte: UInt8, _ separator: UInt8) -> Bool {
    byte == separator || byte == 0x0A || byte == 0x0D
  }
}
