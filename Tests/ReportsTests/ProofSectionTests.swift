import Pages
import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Reports

/// What the report says of how good a plan is, and of what that rests on.
@Suite struct ProofSectionTests {
  private func proof(_ plan: Plan, policy: Policy = Policy()) throws -> String {
    let page = try ReportTests.page(
      Round(SmallRound.records(policy: policy)), plans: [plan])
    #expect(unbalanced(page) == nil)
    let start = try #require(page.firstRange(of: "<section id=\"proof\""))
    let rest = page[start.lowerBound...]
    return String(rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)])
  }

  private var plan: Plan {
    var plan = SmallRound.plan
    plan.bound = plan.scorecard.benefit + 0.0004
    return plan
  }

  private var integerPolicy: Policy {
    var policy = Policy()
    policy.maxRecipientsPerDonor = 1
    return policy
  }

  @Test func anOptimalPlanSaysThatNothingIsBetter() throws {
    let proof = try proof(plan)
    for text in [
      "No plan that keeps the same coal bonds and fairness levels could bring more benefit",
      "保持用煤责任和公平水平不变的方案，效益都不会更高", "all 2 possible matches",
      "as much benefit as CNY\u{A0}400 brings at average yield", "以平均收益投入 400\u{A0}元",
      "<code>jetbd verify RUN</code>", "<code>python3 Models/pairing.py RUN/round.dat</code>",
      "<code>jetbd verify RUN --again</code>", "Every rule was checked again in whole units",
      "45.00 of 45.00", "66.7\u{A0}%", "120.1",
    ] {
      #expect(proof.contains(text), "\(text)")
    }
    for word in ["dual", "reduced cost", "basis", "stopped", "search"] {
      #expect(!proof.contains(word), "\(word)")
    }
  }

  @Test func theSectionStandsBeforeTheInputs() throws {
    let page = try ReportTests.page(SmallRound.round, plans: [plan])
    let sections = page.matches(of: /<section id="(\w+)"/).map { String($0.output.1) }
    #expect(sections.suffix(2) == ["proof", "inputs"])
    let empty = try report(
      document: SmallRound.document(plans: []), round: nil, inputs: SmallRound.inputs)
    #expect(!empty.contains("id=\"proof\""))
  }

  @Test func aStoppedPlanSaysItsGap() throws {
    var plan = plan
    plan.status = .stopped
    plan.bound = (plan.scorecard.benefit + 0.0004) * 1.0312
    plan.gap = 0.0303
    let known = try proof(plan)
    #expect(
      known.contains(
        "The run was stopped: a plan that keeps the same coal bonds and fairness levels "
          + "might bring up to 3.2\u{A0}% more benefit"))
    #expect(known.contains("效益最多可能再高 3.2\u{A0}%"))

    plan.bound = nil
    plan.gap = nil
    plan.rounding = nil
    let unknown = try proof(plan)
    #expect(unknown.contains("how much better a plan could be is not known"))
    #expect(unknown.contains("尚不可知"))
    #expect(!unknown.contains("possible matches"))
  }

  @Test func aPlanStoppedBeforeAnyBenefitSaysWhatMightBe() throws {
    var plan = plan
    plan.status = .stopped
    plan.scorecard.benefit = 0
    plan.rounding = 0
    plan.bound = 130
    plan.stages = []
    let proof = try proof(plan)
    #expect(proof.contains("up to 130 of benefit might be possible"))
    #expect(!proof.contains("<table"))
  }

  @Test func integerRulesRestOnASearchBesideAProof() throws {
    var plan = plan
    let reached = plan.scorecard.benefit + 0.0004
    plan.bound = reached * 1.00005
    plan.linearBound = reached * 1.0213
    plan.stages.append(StageValue(stage: .integer, value: reached, loosened: 0.012))
    let searched = try proof(plan, policy: integerPolicy)
    for text in [
      "The search found that no choice of partners brings over 0.0050\u{A0}% more benefit",
      "rests on a search through choices of partners, not on proof", "并非证明",
      "Proven beside it: no plan that keeps in full what earlier aims reached could bring over 2.2\u{A0}% more",
      "earlier aims give way by 1.2\u{A0}%",
    ] {
      #expect(searched.contains(text), "\(text)")
    }
    #expect(!searched.contains("possible matches"))

    plan.profile = "alternative-1"
    #expect(try proof(plan, policy: integerPolicy).contains("With its own partners, no plan"))
  }

  /// Where earlier aims give way far enough, the benefit gains by integer rules; and no floor is left that holds.
  @Test func whatIntegerRulesGiveIsSaidAsItIs() throws {
    var plan = plan
    plan.stages.append(StageValue(stage: .integer, value: 205.4, loosened: 0.127))
    plan.linearBound = 200
    let words = IntegerRuleWords(
      round: Round(SmallRound.records(policy: integerPolicy)),
      money: Money(currency: "EUR", offered: 100)
    ).sentences(plan)
    #expect(words.contains { $0.en.contains("the benefit is 2.7\u{A0}% more than without") })
    #expect(words.contains { $0.en.contains("at most 1 region for each donor") })
    let round = Round(SmallRound.records(policy: integerPolicy))
    let facts = Facts(document: SmallRound.document(plans: [plan]), plan: plan, round: round)
    #expect(Levels(facts).groups.allSatisfy { $0.floor == nil })
  }

  @Test func anAlternativeSaysThatItMustDiffer() throws {
    var plan = plan
    plan.profile = "alternative-1"
    #expect(
      try proof(plan).contains(
        "the same coal bonds, fairness levels and distance from the plans before it could"))
  }

  @Test func withoutBenefitNothingIsClaimed() throws {
    var plan = plan
    plan.stages.removeLast()
    plan.bound = nil
    plan.gap = nil
    plan.rounding = nil
    #expect(try proof(plan).contains("Benefit is none of this plan’s aims"))
  }

  @Test(arguments: [
    (0.0312001, "3.2"), (0.031, "3.1"), (0.5, "50"), (1.234, "124"), (0.00000101, "0.0002"),
  ])
  func whatMayNotBeExceededIsRoundedUp(value: Double, percent: String) {
    #expect(shareAtMost(value) == .markup(percent + "\u{A0}%"))
  }
}
