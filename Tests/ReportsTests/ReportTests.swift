import Foundation
import Pages
import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Reports

@Suite struct ReportTests {
  static let problems = [
    LocatedProblem(
      Problem(
        .problem, kind: "unknown-sector",
        at: Origin(file: "大同市-项目申报.xlsx", place: .cell(sheet: "Sheet1", row: 14, column: 3)),
        others: [
          Origin(file: "大同市-项目申报.xlsx", place: .cell(sheet: "Sheet1", row: 15, column: 3))
        ],
        message: Bilingual(en: "Sector is not known. The row is left out.", zh: "领域未知。该行未采用。"),
        found: "hydrgen", allowed: "a sector of the round", suggestion: "hydrogen")),
    LocatedProblem(
      Problem(
        .note, kind: "unknown-column", at: Origin(file: "links.csv"),
        message: Bilingual(en: "Column “remarks” is kept but not used.", zh: "“备注”列保留但未使用。"))),
  ]

  static func page(
    _ round: Round, plans: [Plan]? = nil, problems: [LocatedProblem] = [],
    inputs: InputsDocument = SmallRound.inputs
  ) throws -> String {
    let document = GreedyPlan(round).document(plans: plans, problems: problems)
    return try report(document: document.published, round: round, inputs: inputs)
  }

  /// A run that was stopped knows no benefit to compare with: what is left is a sentence all the same.
  @Test func withoutTheMostBenefitTheLeadIsASentence() throws {
    var document = SmallRound.document(plans: [SmallRound.plan])
    document.benefitOnly = nil
    let page = try report(
      document: document, round: SmallRound.round, inputs: SmallRound.inputs)
    #expect(page.contains("It brings every region"))
    #expect(!page.contains("Itbrings"))
    document.benefitOnly = 100
    let whole = try report(
      document: document, round: SmallRound.round, inputs: SmallRound.inputs)
    #expect(whole.contains("It keeps "))
  }

  @Test func aPageIsWellFormed() throws {
    let big = Round(BigRound.records(policy: BigRound.policy))
    for page in [
      try Self.page(SmallRound.round, plans: [SmallRound.plan]),
      try Self.page(big, problems: Self.problems),
    ] {
      #expect(unbalanced(page) == nil)
      #expect(!page.contains(" style="))
      #expect(!page.contains("http:") && !page.contains("https:"))
      #expect(page.contains("style-src &#39;sha256-"))
    }
  }

  @Test func theFirstSentencesSayWhatIsRecommended() throws {
    let page = try Self.page(SmallRound.round, plans: [SmallRound.plan])
    #expect(page.contains("Plan A, <b>bond-first</b>, is recommended"))
    #expect(page.contains("places CNY\u{A0}100\u{A0}M with <b class=\"cr\">Shanxi</b>."))
    #expect(page.contains("推荐方案 A（<b>责任优先</b>）"))
    #expect(page.contains("at least 67\u{A0}% of its entitlement"))
    #expect(page.contains("What holds it back is the match"))
  }

  @Test func aRunStoppedBeforeItPlacedAnythingDoesNotSayThatNothingCanBe() throws {
    var plan = SmallRound.plan
    plan.pairings = []
    plan.tickets = []
    plan.status = .stopped
    let page = try Self.page(SmallRound.round, plans: [plan])
    #expect(page.contains("stopped at its limit before any money was placed"))
    #expect(page.contains("运算在限额处提前结束，尚未安排任何资金"))
    for untrue in ["no pairing is possible", "No pairing is possible", "What holds it back"] {
      #expect(!page.contains(untrue))
    }
  }

  @Test func regionsStandByWhatTheyReceiveBeyondTheirEntitlementToo() {
    let round = Round(BigRound.records(policy: BigRound.policy))
    let greedy = GreedyPlan(round)
    let facts = Facts(document: greedy.document(), plan: greedy.plan(), round: round)
    let shares = Levels(facts).groups.map(\.share)
    #expect(shares.count { $0 > 1 } > 1)
    #expect(shares == shares.sorted())
  }

  @Test func findingsHoldForOnePairing() throws {
    let page = try Self.page(SmallRound.round, plans: [SmallRound.plan])
    for finding in [
      "1 of 1 possible pairing is used", "Shanxi receives 67\u{A0}% of its entitlement",
      "One pairing: Guangdong with Shanxi", "1 of 2 proposals receives only a part",
      "Every coal bond that can be met is met", "No record says that its figures are estimates",
      "Every record was read without a problem", "Plan A stands alone", "Nothing stands out",
    ] {
      #expect(page.contains(finding), "\(finding)")
    }
  }

  @Test func findingsHoldWithoutAnyPairing() throws {
    var records = SmallRound.records()
    records.offers = []
    let page = try Self.page(Round(records))
    #expect(unbalanced(page) == nil)
    #expect(page.contains("places no money: no pairing is possible."))
    #expect(page.contains("No money is offered."))
    #expect(page.contains("No pairing is possible in this round"))
    #expect(page.contains("2 of 2 proposals receive nothing"))

    records = SmallRound.records()
    records.proposals = []
    let empty = try Self.page(Round(records))
    #expect(unbalanced(empty) == nil)
    #expect(empty.contains("No proposal can be planned."))
  }

