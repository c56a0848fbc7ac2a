import Optimisation
import Plans
import Round

extension Allocation {
  /// No money without shared work: maximises `Σ{d,r} s[d,r]` with `s[d,r] <= Σ e over that pair` and
  /// `s[d,r] <= codesign.months_per_M · Y[d,r]`, within every kept stage. `x` may still move among equally good plans.
  mutating func solveCoDesign(
    keep: Double?, options: SimplexOptions, watch: PlanningWatch
  ) throws -> StageValue {
    let columns = try expertiseColumns()
    let terms = columns.shared.map { Term(1, $0.column) }
    try program.setObjective(.maximise, terms)
    let best = try optimise("co-design", options, watch: watch)
    prove(.sharedMonths, best)
    let value = best.value
    if !terms.isEmpty {
      let floor = (keep ?? 1) * value
      let row = try addLimit(
        RuleName(.coDesign), terms, atLeast: floor - 1e-9 * max(1, abs(value)))
      added.sharedWork.append((row, floor))
    }
    return StageValue(stage: .coDesign, value: value)
  }

  private mutating func expertiseColumns() throws(ProgramError) -> ExpertiseColumns {
    if let columns = added.expertise { return columns }
    let columns = try program.addExpertise(round)
    for (pair, shared) in columns.shared {
      guard let total = pairTotals[pair] else { continue }
      try addTie(
        RuleName(.coDesign), [Term(1, shared), Term(-round.policy.monthsPerM, total)], .atMost(0),
        certified: round.row(.monthsOfMoney, pair))
    }
    proof.rows += columns.rows
    added.expertise = columns
    return columns
  }

  /// `e` at the point found last.
  var expertiseGiven: [(expert: Int, project: Int, months: Double)] {
    (added.expertise?.months ?? []).map {
      ($0.expert, $0.project, max(0, program.value(of: $0.column)))
    }
  }
}
