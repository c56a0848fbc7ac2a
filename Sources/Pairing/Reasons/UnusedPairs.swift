import Optimisation
import Plans
import Records
import Round

extension LastProgram {
  /// The pairs with eligible proposals that carry no money, each with the ticket that comes nearest: the one that would need
  /// the smallest share of more benefit per M to be taken up.
  ///
  /// The reduced cost of a basis is only a lower bound of that where the optimum is degenerate, so the ticket is really forced
  /// in: what its first M costs is what it lacks. Tickets are tried in the order of their lower bounds until none can be nearer.
  ///
  /// - Throws: `StageStopped` where the watch ended it.
  mutating func unusedPairs(used: Set<DonorRecipient>, watch: PlanningWatch) throws -> [UnusedPair]
  {
    var tickets: [DonorRecipient: [Int]] = [:]
    for pair in round.eligible.indices {
      let partners = round.partners(ofPair: pair)
      if !used.contains(partners) { tickets[partners, default: []].append(pair) }
    }
    var unused: [UnusedPair] = []
    for (partners, pairs) in tickets.sorted(by: { $0.key < $1.key }) {
      guard watch("unused pairs", allocation.program.iterations) else { throw StageStopped() }
      unused.append(try nearest(pairs, partners))
    }
    return unused.enumerated().sorted { left, right in
      let key = { (pair: UnusedPair) in pair.moreBenefitPerM ?? .infinity }
      return (key(left.element), left.offset) < (key(right.element), right.offset)
    }.map(\.element)
  }

  private mutating func nearest(
    _ pairs: [Int], _ partners: DonorRecipient
  ) throws(ProgramError) -> UnusedPair {
    let round = round
    // What each ticket lacks at the least, as a share of what it brings.
    let bounds = pairs.map { pair in
      (pair: pair, share: share(lacking(ofTicket: pair), of: pair))
    }.sorted { ($0.share, $0.pair) < ($1.share, $1.pair) }
    var best: (pair: Int, share: Double, lacking: Double)?
    for (pair, bound) in bounds {
      if let best, best.share <= bound { break }
      guard let lacking = try lack(ofTicket: pair) else { continue }
      let share = share(lacking, of: pair)
      if best.map({ share < $0.share }) ?? true { best = (pair, share, lacking) }
    }
    let pair = best?.pair ?? bounds[0].pair
    return UnusedPair(
      donor: round.donors[partners.donor].code,
      recipient: round.recipients[partners.recipient].code,
      offer: round.offers[round.eligible.offer[pair]].id,
      proposal: round.projects[round.eligible.project[pair]].id,
      moreBenefitPerM: best.flatMap { $0.share.isFinite ? $0.share : nil },
      shortBy: best?.lacking)
  }

  private func share(_ lacking: Double, of pair: Int) -> Double {
    let value = round.eligible.value[pair]
    return value > 0 ? lacking / value : .infinity
  }

  /// How much more benefit per M a ticket would need; nil where no benefit would do.
  mutating func lack(ofTicket pair: Int) throws(ProgramError) -> Double? {
    try entry(ofTicket: pair).map { max(0, -$0.price) }
  }

  /// What happens when a ticket without money is forced in.
  mutating func entry(ofTicket pair: Int) throws(ProgramError) -> Slope? {
    try allocation.program.slope(of: .column(allocation.money[pair], .lower), towards: .up)
  }
}
