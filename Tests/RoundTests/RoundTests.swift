import Records
import Testing

@testable import Round

private let origin = Origin(file: "test")

/// Two donors, three recipients; the figures of each test are worked out by hand beside it.
private func records(
  offers: [Offer], proposals: [Proposal], links: [Link] = [], regions: [Region] = [],
  years: ClosedRange<Int> = 2026...2028, _ change: (inout Policy) -> Void = { _ in }
) -> RecordSet {
  var policy = Policy()
  change(&policy)
  return RecordSet(
    round: "test", regions: regions, links: links, offers: offers, proposals: proposals,
    policy: policy, hasPolicy: true, horizon: years)
}

private func offer(
  _ id: OfferID, _ donor: RegionCode, _ amount: Offer.Amount = .total(90),
  _ change: (inout Offer) -> Void = { _ in }
) -> Offer {
  var offer = Offer(id: id, donor: donor, amount: amount, origin: origin)
  change(&offer)
  return offer
}

private func proposal(
  _ id: ProposalID, _ recipient: RegionCode, need: Double = 10,
  _ change: (inout Proposal) -> Void = { _ in }
) -> Proposal {
  var proposal = Proposal(id: id, recipient: recipient, sector: "wind", need: need, origin: origin)
  change(&proposal)
  return proposal
}

private func region(_ code: RegionCode, _ weight: Double?) -> Region {
  Region(code: code, measures: weight.map { ["need_weight": $0] } ?? [:], origin: origin)
}

@Suite("The money of offers and the draw of proposals")
struct MoneyTests {
  @Test func aTotalIsSpreadEquallyAndYearsOutsideTheHorizonDoNotCount() {
    let round = Round(
      records(
        offers: [offer("A", "D"), offer("B", "D", .byYear([2025: 7, 2026: 1, 2028: 2]))],
        proposals: [proposal("P", "R")]))
    #expect(round.offers[0].budget == [30, 30, 30])
    #expect(round.offers[1].budget == [1, 0, 2])
    #expect(round.offers[1].total == 3)
    #expect(round.donors[0].money == 93)
  }

  @Test func drawProfiles() {
    let years = [2026, 2027, 2028]
    #expect(drawProfile(of: .span(start: nil, years: 1), years: years) == [1, 0, 0])
    #expect(drawProfile(of: .span(start: 2027, years: 5), years: years) == [0, 0.5, 0.5])
    #expect(drawProfile(of: .span(start: 2024, years: 4), years: years) == [0.5, 0.5, 0])
    #expect(drawProfile(of: .span(start: 2020, years: 2), years: years) == nil)
    #expect(drawProfile(of: .weights([2026: 1, 2028: 3]), years: years) == [0.25, 0, 0.75])
    #expect(drawProfile(of: .weights([2025: 4, 2027: 2]), years: years) == [0, 1, 0])
    #expect(drawProfile(of: .weights([2025: 4]), years: years) == nil)
  }

  @Test func aProposalThatDrawsInNoYearCountsNowhere() {
    let round = Round(
      records(
        offers: [offer("A", "D")],
        proposals: [
          proposal("P", "R") { $0.benefits = [.jobs: 10] },
          proposal("Q", "R") {
            $0.draw = .span(start: 2040, years: 1)
            $0.benefits = [.jobs: 990]
          },
        ]))
    #expect(round.projects.map(\.id) == ["P"])
    #expect(round.norms[.jobs] == 1)
  }
}

@Suite("Which offer may fund which proposal")
struct EligibilityTests {
  private func pairs(
    _ offer: Offer, _ proposal: Proposal, _ change: (inout Policy) -> Void = { _ in }
  )
    -> Int
  {
    Round(records(offers: [offer], proposals: [proposal], change)).eligible.count
  }

