import Records
import Testing

@testable import Intake

/// Reviewed workbooks, read back by the room's own reader.
@Suite struct ReviewTests {
  private func sheets(
    _ file: InputFile, _ others: [InputFile] = [], _ language: Policy.Language = .en
  ) throws -> [Intake.Sheet]? {
    let reading = readRound(named: "sample", files: [file] + others)
    return try reviewedWorkbook(of: file.name, file, problems: reading.problems, language: language)
      .map { try WorkbookForm.sheets($0, Limits()) }
  }

  private func cells(_ sheet: Intake.Sheet?) -> [Int: [String]] {
    Dictionary(uniqueKeysWithValues: (sheet?.rows ?? []).map { ($0.number, Array($0.cells)) })
  }

  @Test func keepsSheetsRowsAndColumns() throws {
    let file = Sample.file(
      "报送.xlsx",
      SheetBytes.xlsx([
        SheetBytes.sheet("说明", [["nothing", "here"]]),
        SheetBytes.sheet(
          "项目表",
          [
            ["", "Title"], [], ["", "id", "recipient", "sector", "need"],
            ["", "P1", "R1", "wind", "x"],
          ],
          from: 3),
      ]))
    let sheets = try #require(try sheets(file))
    #expect(sheets.map(\.name) == ["Problems", "说明", "项目表"])
    #expect(cells(sheets[1]) == [1: ["nothing", "here"]])
    let table = cells(sheets[2])
    #expect(table[3] == ["", "Title"])
    #expect(table[5] == ["", "id", "recipient", "sector", "need"])
    #expect(table[6] == ["", "P1", "R1", "wind", "x"])
    let list = sheets[0].rows.map { Array($0.cells) }
    #expect(list.contains { $0.count > 5 && $0[2] == "项目表" && $0[3] == "E6" && $0[4] == "need" })
  }

