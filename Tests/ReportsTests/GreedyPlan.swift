import Pages
import Plans
import Records
import Round

@testable import Reports

/// A plan for any round, not a good one: the best value per M first, as far as budgets, needs and own limits reach.
///
/// Its figures add up as those of a real plan do, which is what the page is tested with.
struct GreedyPlan {
  let round: Round
  private var tickets: [Ticket] = []
  private var funded: [Double]
  private var values: [DonorRecipient: Double] = [:]
  private var pairs: [DonorRecipient: [Ticket]] = [:]

  init(_ round: Round, share: Double = 1) {
    self.round = round
    funded = [Double](repeating: 0, count: round.projects.count)
    var left = round.offers.map { $0.budget.map { $0 * share } }
    var given: [Int: [Int: Double]] = [:]
    let order = round.eligible.indices.sorted {
      (round.eligible.value[$1], $0) < (round.eligible.value[$0], $1)
    }
    for pair in order {
      let (offer, place) = (round.eligible.offer[pair], round.eligible.project[pair])
      let project = round.projects[place]
      var amount = project.need - funded[place]
      for (year, part) in project.draw.enumerated() where part > 0 {
        amount = min(amount, left[offer][year] / part)
      }
      if let limit = round.offers[offer].ownLimit {
        amount = min(amount, limit - (given[offer]?[project.recipient] ?? 0))
      }
      let byYear = project.draw.map { max(0, ($0 * amount * 1e6).rounded(.down) / 1e6) }
      let sum = byYear.reduce(0, +).wholeUnits
      guard sum > 0 else { continue }
      for (year, part) in byYear.enumerated() { left[offer][year] -= part }
      funded[place] += sum
      given[offer, default: [:]][project.recipient, default: 0] += sum
      let ticket = Ticket(
        offer: round.offers[offer].id, proposal: project.id, amount: sum,
        byYear: Dictionary(
          uniqueKeysWithValues: zip(round.years, byYear).filter { $0.1 > 0 }
            .map { (String($0.0), $0.1) }))
      let key = DonorRecipient(donor: round.offers[offer].donor, recipient: project.recipient)
      tickets.append(ticket)
      pairs[key, default: []].append(ticket)
      values[key, default: 0] += sum * round.eligible.value[pair]
    }
  }

  func plan(id: String = "A", rank: Int = 1, profile: String = "bond-first", score: Double = 0.695)
    -> Plan
  {
    let pairings = self.pairings
    let invested = pairings.reduce(0) { $0 + $1.amount }
    let levels = self.levels
    var indicators: [Indicator: Double] = [:]
    for pairing in pairings { indicators.merge(pairing.indicators, uniquingKeysWith: +) }
    let targets = round.bonds.filter { $0.pair != nil }
    let target = targets.reduce(0) { $0 + $1.target }
    let met = targets.reduce(0) { sum, bond in
      sum + min(bond.target, bond.pair.flatMap { pairs[$0] }?.reduce(0) { $0 + $1.amount } ?? 0)
    }
    return Plan(
      id: id, rank: rank, profile: profile, score: score, status: .optimal,
      stages: [
        StageValue(
          stage: .fairness, levels: levels.mapValues { min(1, $0) * 0.98 },
          entitlements: Dictionary(
            uniqueKeysWithValues: round.groups.map { ($0.name, $0.entitlement) })
        )
      ],
      scorecard: Scorecard(
        benefit: pairings.reduce(0) { $0 + $1.benefit }, invested: invested, indicators: indicators,
        reciprocityMet: target > 0 ? met / target : 1, lowestLevel: levels.values.min() ?? 1,
        meanLevel: levels.isEmpty ? 1 : levels.values.reduce(0, +) / Double(levels.count),
        gini: 0.2,
        largestPairShare: invested > 0 ? (pairings.map(\.amount).max() ?? 0) / invested : 0,
        pairings: pairings.count, personMonths: 78, distance: rank == 1 ? 0 : 0.22),
      pairings: pairings, tickets: tickets, expertise: [], unfunded: unfunded, bound: nil,
      gap: 1e-9,
      rounding: 0.0004)
  }

  private var pairings: [Pairing] {
    let ranked = values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ranked.enumerated().map { place, pair in
      let tickets = pairs[pair.key] ?? []
      let names = Names(round)
      var byInstrument: [Instrument: Double] = [:]
      var byYear: [String: Double] = [:]
      var indicators: [Indicator: Double] = [:]
      for ticket in tickets {
        byInstrument[names.offer(ticket.offer)?.instrument ?? .grant, default: 0] += ticket.amount
        byYear.merge(ticket.byYear, uniquingKeysWith: +)
        if let proposal = names.proposal(ticket.proposal) {
          let share = ticket.amount / proposal.need
          indicators.merge(proposal.benefits.mapValues { $0 * share }, uniquingKeysWith: +)
        }
      }
      let proposals = Set(tickets.map(\.proposal)).sorted()
      return Pairing(
        rank: place + 1, donor: round.donors[pair.key.donor].code,
        recipient: round.recipients[pair.key.recipient].code,
        amount: tickets.reduce(0) { $0 + $1.amount }, benefit: pair.value,
        byInstrument: byInstrument, byYear: byYear, proposals: proposals, indicators: indicators,
        personMonths: place == 0 ? 78 : 0, policyAreas: place < 2 ? ["reskilling"] : [],
        boundBy: place < 5
          ? ["need \(proposals[0].text)", "budget \(tickets[0].offer.text) 2028", "concentration"]
          : [])
    }
  }

  private var levels: [String: Double] {
    var received = [Double](repeating: 0, count: round.groups.count)
    for (place, group) in round.groupOfProject.enumerated() {
      if let group { received[group] += funded[place] }
    }
    let pairs = zip(round.groups, received).filter { $0.0.entitlement > 0 }
    return Dictionary(
      uniqueKeysWithValues: pairs.map { ($0.0.name, min(1, $0.1 / $0.0.entitlement)) })
  }

  private var unfunded: [UnfundedProposal] {
    round.projects.indices.map {
      (id: round.projects[$0].id, share: funded[$0] / round.projects[$0].need)
    }
    .filter { $0.share < 1 - 1e-9 }.sorted { ($0.share, $0.id) < ($1.share, $1.id) }
    .map { UnfundedProposal(proposal: $0.id, funded: $0.share) }
  }

  func document(plans: [Plan]? = nil, problems: [LocatedProblem] = [], conflict: Conflict? = nil)
    -> PlansDocument
  {
    let plans = plans ?? [plan()]
    return PlansDocument(
      round: round.records.round, title: round.policy.title ?? round.records.round,
      currency: round.policy.currency, eligiblePairs: round.eligible.count,
      benefitOnly: (plans.first?.scorecard.benefit).map { $0 * 1.05 },
      recommended: plans.first?.id, plans: plans, conflict: conflict, problems: problems)
  }
}