  @Test func everyConditionCounts() {
    #expect(pairs(offer("A", "D"), proposal("P", "R")) == 1)
    #expect(pairs(offer("A", "D"), proposal("P", "R") { $0.instruments = ["equity"] }) == 0)
    #expect(pairs(offer("A", "D") { $0.sectors = ["solar"] }, proposal("P", "R")) == 0)
    #expect(pairs(offer("A", "D") { $0.recipients = ["S"] }, proposal("P", "R")) == 0)
    #expect(pairs(offer("A", "R"), proposal("P", "R")) == 0)
    #expect(
      pairs(offer("A", "D"), proposal("P", "R")) {
        $0.forbiddenPairs = [ForbiddenPair(donor: "D", recipient: "R", origin: origin)]
      } == 0)
  }

  @Test func anOfferThatLacksAYearOfTheDrawCannotFund() {
    let short = offer("A", "D", .byYear([2026: 5, 2027: 5]))
    #expect(pairs(short, proposal("P", "R") { $0.draw = .span(start: 2026, years: 2) }) == 1)
    #expect(pairs(short, proposal("P", "R") { $0.draw = .span(start: 2026, years: 3) }) == 0)
    #expect(pairs(short, proposal("P", "R") { $0.draw = .weights([2026: 1, 2028: 0]) }) == 1)
  }
}

@Suite("Which expert may help which proposal")
struct ExpertTests {
  private func fits(
    _ expert: (inout Offer) -> Void = { _ in }, _ asked: (inout Proposal) -> Void = { _ in }
  ) -> Bool {
    let round = Round(
      records(
        offers: [
          offer("X", "D") {
            $0.instrument = .expertise
            $0.policyAreas = ["talent"]
            expert(&$0)
          }
        ],
        proposals: [
          proposal("P", "R") {
            $0.policyAreas = ["talent"]
            $0.expertiseMonths = 5
            asked(&$0)
          }
        ]))
    return round.experts[0].fits(round.projects[0], of: "R")
  }

  @Test func everyConditionCounts() {
    #expect(fits())
    #expect(fits { $0.recipients = ["R", "S"] })
    #expect(!fits { $0.recipients = ["S"] })
    #expect(!fits { $0.donor = "R" })
    #expect(!fits { $0.policyAreas = ["standards"] })
    #expect(!fits({ _ in }, { $0.expertiseMonths = 0 }))
  }
}

@Suite("The value of one M")
struct ValueTests {
  // Needs 10 and 30, jobs 20 and 20: norm 1. CO2 only in Q: norm 2 (80 over 40).
  // q[P] = 0.5·(1/2·2/1 + 1/2·0) = 0.5;  q[Q] = 1/2·(20/30)/1 + 1/2·(80/30)/2 = 1.
  @Test func qualityIsYieldOverTheRoundsAverageTimesReadiness() {
    let round = Round(
      records(
        offers: [offer("A", "D")],
        proposals: [
          proposal("P", "R") {
            $0.benefits = [.jobs: 20]
            $0.readiness = 0.5
          },
          proposal("Q", "R", need: 30) { $0.benefits = [.jobs: 20, .co2Avoided: 80] },
        ]))
    #expect(round.weights == [.jobs: 0.5, .co2Avoided: 0.5])
    #expect(abs(round.projects[0].quality - 0.5) < 1e-12)
    #expect(abs(round.projects[1].quality - 1) < 1e-12)
  }

  @Test func withoutAnyNormReadinessIsTheQuality() {
    let round = Round(
      records(offers: [offer("A", "D")], proposals: [proposal("P", "R") { $0.readiness = 0.7 }]))
    #expect(round.projects[0].quality == 0.7)
  }

  @Test func anIndicatorTooSmallForANormIsLeftOut() {
    let round = Round(
      records(
        offers: [offer("A", "D")],
        proposals: [
          proposal("P", "R", need: 1e9) {
            $0.benefits = [.jobs: .leastNonzeroMagnitude, .valueAdded: 2e9]
          }
        ]))
    #expect(round.weights == [.valueAdded: 1])
    #expect(round.projects[0].quality == 1)
  }

