import Optimisation
import Plans
import Round

extension Allocation {
  /// Maximises `Σ v[o,p]·x[o,p] = V`; kept as `>= V - 1e-9·max(1, |V|)`, with `keep` as `>= keep·V` less the same.
  mutating func solveBenefit(
    keep: Double?, options: SimplexOptions, watch: PlanningWatch
  ) throws -> Optimum {
    let terms = benefitTerms
    let best = try optimiseBenefit(terms, options, watch: watch)
    prove(.benefit, best)
    let row = try addLimit(
      RuleName(.benefit), terms, atLeast: (keep ?? 1) * best.value - benefitRoom(best.value))
    added.benefits.append((row, best.value))
    return best
  }

  /// From where the same solve of nearly the same round ended, in two strides: that basis is optimal for that round's values, so
  /// that the dual simplex soon makes it fit these limits; from there the primal one goes on with these values.
  private mutating func optimiseBenefit(
    _ terms: [Term], _ options: SimplexOptions, watch: PlanningWatch
  ) throws -> Optimum {
    if let basis = starts.takeBasis(forNext: "benefit"), program.start(from: basis) {
      let before = zip(starts.values, money).map { Term($0, $1) }
      try program.setObjective(.maximise, before)
      _ = program.solve(options.with(.dual)) { watch("benefit", $0) }
    }
    try program.setObjective(.maximise, terms)
    return try optimise("benefit", options, watch: watch)
  }

  /// Lets the benefit kept last be `V - within·|V|`, so that what comes next has something to move with. Where its stage keeps
  /// less already, that stays.
  ///
  /// - Returns: false without a benefit stage before.
  @discardableResult
  mutating func relaxBenefit(within: Double) throws(ProgramError) -> Bool {
    guard let kept = added.benefits.last else { return false }
    try keepBenefit(kept.row, at: min(floor(kept.value, within), keptBenefit(kept.row)))
    return true
  }

  /// Lets the benefit be `V - within·|V|`, `V` that of a plan, but no less than a share that the last stage keeps.
  ///
  /// - Returns: false without a benefit stage before.
  mutating func relaxBenefit(of plan: Double, within: Double) throws(ProgramError) -> Bool {
    guard let kept = added.benefits.last else { return false }
    let floor = floor(plan, within)
    let own = keptBenefit(kept.row)
    let keepsShare = own < kept.value - 2 * benefitRoom(kept.value)
    try keepBenefit(kept.row, at: keepsShare ? max(floor, own) : floor)
    return true
  }

  private func floor(_ value: Double, _ within: Double) -> Double {
    value - within * abs(value) - benefitRoom(value)
  }

  private func keptBenefit(_ row: Row) -> Double { program.bounds(of: row).lower ?? 0 }

  private mutating func keepBenefit(_ row: Row, at floor: Double) throws(ProgramError) {
    try program.setBounds(of: row, .atLeast(floor))
  }

  private func benefitRoom(_ value: Double) -> Double { 1e-9 * max(1, abs(value)) }
}
