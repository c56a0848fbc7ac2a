import Foundation
import Testing

@testable import TestSupport

/// A round and a plan small enough to check by hand, as text.
///
/// `q` is 1, 2 and 0.8 for P1, P2 and P3 (the mean of jobs per M is 1), D1's coal came by three quarters
/// from R1 and by one from R2, and the bond's bonus is 0.4: so `v` is 1.3, 2.2 and 0.8 on the eligible
/// pairs (O1, P1), (O1, P2) and (O2, P3).
enum HandmadeRound {
  /// Replaces a text that stands once in a file.
  struct Edit: Sendable {
    var file: String
    var from: String
    var to: String

    init(_ file: String, _ from: String, _ to: String) {
      self.file = file
      self.from = from
      self.to = to
    }
  }

  /// What the checker says after the edits.
  static func violations(_ edits: [Edit], plan: String = "A") throws -> [String] {
    var files = files
    for edit in edits {
      let text = try #require(files[edit.file])
      try #require(text.components(separatedBy: edit.from).count == 2, "\(edit.from) once")
      files[edit.file] = text.replacingOccurrences(of: edit.from, with: edit.to)
    }
    return try RoundFolder.temporary { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      return try PlanChecker.violations(round: folder, run: folder, plan: plan)
    }
  }

  static let files = [
    "regions.csv": "code,name,need_weight\nR1,\"One, the first\",1\nR2,Two,1\nD1,,\nD2,,\n",
    "links.csv": "donor,recipient,coal_mt,year\nD1,R1,20,2023\nD1,R1,10,2024\nD1,R2,10,2024\n",
    "offers.csv": """
    id,donor,instrument,max_share_per_recipient,policy_areas,amount,2026,2027
    O1,D1,grant,0.4,,,10,10.0
    O2,D2,equity,,,8,,
    X1,D1,expertise,,a;b,12,,

    """,
    "proposals.csv": """
    id,recipient,sector,need,instruments,start_year,years,jobs,policy_areas,expertise_months
    P1,R1,wind,10,,2026,2,10,b;c,6
    P2,R2,solar,4,grant,2026,1,8,,
    P3,R2,wind,20,equity,2027,1,16,,

    """,
    "policy.yaml": """
    policy:
      years: [2026, 2027]
      weights: {jobs: 1}
      bond_bonus: 0.4
      co_investment: {max_donor_share: 0.8, above: 5}
      concentration: {max_recipient_share: 0.5}
      diversification: {max_sector_share: 0.6}
      alignment_bonus: 0
      reciprocity: {share: 0.3}
      fixed_pairs:
      - {donor: D1, recipient: R2, amount: 3}
      forbidden_pairs:
      - {donor: D2, recipient: R1}

    """,
    "plan-A.tickets.csv": """
    \u{FEFF}offer,donor,recipient,proposal,amount,2026,2027\r
    O1,D1,R1,P1,7,3.5,3.5\r
    O1,D1,R2,P2,3,3,\r
    O2,D2,R2,P3,4,0,4\r

    """,
    "plans.json": plans,
  ]

  private static let plans = """
    {"format": "jetb.plans/1", "eligible_pairs": 3, "benefit_only": 20.5, "plans": [{
      "id": "A", "rank": 1, "profile": "bond-first", "status": "optimal",
      "stages": [
        {"stage": "reciprocity", "shortfall": 0, "target": 6.0, "unreachable": 0},
        {"stage": "fairness", "levels": {"R1": 0.7, "R2": 0.38}, "entitlements": {"R1": 10, "R2": 18}},
        {"stage": "benefit", "value": 18.9}, {"stage": "co-design", "value": 0.35}],
      "scorecard": {"benefit": 18.9000001, "invested": 14, "jobs": 16.2, "reciprocity_met": 1.0,
        "lowest_level": 0.388888889, "mean_level": 0.544444444, "gini": 0.142857143,
        "largest_pair_share": 0.5, "pairings": 3, "person_months": 0.350, "distance": 0.0},
      "pairings": [
        {"rank": 1, "donor": "D1", "recipient": "R1", "amount": 7.0, "benefit": 9.1,
          "by_instrument": {"grant": 7.00}, "by_year": {"2026": 3.50, "2027": 3.500},
          "proposals": ["P1"], "indicators": {"jobs": 7}, "person_months": 0.35000},
        {"rank": 2, "donor": "D1", "recipient": "R2", "amount": 3.0, "benefit": 6.6,
          "by_instrument": {"grant": 3}, "by_year": {"2026": 3}, "proposals": ["P2"],
          "indicators": {"jobs": 6}, "person_months": 0},
        {"rank": 3, "donor": "D2", "recipient": "R2", "amount": 4.0, "benefit": 3.2,
          "by_instrument": {"equity": 4}, "by_year": {"2027": 4}, "proposals": ["P3"],
          "indicators": {"jobs": 3.2}, "person_months": 0}],
      "tickets": [
        {"offer": "O1", "proposal": "P1", "amount": 7, "by_year": {"2026": 3.5, "2027": 3.5}},
        {"offer": "O1", "proposal": "P2", "amount": 3, "by_year": {"2026": 3.0}},
        {"offer": "O2", "proposal": "P3", "amount": 4, "by_year": {"2027": 4.0}}],
      "expertise": [{"offer": "X1", "proposal": "P1", "months": 0.35}],
      "unfunded": [{"proposal": "P3", "funded": 0.2}, {"proposal": "P1", "funded": 0.7},
        {"proposal": "P2", "funded": 0.75}],
      "bound": 18.90, "gap": 0}]}
    """
}
