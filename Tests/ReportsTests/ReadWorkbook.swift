import Foundation
import FoundationXML
import Pages

/// A workbook as tests read it back: its parts as text, its sheets as cells.
struct ReadWorkbook {
  enum Value: Equatable {
    case text(String)
    case number(Double)
    case none
  }

  let parts: [String: String]
  let sheetNames: [String]
  private let texts: [String]

  init(_ bytes: [UInt8]) throws {
    var parts: [String: String] = [:]
    for (name, content) in try Self.entries(bytes) {
      parts[name] = String(decoding: content, as: UTF8.self)
    }
    self.parts = parts
    sheetNames = (parts["xl/workbook.xml"] ?? "").matches(of: /<sheet name="([^"]*)"/)
      .map { Self.plain(String($0.output.1)) }
    texts = (parts["xl/sharedStrings.xml"] ?? "")
      .matches(of: /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/)
      .map { Self.plain(String($0.output.1)) }
  }

  /// Whether every part is well-formed XML.
  var isWellFormed: Bool {
    parts.values.allSatisfy { XMLParser(data: Data($0.utf8)).parse() }
  }

  func xml(_ sheet: String) -> String {
    guard let place = sheetNames.firstIndex(of: sheet) else { return "" }
    return parts["xl/worksheets/sheet\(place + 1).xml"] ?? ""
  }

  /// The rows of a sheet, the head first; each as wide as the head.
  func rows(_ sheet: String) -> [[Value]] {
    var rows: [[Value]] = []
    for row in xml(sheet).matches(of: /<row [^>]*>(.*?)<\/row>/) {
      var cells: [Value] = []
      for cell in row.output.1.matches(
        of: /<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(\w+)")?>(.*?)<\/c>/)
      {
        let column = cell.output.1.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
        while cells.count < column { cells.append(.none) }
        let value =
          cell.output.3.firstMatch(of: /<v>([^<]*)<\/v>/).map { String($0.output.1) } ?? ""
        if cell.output.2 == "s", let place = Int(value), texts.indices.contains(place) {
          cells.append(.text(texts[place]))
        } else {
          cells.append(Double(value).map(Value.number) ?? .none)
        }
      }
      while cells.count < rows.first?.count ?? 0 { cells.append(.none) }
      rows.append(cells)
    }
    return rows
  }

  /// The cells below a head.
  func column(_ head: String, of sheet: String) -> [Value] {
    let rows = rows(sheet)
    guard let place = rows.first?.firstIndex(of: .text(head)) else { return [] }
    return rows.dropFirst().map { $0[place] }
  }

  /// A drawing of figures: where its series take them from, and what it keeps of them for programs that do not look there.
  struct Chart {
    /// The sheets that its series name.
    let sheets: [String]
    /// The values of each series.
    let values: [[Double]]
    let places: [[String]]
    let title: String
  }

  var charts: [Chart] {
    parts.filter { $0.key.hasPrefix("xl/charts/chart") }.sorted { $0.key < $1.key }.map { part in
      let xml = part.value
      func caches(_ tags: [String]) -> [[String]] {
        tags.flatMap { tag in
          xml.components(separatedBy: "<c:\(tag)>").dropFirst().map { rest in
            let inner = rest.components(separatedBy: "</c:\(tag)>")[0]
            return inner.matches(of: /<c:v>([^<]*)<\/c:v>/).map {
              Self.plain(String($0.output.1))
            }
          }
        }
      }
      return Chart(
        sheets: xml.matches(of: /<c:f>'?(.*?)'?!\$/).map { Self.plain(String($0.output.1)) },
        values: caches(["val", "yVal"]).map { $0.compactMap(Double.init) },
        places: caches(["cat", "xVal"]),
        title: xml.matches(of: /<a:t>([^<]*)<\/a:t>/).first.map { String($0.output.1) } ?? "")
    }
  }

  /// How wide each column is.
  func widths(_ sheet: String) -> [Double] {
    xml(sheet).matches(of: /<col min="(\d+)" max="(\d+)" width="([0-9.]+)"/).flatMap { match in
      let (first, last) = (Int(match.output.1) ?? 1, Int(match.output.2) ?? 0)
      return (first...max(first, last)).map { _ in Double(match.output.3) ?? 0 }
    }
  }

  /// The number formats of a sheet's second row, by column.
  func formats(_ sheet: String) -> [String] {
    let styles = parts["xl/styles.xml"] ?? ""
    var codes = ["0": "General", "3": "#,##0", "4": "#,##0.00"]
    for format in styles.matches(of: /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/) {
      codes[String(format.output.1)] = Self.plain(String(format.output.2))
    }
    let cells = styles.firstMatch(of: /<cellXfs.*<\/cellXfs>/).map { String($0.output) } ?? ""
    let used = cells.matches(of: /<xf numFmtId="(\d+)"/).map { String($0.output.1) }
    let row = xml(sheet).matches(of: /<row r="2".*?<\/row>/).first.map { String($0.output) } ?? ""
    return row.matches(of: /<c r="[A-Z]+2"(?: s="(\d+)")?/).map { cell in
      let style = cell.output.1.flatMap { Int($0) } ?? 0
      return used.indices.contains(style) ? codes[used[style]] ?? used[style] : ""
    }
  }

  private static func plain(_ markup: String) -> String {
    // By code units: a combining mark may follow.
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(markup) {
      $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
    }
  }

  /// The entries of a zip file, by its central directory.
  private static func entries(_ bytes: [UInt8]) throws -> [(String, [UInt8])] {
    func number(_ place: Int, _ count: Int) throws -> Int {
      guard place >= 0, place + count <= bytes.count else { throw Inflate.Fault.ended }
      return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    guard try number(end, 4) == 0x0605_4B50 else { throw Inflate.Fault.malformed }
    var place = try number(end + 16, 4)
    return try (0..<(try number(end + 10, 2))).map { _ in
      let (packed, nameLength) = (try number(place + 20, 4), try number(place + 28, 2))
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      let local = try number(place + 42, 4)
      let start = try local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let content = bytes[start..<(start + packed)]
      let isStored = try number(place + 10, 2) == 0
      place += try 46 + nameLength + number(place + 30, 2) + number(place + 32, 2)
      return (name, isStored ? Array(content) : try Inflate.plain(content))
    }
  }
}
