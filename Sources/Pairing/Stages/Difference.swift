import Optimisation
import Plans
import Round

extension Allocation {
  /// What makes an alternative really differ: with the benefit at `V - within·|V|`, `V` that of the plan, and every kept stage, minimises the money on
  /// the pairs used so far (Brill, Chang & Hopkins 1982, "Modeling to generate alternatives"), and keeps half of the way there:
  /// the other half is left for what the alternative shall be good for.
  ///
  /// - Parameters:
  ///   - uses: how heavily each pair was used so far; pairs that it does not name were not.
  ///   - amounts: the money of each pair in the plan that it starts from, in M; `benefit` is that plan's.
  /// - Returns: false where nothing tells the pairs apart, so that no alternative can differ.
  mutating func differ(
    from uses: [DonorRecipient: Double], amounts: [DonorRecipient: Double], benefit: Double,
    within: Double,
    options: SimplexOptions, watch: PlanningWatch
  ) throws -> Bool {
    guard try relaxBenefit(of: benefit, within: within),
      Set(round.openPairs.map { uses[$0] ?? 0 }).count > 1
    else { return false }
    let terms = round.openPairs.compactMap { pair -> Term? in
      guard let use = uses[pair], let total = pairTotals[pair] else { return nil }
      return Term(use, total)
    }
    let counted = round.openPairs.compactMap { pair in
      uses[pair].map { round.certified(pair, weight: $0) }
    }
    let now = uses.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (amounts[$1.key] ?? 0) }
    try program.setObjective(.minimise, terms)
    proof.begin(.difference)
    let optimum = try optimise("alternatives", options, watch: watch)
    prove(.difference, optimum)
    proof.note { ($0.uses, $0.within) = (counted, within) }
    proveReached()
    let least = max(0, optimum.value)
    let money = round.offers.reduce(0) { $0 + $1.total }
    try addLimit(
      RuleName(.difference), terms, atMost: max(least, (now + least) / 2) + 1e-9 * max(1, money))
    return true
  }
}
