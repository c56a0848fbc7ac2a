import Optimisation
import Round

extension Allocation {
  /// Maximises `Σ v[o,p]·x[o,p] = V`; kept as `>= V - 1e-9·max(1, |V|)`, with `keep` as `>= keep·V` less the same.
  mutating func solveBenefit(
    keep: Double?, options: SimplexOptions, watch: PlanningWatch
  ) throws -> Optimum {
    let terms = benefitTerms
    try program.setObjective(.maximise, terms)
    let best = try optimise("benefit", options, watch: watch)
    let room = 1e-9 * max(1, abs(best.value))
    _ = try program.addRow(terms, .atLeast((keep ?? 1) * best.value - room))
    return best
  }
}
