import Plans
import Records
import Round

@testable import Reports

/// The small round's plan with every reason that a plan can carry, and the figures that the tests look for.
enum ReasonedPlan {
  static let budget = Price(
    name: RuleName(.budget, offer: "O1", year: 2027), limit: 50,
    less: .init(price: 4.13, upTo: 3, indicators: [:]),
    more: .init(price: 3.75, upTo: 8, indicators: [.jobs: 12]))

  static let prices = [
    Price(
      name: RuleName(.fairness, group: "CN-SX"), limit: 150,
      less: .init(price: -0.5, upTo: nil, indicators: [:]),
      more: .init(price: -0.75, upTo: 2, indicators: [:])), budget,
  ]

  static var plan: Plan {
    var plan = SmallRound.plan
    plan.prices = prices
    plan.pairings[0].stability = 0.96
    plan.stages[1].heldBy = [
      "CN-SX": [
        RuleName(.budget, offer: "O1", year: 2027), RuleName(.budget, offer: "O1", year: 2026),
        RuleName(.concentration, donor: "CN-GD", recipient: "CN-SX"),
      ]
    ]
    plan.unusedPairs = [
      UnusedPair(
        donor: "CN-GD", recipient: "CN-NM", offer: "O1", proposal: "P3", moreBenefitPerM: 0.0456,
        shortBy: 0.05),
      UnusedPair(
        donor: "CN-JS", recipient: "CN-NM", offer: "O2", proposal: "P3", moreBenefitPerM: nil,
        shortBy: 1.5),
    ]
    plan.unfunded = [
      UnfundedProposal(
        proposal: "P3", funded: 0, stoppedBy: [RuleName(.noOffer, proposal: "P3")],
        lacks: [
          Lack(offer: "O1", lacks: .sector), Lack(offer: "O2", lacks: .year, year: 2026),
        ]),
      UnfundedProposal(
        proposal: "P2", funded: 0.100000005,
        stoppedBy: [
          RuleName(.budget, offer: "O1", year: 2027),
          RuleName(.diversification, recipient: "CN-SX", sector: "wind"),
        ], instead: ["P1"],
        winsWith: WinningChange(profile: "bond-first", part: 0.5, moreBenefit: nil, lessNeed: 0.07)),
    ]
    return plan
  }

  static let weights = [
    WeightEffect(
      kind: .ranking, name: "lowest_level", weight: 2, recommendedChanges: true,
      firstPairingChanges: false, orderChanges: true),
    WeightEffect(
      kind: .benefit, name: "jobs", weight: 0.4, recommendedChanges: false,
      firstPairingChanges: false, orderChanges: false),
  ]

  /// The small round, with a region and a donor that the plan leaves out.
  static func round(_ language: Policy.Language = .both) -> Round {
    var policy = Policy()
    policy.language = language
    policy.maxRecipientShare = 0.5
    policy.maxSectorShare = 0.4
    var records = SmallRound.records(policy: policy)
    records.regions += [
      Region(
        code: "CN-NM", name: "Inner Mongolia", nameZh: "内蒙古", measures: ["need_weight": 1],
        origin: SmallRound.here),
      Region(code: "CN-JS", name: "Jiangsu", nameZh: "江苏", origin: SmallRound.here),
    ]
    records.offers[0].title = "Guangdong fund"
    records.offers.append(
      Offer(id: "O2", donor: "CN-JS", amount: .byYear([2027: 40]), origin: SmallRound.here))
    records.proposals.append(
      Proposal(
        id: "P3", title: "Pumped storage", titleZh: "抽水蓄能电站", recipient: "CN-NM",
        sector: "storage", need: 60, draw: .span(start: 2027, years: 1), origin: SmallRound.here))
    return Round(records)
  }

  /// The plan of the profile in force and, recommended before it, one that moves nothing.
  static func document(recommended: String = "A") -> PlansDocument {
    var other = plan
    other.id = "B"
    other.profile = "alternative-1"
    other.scorecard.benefit = 121.5
    var document = SmallRound.document(plans: recommended == "A" ? [plan, other] : [other, plan])
    document.recommended = recommended
    document.weights = weights
    return document
  }
}
