import Plans
import Records
import Round

@testable import Pairing

/// SplitMix64 (Steele, Lea & Flood 2014).
struct Dice {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 7919 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  mutating func uniform() -> Double { Double(next() >> 11) / Double(UInt64(1) << 53) }
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func chance(_ share: Double) -> Bool { uniform() < share }
}

/// A small round by its seed, with some of the rules that a round can have. Nothing is planned beside plan A unless `change`
/// asks for it.
///
/// Every third one is of whole numbers, so that many of its optima are degenerate.
func randomRecords(_ seed: Int, _ change: (inout Policy) -> Void = { _ in }) -> RecordSet {
  var dice = Dice(seed)
  let isWhole = seed % 3 == 0
  func amount(_ from: Double, _ to: Double) -> Double {
    let value = from + dice.uniform() * (to - from)
    return isWhole ? (value / 5).rounded(.up) * 5 : value
  }
  let recipients = (1...(2 + dice.below(3))).map { RegionCode("R\($0)") }
  let donors = (1...3).map { RegionCode("D\($0)") }
  let sectors: [Sector] = ["wind", "solar"]
  var policy = Policy()
  if dice.chance(0.4) { policy.maxRecipientShare = 0.6 }
  if dice.chance(0.4) {
    policy.maxDonorShare = 0.6
    policy.coInvestmentAbove = 10
  }
  if dice.chance(0.3) { policy.maxSectorShare = 0.7 }
  if dice.chance(0.3) { policy.fairnessLevel = .community }
  if dice.chance(0.4) { policy.fixedPairs = [fixedPair("D1", "R1", 2)] }
  policy.alternativesCount = 0
  policy.stabilityDraws = 0
  change(&policy)

  var offers: [Offer] = []
  for donor in donors {
    for number in 0...dice.below(2) {
      // The first is open to all, so that the fixed pair can hold.
      let isOpen = offers.isEmpty
      offers.append(
        offer(OfferID("\(donor.text)-\(number)"), donor, amount(20, 60)) {
          if !isOpen, dice.chance(0.3) { $0.maxSharePerRecipient = 0.4 }
          if !isOpen, dice.chance(0.2) { $0.sectors = [sectors[dice.below(2)]] }
          if !isOpen, dice.chance(0.2) { $0.recipients = Array(recipients.prefix(2)) }
          if dice.chance(0.5) { $0.policyAreas = ["talent"] }
        })
    }
  }
  offers.append(
    offer("X", "D2", 12) {
      $0.instrument = .expertise
      $0.policyAreas = ["talent"]
    })
  let proposals = (1...(6 + dice.below(10))).map { number in
    proposal(
      ProposalID("P\(number)"), number == 1 ? "R1" : recipients[dice.below(recipients.count)],
      amount(8, 40)
    ) {
      $0.sector = sectors[dice.below(2)]
      $0.benefits[.jobs] = isWhole ? Double(10 * dice.below(5)) : 100 * dice.uniform()
      $0.benefits[.co2Avoided] = isWhole ? Double(10 * dice.below(3)) : 50 * dice.uniform()
      $0.readiness = dice.chance(0.5) ? 1 : 0.8
      if dice.chance(0.4) { $0.community = "c\(dice.below(2))" }
      if dice.chance(0.4) { $0.draw = .span(start: 2026 + dice.below(2), years: 1) }
      if dice.chance(0.4) { $0.draw = .span(start: nil, years: 2) }
      if dice.chance(0.4) {
        $0.policyAreas = ["talent"]
        $0.expertiseMonths = 4
      }
    }
  }
  let links = donors.flatMap { donor in
    recipients.filter { _ in dice.chance(0.5) }.map {
      Link(donor: donor, recipient: $0, coalMt: Double(1 + dice.below(4)), origin: origin)
    }
  }
  let regions = recipients.map {
    Region(code: $0, measures: ["need_weight": Double(1 + dice.below(4))], origin: origin)
  }
  return RecordSet(
    round: "random", regions: regions, links: links, offers: offers, proposals: proposals,
    policy: policy, hasPolicy: true, horizon: 2026...2027)
}

func randomRound(_ seed: Int, _ change: (inout Policy) -> Void = { _ in }) -> Round {
  Round(randomRecords(seed, change))
}

/// Lists of stages of several kinds, by seed.
func stages(_ seed: Int) -> [StageRequest] {
  let lists: [[StageRequest]] = [
    [.init(.reciprocity), .init(.fairness), .init(.benefit)],
    [.init(.benefit, keep: 0.98), .init(.reciprocity), .init(.fairness), .init(.benefit)],
    [.init(.fairness, keep: 0.8), .init(.coDesign, keep: 0.7), .init(.benefit)],
    [.init(.benefit)],
    [.init(.fairness), .init(.benefit), .init(.continuity)],
    [.init(.reciprocity), .init(.benefit), .init(.focus)],
  ]
  return lists[seed % lists.count]
}

/// A plan to continue: every donor gives each recipient the same.
func evenPlan(_ round: Round) -> EarlierPlan {
  EarlierPlan(
    run: "earlier", plan: "A",
    pairings: round.openPairs.map {
      .init(
        donor: round.donors[$0.donor].code, recipient: round.recipients[$0.recipient].code,
        amount: 5)
    })
}

/// Plan A of the round of `records`, by its profile in force.
func planA(_ records: RecordSet, continuing earlier: EarlierPlan? = nil) throws -> Plan {
  // Plan A is whole when the search for others begins.
  let result = try planRound(Round(records), continuing: earlier) { step, _ in
    step != "alternatives" && step != "stability" && step != "winning changes"
      && step != "weights"
  }
  guard case .planned(let planned) = result, let plan = planned.plans.first(where: { $0.id == "A" })
  else { throw PlanningError.solver(step: "test", reason: "no plan") }
  return plan
}

/// All plans of a round.
func planned(_ round: Round, continuing earlier: EarlierPlan? = nil) throws -> PlannedRound {
  guard case .planned(let planned) = try planRound(round, continuing: earlier) else {
    throw PlanningError.solver(step: "test", reason: "a conflict")
  }
  return planned
}
