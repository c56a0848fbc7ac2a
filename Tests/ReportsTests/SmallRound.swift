import Plans
import Records
import Round

@testable import Reports

/// A round small enough to check by hand: one donor, one region, two proposals, and a plan with one pairing.
enum SmallRound {
  static let here = Origin(file: "round.xlsx")

  static func records(
    title: String = "Town heating", regionName: String = "Shanxi", policy: Policy = Policy(),
    basis: String? = nil
  ) -> RecordSet {
    RecordSet(
      round: "small",
      regions: [
        Region(
          code: "CN-SX", name: regionName, nameZh: "山西", measures: ["need_weight": 1],
          origin: here),
        Region(code: "CN-GD", name: "Guangdong", nameZh: "广东", origin: here),
      ],
      links: [Link(donor: "CN-GD", recipient: "CN-SX", coalMt: 73, origin: here)],
      offers: [
        Offer(
          id: "O1", donor: "CN-GD", amount: .byYear([2026: 100, 2027: 50]),
          policyAreas: ["reskilling"],
          origin: here)
      ],
      proposals: [
        Proposal(
          id: "P1", title: title, titleZh: "城镇供热", recipient: "CN-SX", community: "Datong",
          sector: "heat", need: 80, benefits: [.jobs: 400, .co2Avoided: 12_000],
          policyAreas: ["reskilling"], expertiseMonths: 6, basis: basis, origin: here),
        Proposal(
          id: "P2", title: "Wind farm", recipient: "CN-SX", sector: "wind", need: 200,
          draw: .span(start: 2027, years: 1), benefits: [.jobs: 100, .co2Avoided: 90_000],
          origin: here),
      ],
      policy: policy, hasPolicy: true, horizon: 2026...2027)
  }

  static var round: Round { Round(records()) }

  static var plan: Plan {
    Plan(
      id: "A", rank: 1, profile: "bond-first", score: 0.87654321098, status: .optimal,
      stages: [
        StageValue(stage: .reciprocity, shortfall: 0, target: 45, unreachable: 0, price: 0),
        StageValue(
          stage: .fairness, levels: ["CN-SX": 0.66666666666], entitlements: ["CN-SX": 150],
          price: 1.5),
        StageValue(stage: .benefit, value: 120.123456789012),
      ],
      scorecard: Scorecard(
        benefit: 120.123456789012, invested: 100.000001,
        indicators: [.jobs: 410, .co2Avoided: 21_000.0000000001], reciprocityMet: 1,
        lowestLevel: 2.0 / 3, meanLevel: 2.0 / 3, gini: 0, largestPairShare: 1, pairings: 1,
        personMonths: 4, distance: 0),
      pairings: [
        Pairing(
          rank: 1, donor: "CN-GD", recipient: "CN-SX", amount: 100.000001, benefit: 120.123456789,
          byInstrument: ["grant": 100.000001], byYear: ["2026": 80, "2027": 20.000001],
          proposals: ["P1", "P2"], indicators: [.jobs: 410, .co2Avoided: 21_000],
          personMonths: 4, policyAreas: ["reskilling"], boundBy: ["need P1", "budget O1 2027"])
      ],
      tickets: [
        Ticket(offer: "O1", proposal: "P1", amount: 80, byYear: ["2026": 80]),
        Ticket(offer: "O1", proposal: "P2", amount: 20.000001, byYear: ["2027": 20.000001]),
      ],
      expertise: [], unfunded: [UnfundedProposal(proposal: "P2", funded: 0.100000005)],
      bound: 120.12345678, gap: 2.1e-9, rounding: 0.0004)
  }

  static func document(
    plans: [Plan] = [plan], conflict: Conflict? = nil, problems: [LocatedProblem] = []
  ) -> PlansDocument {
    PlansDocument(
      round: "small", title: "Small round", currency: "CNY", eligiblePairs: 2, benefitOnly: 130,
      recommended: plans.first?.id, plans: plans, conflict: conflict, problems: problems)
  }

  static var inputs: InputsDocument {
    InputsDocument(
      round: "small",
      files: [
        .init(
          name: "round.xlsx", hash: ContentHash(of: Array("x".utf8)), size: 1, state: .accepted,
          records: ["proposals": 2])
      ], lastGood: [])
  }
}

/// A run's file as text.
func file(_ name: String, of files: [RunFile]) -> String? {
  files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
}
