import Records
import Testing

@testable import Intake

/// Headers as offices write them: of two kinds at once, in two rows, with dates for years.
@Suite struct HeaderTests {
  private func read(_ name: String, _ text: String, without kind: String) -> Reading {
    var files = Sample.files(without: [kind])
    files["round-policy.yaml"] = "policy: {years: [2026, 2028]}\n"
    files[name] = text
    return Sample.read(files)
  }

  @Test(arguments: [
    ("代码,名称,need,amount", "offers, proposals"),
    ("编号,支援方,受援方,领域,资金需求,金额", "offers, proposals"),
    ("id,title,sector", "offers, proposals"),
    ("支援方,受援方,金额,煤炭调入量", "links, offers"),
  ])
  func asksWhichKindIsMeant(_ header: String, _ kinds: String) throws {
    let reading = read("t.csv", header + "\n1,2,3,4\n", without: "offers")
    let asked = try #require(reading.problems.first { $0.origin.file == "t.csv" })
    #expect(asked.kind == "ambiguous-header")
    #expect(asked.allowed == kinds)
    #expect(reading.state("t.csv") == .rejected)
  }

  @Test(arguments: [
    ("代码,名称,备注", RecordKind.regions), ("id,recipient,sector,need,jobs,donor,2026", .proposals),
    ("编号,支援方,受援方,年份,煤炭调入量", .links), ("编号,支援方,受援方,2026,2027", .offers),
    ("支援方,受援方,备注", .links),
  ])
  func asksNothingWhereOneKindFits(_ header: String, _ kind: RecordKind) throws {
    let match = try #require(
      KindMatch(headers: header.split(separator: ",").map { Header("\($0)") }))
    #expect(match.kind == kind)
    #expect(match.isFull)
    #expect(!match.isAmbiguous)
  }

  /// What neither kind can be told of keeps what was good of both.
  @Test func anAmbiguousSheetWithdrawsNothing() throws {
    let good = SheetBytes.sheet(
      "P", [["id", "recipient", "sector", "need"], ["P1", "R1", "wind", "5"]])
    let mashed = SheetBytes.sheet(
      "P",
      [
        ["id", "donor", "recipient", "sector", "need", "amount"],
        ["P1", "D1", "R1", "wind", "5", "6"],
      ])
    let regions = SheetBytes.sheet("Q", [["code", "name"], ["R9", "Nine"]])
    let then = Sample.file("p.xlsx", SheetBytes.xlsx([good, regions]))
    let others = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
    let reading = readRound(
      named: "sample", files: [Sample.file("p.xlsx", SheetBytes.xlsx([mashed, regions]))] + others,
      inForce: [InForceFile(file: then, keys: nil)])
    #expect(reading.kinds() == ["ambiguous-header"])
    #expect(reading.records?.proposals.map(\.id) == ["P1"])
  }

  @Test func aBareListOfTwoKindsIsAskedAbout() {
    let text =
      #"[{"id": "1", "donor": "D1", "recipient": "R1", "sector": "wind", "need": 3, "amount": 4}]"#
    let reading = read("t.json", text, without: "offers")
    #expect(reading.kinds() == ["ambiguous-header"])
  }

  @Test func twoNamesOfOneColumnAreNamed() {
    let reading = read("o.csv", "编号,支援方,出资方,2026\nO1,D1,D2,5\n", without: "offers")
    #expect(reading.kinds() == ["column-twice"])
    #expect(reading.problems.first?.message.zh == "同一列出现了两次：“支援方”与“出资方”")
  }

  // MARK: Two rows

  private let amounts: [Int: Double] = [2026: 1, 2027: 2, 2028: 3]

  @Test(arguments: [
    // The names in the upper row, the years below a title.
    "编号,支援方,年度资金（万元）,,\n,,2026,2027,2028\nO1,D1,100,200,300\n",
    // The lower row says enough alone; the title names its unit.
    ",,年度资金（万元）,,\n编号,支援方,2026年,2027年,2028年\nO1,D1,100,200,300\n",
    "供给表,,,,\n编号,支援方,金额（万元）,,\n,,2026,2027,2028\nO1,D1,100,200,300\n",
    // Dates for years, as a date format makes them.
    "编号,支援方,2026-01-01(万元),2027-01-01(万元),2028/1/1(万元)\nO1,D1,100,200,300\n",
  ])
  func joinsAHeaderInTwoRows(_ text: String) {
    let reading = read("o.csv", text, without: "offers")
    #expect(reading.records?.offers.map(\.amount) == [.byYear(amounts)])
    #expect(reading.problems.isEmpty, "\(reading.problems.map(\.message.en))")
  }

  /// The sum under a title is the need itself, the years beside it are how it is drawn.
  @Test(arguments: [
    "编号,项目名称,受援方,领域,资金需求（万元）,,,备注\n,,,,总额,2026年,2027年,\nP1,甲,R1,光伏,800,300,500,好\n",
    "ID,Title,Recipient,Sector,Need (万元),,\n,,,,Total,2026,2027\nP1,甲,R1,solar,800,300,500\n",
  ])
  func takesTheSumUnderATitleForTheNeed(_ text: String) {
    let reading = read("p.csv", text, without: "proposals")
    #expect(reading.records?.proposals.map(\.need) == [8])
    #expect(reading.records?.proposals.map(\.draw) == [.weights([2026: 300, 2027: 500])])
    #expect(reading.problems.isEmpty, "\(reading.problems.map(\.message.en))")
  }

  @Test func aRowOfDataIsNoHeader() {
    let reading = read("o.csv", "编号,支援方,金额（万元）,备注\nO1,D1,2026,年度\n,,2027,\n", without: "offers")
    #expect(reading.records?.offers.map(\.amount) == [.total(20.26)])
  }

  @Test func joinsTheTwoRowsOfALowerTable() {
    let sheet = SheetBytes.sheet(
      "S",
      [
        ["code", "name"], ["R9", "Nine"], [], ["编号", "支援方", "年度资金（万元）"],
        ["", "", "2026", "2027", "2028"], ["O1", "D1", "100", "200", "300"],
      ])
    var files = Sample.files(without: ["offers"]).map { Sample.file($0.key, $0.value) }
    files.append(Sample.file("o.xlsx", SheetBytes.xlsx([sheet])))
    let reading = readRound(named: "sample", files: files)
    #expect(reading.records?.offers.map(\.amount) == [.byYear(amounts)])
  }
}
