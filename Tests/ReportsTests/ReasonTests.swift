import Foundation
import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Reports

/// Why and why not, on the page and in the workbook.
@Suite struct ReasonTests {
  private func page(_ document: PlansDocument = ReasonedPlan.document()) throws -> String {
    let round = ReasonedPlan.round()
    return try report(document: document.told(of: round), round: round, inputs: SmallRound.inputs)
  }

  @Test func thePageIsWellFormedAndNamesEverySection() throws {
    let page = try page()
    #expect(unbalanced(page) == nil)
    for section in ["plans", "weights", "budget", "prices", "pairings", "unused", "unfunded"] {
      #expect(page.contains("<section id=\"\(section)\""), "\(section)")
    }
  }

  @Test func everyKindOfFigureSaysWhatWasHeldFixed() throws {
    let page = try page()
    func section(_ id: String) throws -> Substring {
      let start = try #require(page.firstRange(of: "<section id=\"\(id)\""))
      let rest = page[start.lowerBound...]
      return rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)]
    }
    for id in ["prices", "unused"] {
      #expect(try section(id).contains("ll else as it is, not planned again"))
      #expect(try section(id).contains("其他条件不变，未重新规划"))
    }
    for id in ["weights", "pairings", "unfunded"] {
      #expect(try section(id).contains("the whole round planned again"))
      #expect(try section(id).contains("整轮"))
    }
    #expect(try section("unfunded").contains("all else as it is, not planned again"))
    #expect(try section("fairness").contains("when fairness was planned, all else as it is"))
  }

  @Test func aPriceIsSaidInASentence() throws {
    let page = try page()
    #expect(
      page.contains(
        "Money of Guangdong fund in 2027 (now 50\u{A0}M): each million more brings 3.75 of benefit, "
          + "for the next 8.0\u{A0}M, then less (+12\u{A0}jobs); each million less costs 4.13 of benefit, "
          + "for the first 3.0\u{A0}M, then more."))
    #expect(
      page.contains(
        "One more million brings most, 3.75 of benefit, as money of Guangdong fund in 2027"))
    #expect(page.contains("<td><b>−0.750</b></td>"))
    let fairness = Facts(
      document: ReasonedPlan.document(), plan: ReasonedPlan.plan, round: ReasonedPlan.round())
    #expect(
      fairness.prices.sentence(ReasonedPlan.prices[0]).plain.zh
        == "对山西的资金保障（现为 1.5 亿元）：每增加 100 万，效益减少 0.750（在其后 200 万元以内，再多则递增）；"
        + "每减少 100 万，效益增加 0.500（幅度不限）。")
  }

  @Test func whatStopsAndWhatWinsStandsBesideEachProposal() throws {
    let page = try page()
    for text in [
      "Guangdong fund: no money left in 2027; wind may have at most 40\u{A0}% of what Shanxi receives",
      "<small>Town heating</small>".replacing(
        "Town heating",
        with: "<span lang=\"en\">Town heating</span><span lang=\"zh-Hans\">城镇供热</span>"),
      "7\u{A0}% less asked", "more benefit alone does not help", "仅提高效益无济于事",
      "Guangdong fund: not for its sector; Jiangsu’s offer O2: no money in 2026",
      "1 is within 15 % of winning",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    // The one that is near stands before the one that nothing helps.
    let wind = try #require(page.firstRange(of: "<th scope=\"row\">Wind farm<small>"))
    let storage = try #require(
      page.range(
        of:
          "<th scope=\"row\"><span lang=\"en\">Pumped storage</span><span lang=\"zh-Hans\">抽水蓄能电站</span><small>"
      ))
    #expect(wind.lowerBound < storage.lowerBound)
  }

  @Test func levelsPairsStabilityAndWeightsHaveTheirReasons() throws {
    let page = try page()
    for text in [
      "Guangdong fund: no money left in 2026 and 2027; Guangdong may give Shanxi at most 50\u{A0}% of its money",
      "Guangdong with Inner Mongolia comes nearest: it needs 4.6\u{A0}% more benefit per million",
      "brings none", "Used in 96\u{A0}% of re-plans", "<span class=\"pn\">96\u{A0}%</span>",
      "One of two weights changes the answer", "alternative 1",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func aPlanThatIsNotTheOwnIsSaidToBeRecommended() throws {
    let page = try page(ReasonedPlan.document(recommended: "B"))
    #expect(page.contains("Plan B, alternative 1, is recommended, not plan A"))
    #expect(page.contains("推荐的是方案 B（备选 1），而非方案 A"))
    #expect(
      page.contains(
        "It is not plan A, the policy’s own order of aims, but ranks above it by the policy’s weights: "
      ))
    #expect(!(try self.page()).contains("not plan A"))
  }

  @Test func nothingIsSaidOfWhatWasNotAsked() throws {
    let page = try ReportTests.page(SmallRound.round, plans: [SmallRound.plan])
    for absent in [
      "id=\"prices\"", "id=\"unused\"", "id=\"weights\"", "Stability", "What holds each level",
    ] {
      #expect(!page.contains(absent), "\(absent)")
    }
    #expect(page.contains("1 offer fits"))
  }

  @Test func theWorkbookHoldsAllOfIt() throws {
    let round = ReasonedPlan.round(.en)
    let book = try ReadWorkbook(
      PlanWorkbook(
        ReasonedPlan.document().told(of: round), round: round, inputs: SmallRound.inputs
      ).bytes())
    #expect(book.isWellFormed)
    #expect(
      book.sheetNames == [
        "Ranking", "Trade-offs", "A Overview", "A Pairings", "A Tickets", "A Unfunded",
        "B Overview",
        "B Pairings", "B Tickets", "B Unfunded", "Prices", "Not paired", "Weights", "Policy",
        "Inputs",
      ])
    #expect(
      book.column(
        "Stability,\nshare of varied re-plans,\nthe whole round planned again", of: "A Pairings")
        == [.number(0.96)])
    #expect(
      book.column("Money went to", of: "A Unfunded").contains(.text("Town heating")))
    #expect(
      book.column(
        "Wins with less asked,\nshare, the whole round planned again", of: "A Unfunded"
      ).contains(.number(0.07)))
    #expect(
      book.column("Benefit for each million more", of: "Prices") == [
        .number(-0.75), .number(3.75), .number(-0.75), .number(3.75),
      ])
    #expect(book.column("Jobs for each million more", of: "Prices").contains(.number(12)))
    #expect(
      book.column("Limit,\nall else as it is, not planned again", of: "Prices").prefix(2) == [
        .text("Money guaranteed to Shanxi"), .text("Money of Guangdong fund in 2027"),
      ])
    #expect(book.column("Plan", of: "Not paired").count == 4)
    #expect(book.column("Weight", of: "Weights") == [.text("Lowest level"), .text("Jobs")])
  }

  @Test func manyOffersThatAreSpentAreOneReason() {
    let round = Round(BigRound.records(policy: BigRound.policy))
    let rules = RuleWords(names: Names(round), policy: round.policy)
    let spent = round.offers.prefix(4).flatMap { offer in
      [2026, 2028, 2029, 2030].map { RuleName(.budget, offer: offer.id, year: $0) }
    }
    #expect(
      rules.stops(spent + [RuleName(.fairness, group: "CN-SX")]).map(\.plain.en) == [
        "4 offers of Beijing and Guangdong that fit have no money left in 2026 and 2028–2030",
        "the level guaranteed to Shanxi comes first",
      ])
    #expect(rules.stops(Array(spent.prefix(8))).count == 2)
    let some = rules.stops(spent + [RuleName(.budget, offer: round.offers[0].id, year: 2027)])
    #expect(
      some.map(\.plain.en) == [
        "4 offers of Beijing and Guangdong that fit have no money left in one or more years of 2026–2030"
      ])
  }

  /// Nobody reads forty names: what is alike is counted, and a few of it named.
  @Test func manyRulesOfOneKindAreOneReason() {
    let round = Round(BigRound.records(policy: BigRound.policy))
    let rules = RuleWords(names: Names(round), policy: round.policy)
    let needs = round.projects.prefix(5).map { RuleName(.need, proposal: $0.id) }
    let told = rules.stops(needs).map(\.plain)
    #expect(told.count == 1)
    #expect(told[0].en.hasPrefix("5 proposals are funded in full, among them "))
    #expect(told[0].zh.hasPrefix("5 个项目已足额，如"))
    #expect(rules.stops(Array(needs.prefix(3))).count == 3)
    // Several donors at their limit on one proposal are one proposal.
    let shared = ["CN-GD", "CN-BJ", "CN-SH", "CN-ZJ"].map {
      RuleName(.coInvestment, proposal: round.projects[0].id, donor: $0)
    }
    #expect(rules.stops(shared).map(\.plain.en).first?.contains("need: reached at ") == true)
  }

  @Test func aLimitThatCannotMoveIsWorthNothingToName() throws {
    var document = ReasonedPlan.document()
    document.plans[0].prices[1].more.upTo = 0
    document.plans[0].prices[1].less.upTo = 0
    let page = try page(document)
    #expect(page.contains("1 more limit is reached, but a small change of it changes next to"))
    #expect(!page.contains("Money of Guangdong fund in 2027"))
    document.plans[0].unusedPairs[1].shortBy = nil
    #expect(try self.page(document).contains("no benefit would do: earlier aims leave no money"))
  }

  @Test func aProposalWithItsPartNeedsNoChange() throws {
    var document = ReasonedPlan.document()
    document.plans[0].unfunded[1].funded = 0.6
    let page = try page(document)
    #expect(page.contains("has its part") && !page.contains("less asked"))
    #expect(!page.contains("of winning"))
    let round = ReasonedPlan.round()
    let text = try Explanation(of: [.proposal("P2")], in: document, round: round).text(.en)
    #expect(
      text.contains("- Nothing more: it gets at least 50 % of its need, which counts as winning.\n")
    )
  }

  @Test func alternativesAreNumberedInBothLanguages() {
    #expect(profileName("alternative-12") == Bilingual(en: "alternative 12", zh: "备选 12"))
    #expect(
      profileName("alternative-city") == Bilingual(en: "alternative-city", zh: "alternative-city"))
    #expect(profileName("bond-first").zh == "责任优先")
  }
}
