import Testing

@testable import TestSupport

/// A rule broken on purpose, and how the violation must begin.
private struct Breach: Sendable, CustomTestStringConvertible {
  var violation: String
  var edits: [HandmadeRound.Edit]
  /// Nothing else may be said.
  var alone = false

  var testDescription: String { "\(violation), \(edits.map(\.file).joined(separator: " and "))" }

  init(_ violation: String, _ edits: HandmadeRound.Edit..., alone: Bool = false) {
    self.violation = violation
    self.edits = edits
    self.alone = alone
  }

  func expectFound() throws {
    let found = try HandmadeRound.violations(edits)
    #expect(found.contains { $0.hasPrefix(violation) }, "\(found)")
    if alone { #expect(found.allSatisfy { $0.hasPrefix(violation) }, "\(found)") }
  }
}

private typealias Edit = HandmadeRound.Edit

private func plan(_ from: String, _ to: String) -> Edit { Edit("plans.json", from, to) }
private func policy(_ from: String, _ to: String) -> Edit { Edit("policy.yaml", from, to) }

struct PlanCheckerTests {
  @Test func soundPlanHasNoViolations() throws {
    #expect(try HandmadeRound.violations([]) == [])
  }

  @Test func planMustExist() throws {
    #expect(try HandmadeRound.violations([], plan: "B") == ["plans: there is no plan B"])
  }

  @Test(arguments: [
    Breach("eligible: ticket O1 P1", Edit("proposals.csv", "R1,wind,10,,", "R1,wind,10,equity,")),
    Breach("eligible: ticket O2 P3", policy("recipient: R1}", "recipient: R2}")),
    Breach("eligible: ticket O2 P3", Edit("offers.csv", "equity,,,8,,", "equity,,,,8,0")),
    Breach("eligible_pairs", plan("\"eligible_pairs\": 3", "\"eligible_pairs\": 4"), alone: true),
    Breach("ticket O1 P9", plan("\"P2\", \"amount\": 3,", "\"P9\", \"amount\": 3,")),
    Breach("ticket O1 P1: stands twice", plan("\"P2\", \"amount\": 3,", "\"P1\", \"amount\": 3,")),
    Breach("units: ", plan("\"2027\": 3.5}", "\"2027\": 3.5000001}")),
    Breach("units: ", plan("{\"2026\": 3.0}", "{\"2026\": -3.0}")),
    Breach("ticket sum: ", plan("\"P1\", \"amount\": 7,", "\"P1\", \"amount\": 7.000001,")),
    Breach("draw: ", plan("{\"2026\": 3.0}", "{\"2027\": 3.0}")),
    Breach(
      "draw: the years of ticket O1 P1",
      plan("\"2026\": 3.5, \"2027\": 3.5}", "\"2026\": 3.499997, \"2027\": 3.500003}")),
    Breach("tickets.csv: amount", Edit("plan-A.tickets.csv", "P2,3,3,", "P2,3.1,3,"), alone: true),
    Breach("tickets.csv: O1 P2 in", Edit("plan-A.tickets.csv", "P2,3,3,", "P2,3,,3"), alone: true),
    Breach(
      "tickets.csv: O1 P2 is missing", Edit("plan-A.tickets.csv", "O1,D1,R2,P2,3,3,\r\n", ""),
      alone: true),
    Breach("tickets.csv: O1 P7", Edit("plan-A.tickets.csv", "P2,3,3,", "P7,3,3,")),
  ])
  private func ticketsAreChecked(_ breach: Breach) throws { try breach.expectFound() }

  @Test(arguments: [
    Breach("budget O1 2027", Edit("offers.csv", "10,10.0", "10,3.499999")),
    Breach("need P2", Edit("proposals.csv", "R2,solar,4,", "R2,solar,2.999999,")),
    Breach("co-investment D1 P1", policy("share: 0.8", "share: 0.6999999"), alone: true),
    Breach("concentration D2→R2", policy("share: 0.5", "share: 0.4999999"), alone: true),
    Breach("own limit O1 R1", Edit("offers.csv", "grant,0.4", "grant,0.3499999"), alone: true),
    Breach("diversification R2 wind", policy("share: 0.6", "share: 0.57"), alone: true),
    Breach("fixed pair D1→R2", policy("amount: 3", "amount: 3.0000011"), alone: true),
    Breach("expertise offer X1", Edit("offers.csv", "a;b,12,", "a;b,0.349,"), alone: true),
    Breach("expertise need P1", Edit("proposals.csv", "b;c,6", "b;c,0.349"), alone: true),
    Breach("expertise X1 P1: may not", Edit("offers.csv", "a;b,12", "a,12"), alone: true),
    Breach("expertise X1 P1: -0.35", plan("\"months\": 0.35}", "\"months\": -0.35}")),
  ])
  private func hardRulesAreChecked(_ breach: Breach) throws { try breach.expectFound() }

