import Foundation
import Plans
import Records
import Round
import Testing

@testable import Reports

/// What `jetbd explain` says, of a round small enough to check by hand.
@Suite struct ExplanationTests {
  private func explanation(
    _ subjects: Subject..., plan: String? = nil,
    in document: PlansDocument = ReasonedPlan.document()
  ) throws -> Explanation {
    let round = ReasonedPlan.round()
    return try Explanation(
      of: subjects, plan: plan, in: document.told(of: round), round: round)
  }

  @Test func aRegionHearsItsLevelAndWhatHoldsIt() throws {
    let text = try explanation(.region("CN-SX")).text(.en)
    #expect(text.hasPrefix("Shanxi, in plan A (bond-first)\n"))
    for line in [
      "What holds its level (when fairness was planned, all else as it is)\n"
        + "- Guangdong fund: no money left in 2026 and 2027\n"
        + "- Guangdong may give Shanxi at most 50 % of its money\n",
      "vary by up to ±20 % (the whole round planned again)\n"
        + "- Guangdong gives Shanxi CNY 100 M for 2 proposals; again in 96 %\n",
      "- Wind farm: has 10 % of its CNY 200 M; Guangdong fund: no money left in 2027; wind may have at most 40 %",
      "- Money guaranteed to Shanxi (now 150 M): each million more costs 0.750 of benefit",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    #expect(!text.contains("What it gives"))
  }

  @Test func aDonorHearsWhatItPlacesAndWhatMoreWouldBring() throws {
    let explanation = try explanation(.region("CN-GD"))
    let text = explanation.text(.en)
    #expect(text.contains("- It places CNY 100 M of CNY 150 M pledged; CNY 50 M lies idle.\n"))
    #expect(text.contains("- Its coal bonds ask for CNY 45 M; 100 % of it is met.\n"))
    #expect(
      text.contains("- Money of Guangdong fund in 2027 (now 50 M): each million more brings 3.75"))
    #expect(
      text.contains(
        "- Guangdong with Inner Mongolia would need 4.6 % more benefit per million; nearest: Pumped storage from Guangdong fund\n"
      ))
    #expect(!text.contains("What it receives"))
    #expect(explanation.selection.prices == [ReasonedPlan.budget])
    #expect(explanation.selection.unusedPairs.map(\.donor) == ["CN-GD"])
  }

  @Test func aPairIsToldWhyInWhicheverOrderItIsNamed() throws {
    let forth = try explanation(.region("CN-GD"), .region("CN-SX"))
    let back = try explanation(.region("CN-SX"), .region("CN-GD"))
    #expect(forth.text(.zh) == back.text(.zh))
    #expect(forth.text(.zh).hasPrefix("广东与山西，方案 A（责任优先）\n"))
    #expect(forth.text(.en).contains("\nWhy\n- Coal bond: Guangdong received 73 Mt from Shanxi"))
    #expect(forth.text(.en).contains("- Town heating: CNY 80 M, 100 % of its need\n"))
    #expect(forth.selection.tickets.count == 2)
  }

  @Test func aPairThatIsNotUsedIsToldHowFarItIsFromIt() throws {
    let near = try explanation(.region("CN-GD"), .region("CN-NM")).text(.en)
    #expect(
      near.contains(
        "Why not (all else as it is, not planned again)\n- Guangdong with Inner Mongolia would need 4.6 % more"
      ))
    let hopeless = try explanation(.region("CN-JS"), .region("CN-NM")).text(.en)
    #expect(
      hopeless.contains(
        "even the nearest, Pumped storage from Jiangsu’s offer O2, brings no benefit"))
    let impossible = try explanation(.region("CN-JS"), .region("CN-GD")).text(.en)
    #expect(impossible.contains("No offer of Jiangsu fits a proposal of Guangdong"))
    #expect(impossible.contains("- Guangdong has no proposal in this round.\n"))
  }

  /// Where nothing fits, each offer of the donor says what it lacks, and `--json` says it for each proposal.
  @Test func aPairThatNoOfferFitsIsToldWhatEachLacks() throws {
    var records = ReasonedPlan.round().records
    for place in records.offers.indices { records.offers[place].sectors = ["fishing"] }
    let round = Round(records)
    let document = ReasonedPlan.document()
    var bare = document
    for place in bare.plans.indices {
      bare.plans[place].pairings = []
      bare.plans[place].unusedPairs = []
    }
    let explanation = try Explanation(
      of: [.region("CN-GD"), .region("CN-SX")], in: bare, round: round)
    let text = explanation.text(.en)
    #expect(text.contains("Why not\n- No offer of Guangdong fits a proposal of Shanxi"))
    #expect(text.contains("- Guangdong fund: "))
    #expect(text.contains("not for the sector of "))
    #expect(explanation.selection.lacks.allSatisfy { !$0.lacks.isEmpty })
    #expect(!explanation.selection.lacks.isEmpty)
  }

  @Test func changesThatWinStandApart() throws {
    var document = ReasonedPlan.document()
    let place = try #require(document.plans[0].unfunded.firstIndex { $0.proposal == "P2" })
    document.plans[0].unfunded[place].winsWith?.moreBenefit = 0.2
    let text = try explanation(.proposal("P2"), in: document).text(.en)
    #expect(text.contains("- 7 % less asked, or 20 % more benefit per million: then it gets 50 %"))
  }

  /// An alternative keeps its levels whole, without the tolerance.
  @Test func theFloorOfAnAlternativeIsItsLevel() throws {
    var plan = ReasonedPlan.plan
    let facts = { (plan: Plan) in
      Levels(Facts(document: ReasonedPlan.document(), plan: plan, round: ReasonedPlan.round()))
        .groups.first { $0.id == "CN-SX" }?.floor
    }
    let own = try #require(facts(plan))
    plan.profile = "alternative-1"
    let whole = try #require(facts(plan))
    #expect(own < whole)
  }

  @Test func anOfferIsToldYearByYear() throws {
    let text = try explanation(.offer("O1")).text(.en)
    #expect(text.hasPrefix("Guangdong fund (O1, grant, of Guangdong), in plan A"))
    #expect(text.contains("- 2026: CNY 80 M of CNY 100 M\n- 2027: CNY 20 M of CNY 50 M\n"))
    #expect(text.contains("- Town heating: CNY 80 M, 100 % of its need\n"))
  }

  @Test func aProposalIsToldWhatStopsItAndWhatWins() throws {
    let text = try explanation(.proposal("P2")).text(.en)
    for line in [
      "Wind farm (P2, Shanxi), in plan A (bond-first)\n",
      "- It asks for CNY 200 M and gets CNY 20 M, 10 %.\n",
      "What stops it (all else as it is, not planned again)\n- Guangdong fund: no money left in 2027\n",
      "Who got the money instead (all else as it is, not planned again)\n- Town heating\n",
      "What would win (the whole round planned again)\n"
        + "- 7 % less asked: then it gets 50 % of its need.\n- More benefit alone does not help.\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    let fitting = try explanation(.proposal("P3")).text(.zh)
    #expect(fitting.contains("各承诺何处不符\n· Guangdong fund不资助该领域\n"))
    #expect(!fitting.contains("怎样可入选"))
  }

  @Test func aCommunityIsExplainedByItsProposals() throws {
    let explanation = try explanation(.community("CN-SX/Datong"))
    #expect(explanation.text(.en).hasPrefix("Shanxi · Datong, in plan A"))
    #expect(explanation.text(.en).contains("Guangdong fund → Town heating: CNY 80 M"))
    #expect(explanation.selection.tickets.map(\.proposal) == ["P1"])
  }

  @Test func anotherPlanIsExplainedWhereItIsNamed() throws {
    #expect(try explanation(.offer("O1"), plan: "B").text(.zh).contains("方案 B（备选 1）"))
    #expect(throws: Explanation.Failure.noPlan("Q", plans: ["A", "B"])) {
      try explanation(.offer("O1"), plan: "Q")
    }
    #expect(throws: Explanation.Failure.noPair) { try explanation(.offer("O1"), .region("CN-SX")) }
    #expect(throws: Explanation.Failure.conflict) {
      try explanation(.offer("O1"), in: SmallRound.document(plans: []))
    }
  }

  @Test func noSentenceSpeaksOfPrograms() throws {
    for subject: Subject in [.region("CN-SX"), .region("CN-GD"), .offer("O1"), .proposal("P2")] {
      let text = try explanation(subject).text(.en).lowercased()
      for jargon in ["reduced cost", "dual", "basis", "shadow", "slack", "infeasible", "<b>", "&"] {
        #expect(!text.contains(jargon), "\(jargon)")
      }
    }
  }

  @Test func theSelectionIsJSONOfTheSameKeysAsThePlans() throws {
    let selection = try explanation(.region("CN-GD")).selection
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(jsonText(selection))) as? [String: Any])
    #expect(object["plan"] as? String == "A")
    #expect(object["subjects"] as? [String] == ["region:CN-GD"])
    let price = try #require((object["prices"] as? [[String: Any]])?.first)
    #expect(price["rule"] as? String == "budget")
    #expect((object["unused_pairs"] as? [Any])?.count == 1)
  }
}

