import Optimisation
import Plans
import Round

extension Allocation {
  /// An alternative that really differs: with the benefit at `V - within·|V|` and every kept stage, minimises the money on the
  /// pairs used so far (Brill, Chang & Hopkins 1982, "Modeling to generate alternatives"), keeps that least and maximises
  /// benefit again.
  ///
  /// - Returns: the last benefit; nil where all money can move nowhere else, so that there is no such alternative.
  mutating func differ(
    from used: Set<DonorRecipient>, within: Double, options: SimplexOptions, watch: PlanningWatch
  ) throws -> Optimum? {
    guard try relaxBenefit(within: within) != nil else { return nil }
    let terms = used.sorted().compactMap { pair in pairTotals[pair].map { Term(1, $0) } }
    guard terms.count < pairTotals.count else { return nil }
    try program.setObjective(.minimise, terms)
    let least = max(0, try optimise("alternatives", options, watch: watch).value)
    let money = round.offers.reduce(0) { $0 + $1.total }
    try addLimit(RuleName(.difference), terms, atMost: least + 1e-9 * max(1, money))
    return try solveBenefit(keep: nil, options: options, watch: watch)
  }
}