  @Test func linksToSheetsAsAWhole() throws {
    let file = Sample.file(
      "b.xlsx",
      SheetBytes.xlsx([
        SheetBytes.sheet("说明", [["nothing", "here"]]),
        SheetBytes.sheet(
          "p", [["id", "recipient", "sector", "need"], ["P1", "R1", "wind", "x"]]),
      ]))
    let reading = readRound(named: "sample", files: [file])
    let bytes = try #require(
      try reviewedWorkbook(of: file.name, file, problems: reading.problems, language: .en))
    let list = try #require(try WorkbookForm.sheets(bytes, Limits()).first)
    #expect(
      list.rows.contains { Array($0.cells).dropFirst(2).prefix(2) == ["说明", "the whole sheet"] })
    let links = LinkedPlaces()
    try ZipArchive.reading(bytes, Limits()) { archive throws(WorkbookFailure) in
      try XMLPart.read("xl/worksheets/sheet1.xml", of: archive, Limits(), links)
    }
    #expect(links.found.contains { $0.filter { $0 != "'" } == "说明!A1" }, "\(links.found)")
  }

  @Test func countsAndListsEveryPlaceOfACause() throws {
    let rows = (1...300).map { "P\($0),R9,wind,1" }.joined(separator: "\n")
    let file = Sample.file("p.csv", "id,recipient,sector,need\n\(rows)\n")
    let round = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
    let list = try #require(try sheets(file, round)).first?.rows.map { Array($0.cells) } ?? []
    #expect(list.contains { $0.first?.hasPrefix("1 problem and 0 notes at 300 places") == true })
    let places = list.filter { $0.first == "1" && $0.count > 3 }.map { $0[3] }
    #expect(places.sorted() == (2...301).map { "B\($0)" }.sorted())
  }

  @Test func goesOnInTheNextSheetWhereOneIsFull() throws {
    let problems = (1...25).map {
      Problem(
        .problem, kind: "k",
        at: Origin(file: "p.csv", place: .cell(sheet: nil, row: $0, column: 2)),
        message: Bilingual(en: "e\($0)", zh: "z"))
    }
    let file = Sample.file("p.csv", "id,need\nP1,2\n")
    let review = Review("p.csv", TablesAsRead(file, Limits()), problems)
    let bytes = try ReviewWorkbook.bytes(review, .en, listRows: 10)
    let sheets = try WorkbookForm.sheets(bytes, Limits())
    #expect(sheets.map(\.name) == ["Problems", "Problems 2", "Problems 3", "p"])
    let said = sheets.prefix(3).flatMap { $0.rows.map { Array($0.cells) } }.filter { $0.count > 6 }
      .map {
        $0[6]
      }
    #expect(said.filter { $0.hasPrefix("e") }.count == 25)
  }

  @Test func copiesOnlyTheRowsThatMatterOfALargeFile() throws {
    let file = Sample.file("p.csv", "id,need\n" + (2...100).map { "P\($0),2\n" }.joined())
    let problem = Problem(
      .problem, kind: "k", at: Origin(file: "p.csv", place: .cell(sheet: nil, row: 50, column: 2)),
      message: Bilingual(en: "e", zh: "z"))
    let review = Review("p.csv", TablesAsRead(file, Limits()), [problem])
    let bytes = try ReviewWorkbook.bytes(review, .en, mostCells: 20)
    let sheets = try WorkbookForm.sheets(bytes, Limits())
    #expect(cells(sheets.last) == [1: ["id", "need"], 50: ["P50", "2"]])
    #expect(sheets[0].rows.contains { $0.cells[0].hasPrefix("The file is large (200 cells)") })
  }

  @Test func showsDocumentsAsSheets() throws {
    let file = Sample.file(
      "d.yaml",
      """
      proposals:
      - {id: P1, recipient: R1, sector: wind, need: 1O, instruments: [grant, equity]}
      - {id: P2, recipient: R1, need: 5}
      policy:
        reciprocity: {share: 12}
        fairness: {tolernce: 0.1}
        years: [2026, 2027]

      """)
    let sheets = try #require(try sheets(file))
    #expect(sheets.map(\.name) == ["Problems", "proposals", "policy"])
    let proposals = cells(sheets[1])
    #expect(proposals[1] == ["id", "recipient", "sector", "need", "instruments"])
    #expect(proposals[2] == ["P1", "R1", "wind", "1O", "grant; equity"])
    #expect(proposals[3] == ["P2", "R1", "", "5"])
    let list = sheets[0].rows.map { Array($0.cells) }
    #expect(
      list.contains { $0.count > 8 && $0[3] == "proposals[0].need (line 2)" && $0[8] == "10" })
    #expect(list.contains { $0.count > 8 && $0[4] == "value" && $0[8] == "12%" })
    #expect(list.contains { $0.count > 8 && $0[8] == "fairness.tolerance" })
  }

  @Test(arguments: ["damaged.xlsx", "old.xls", "bad.csv", "empty.csv"])
  func leavesTheFirstSheetAloneWhereNothingCanBeRead(_ name: String) throws {
    let bytes: [String: [UInt8]] = [
      "damaged.xlsx": [0x50, 0x4B, 3, 4, 0, 0], "old.xls": [0xD0, 0xCF, 0x11, 0xE0, 1, 2],
      "bad.csv": [0x69, 0x64, 0x2C, 0xFF, 0xFF, 0x0A], "empty.csv": [],
    ]
    let sheets = try #require(try sheets(Sample.file(name, bytes[name] ?? []), [], .both))
    #expect(sheets.map(\.name) == ["Problems 问题"])
    #expect(sheets[0].rows.contains { $0.cells[0].hasPrefix("文件内容无法读取") })
  }

  @Test func keepsNumbersAndNeutralisesFormulas() throws {
    let file = Sample.file(
      "p.csv", "id,need,title\n007,1.5,=1+1\nP2,\"1,234\",12%\n3,x,2026-03-31\n")
    let problem = Problem(
      .problem, kind: "k", at: Origin(file: "p.csv", place: .row(sheet: nil, row: 4)),
      message: Bilingual(en: "e", zh: "z"))
    let bytes = try ReviewWorkbook.bytes(
      Review("p.csv", TablesAsRead(file, Limits()), [problem]), .en)
    let table = cells(try WorkbookForm.sheets(bytes, Limits()).last)
    #expect(table[2] == ["007", "1.5", "'=1+1"])
    #expect(table[3] == ["P2", "1,234", "12%"])
    #expect(table[4] == ["3", "x", "2026-03-31"])
  }

  @Test func writesNothingForNotesAndTheSameBytesTwice() throws {
    let noted = Sample.file("p.csv", "id,recipient,sector,need,colour\nP1,R1,wind,1,red\n")
    let round = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
    #expect(try sheets(noted, round) == nil)
    let file = Sample.file("p.csv", "id,recipient,sector,need\nP1,R1,wind,x\n")
    let problems = readRound(named: "sample", files: [file] + round).problems
    let twice = try (0..<2).map { _ in
      try reviewedWorkbook(of: "p.csv", file, problems: problems, language: .both)
    }
    #expect(twice[0] != nil)
    #expect(twice[0] == twice[1])
  }

  /// What no program allows as a sheet's name, or as a link's text, costs nothing else.
  @Test func survivesNamesBeyondAllLimits() throws {
    let long = String(repeating: "长", count: 40)
    let table =
      "<table:table table:name=\"@\">"
      + "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    let names = [long, long, "a/b", "A/B", "it's'", "Problems"]
    let file = Sample.file(
      "p.ods", SheetBytes.ods(names.map { table.replacing("@", with: $0) }.joined()))
    let problem = Problem(
      .problem, kind: "k", at: Origin(file: "p.ods", place: .cell(sheet: "A/B", row: 1, column: 1)),
      message: Bilingual(en: String(repeating: "e", count: 40_000), zh: "z"))
    let bytes = try ReviewWorkbook.bytes(
      Review("p.ods", TablesAsRead(file, Limits()), [problem]), .en)
    let sheets = try WorkbookForm.sheets(bytes, Limits())
    #expect(sheets.map { $0.name.utf16.count }.allSatisfy { $0 <= 31 })
    #expect(
      sheets.map(\.name).suffix(4) == ["a-b", "A-B (2)", "it's", "Problems"]
        && sheets[0].name == "Problems (2)")
    #expect(sheets[0].rows.contains { $0.cells.count > 3 && $0.cells[2] == "A/B" })

    let key = String(repeating: "k", count: 600)
    let document = Sample.file("d.yaml", "policy: {\(key): 1}\n")
    let list = try #require(try self.sheets(document)?.first)
    #expect(list.rows.contains { $0.cells.count > 3 && $0.cells[3].hasPrefix("policy.kkk") })
  }

  /// A Chinese list has no English but what planners write themselves.
  @Test func everyWordOfWhatIsAllowedIsKnownInChinese() {
    for complaint in [
      Complaint.notANumber("c", "x"), .notText("c", "x"), .drawAllZero, .emptyFile, .unclosedQuote,
      .emptyWorkbook, .extraCell("x"), .unknownRegion("x", near: nil), .linkToItself("x"),
      .separatorInCode("x"), .weighsNothing, .ranksByNothing, .errorCell("x"),
      .formulaWithoutValue("x"), .outOfRange("c", "x"), .recordIsNoMapping("x"),
      .weighsNoColumn("x", near: nil), .measuresNoColumn("x", near: nil),
      .givenTwice(.offers, "x", places: [], identical: false), .unitsAboveDiffer("x", "y"),
    ] {
      let allowed = complaint.allowed ?? ""
      #expect(ReviewWords.allowedList(allowed).zh != allowed || !allowed.contains(" a"))
      #expect(ReviewWords.allowedInChinese[allowed] != nil, "\(allowed)")
    }
  }
}

/// Where the links of a sheet lead.
private final class LinkedPlaces: XMLEvents {
  private(set) var found: [String] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFailure) {
    if name == "hyperlink", let place = attributes["location"] { found.append(place) }
  }
}
