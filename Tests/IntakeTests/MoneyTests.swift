import Records
import Testing

@testable import Intake

@Suite struct MoneyTests {
  static let words: [(String, Int?, [String])] = [
    ("万元", -2, ["CNY"]), ("亿元", 2, ["CNY"]), ("万", -2, []), ("亿", 2, []), ("元", -6, ["CNY"]),
    ("USD m", 0, ["USD"]), ("k", -3, []), ("bn", 3, []), ("m USD", 0, ["USD"]),
    ("kEUR", -3, ["EUR"]),
    ("万美元", -2, ["USD"]), ("美元", -6, ["USD"]), ("million RMB", 0, ["CNY"]), ("人民币万元", -2, ["CNY"]),
    ("US$ m", 0, ["USD"]), ("CNY", nil, ["CNY"]), ("€ bn", 3, ["EUR"]), ("百万元", 0, ["CNY"]),
    ("千元", -3, ["CNY"]), ("USDm", 0, ["USD"]),
  ]

  @Test(arguments: words)
  func readsUnitsAndCurrencies(_ text: String, _ exponent: Int?, _ currencies: [String]) throws {
    let words = try #require(MoneyWords(text))
    #expect(words.exponent == exponent)
    for currency in currencies { #expect(words.fits(currency)) }
    if currencies.isEmpty { #expect(words.currencies.isEmpty) }
    if !currencies.isEmpty { #expect(!words.fits("XAF")) }
  }

  @Test(arguments: ["external", "%", "x", "吨", "m m", "万亿万", "mm"])
  func refusesOtherWords(_ text: String) { #expect(MoneyWords(text) == nil) }

  /// The need of one proposal under a header and a policy.
  private func need(_ header: String, _ cell: String, policy: String = "") -> Double? {
    var files = Sample.files(without: ["proposals"])
    files["p.csv"] = "id,recipient,sector,\"\(header)\"\nP,R1,wind,\"\(cell)\"\n"
    files["policy.yaml"] = "policy: {years: [2026, 2028]\(policy)}\n"
    return Sample.read(files).records?.proposals.first?.need
  }

  @Test func readsTheUnitOfTheHeaderFirst() {
    #expect(need("need", "12.5") == 12.5)
    #expect(need("need (万元)", "1234.56") == 12.3456)
    #expect(need("资金需求（亿元）", "0.07") == 7)
    #expect(need("资金需求/万元", "5000") == 50)
    #expect(need("need [k]", "2500") == 2.5)
    #expect(need("need (万元)", "1", policy: ", money_unit: 亿") == 0.01)
    #expect(need("need", "１，２３４．５") == 1234.5)
  }

  @Test func readsTheUnitOfThePolicyNext() {
    #expect(need("need", "500", policy: ", money_unit: 万") == 5)
    #expect(need("资金需求", "500", policy: ", money_unit: 万") == 5)
    #expect(need("need", "2", policy: ", money_unit: bn") == 2000)
    #expect(need("need (USD m)", "2", policy: ", currency: USD") == 2)
  }

  @Test func readsTheSuffixOfTheCell() {
    #expect(need("need", "1.2亿") == 120)
    #expect(need("资金需求", "500万元") == 5)
    #expect(need("need", "3bn") == 3000)
    #expect(need("need", "250k") == 0.25)
    #expect(need("need", "CNY 3.5 m") == 3.5)
    #expect(need("need", "500万", policy: ", money_unit: 亿") == 5)
  }

  @Test func asksForTheUnitUnderChineseHeaders() {
    #expect(need("资金需求", "500") == nil)
    #expect(need("资金需求 (CNY)", "500") == nil)
  }

  /// `2026` says nothing of its own: it stands under the language of its table.
  @Test func asksForTheUnitOfYearsInChineseTables() throws {
    var files = Sample.files(without: ["offers"])
    files["o.csv"] = "编号,支援方,方式,2026,2027（万元）\nO1,D1,赠款,5000,\nO2,D1,赠款,,5000\nO3,D2,专家支持,12,\n"
    let reading = Sample.read(files)
    #expect(reading.kinds() == ["unit-asked-for"])
    let offers = try #require(reading.records?.offers)
    #expect(offers.map(\.id) == ["O2", "O3"])
    #expect(offers[0].amount == .byYear([2027: 50]))
    // Expertise is in person-months and knows no unit of money.
    #expect(offers[1].instrument == .expertise)
    #expect(offers[1].amount == .byYear([2026: 12]))
  }

  @Test func readsUnitsOfOtherThings() throws {
    var files = Sample.files(without: ["links", "proposals"])
    files["l.csv"] = "支援方,受援方,煤炭调入量（万吨）,已结对\nD1,R1,1234.5,是\n"
    files["p.csv"] =
      "id,recipient,sector,need,co2 avoided (kt),jobs (万人),readiness (%)\nP,R1,wind,5,1.5,0.2,80\n"
    let records = try #require(Sample.read(files).records)
    #expect(records.links.first?.coalMt == 12.345)
    #expect(records.links.first?.existingPairing == true)
    #expect(records.proposals.first?.benefits == [.co2Avoided: 1500, .jobs: 2000])
    #expect(records.proposals.first?.readiness == 0.8)
  }
}