  @Test(arguments: [
    Breach("pairing amount: ", plan("\"amount\": 7.0", "\"amount\": 7.000001"), alone: true),
    Breach("pairing benefit: ", plan("\"benefit\": 6.6", "\"benefit\": 6.60002"), alone: true),
    Breach("pairing proposals: ", plan("[\"P2\"]", "[\"P2\", \"P3\"]"), alone: true),
    Breach("pairing D1→R9", plan("\"R2\", \"amount\": 3.0", "\"R9\", \"amount\": 3.0")),
    Breach("pairing D1→R2: is missing", plan("\"R2\", \"amount\": 3.0", "\"R9\", \"amount\": 3.0")),
    Breach("rank: ", plan("\"rank\": 3", "\"rank\": 4"), alone: true),
    Breach("rank: pairing D1→R2 has more", Edit("proposals.csv", "1,8,", "1,20,")),
    Breach("by_instrument: ", plan("{\"grant\": 3}", "{\"loan\": 3}"), alone: true),
    Breach("by_year: ", plan("{\"2026\": 3}", "{\"2026\": 2, \"2027\": 1}"), alone: true),
    Breach("indicator jobs: ", plan("{\"jobs\": 6}", "{\"jobs\": 8}"), alone: true),
    Breach("person_months: ", plan("0.35000", "0.36"), alone: true),
    Breach("unfunded P3", plan("\"funded\": 0.2", "\"funded\": 0.21"), alone: true),
    Breach(
      "unfunded P1: is missing", plan("{\"proposal\": \"P1\", \"funded\": 0.7},", ""), alone: true),
    Breach("unfunded P9", plan("{\"proposal\": \"P2\", \"f", "{\"proposal\": \"P9\", \"f")),
    Breach("unfunded P2: has all", Edit("proposals.csv", "R2,solar,4,", "R2,solar,3,")),
  ])
  private func listsAreChecked(_ breach: Breach) throws { try breach.expectFound() }

  @Test(arguments: [
    ("benefit", "18.9000001"), ("invested", "14"), ("jobs", "16.2"), ("reciprocity_met", "1.0"),
    ("lowest_level", "0.388888889"), ("mean_level", "0.544444444"), ("gini", "0.142857143"),
    ("largest_pair_share", "0.5"), ("pairings", "3"), ("person_months", "0.350"),
    ("distance", "0.0"),
  ])
  func scorecardIsChecked(_ column: String, _ figure: String) throws {
    let wrong = plan("\"\(column)\": \(figure),", "\"\(column)\": 7.77,")
    let last = plan("\"\(column)\": \(figure)}", "\"\(column)\": 7.77}")
    try Breach("scorecard \(column): 7.77", column == "distance" ? last : wrong, alone: true)
      .expectFound()
  }
}

struct KeptStagesTests {
  @Test(arguments: [
    Breach(
      "kept reciprocity", policy("{share: 0.3}", "{share: 0.9}"),
      plan("\"target\": 6.0", "\"target\": 18")),
    Breach("stage reciprocity target", plan("\"target\": 6.0", "\"target\": 6.1"), alone: true),
    Breach("stage reciprocity unreachable", Edit("links.csv", "20,2023\n", "20,2023\nD2,R1,5,\n")),
    Breach("kept fairness R2", plan("\"R2\": 0.38", "\"R2\": 0.4"), alone: true),
    Breach("stage fairness entitlement", plan("\"R2\": 18", "\"R2\": 18.1"), alone: true),
    Breach("stage fairness: groups", plan("\"R2\": 0.38", "\"R3\": 0.38"), alone: true),
    Breach("kept benefit", plan("\"value\": 18.9", "\"value\": 18.91"), alone: true),
    Breach("stage benefit: more", plan("\"benefit_only\": 20.5", "\"benefit_only\": 18.8")),
    Breach("kept co-design", plan("\"value\": 0.35", "\"value\": 0.36"), alone: true),
    Breach("bound: ", plan("\"bound\": 18.90", "\"bound\": 18.8"), alone: true),
    Breach("gap: ", plan("\"gap\": 0", "\"gap\": 1e-5"), alone: true),
    Breach("profile: ", plan("\"bond-first\"", "\"fairness-first\"")),
    Breach(
      "stages: ", policy("  bond_bonus", "  profile: fairness-first\n  bond_bonus"),
      plan("\"bond-first\"", "\"fairness-first\"")),
    Breach(
      "stages: ",
      plan(
        "{\"stage\": \"benefit\", \"value\": 18.9}, {\"stage\": \"co-design\", \"value\": 0.35}]",
        "]"), alone: true),
  ])
  private func keptStagesAreChecked(_ breach: Breach) throws { try breach.expectFound() }

  /// What a rule allows must not be called a violation.
  @Test(arguments: [
    [policy("amount: 3", "amount: 3.000001")],
    [
      plan("\"status\": \"optimal\"", "\"status\": \"stopped\""),
      plan("\"gap\": 0", "\"gap\": 0.1"),
    ],
    [
      policy("  bond_bonus", "  stages: [fairness, {stage: benefit, keep: 0.95}]\n  bond_bonus"),
      plan("\"bond-first\"", "\"custom\""),
      plan(
        "{\"stage\": \"reciprocity\", \"shortfall\": 0, \"target\": 6.0, \"unreachable\": 0},", ""),
      plan("\"value\": 18.9}, {\"stage\": \"co-design\", \"value\": 0.35}", "\"value\": 19.8}"),
    ],
    [
      policy(
        "  bond_bonus",
        "  profile: ours\n  profiles:\n    ours:\n    - {stage: reciprocity, keep: 0.8}\n    - benefit\n  bond_bonus"
      ),
      policy("{share: 0.3}", "{share: 0.5}"), plan("\"bond-first\"", "\"ours\""),
      // Σ targets 10 (7.5 + 2.5), short by 0.5; keep leaves 2.
      plan("\"target\": 6.0", "\"target\": 10"),
      plan("\"reciprocity_met\": 1.0", "\"reciprocity_met\": 0.95"),
      plan(
        "{\"stage\": \"fairness\", \"levels\": {\"R1\": 0.7, \"R2\": 0.38}, \"entitlements\": {\"R1\": 10, \"R2\": 18}},",
        ""),
      plan(", {\"stage\": \"co-design\", \"value\": 0.35}", ""),
    ],
  ])
  private func allowancesAreGiven(_ edits: [Edit]) throws {
    #expect(try HandmadeRound.violations(edits) == [])
  }
}
