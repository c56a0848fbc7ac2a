import Pages
import Plans
import Records
import Round
import Testing

@testable import Reports

/// What a plan gives up against another, as a structure and as a sentence.
@Suite struct TradeTests {
  private static func plan(
    _ id: String, benefit: Double = 1000, lowest: Double = 0.6, mean: Double = 0.7,
    bond: Double = 0.9, _ amounts: [(donor: RegionCode, recipient: RegionCode, amount: Double)]
  ) -> Plan {
    var plan = SmallRound.plan
    plan.id = id
    plan.scorecard.benefit = benefit
    plan.scorecard.lowestLevel = lowest
    plan.scorecard.meanLevel = mean
    plan.scorecard.reciprocityMet = bond
    plan.scorecard.pairings = amounts.count
    plan.pairings = amounts.map { amount in
      var pairing = SmallRound.plan.pairings[0]
      (pairing.donor, pairing.recipient, pairing.amount) = amount
      return pairing
    }
    return plan
  }

  private static var round: Round {
    var records = SmallRound.records()
    records.regions += [
      Region(code: "CN-NM", name: "Inner Mongolia", nameZh: "内蒙古", origin: SmallRound.here),
      Region(code: "CN-JS", name: "Jiangsu", nameZh: "江苏", origin: SmallRound.here),
    ]
    return Round(records)
  }

  private static func sentences(_ plans: [Plan], recommended: String = "A") -> [Bilingual?] {
    var document = SmallRound.document(plans: plans)
    document.recommended = recommended
    return document.told(of: round).plans.map { $0.givesUp?.text }
  }

  private static let base = plan("A", [("CN-GD", "CN-NM", 2000), ("CN-JS", "CN-SX", 500)])

