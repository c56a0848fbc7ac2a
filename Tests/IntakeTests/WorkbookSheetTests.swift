import Records
import Testing

@testable import Intake

/// Sheets as offices lay them out.
@Suite struct WorkbookSheetTests {
  private let header = ["id", "recipient", "sector", "need", "jobs"]

  /// The small round with some kinds in a workbook instead.
  private func read(
    _ sheets: [SheetBytes.Sheet], without kinds: Set<String> = ["proposals"],
    policy: String? = "policy: {years: [2026, 2028]}\n"
  ) -> Reading {
    var files = Sample.files(without: kinds).map { Sample.file($0.key, $0.value) }
    if let policy { files.append(Sample.file("policy.yaml", policy)) }
    return readRound(
      named: "sample", files: files + [Sample.file("book.xlsx", SheetBytes.xlsx(sheets))])
  }

  private func places(_ reading: Reading, _ kind: String) -> [String] {
    reading.problems.filter { $0.kind == kind }.flatMap { [$0.origin] + $0.others }.map(\.at)
  }

  @Test func skipsTitlesBlankRowsColumnsAndTotals() throws {
    let reading = read([
      SheetBytes.sheet(
        "项目",
        [
          ["2026年项目需求表"], [], ["", "编号", "受援方", "领域", "资金需求（万元）", "", "就业"], [],
          ["", "P1", "R1", "风电", "1200", "", "100"], [], ["", "P2", "R2", "光伏", "800", "", "x"],
          ["", "合计", "", "", "<c r=\"@\"><f>SUM(E5:E7)</f></c>", "", "100"],
          ["", "填表人：张三"],
        ], more: SheetBytes.merges("A1:G1"))
    ])
    let records = try #require(reading.records)
    #expect(records.proposals.map(\.need) == [12])
    #expect(records.proposals.map(\.origin.at) == ["项目!row 5"])
    #expect(reading.kinds() == ["not-a-number"])
    #expect(places(reading, "not-a-number") == ["项目!G7"])
    #expect(places(reading, "total-row") == ["项目!row 8"])
    #expect(places(reading, "remark-row") == ["项目!row 9"])
  }

  @Test func joinsAHeaderInTwoRows() throws {
    let reading = read(
      [
        SheetBytes.sheet(
          "供给",
          [
            ["各省资金供给表", "", "", "", "2026年3月"],
            ["编号", "支援方", "资金（万元）", "", "其他", ""],
            ["", "", "2026", "2027年", "领域", "备注"],
            ["O1", "D1", "100", "250", "风电", "已公布"],
          ], more: SheetBytes.merges("A1:D1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"))
      ], without: ["offers"])
    let offer = try #require(reading.records?.offers.first)
    #expect(offer.amount == .byYear([2026: 1, 2027: 2.5]))
    #expect(offer.sectors == ["wind"])
    #expect(offer.basis == "已公布")
    #expect(reading.kinds() == [])
  }

  /// It was read as a row of data, and the years were lost in silence.
  @Test(arguments: ["总额", "合计", "Total"])
  func takesTheSumUnderAMergedTitleForTheNeed(_ sum: String) throws {
    let reading = read([
      SheetBytes.sheet(
        "项目",
        [
          ["编号", "项目名称", "受援方", "领域", "资金需求（万元）", "", "", "依据"],
          ["", "", "", "", sum, "2026年", "2027年", ""],
          ["P1", "甲", "R1", "光伏", "800", "300", "500", "测算"],
        ], more: SheetBytes.merges("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1", "H1:H2"))
    ])
    let proposal = try #require(reading.records?.proposals.first)
    #expect(proposal.need == 8)
    #expect(proposal.draw == .weights([2026: 300, 2027: 500]))
    #expect(proposal.basis == "测算")
    #expect(reading.kinds() == [])
  }

  @Test func mergedTextIsEveryRowsAndAMergedNumberIsNot() throws {
    let reading = read([
      SheetBytes.sheet(
        "P",
        [
          header, ["P1", "R1", "wind", "5", "7"], ["P2", "", "solar", "", "8"],
          ["P3", "R2", "solar", "6"],
        ],
        more: SheetBytes.merges("B2:B3", "D2:D3"))
    ])
    #expect(reading.records?.proposals.map(\.id) == ["P1", "P3"])
    #expect(places(reading, "blank") == ["P!D3"])
  }