  @Test func findingsHoldWhereEverythingIsFunded() throws {
    var records = SmallRound.records()
    records.offers[0].amount = .byYear([2026: 1000, 2027: 1000])
    let page = try Self.page(Round(records))
    for finding in [
      "Every region receives its full entitlement", "Every proposal is funded in full",
      "Nothing holds it back", "CNY\u{A0}1.7\u{A0}bn lies idle",
    ] {
      #expect(page.contains(finding), "\(finding)")
    }
  }

  @Test func findingsHoldForThirtyRegions() throws {
    var records = SmallRound.records()
    records.offers[0].amount = .byYear([2026: 30_000, 2027: 30_000])
    records.proposals = (1...30).map { number in
      Proposal(
        id: ProposalID("P\(number)"), recipient: RegionCode("ZA-R\(number)"), sector: "wind",
        need: 1000, origin: SmallRound.here)
    }
    let page = try Self.page(Round(records))
    #expect(unbalanced(page) == nil)
    #expect(page.contains("30 of 30 possible pairings are used"))
    #expect(page.contains("30 coal regions"))
  }

  @Test func aStoppedRunSaysSoFirst() throws {
    var plan = SmallRound.plan
    plan.status = .stopped
    let page = try Self.page(SmallRound.round, plans: [plan])
    #expect(
      page.contains("<div class=\"lead\"><p><span lang=\"en\">The run was stopped at its limit"))
  }

  @Test func defaultsAreSaidWhereThereIsNoPolicy() throws {
    let page = try Self.page(Round(BigRound.records(hasPolicy: false)))
    #expect(
      page.contains(
        "<ol class=\"att\"><li><a href=\"#plans\"><span lang=\"en\">No policy was given"))
  }

  @Test func aConflictTakesThePlaceOfThePlan() throws {
    let conflict = Conflict(
      rules: [
        .init(donor: "CN-GD", recipient: "CN-SX", amount: 400, file: "<policy>.yaml", at: "line 3")
      ],
      repair: .init(
        total: 250,
        fixedPairs: [.init(donor: "CN-GD", recipient: "CN-SX", fixed: 400, possible: 150)]))
    let page = try report(
      document: SmallRound.document(plans: [], conflict: conflict.told(of: SmallRound.round)),
      round: SmallRound.round, inputs: SmallRound.inputs)
    #expect(unbalanced(page) == nil)
    #expect(page.contains("The policy fixes at least CNY 400 M from Guangdong for Shanxi"))
    #expect(page.contains("<code>&lt;policy&gt;.yaml · line 3</code>"))
    #expect(page.contains("CNY 150 M instead of CNY 400 M"))
  }

  @Test func withoutARoundThePageNamesTheProblems() throws {
    let page = try report(
      document: SmallRound.document(plans: [], problems: Self.problems), round: nil,
      inputs: SmallRound.inputs)
    #expect(unbalanced(page) == nil)
    #expect(page.contains("the inputs give no round to plan"))
    #expect(page.contains("大同市-项目申报.xlsx · Sheet1!C14"))
    #expect(page.contains("hydrogen"))
  }

  @Test func estimatesAreMarkedAndCounted() throws {
    let mark = "<sup>e</sup>"
    let round = Round(SmallRound.records(basis: "estimated"))
    let page = try Self.page(round, plans: [SmallRound.plan])
    #expect(page.contains("The figures of 1 of 2 proposals are estimates"))
    let firm = try Self.page(
      Round(SmallRound.records(basis: "Announced")), plans: [SmallRound.plan])
    // The explanation names the mark once.
    #expect(firm.components(separatedBy: mark).count == 2)
    #expect(page.components(separatedBy: mark).count > 4)
  }

  @Test func aPageDoesNotDependOnTheNamesOfItsFiles() throws {
    var renamed = SmallRound.inputs
    renamed.files[0].name = "elsewhere/other.csv"
    #expect(
      try Self.page(SmallRound.round, plans: [SmallRound.plan])
        == Self.page(SmallRound.round, plans: [SmallRound.plan], inputs: renamed))
  }

  @Test func earlierVersionsInForceAreSaid() throws {
    var inputs = SmallRound.inputs
    inputs.lastGood = [
      .init(name: "天津.xlsx", hash: inputs.files[0].hash, keys: [:], whole: true),
      .init(name: "b.csv", hash: inputs.files[0].hash, keys: ["proposals": ["P1"]], whole: false),
    ]
    let page = try Self.page(SmallRound.round, plans: [SmallRound.plan], inputs: inputs)
    #expect(page.contains("Earlier versions of 2 files are in force"))
    #expect(page.contains("<code>天津.xlsx</code>"))
    #expect(page.contains("1 record has a problem now"))
  }

  @Test(arguments: [Policy.Language.en, .zh, .both])
  func thePageOpensInThePolicysLanguage(language: Policy.Language) throws {
    var policy = Policy()
    policy.language = language
    let page = try Self.page(Round(SmallRound.records(policy: policy)), plans: [SmallRound.plan])
    #expect(page.contains("<html lang=\"\(language == .zh ? "zh-Hans" : "en")\">"))
  }
}
