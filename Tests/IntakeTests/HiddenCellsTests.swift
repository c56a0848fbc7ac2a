import Records
import Testing

@testable import Intake

/// Hidden rows and columns are read like the others, and that is said once for each sheet.
@Suite struct HiddenCellsTests {
  private func read(_ bytes: [UInt8], _ name: String) -> Reading {
    let others = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
    return readRound(named: "sample", files: [Sample.file(name, bytes)] + others)
  }

  @Test func ofAnXLSX() {
    var sheet = SheetBytes.sheet(
      "P",
      [
        ["id", "recipient", "sector", "need"], ["P1", "R1", "wind", "5"],
        ["P2", "R1", "wind", "6"],
        ["P3", "R1", "wind", "7"],
      ])
    sheet.xml =
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"16384\" hidden=\"1\"/></cols>"
      + sheet.xml.replacing("<row r=\"3\">", with: "<row r=\"3\" hidden=\"1\">")
      .replacing("<row r=\"4\">", with: "<row r=\"4\" hidden=\"1\">")
    let plain = SheetBytes.sheet("Q", [["code"], ["R9"]])
    let reading = read(SheetBytes.xlsx([sheet, plain]), "p.xlsx")
    #expect(reading.records?.proposals.count == 3)
    #expect(reading.kinds(.note) == ["hidden-cells"])
    #expect(
      reading.problems.first?.message.en
        == "sheet `P`: 2 hidden rows and hidden columns B, C, read like the others (a filter hides rows too)"
    )
    #expect(reading.problems.first?.origin.at == "P!row 3")
  }

  @Test func ofAnODS() {
    func row(_ cells: [String], _ more: String = "") -> String {
      "<table:table-row \(more)>"
        + cells.map {
          "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
        }.joined() + "</table:table-row>"
    }
    let bytes = SheetBytes.ods(
      """
      <table:table table:name="P"><table:table-column table:number-columns-repeated="3"/>\
      <table:table-column table:visibility="collapse"/>\
      \(row(["id", "recipient", "sector", "need"]))\
      \(row(["P1", "R1", "wind", "5"], "table:visibility=\"filter\""))\
      \(row(["P2", "R1", "wind", "6"]))</table:table>
      """)
    let reading = read(bytes, "p.ods")
    #expect(reading.records?.proposals.map(\.need) == [5, 6])
    #expect(
      reading.problems.map(\.message.zh) == ["工作表“P”：1 个隐藏的行和隐藏的 D 列，同样读取（筛选也会隐藏行）"])
  }

  @Test(arguments: [
    ("Yes", true), ("no", false), ("是", true), ("否", false), ("1", true), ("0", false),
    ("TRUE", true),
    ("False", false), ("√", true), ("１", true), (" Ｎｏ ", false), ("有", true), ("×", false),
  ])
  func flagsInEveryDress(_ text: String, _ flag: Bool) {
    var files = Sample.files(without: ["links"])
    files["l.csv"] = "donor,recipient,existing_pairing\nD1,R1,\(text)\n"
    let reading = Sample.read(files)
    #expect(reading.records?.links.map(\.existingPairing) == [flag])
  }
}
