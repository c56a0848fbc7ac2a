import Foundation

/// A comma-separated table with a header row; cells may be quoted.
struct DelimitedText {
  var header: [String]
  var rows: [[String]]

  init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// Reads UTF-8 with or without BOM, lines ending in LF or CRLF. Rows are padded to the header.
  init(_ text: String) {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    func endRecord() {
      record.append(String(decoding: cell, as: UTF8.self))
      cell = []
      if record != [""] { records.append(record) }
      record = []
    }
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where quoted && bytes.first == byte:
        cell.append(byte)
        bytes = bytes.dropFirst()
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: ",") where !quoted:
        record.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\n") where !quoted: endRecord()
      case UInt8(ascii: "\r") where !quoted: break
      default: cell.append(byte)
      }
    }
    endRecord()
    header = records.first ?? []
    let width = header.count
    rows = records.dropFirst().map { row in
      row + Array(repeating: "", count: Swift.max(0, width - row.count))
    }
  }

  /// The table in a file; an absent file is an empty table.
  init(file: URL) throws {
    guard FileManager.default.fileExists(atPath: file.path) else {
      self.init(header: [], rows: [])
      return
    }
    self.init(String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  /// Each row by column name, without blank cells.
  var records: [[String: String]] {
    rows.map { row in
      Dictionary(
        zip(header, row).map {
          ($0, $1.trimmingCharacters(in: .whitespaces))
        }.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The table as text, quoting what needs it.
  var text: String {
    ([header] + rows).map { row in
      row.map { cell in
        cell.contains(where: { ",\"\n\r".contains($0) })
          ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",") + "\n"
    }.joined()
  }
}