/// Pairings of a plan as a policy fixes them.
@Suite struct AdoptedPairsTests {
  private func adopted(
    _ most: Int? = nil, plan: Plan = ReasonedPlan.plan, in round: Round = ReasonedPlan.round(.en)
  ) throws -> AdoptedPairs {
    try AdoptedPairs(
      plan: "A", most: most, of: SmallRound.document(plans: [plan]), round: round)
  }

  @Test func amountsAreExactToTheUnit() throws {
    #expect(
      try adopted().yaml == """
        # 1 pairing of plan A (bond-first), agreed. Save this among the round’s files: the next plan keeps to it.
        policy:
          fixed_pairs:
            - {donor: "CN-GD", recipient: "CN-SX", amount: 100.000001 M}

        """)
    #expect(
      try adopted().csv() == "\u{FEFF}setting,value\r\nfixed_pairs,CN-GD>CN-SX 100.000001 M\r\n")
  }

  @Test func onlyTheFirstRankedAreTakenWhereFewAreAskedFor() throws {
    var plan = ReasonedPlan.plan
    var second = plan.pairings[0]
    second.rank = 2
    second.donor = "CN-JS"
    plan.pairings = [second] + plan.pairings
    #expect(try adopted(1, plan: plan).pairs.map(\.donor) == ["CN-GD"])
    #expect(try adopted(plan: plan).pairs.map(\.donor) == ["CN-GD", "CN-JS"])
  }

  @Test func whatWasFixedBeforeStays() throws {
    var records = ReasonedPlan.round(.en).records
    records.policy.fixedPairs = [
      FixedPair(donor: "CN-JS", recipient: "CN-NM", amount: 5, origin: Origin(file: "policy.yaml")),
      FixedPair(donor: "CN-GD", recipient: "CN-SX", amount: 9, origin: Origin(file: "policy.yaml")),
    ]
    let yaml = try adopted(in: Round(records)).yaml
    #expect(yaml.contains("# It replaces fixed_pairs in policy.yaml"))
    #expect(yaml.contains("\"CN-SX\", amount: 100.000001 M}"))
    #expect(yaml.contains("\"CN-NM\", amount: 5 M}"))
    #expect(!yaml.contains("amount: 9 M"))
  }

  @Test func aCodeThatOneCellCannotHoldIsRefusedThereOnly() throws {
    var plan = ReasonedPlan.plan
    plan.pairings[0].donor = "A>B \"c\""
    let pairs = try adopted(plan: plan)
    #expect(throws: AdoptedPairs.Failure.notInOneCell("A>B \"c\"")) { try pairs.csv() }
    #expect(pairs.yaml.contains(#"{donor: "A>B \"c\"", recipient"#))
  }
}
