import Records
import Testing

@testable import Intake

/// Units that stand above a table or in the number formats of its cells.
@Suite struct UnitsAboveTests {
  private func proposals(_ text: String, policy: String = "years: [2026, 2028]") -> Reading {
    var files = Sample.files(without: ["proposals"])
    files["p.csv"] = text
    files["policy.yaml"] = "policy: {\(policy)}\n"
    return Sample.read(files)
  }

  @Test(arguments: [
    "项目需求表,,,\n,,,单位：万元\n", "（单位：万元）\n", "填报单位：一区发改委,,单位:万元\n", "金额单位：,万元\n",
    "项目需求表（万元）\n", "资金单位为万元\n", "金额单位：万元\n", "\"Amounts in CNY 10,000\"\n",
    "项目需求表（单位:万元、万人）\n2026年,,\n", "单位：人民币万元\n\n",
  ])
  func aNoteNamesTheUnit(_ above: String) {
    let reading = proposals(above + "编号,受援方,领域,资金需求,增加值\nP1,R1,风电,100,200\n")
    #expect(reading.kinds() == [], "\(reading.problems.map(\.message.en))")
    #expect(reading.records?.proposals.map(\.need) == [1])
    #expect(reading.records?.proposals.first?.benefits[.valueAdded] == 2)
  }

  @Test func aNoteInEnglish() {
    for note in ["Unit: USD bn", "\"Amounts in USD bn\"", "Units: bn; prices of 2025"] {
      let reading = proposals(
        note + "\nid,recipient,sector,need,value_added (USD k)\nP1,R1,wind,3,2000\n",
        policy: "years: [2026, 2028], currency: USD")
      #expect(reading.records?.proposals.map(\.need) == [3000], "\(note)")
      #expect(reading.records?.proposals.first?.benefits[.valueAdded] == 2, "\(note)")
    }
  }

