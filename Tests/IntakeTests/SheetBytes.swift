import Records

@testable import Intake

/// Makes small workbooks out of XML written in the tests themselves.
enum SheetBytes {
  /// A ZIP package of the parts, none of them packed.
  static func zip(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let size = UInt32(part.bytes.count)
      let about =
        le(UInt16(20)) + le(UInt16(0x0800)) + le(UInt16(0)) + le(UInt32(0x0021_0000))
        + le(checksum(part.bytes)) + le(size) + le(size) + le(UInt16(name.count)) + le(UInt16(0))
      directory += le(UInt32(0x0201_4B50)) + le(UInt16(20)) + about
      directory += le(UInt16(0)) + le(UInt16(0)) + le(UInt16(0)) + le(UInt32(0))
      directory += le(UInt32(body.count)) + name
      body += le(UInt32(0x0403_4B50)) + about + name + part.bytes
    }
    let count = le(UInt16(parts.count))
    return body + directory + le(UInt32(0x0605_4B50)) + le(UInt16(0)) + le(UInt16(0)) + count
      + count
      + le(UInt32(directory.count)) + le(UInt32(body.count)) + le(UInt16(0))
  }

  private static func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }

  /// A sheet of an XLSX by its name, its state and what stands in `worksheet`.
  struct Sheet {
    var name: String
    var xml: String
    var state = "visible"
  }

  static func xlsx(
    _ sheets: [Sheet], strings: [String] = [], styles: String = "", date1904: Bool = false,
    more: [(name: String, bytes: [UInt8])] = []
  ) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var entries = ""
    var links = ""
    var parts: [(name: String, bytes: [UInt8])] = []
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      entries +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\" state=\"\(sheet.state)\" r:id=\"r\(number)\"/>"
      links +=
        "<Relationship Id=\"r\(number)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\(number).xml\"/>"
      let xml = "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>"
      parts.append(("xl/worksheets/s\(number).xml", Array(xml.utf8)))
    }
    links += "<Relationship Id=\"st\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/>"
    links += "<Relationship Id=\"ss\" Type=\"\(office)/sharedStrings\" Target=\"strings.xml\"/>"
    let book =
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\"\(date1904)\"/><sheets>\(entries)</sheets></workbook>"
    let texts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      ("xl/workbook.xml", book),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      ("xl/strings.xml", "<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"),
    ]
    return zip(texts.map { ($0.0, Array($0.1.utf8)) } + parts + more)
  }

  /// A sheet whose cells are inline texts, or numbers where they read as such.
  static func sheet(_ name: String, _ rows: [[String]], more: String = "", from first: Int = 1)
    -> Sheet
  {
    var xml = "<sheetData>"
    for (index, row) in rows.enumerated() where !row.isEmpty {
      xml += "<row r=\"\(first + index)\">"
      for (column, text) in row.enumerated() where !text.isEmpty {
        let place = Place.columnLetters(column + 1) + "\(first + index)"
        xml += text.hasPrefix("<") ? text.replacing("@", with: place) : cell(text, place)
      }
      xml += "</row>"
    }
    return Sheet(name: name, xml: xml + "</sheetData>" + more)
  }

  private static func cell(_ text: String, _ place: String) -> String {
    Double(text) == nil
      ? "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      : "<c r=\"\(place)\"><v>\(text)</v></c>"
  }

  static func merges(_ ranges: String...) -> String {
    "<mergeCells>" + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
  }

  static func ods(_ tables: String, styles: String = "") -> [UInt8] {
    let content = """
      <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">\
      <office:automatic-styles>\(styles)</office:automatic-styles>\
      <office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
      """
    return zip([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
      ("content.xml", Array(content.utf8)),
    ])
  }
}
