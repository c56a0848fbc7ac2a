import Foundation
import Plans
import Records
import Round
import Testing

@testable import Reports

/// `round.dat`: records as data for glpsol.
@Suite struct MathProgTests {
  private func text(_ records: RecordSet, continuing earlier: EarlierPlan? = nil) -> String {
    String(decoding: mathProgData(records, continuing: earlier), as: UTF8.self)
  }

  @Test func theSmallRoundIsItsRecords() {
    #expect(
      text(SmallRound.records()) == """
        # Records of the round small for GLPK's glpsol: python3 pairing.py round.dat
        # Money is in millions of CNY, expertise in person-months.

        data;

        # Horizon
        param first_year := 2026;
        param last_year := 2027;

        # Policy
        param profile := 'bond-first';
        param bond_bonus := 0.2;
        param alignment_bonus := 0.1;
        param pairing_bonus := 0.1;
        param reciprocity_share := 0.3;
        param fairness_tolerance := 0.02;
        param max_donor_share := 1;
        param co_investment_above := 0;
        param max_recipient_share := 1;
        param max_sector_share := 1;
        param months_per_M := 0.05;
        param fairness_level := 'region';

        # Regions and communities: column need_weight
        param: REGIONS: measure :=
          'CN-SX' 1
        ;

        # Links
        param: LINKS: coal_mt existing_pairing :=
          1 'CN-GD' 'CN-SX' 73 0
        ;

        # Offers
        param: OFFERS: donor instrument max_share_per_recipient min_ticket :=
          'O1' 'CN-GD' 'grant' 1 0
        ;
        param: OFFER_YEARS: amount_in_year :=
          'O1' 2026 100
          'O1' 2027 50
        ;
        set offer_areas['O1'] := 'reskilling';

        # Proposals
        param: PROPOSALS: recipient community sector need readiness start_year duration min_funding expertise_need :=
          'P1' 'CN-SX' 'Datong' 'heat' 80 1 . 1 0 6
          'P2' 'CN-SX' . 'wind' 200 1 2027 1 0 0
        ;
        set proposal_areas['P1'] := 'reskilling';
        set INDICATORS := 'co2_avoided_t' 'jobs';
        param indicator: 'co2_avoided_t' 'jobs' :=
          'P1' 12000 400
          'P2' 90000 100
        ;

        end;

        """)
  }

  @Test func settingsStandThereWhereThePolicyMakesThem() {
    var policy = Policy()
    policy.profile = "ours"
    policy.profiles = ["ours": [.init(.benefit, keep: 0.9), .init(.coDesign)]]
    policy.weights = [.jobs: 0.1, "households": 2]
    policy.fixedPairs = [
      FixedPair(donor: "D", recipient: "S", amount: 5.5, origin: SmallRound.here),
      FixedPair(donor: "D", recipient: "R", amount: 1e-7, origin: SmallRound.here),
    ]
    policy.forbiddenPairs = [
      ForbiddenPair(donor: "D", recipient: "T", origin: SmallRound.here),
      ForbiddenPair(donor: "D", recipient: "T", origin: Origin(file: "other")),
    ]
    policy.minPairing = 20
    policy.maxRecipientsPerDonor = 3
    policy.continuityWithin = 0.1
    policy.focusSmall = 2
    let written = text(SmallRound.records(policy: policy))
    for line in [
      "param profile := 'ours';",
      "param: LISTED: listed_stage listed_keep :=\n  1 'benefit' 0.9\n  2 'co-design' .\n;",
      "set KEEPING := 1;", "set SWITCHED_ON := 'continuity' 'focus';",
      "param: WEIGHED: weight :=\n  'households' 2\n  'jobs' 0.1\n;",
      "  1 'D' 'R' 1e-07\n  2 'D' 'S' 5.5\n", "set FORBIDDEN_PAIRS := ('D','T');",
      "param min_pairing := 20;", "param max_recipients_per_donor := 3;",
      "param continuity_within := 0.1;",
    ] {
      #expect(written.contains(line), "\(line)")
    }
    #expect(!written.contains("max_donors_per_recipient"))
  }

  /// The plan that is continued, and what a run's folder holds.
  @Test func theRunHoldsThePlanThatItContinues() throws {
    var inputs = SmallRound.inputs
    inputs.continues = EarlierPlan(
      run: "20260101T000000Z-0a0b0c0d", plan: "B",
      pairings: [.init(donor: "CN-GD", recipient: "CN-SX", amount: 7.25)])
    let conflict = Conflict(rules: [], repair: .init(total: 1, fixedPairs: []))
    for document in [
      SmallRound.document(), SmallRound.document(plans: [], conflict: conflict),
    ] {
      let files = try runFiles(plans: document, round: SmallRound.round, inputs: inputs)
      let written = try #require(file("round.dat", of: files))
      #expect(written.contains("# Plan B of the run 20260101T000000Z-0a0b0c0d"))
      #expect(written.contains("param continues := 1;\n"))
      #expect(
        written.contains("param: PREVIOUS: previous_amount :=\n  1 'CN-GD' 'CN-SX' 7.25\n;"))
    }
    let none = try runFiles(
      plans: SmallRound.document(plans: []), round: nil, inputs: SmallRound.inputs)
    #expect(file("round.dat", of: none) == nil)
  }

  @Test func orderOfRowsMakesNoDifference() {
    let policy = Policy()
    let small = SmallRound.records()
    let turned = RecordSet(
      round: small.round, regions: small.regions.reversed(), links: small.links.reversed(),
      offers: small.offers.reversed(), proposals: small.proposals.reversed(), policy: policy,
      hasPolicy: true, horizon: small.horizon)
    #expect(text(turned) == text(small))
  }

  @Test(
    arguments: zip(
      [0.1, 100, 1e-7, 1.0 / 3, 1e22, 123_456_789.123_456_78, 0],
      ["0.1", "100", "1e-07", "0.3333333333333333", "1e+22", "123456789.12345678", "0"]))
  func numbersAreTheShortestThatReadBack(value: Double, written: String) {
    #expect(mathProgNumber(value) == written)
    #expect(Double(written) == value)
  }
}