  @Test func tellsStackedTablesApart() throws {
    let reading = read(
      [
        SheetBytes.sheet(
          "All",
          [
            ["表一 政策"], ["设置", "值"], ["years", "2026-2028"], ["currency", ""], ["title", "T"], [],
            ["表二 供给"], ["id", "donor", "2026"], ["O1", "D1", "5"], ["total", "", "5"],
            header, ["P1", "R1", "wind", "5", "7"], [], ["P2", "R2", "solar", "6", "8"],
          ])
      ], without: ["offers", "proposals"], policy: nil)
    let records = try #require(reading.records)
    #expect(records.offers.map(\.origin.at) == ["All!row 9"])
    #expect(records.proposals.map(\.origin.at) == ["All!row 12", "All!row 14"])
    #expect(records.policy.title == "T")
    #expect(records.horizon == 2026...2028)
  }

  @Test func tellsTablesSideBySideApart() throws {
    let reading = read(
      [
        SheetBytes.sheet(
          "All",
          [
            ["proposals", "", "", "", "", "", "", "the policy"],
            header + ["", "", "setting", "value"],
            ["P1", "R1", "wind", "5", "7", "", "", "years", "2026-2028"],
            ["P2", "R2", "solar", "?", "8", "", "", "stability.draws", "none"],
            ["P3", "R2", "solar", "1", "8"],
          ])
      ], policy: nil)
    #expect(reading.reason != nil)
    #expect(places(reading, "not-a-number") == ["All!D4"])
    #expect(places(reading, "not-whole") == ["All!I4"])
    #expect(reading.files.first { $0.name == "book.xlsx" }?.records["proposals"] == 2)
  }

  @Test func aBlankColumnInsideATablePartsNothing() throws {
    let reading = read([
      SheetBytes.sheet(
        "P", [["id", "recipient", "", "sector", "need"], ["P1", "R1", "", "wind", "5"]])
    ])
    #expect(reading.records?.proposals.count == 1)
    #expect(reading.problems.isEmpty)
  }

  @Test func namesCellsAtFault() throws {
    let error = "<c r=\"@\" t=\"e\"><v>#DIV/0!</v></c>"
    let uncounted = "<c r=\"@\"><f>1+1</f></c>"
    let reading = read([
      SheetBytes.sheet(
        "P",
        [
          header + ["water"], ["P1", error, "wind", "5", "7", "1"],
          ["P2", "R1", "wind", uncounted, "7", "2"],
          ["P3", "R1", "wind", "5", "7", error], ["P4", "R1", "wind", "5", "7", "3"],
        ])
    ])
    #expect(reading.records?.proposals.map(\.id) == ["P4"])
    #expect(reading.records?.proposals.first?.benefits["water"] == 3)
    #expect(places(reading, "error-cell") == ["P!B2", "P!F4"])
    #expect(places(reading, "formula-without-value") == ["P!D3"])
  }

  @Test func aFaultInThePolicyHalvesNothing() throws {
    let reading = read(
      [
        SheetBytes.sheet("P", [header, ["P1", "R1", "wind", "5", "7"]]),
        SheetBytes.sheet(
          "policy",
          [
            ["setting", "value"], ["years", "2026-2028"],
            ["reciprocity.share", "<c r=\"@\"><f>A1</f></c>"],
          ]),
      ], policy: nil)
    #expect(reading.records == nil)
    #expect(reading.reason?.en.contains("policy has a problem") == true)
    #expect(places(reading, "formula-without-value") == ["policy!B3"])
  }

  @Test func notesHiddenSheetsAndThoseWithoutATable() throws {
    var hidden = SheetBytes.sheet("Old", [header, ["P1", "R1", "wind", "5", "7"]])
    hidden.state = "veryHidden"
    let reading = read([
      hidden, SheetBytes.sheet("说明", [["请填写"], ["谢谢"]]), SheetBytes.sheet("Empty", []),
    ])
    #expect(reading.records?.proposals.count == 1)
    #expect(reading.kinds(.note) == ["hidden-sheet", "sheet-without-table"])
    #expect(reading.problems.map(\.found) == ["Old", "说明"])
    let none = read([SheetBytes.sheet("说明", [["请填写"]])])
    #expect(none.kinds() == ["no-table"])
    #expect(read([SheetBytes.sheet("Empty", [])]).kinds() == ["empty-file"])
  }
}