  // coalshare 30/40, alignment 1 of 2 areas (the other stands in the donor's expertise offer's list only as a third), existing.
  // a = 1 + 0.2·0.75 + 0.1·1/2 + 0.1 = 1.3
  @Test func affinityAddsBondAlignmentAndPairing() {
    let round = Round(
      records(
        offers: [
          offer("A", "D"),
          offer("X", "D") {
            $0.instrument = .expertise
            $0.policyAreas = ["standards", "talent"]
          },
        ],
        proposals: [proposal("P", "R") { $0.policyAreas = ["talent", "land-use"] }],
        links: [
          Link(donor: "D", recipient: "R", coalMt: 10, year: 2010, origin: origin),
          Link(
            donor: "D", recipient: "R", coalMt: 20, year: 2023, existingPairing: true,
            origin: origin),
          Link(donor: "D", recipient: "S", coalMt: 10, origin: origin),
        ]))
    #expect(abs(round.eligible.value[0] - 1.3) < 1e-12)
    // Targets 0.3·0.75·90 and, out of reach for want of a proposal, 0.3·0.25·90.
    #expect(round.bonds.map(\.recipient) == ["R", "S"])
    #expect(abs(round.bonds[0].target - 20.25) < 1e-12 && round.bonds[0].pair != nil)
    #expect(abs(round.bonds[1].target - 6.75) < 1e-12 && round.bonds[1].pair == nil)
  }
}

@Suite("Entitlements")
struct EntitlementTests {
  @Test func waterFillingGivesWhatACapLeavesOverToTheOthers() {
    #expect(waterFilling(100, caps: [10, 90, 90], weights: [1, 1, 2]) == [10, 30, 60])
    #expect(waterFilling(100, caps: [10, 20, 90], weights: [1, 1, 0]) == [10, 20, 0])
    #expect(waterFilling(50, caps: [50, 90], weights: [5, 0]) == [50, 0])
    #expect(waterFilling(0, caps: [], weights: []) == [])
  }

  // Taken off the total, the first weight would leave nothing of the second.
  @Test func weightsFarApartShareNoMoreThanThereIs() {
    #expect(waterFilling(50, caps: [10, 100], weights: [1e12, 1e-6]) == [10, 40])
    let shares = waterFilling(50, caps: [10, 100, 100], weights: [1e12, 1, 3])
    #expect(zip(shares, [10, 10, 30]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func regionsShareByNeedWeightWhatTheyAskFor() {
    let round = Round(
      records(
        offers: [offer("A", "D", .total(60))],
        proposals: [proposal("P", "R", need: 100), proposal("Q", "S", need: 100)],
        regions: [region("R", 2), region("S", 1), region("D", nil)]))
    #expect(round.groups.map(\.name) == ["R", "S"])
    #expect(round.groups.map(\.entitlement) == [40, 20])
  }

  @Test func withoutAnyWeightTheyShareByWhatTheyAskFor() {
    let round = Round(
      records(
        offers: [offer("A", "D", .total(60))],
        proposals: [proposal("P", "R", need: 25), proposal("Q", "S", need: 75)],
        regions: [region("R", nil), region("S", 0)]))
    #expect(round.groups.map(\.entitlement) == [15, 45])
  }

  // R has weight 8; R/a has a row of its own with 1; R/b and R (no community) share R's weight by what they ask for: 8·30/80 and
  // 8·10/80. Weights 1, 3, 1 over 40, 30, 10 asked; 20 M: λ = 4.
  @Test func communitiesTakeTheirOwnWeightElseTheirShareOfTheRegions() {
    let round = Round(
      records(
        offers: [offer("A", "D", .total(20))],
        proposals: [
          proposal("P", "R", need: 40) { $0.community = "a" },
          proposal("Q", "R", need: 30) { $0.community = "b" },
          proposal("S", "R", need: 10),
        ],
        regions: [region("R", 8), region("R/a", 1)]
      ) { $0.fairnessLevel = .community })
    #expect(round.groups.map(\.name) == ["R", "R/a", "R/b"])
    #expect(round.groups.map(\.weight) == [1, 1, 3])
    #expect(round.groups.map(\.entitlement) == [4, 4, 12])
    #expect(round.groupOfProject == [1, 2, 0])
  }

  @Test func aProjectNobodyCanFundDoesNotCount() {
    let round = Round(
      records(
        offers: [offer("A", "D", .total(60)) { $0.sectors = ["wind"] }],
        proposals: [
          proposal("P", "R", need: 20), proposal("Q", "R", need: 70) { $0.sector = "solar" },
        ]))
    #expect(round.groups.map(\.asked) == [20])
    #expect(round.groupOfProject == [0, nil])
  }
}
