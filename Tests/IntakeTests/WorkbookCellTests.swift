import Records
import Testing

@testable import Intake

/// What the cells of an XLSX mean, form by form.
@Suite struct WorkbookCellTests {
  /// The sheet's rows as they are handed on.
  private func rows(
    _ xml: String, strings: [String] = [], styles: String = "", date1904: Bool = false
  ) throws -> [Grid.Row] {
    let bytes = SheetBytes.xlsx(
      [SheetBytes.Sheet(name: "S", xml: "<sheetData>\(xml)</sheetData>")], strings: strings,
      styles: styles, date1904: date1904)
    let sheets = try WorkbookForm.sheets(bytes, Limits())
    return try #require(sheets.first).rows
  }

  private func cells(_ xml: String, strings: [String] = [], styles: String = "") throws -> [String]
  {
    let row = try rows("<row r=\"1\">\(xml)</row>", strings: strings, styles: styles).first
    return row.map { Array($0.cells) } ?? []
  }

  @Test func readsTextsOfEveryForm() throws {
    let strings = [
      "<t>plain</t>", "<r><t>资金</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">需求 </t></r>",
      "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>", "<t>a_x000D_b_x005F_c</t>", "<t/>",
    ]
    let found = try cells(
      """
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
      <c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c>\
      <c t="inlineStr"><is><r><t>x</t></r><r><t>y&amp;z</t></r></is></c>\
      <c r="H1" t="str"><f>A1&amp;B1</f><v>joined</v></c><c r="I1" t="str"><f>""</f><v></v></c>
      """, strings: strings)
    #expect(found == ["plain", "资金需求", "東京", "a\rb_c", "", "xy&z", "", "joined"])
  }

  @Test func handsNumbersOnAsTheyAreStored() throws {
    let texts = ["1", "1E+022", "0.30000000000000004", "-2.5e-3", "101.0", "1.50", "0"]
    let found = try cells(texts.map { "<c><v>\($0)</v></c>" }.joined())
    #expect(found == ["1", "1E+022", "0.30000000000000004", "-2.5e-3", "101", "1.50", "0"])
    #expect(try WrittenNumber("1E+022").value() == 1e22)
    #expect(try WrittenNumber("0.30000000000000004").value() == 0.1 + 0.2)
  }

  /// As Excel and libxlsxwriter store what a planner typed: the amounts in another unit must be those of a text file.
  @Test func readsLongNumbersAsTheyWereTyped() throws {
    let texts = [
      "8.5000000000000006E-2", "0.08500000000000001", "1056.2000000000001", "-0.29999999999999999",
    ]
    let found = try cells(texts.map { "<c><v>\($0)</v></c>" }.joined())
    #expect(
      found
        == ["0.085", "0.085", "1056.2000000000001", "-0.3"].map { Double($0)?.description ?? "" })
    #expect(try WrittenNumber(found[0]).value(shiftedBy: 3) == 85)
  }

  @Test func readsFlagsErrorsAndFormulas() throws {
    let row = try #require(
      try rows(
        """
        <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c><f>1+1</f><v>2</v></c>\
        <c t="e"><v>#N/A</v></c><c><f>SUM(A1:A2)</f><v></v></c><c><f>A1</f></c><c s="3"/></row>
        """
      ).first)
    #expect(row.cells == ["yes", "no", "2", "#N/A", "=SUM(A1:A2)", "=A1"])
    #expect(
      row.faults.mapValues(\.kind) == [
        3: "error-cell", 4: "formula-without-value", 5: "formula-without-value",
      ])
  }

  @Test func readsDatesAndPercentByTheirFormats() throws {
    let codes = [
      "yyyy&quot;年&quot;m&quot;月&quot;", "yyyy&quot;年&quot;", "[$-804]yyyy/m/d;@",
      "0.0%", "#,##0.00_);[Red](#,##0.00)", "yyyy-mm-dd hh:mm", "[h]:mm:ss", "000000",
      "0&quot;days&quot;", "General", "mmm d",
      "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
    ]
    var styles = "<numFmts>"
    for (index, code) in codes.enumerated() {
      styles += "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
    }
    styles += "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
    styles +=
      ([14, 31, 9, 0] + codes.indices.map { 164 + $0 })
      .map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
    let stored: [(style: Int, value: String, text: String)] = [
      (0, "46112", "2026-03-31"), (1, "46112", "2026-03-31"), (2, "0.6", "60%"),
      (3, "46112", "46112"),
      (4, "46112", "2026-03-31"), (5, "46112", "2026"), (6, "46112.0", "2026-03-31"),
      (7, "0.125", "12.5%"), (8, "1234.5", "1234.5"), (9, "46112.5", "2026-03-31T12:00:00"),
      (10, "0.25", "06:00:00"), (11, "1400", "001400"), (12, "7", "7"), (13, "7", "7"),
      (14, "46112", "2026-03-31"), (15, "46112", "2026-03-31"), (0, "-5", "-5"),
      (0, "59", "1900-02-28"), (0, "61", "1900-03-01"), (0, "1", "1900-01-01"), (2, "1", "100%"),
      (2, "0", "0%"), (2, "1E-2", "1%"), (2, "-0.005", "-0.5%"),
      (2, "0.30000000000000004", "30.000000000000004%"),
    ]
    let found = try cells(
      stored.map { "<c s=\"\($0.style)\"><v>\($0.value)</v></c>" }.joined(), styles: styles)
    for (index, cell) in stored.enumerated() {
      #expect(found[index] == cell.text, "\(cell)")
    }
    #expect(try WrittenNumber("30.000000000000004%").value(shiftedBy: -2) == 0.30000000000000004)
    let later = try rows(
      "<row><c s=\"0\"><v>44650</v></c></row>", styles: styles, date1904: true)
    #expect(later.first?.cells == ["2026-03-31"])
  }

  @Test func keepsRowsAndColumnsInTheirPlaces() throws {
    let found = try rows(
      "<row r=\"3\"><c r=\"C3\"><v>1</v></c></row><row><c><v>2</v></c><c r=\"AA4\"><v>3</v></c></row><row r=\"9\"/>"
    )
    #expect(found.map(\.number) == [3, 4])
    #expect(found[0].cells == ["", "", "1"])
    #expect(found[1].cells.count == 27)
  }

  @Test func refusesBrokenParts() throws {
    let faults: [(String, WorkbookFailure)] = [
      ("<row r=\"2\"/><row r=\"1\"/>", .damaged("S")), ("<row r=\"0\"/>", .damaged("S")),
      ("<row><c t=\"s\"><v>7</v></c></row>", .damaged("S")),
      ("<row>", .damaged("xl/worksheets/s1.xml")),
      (String(repeating: "<x>", count: 200), .overLimit(.xmlDepth(128))),
    ]
    for (xml, failure) in faults {
      #expect(throws: failure) { try rows(xml) }
    }
  }

  @Test func readsPrefixedAndStrictNames() throws {
    let xml =
      "<x:sheetData xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:row r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row></x:sheetData>"
    let bytes = SheetBytes.xlsx([SheetBytes.Sheet(name: "S", xml: xml)])
    #expect(try WorkbookForm.sheets(bytes, Limits()).first?.rows.first?.cells == ["5"])
  }
}
