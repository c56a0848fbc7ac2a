import Records
import Testing

@testable import Intake

@Suite struct OpenDocumentTests {
  private func cell(_ type: String, _ value: String, _ text: String = "", more: String = "")
    -> String
  {
    let name =
      ["date": "date-value", "boolean": "boolean-value", "time": "time-value"][type] ?? "value"
    return
      "<table:table-cell office:value-type=\"\(type)\" office:\(name)=\"\(value)\" \(more)><text:p>\(text)</text:p></table:table-cell>"
  }

  private func text(_ text: String, more: String = "") -> String {
    "<table:table-cell office:value-type=\"string\" \(more)><text:p>\(text)</text:p></table:table-cell>"
  }

  private func sheets(_ rows: String) throws -> [Sheet] {
    try WorkbookForm.sheets(
      SheetBytes.ods("<table:table table:name=\"S\">\(rows)</table:table>"), Limits())
  }

  private func row(_ cells: String, more: String = "") -> String {
    "<table:table-row \(more)>\(cells)</table:table-row>"
  }

  @Test func readsValuesOfEveryType() throws {
    let cells = [
      cell("float", "1234.5", "1,234.50"), cell("percentage", "0.6", "60%"),
      cell("currency", "1E+022", "¥…"), cell("date", "2026-03-31T00:00:00", "2026年3月31日"),
      cell("boolean", "true", "TRUE"), text("a<text:s text:c=\"2\"/><text:span>b</text:span>"),
      "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>remark</text:p></office:annotation><text:p>one</text:p><text:p>two</text:p></table:table-cell>",
      "<table:table-cell table:formula=\"of:=[.A1]\"/>",
      "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>",
      cell("float", "7", "7", more: "table:formula=\"of:=3+4\""),
    ]
    let rows = try #require(try sheets(row(cells.joined())).first).rows
    #expect(
      rows.first?.cells == [
        "1234.5", "60%", "1E+022", "2026-03-31", "yes", "a  b", "one\ntwo", "=[.A1]", "#DIV/0!",
        "7",
      ])
    #expect(rows.first?.faults.mapValues(\.kind) == [7: "formula-without-value", 8: "error-cell"])
  }

  @Test func countsRepeatedRowsAndCells() throws {
    let blank = "<table:table-cell table:number-columns-repeated=\"16384\"/>"
    let xml =
      row(text("a", more: "table:number-columns-repeated=\"2\"") + blank)
      + row(blank, more: "table:number-rows-repeated=\"5\"")
      + row("<table:table-cell/>" + text("b"), more: "table:number-rows-repeated=\"2\"")
      + row(blank, more: "table:number-rows-repeated=\"1048568\"")
    let rows = try #require(try sheets(xml).first).rows
    #expect(rows.map(\.number) == [1, 7, 8])
    #expect(rows.map(\.cells) == [["a", "a"], ["", "b"], ["", "b"]])
    let bomb = row(text("a"), more: "table:number-rows-repeated=\"999999999\"")
    #expect(throws: WorkbookFailure.damaged("S")) { try sheets(bomb) }
    let wide = row(text("a", more: "table:number-columns-repeated=\"9999\""))
    #expect(throws: WorkbookFailure.overLimit(.columns(sheet: "S", row: 1, 2048))) {
      try sheets(wide)
    }
    let far = String(
      repeating: row(blank, more: "table:number-rows-repeated=\"9223372036854775807\""), count: 2)
    #expect(try sheets(far + far).first?.rows.isEmpty == true)
  }

  @Test func keepsOneOfManyRowsAlike() throws {
    let header = row(["id", "recipient", "sector", "need"].map { text($0) }.joined())
    func proposal(_ id: String, _ more: String = "") -> String {
      row(text(id) + text("R1") + text("wind") + cell("float", "5"), more: more)
    }
    let filled = proposal(
      "P1", "table:visibility=\"filter\" table:number-rows-repeated=\"1048570\"")
    let sheet = try #require(try sheets(header + filled + proposal("P2")).first)
    #expect(sheet.rows.map(\.number) == [1, 2, 1_048_572])
    #expect(sheet.rows.map { $0.fault?.kind } == [nil, "repeated-row", nil])
    #expect(sheet.hiddenRows?.count == 1_048_570)
    #expect(
      sheet.rows[1].fault?.en
        == "rows 2 to 1,048,571 all hold the same cells, as when a cell is filled down to the end of the sheet; clear the 1,048,570 rows, or all but one"
    )
    let hundred = header + proposal("P1", "table:number-rows-repeated=\"100\"")
    let copies = try #require(try sheets(hundred).first)
    #expect(copies.rows.count == 101 && copies.rows.allSatisfy { $0.fault == nil })
  }

  @Test func readsMergedAndHiddenTables() throws {
    let header = row(["id", "recipient", "sector", "need"].map { text($0) }.joined())
    let first = row(
      text("P1")
        + text("R1", more: "table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"")
        + text("wind") + cell("float", "5"))
    let second = row(
      text("P2")
        + "<table:covered-table-cell office:value-type=\"string\"><text:p>R9</text:p></table:covered-table-cell>"
        + text("solar") + cell("float", "6"))
    let linked =
      "<table:table table:name=\"other\"><table:table-source/>\(header)\(second)</table:table>"
    let bytes = SheetBytes.ods(
      "<table:table table:name=\"P\" table:style-name=\"h\"><table:shapes><table:table table:name=\"x\"/></table:shapes>\(header)\(first)\(second)</table:table>\(linked)",
      styles:
        "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>"
    )
    var files = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
    files.append(Sample.file("book.ods", bytes))
    let reading = readRound(named: "sample", files: files)
    #expect(reading.records?.proposals.map(\.recipient) == ["R1", "R1"])
    #expect(reading.problems.map(\.kind) == ["hidden-sheet"])
  }
}