  @Test func everyMeasureHasItsOwnUnit() {
    let reading = proposals("单位：亿元、万吨、万人\n编号,受援方,领域,资金需求,减排,就业\nP1,R1,风电,2,3,4\n")
    #expect(reading.records?.proposals.map(\.need) == [200])
    #expect(
      reading.records?.proposals.first?.benefits == [.co2Avoided: 30_000, .jobs: 40_000])
    var files = Sample.files(without: ["links"])
    files["l.csv"] = "单位：万吨\n支援方,受援方,煤炭调入量\nD1,R1,250\n"
    #expect(Sample.read(files).records?.links.map(\.coalMt) == [2.5])
  }

  @Test func offersTakeItForTheirYears() {
    var files = Sample.files(without: ["offers"])
    files["o.csv"] = "单位：万元\n编号,支援方,2026,2027（亿元）\nO1,D1,100,2\n"
    #expect(Sample.read(files).records?.offers.map(\.amount) == [.byYear([2026: 1, 2027: 200])])
  }

  /// The weights of a proposal's years are no money, and neither is the name of an office.
  @Test func nothingElseIsTakenForAUnit() {
    let weights = proposals("单位：万元\n编号,受援方,领域,资金需求,2026,2027\nP1,R1,风电,100,1,3\n")
    #expect(weights.records?.proposals.first?.draw == .weights([2026: 1, 2027: 3]))
    let office = proposals("填报单位：一区发改委\n编号,受援方,领域,资金需求\nP1,R1,风电,100\n")
    #expect(office.kinds() == ["unit-asked-for"])
  }

  @Test func contradictionsAreAskedAbout() {
    let header = "编号,受援方,领域,资金需求"
    let currency = proposals("单位：万元\n\(header)（万美元）\nP1,R1,风电,100\n")
    #expect(currency.kinds().contains("unit-contradicts"))
    #expect(currency.problems.first?.origin.at == "A1")
    #expect(currency.records == nil)
    let two = proposals("单位：万元\n（单位：亿元）\n\(header)\nP1,R1,风电,100\n")
    #expect(two.kinds() == ["unit-contradicts"])
    let foreign = proposals("单位：万美元\n\(header)\nP1,R1,风电,100\n")
    #expect(foreign.kinds() == ["wrong-currency"])
    // A header that names its unit leaves nothing to ask.
    #expect(proposals("单位：万元\n（单位：亿元）\n\(header)（亿元）\nP1,R1,风电,1\n").kinds().isEmpty)
  }

  // MARK: Number formats

  @Test(arguments: [
    ("0.00\"万元\"", "12.5", "12.5万元"), ("#,##0\"亿元\"", "-3", "-3亿元"), ("General\"万元\"", "7", "7万元"),
    ("0!.0,\"万元\"", "125000", "12.5万元"), ("0\\.0000\"万元\"", "125000", "12.5万元"),
    ("#,##0.0,,\"百万\"", "12500000", "12.5百万"), ("[$¥-804]#,##0.00\"万\"", "-1", "-¥1万"),
    ("0.00\"万元\";[Red]-0.00\"万元\"", "-1.5", "-1.5万元"), ("0\"元\"", "0", "0元"),
    ("0.00_ ;[Red]\\-0.00", "5", "5"), ("[$¥-804]#,##0.00", "5", "5"), ("0\"人\"", "5", "5"),
    ("[DBNum1][$-804]General", "3", "3"), ("[DBNum2]General\"万元\"", "3", "3万元"),
    ("yyyy\"年\"m\"月\"", "46023", "2026-01-01"), ("0.00E+00\"万元\"", "5", "5"), ("0%", "0.5", "50%"),
  ])
  func aFormatNamesTheUnit(_ code: String, _ stored: String, _ text: String) {
    #expect(NumberFormat(code: code).text(stored, since1904: false) == text)
  }

  @Test(arguments: [
    ("12.5", "12.50万元", "12.5万元"), ("125000", "12.5万元", "12.5万元"), ("0.001", "0.00亿元", "0.001亿元"),
    ("12.5", "12,50 k€", "12.5k€"), ("1234.5", "1,234.50 万元", "1234.5万元"),
  ])
  func anODSShowsTheUnit(_ stored: String, _ shown: String, _ text: String) {
    #expect(MoneyFormat(stored: stored, shown: shown)?.text(stored) == text)
  }

  @Test(arguments: [("12.5", "12.5"), ("12.5", "¥12.50"), ("5", "5人"), ("46023", "2026年")])
  func anODSWithoutUnit(_ stored: String, _ shown: String) {
    #expect(MoneyFormat(stored: stored, shown: shown) == nil)
  }

  @Test func aFormattedCellIsReadInItsUnit() {
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode="0.00&quot;万元&quot;"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>
      """
    func read(_ header: String) -> Reading {
      let sheet = SheetBytes.sheet(
        "P",
        [
          ["编号", "受援方", "领域", header],
          ["P1", "R1", "风电", "<c r=\"@\" s=\"1\"><v>250</v></c>"],
        ])
      let files = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
      let book = Sample.file("p.xlsx", SheetBytes.xlsx([sheet], styles: styles))
      return readRound(named: "sample", files: files + [book])
    }
    #expect(read("资金需求").records?.proposals.map(\.need) == [2.5])
    #expect(read("资金需求（万元）").records?.proposals.map(\.need) == [2.5])
    #expect(read("资金需求（亿元）").kinds() == ["unit-contradicts"])
  }

  @Test func aStatisticMayNameItsUnit() {
    var files = Sample.files(without: ["regions"])
    files["r.csv"] = "代码,地区生产总值（亿元）\nR1,3\nR2,2.5万亿元\nD1,12 apples\nD2,\n"
    let reading = Sample.read(files)
    #expect(reading.records?.regions.first { $0.code == "R1" }?.measures["gdp"] == 300)
    #expect(reading.records?.regions.first { $0.code == "R2" }?.measures["gdp"] == 2_500_000)
    #expect(reading.kinds() == ["not-a-number"])
  }
}
