import Optimisation
import Round

extension Allocation {
  /// Maximises `Σ v[o,p]·x[o,p] = V`; kept as `>= V - 1e-9·max(1, |V|)`, with `keep` as `>= keep·V` less the same.
  ///
  /// - Returns: `V`, and a bound on the benefit of any plan that keeps the earlier stages, from the multipliers found.
  mutating func solveBenefit(
    keep: Double?, options: SimplexOptions, watch: PlanningWatch
  ) throws -> (value: Double, bound: Double?) {
    let terms = benefitTerms
    try program.setObjective(.maximise, terms)
    let value = try optimise("benefit", options, watch: watch)
    let bound = program.lagrangianBound()
    _ = try program.addRow(terms, .atLeast((keep ?? 1) * value - 1e-9 * max(1, abs(value))))
    return (value, bound)
  }
}
