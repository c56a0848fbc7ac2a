import Plans
import Records
import Round

/// From what the stages reached to the published plan: whole units, tickets, pairings, scorecard.
struct PlanBuilder {
  let round: Round
  let result: StagesResult
  let units: WholeUnits
  /// The eligible pairs that carry money, in order.
  let used: [Int]
  /// The indicators that are shown: the usual ones and those the policy weighs, as far as some proposal has them.
  let indicators: [Indicator]

  init(_ round: Round, _ result: StagesResult) {
    self.round = round
    self.result = result
    let units = WholeUnits(round, money: result.money)
    self.units = units
    used = round.eligible.indices.filter { units.amount($0) > 0 }
    indicators = PlanBuilder.indicators(of: round)
  }

  static func indicators(of round: Round) -> [Indicator] {
    let shown = Set(Indicator.usual).union(round.weights.keys)
    let present = Set(round.projects.flatMap { $0.record.benefits.keys })
    return shown.intersection(present).sorted()
  }

  /// The plan; its id, rank and score are still open.
  func plan(profile: String) -> Plan {
    let pairings = pairings()
    let scorecard = scorecard(pairings: pairings)
    let isOptimal = result.finished && result.integer?.isOptimal ?? true
    var plan = Plan(
      id: "", rank: 1, profile: profile, score: 0,
      status: isOptimal ? .optimal : .stopped, stages: result.values, scorecard: scorecard,
      pairings: pairings, tickets: tickets(), expertise: expertise(), unfunded: unfunded(),
      bound: result.benefit?.bound, gap: result.benefit?.gap,
      rounding: result.benefit.map { $0.value - scorecard.benefit })
    plan.linearBound = result.integer?.linearBound
    return plan
  }

  // MARK: Figures of one pair

  /// Published M.
  func money(_ pair: Int) -> Double { millions(units.amount(pair)) }

  func benefit(_ pairs: [Int]) -> Double {
    pairs.reduce(0) { $0 + round.eligible.value[$1] * money($1) }
  }

  /// What the money of `pairs` brings, in proportion to the share of each need that it meets.
  func indicatorSums(_ pairs: [Int]) -> [Indicator: Double] {
    var sums: [Indicator: Double] = [:]
    for indicator in indicators {
      sums[indicator] = pairs.reduce(0.0) { sum, pair in
        let project = round.projects[round.eligible.project[pair]]
        return sum + (project.record.benefits[indicator] ?? 0) * money(pair) / project.need
      }
    }
    return sums
  }

  func byYear(_ pairs: [Int]) -> [String: Double] {
    var amounts: [String: Double] = [:]
    for (place, year) in round.years.enumerated() {
      let sum = pairs.reduce(0) { $0 + units.units[$1][place] }
      if sum > 0 { amounts[String(year)] = millions(sum) }
    }
    return amounts
  }

  // MARK: Tickets

  private func tickets() -> [Ticket] {
    used.map { pair in
      Ticket(
        offer: round.offers[round.eligible.offer[pair]].id,
        proposal: round.projects[round.eligible.project[pair]].id, amount: money(pair),
        byYear: byYear([pair]))
    }.sorted { ($0.offer, $0.proposal) < ($1.offer, $1.proposal) }
  }

  private func expertise() -> [ExpertiseTicket] {
    result.expertise.compactMap { entry in
      let months = publishedMonths(entry.months)
      guard months > 0 else { return nil }
      return ExpertiseTicket(
        offer: round.experts[entry.expert].id, proposal: round.projects[entry.project].id,
        months: months)
    }.sorted { ($0.offer, $0.proposal) < ($1.offer, $1.proposal) }
  }

  /// Proposals that miss more than the units that rounding takes, the least funded first.
  private func unfunded() -> [UnfundedProposal] {
    let limits = ExactLimits(round)
    let missing = round.projects.indices.compactMap { place -> UnfundedProposal? in
      let pairs = round.eligible.pairs(ofProject: place)
      let project = round.projects[place]
      let funded = pairs.reduce(0) { $0 + units.amount($1) }
      let dust = pairs.count * project.draw.count { $0 > 0 }
      guard limits.need(project: place) - funded > dust || funded == 0 else { return nil }
      guard !pairs.isEmpty else {
        return UnfundedProposal(
          proposal: project.id, funded: 0, stoppedBy: [RuleName(.noOffer, proposal: project.id)],
          lacks: round.nearestLacks(place))
      }
      return UnfundedProposal(proposal: project.id, funded: millions(funded) / project.need)
    }
    return missing.sorted { ($0.funded, $0.proposal) < ($1.funded, $1.proposal) }
  }
}

/// Person-months are published in millionths, rounded down like money.
func publishedMonths(_ months: Double) -> Double { (months * 1e6 + 0.001).rounded(.down) / 1e6 }