  @Test func theSummaryAddsUpWhoGainsAndWhoLoses() {
    let trade = Trade(
      of: Self.plan(
        "B", benefit: 990, lowest: 0.69,
        [("CN-GD", "CN-NM", 700), ("CN-GD", "CN-SX", 1100), ("CN-JS", "CN-SX", 800)]),
      against: Self.base)
    let words = TradeWords(
      names: Names(Self.round),
      money: Money(SmallRound.document(plans: [Self.base]), round: Self.round))
    #expect(
      words.summary(trade).plain.en
        == "1.0 % less benefit, lowest level 9.0 points higher; Shanxi gains most (1.4 bn), Inner Mongolia loses most (1.3 bn)"
    )
  }

  @Test func aFewUnitsAreNoMove() {
    let other = Self.plan("B", [("CN-GD", "CN-NM", 1000), ("CN-JS", "CN-SX", 500.00001)])
    let text = Self.sentences([Self.base, other])[1]?.en
    #expect(text?.contains("Guangdong takes 1.0 bn") == true)
    #expect(text?.contains("smaller move") == false)
  }

  @Test func theLargestLossMeetsTheLargestGain() {
    let trade = Trade(
      of: Self.plan(
        "B", [("CN-GD", "CN-NM", 700), ("CN-GD", "CN-SX", 1100), ("CN-JS", "CN-SX", 800)]),
      against: Self.base)
    #expect(trade.against == "A")
    #expect(trade.pairings == 1)
    #expect(
      trade.moves == [
        .init(donor: "CN-GD", from: "CN-NM", to: "CN-SX", amount: 1100),
        .init(donor: "CN-JS", from: nil, to: "CN-SX", amount: 300),
        .init(donor: "CN-GD", from: "CN-NM", to: nil, amount: 200),
      ])
  }

  @Test func theSentenceOfTheBrief() {
    let other = Self.plan(
      "B", benefit: 992,
      [("CN-GD", "CN-NM", 800), ("CN-GD", "CN-SX", 1200), ("CN-JS", "CN-SX", 500)])
    #expect(
      Self.sentences([Self.base, other])
        == [
          nil,
          Bilingual(
            en:
              "0.8 % less benefit; 1 pairing more; Guangdong moves 1.2 bn from Inner Mongolia to Shanxi",
            zh: "效益减少 0.8 %；增加 1 个结对；广东将 12.0 亿元由内蒙古转向山西"),
        ])
  }

  @Test func whatIsLostStandsBeforeWhatIsGained() {
    let other = Self.plan(
      "B", benefit: 1010, lowest: 0.56, bond: 0.9004,
      [("CN-GD", "CN-NM", 2000), ("CN-JS", "CN-SX", 500)]
    )
    #expect(
      Self.sentences([Self.base, other])[1]?.en
        == "Lowest level 4.0 points lower; 1.0 % more benefit; every pairing keeps its money")
  }

  @Test func theMeanLevelSpeaksWhereTheLowestIsSilent() {
    let other = Self.plan(
      "B", lowest: 0.6004, mean: 0.731, [("CN-GD", "CN-NM", 2000), ("CN-JS", "CN-SX", 500)])
    #expect(
      Self.sentences([Self.base, other])[1]?.en
        == "Nothing given up: mean level 3.1 points higher; every pairing keeps its money")
  }

  @Test func twoPlansAlikeAreSaidToBe() {
    var other = Self.base
    other.id = "B"
    #expect(
      Self.sentences([Self.base, other])[1]
        == Bilingual(en: "No difference that shows", zh: "没有可见差别"))
  }

  @Test func moneyNewlyUsedAndLeftUnusedIsSaid() {
    let other = Self.plan("B", [("CN-GD", "CN-NM", 1700), ("CN-JS", "CN-SX", 600)])
    #expect(
      Self.sentences([Self.base, other])[1]?.en
        == "The same figures; Guangdong takes 300 M from Inner Mongolia and leaves it unused; "
        + "Jiangsu gives Shanxi 100 M more, unused otherwise")
  }

  @Test func smallMovesAreCounted() {
    let many = (1...6).map { number in
      (
        donor: RegionCode("D\(number)"), recipient: RegionCode("CN-SX"),
        amount: 600.0 / Double(number)
      )
    }
    let other = Self.plan("B", [("CN-GD", "CN-NM", 2000), ("CN-JS", "CN-SX", 500)] + many)
    let sentence = Self.sentences([Self.base, other])[1]
    #expect(
      sentence?.en.hasSuffix("D2 gives Shanxi 300 M more, unused otherwise, and 4 smaller moves")
        == true)
    #expect(sentence?.zh.hasSuffix("，另有 4 笔较小调整") == true)
    let one = Self.plan(
      "B",
      [
        ("CN-GD", "CN-NM", 2000), ("CN-JS", "CN-SX", 500), ("D1", "CN-SX", 600),
        ("D2", "CN-SX", 59),
      ])
    #expect(Self.sentences([Self.base, one])[1]?.en.hasSuffix(", and 1 smaller move") == true)
  }

  @Test func planAIsHeldAgainstTheRecommendedOne() {
    let other = Self.plan(
      "B", benefit: 1100, [("CN-GD", "CN-NM", 2000), ("CN-JS", "CN-SX", 500)])
    let sentences = Self.sentences([other, Self.base], recommended: "B")
    #expect(
      sentences.map { $0?.en } == [
        "Nothing given up: 10.0 % more benefit; every pairing keeps its money",
        "Against plan B: 9.1 % less benefit; every pairing keeps its money",
      ])
  }

  @Test func everyOutputSaysIt() throws {
    let other = Self.plan(
      "B", benefit: 992,
      [("CN-GD", "CN-SX", 1200), ("CN-GD", "CN-NM", 800), ("CN-JS", "CN-SX", 500)])
    let document = SmallRound.document(plans: [Self.base, other])
    let files = try runFiles(plans: document, round: Self.round, inputs: SmallRound.inputs)
    let sentence =
      "0.8 % less benefit; 1 pairing more; Guangdong moves 1.2 bn from Inner Mongolia to Shanxi"
    #expect(try #require(file("plans.json", of: files)).contains(sentence))
    #expect(try #require(file("ranking.csv", of: files)).contains(",\"\(sentence)\"\r\n"))
    let page = try #require(file("report.html", of: files))
    #expect(page.contains("Guangdong moves 1.2\u{A0}bn from Inner Mongolia to Shanxi"))
    #expect(page.contains("广东将 12.0\u{A0}亿元由内蒙古转向山西"))
    let book = try ReadWorkbook(try #require(files.first { $0.name == "plans.xlsx" }).bytes)
    let column = book.column(
      "Gives up against plan A, and who gains\n与方案 A 相比的得失", of: "Ranking 排名")
    #expect(column.contains { "\($0)".contains(sentence) })
    let table = rankingTable(plans: document, round: Self.round, language: .en)
    #expect(table.contains("\nB: \(sentence)\n"))
    #expect(!table.contains("\nA: "))
  }

  @Test func plainWordsAreWhatAReaderSees() {
    let words =
      Words("a<b> & \"c\" 'd'").wrapped("<b class=\"cd\">", "</b>") + .markup("1\u{A0}M&nbsp;&x")
    #expect(words.plain.en == "a<b> & \"c\" 'd'1 M &x")
  }
}
