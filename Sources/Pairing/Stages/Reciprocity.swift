import Optimisation
import Plans
import Round

extension Allocation {
  /// The bond: those who burned the coal help those who dug it.
  ///
  /// For each bond `d,r` with an eligible pair `Y[d,r] + u[d,r] >= target[d,r]`, `target = reciprocity.share · coalshare[d,r] · B[d]`,
  /// `0 <= u <= target`. Minimises `Σ u = U*`; kept as `Σ u <= U* + 1e-9·max(1, Σ target)`, with `keep` as
  /// `Σ target - Σ u >= keep·(Σ target - U*)`.
  mutating func solveReciprocity(
    keep: Double?, options: SimplexOptions, watch: PlanningWatch
  ) throws -> StageValue {
    let shortfalls = try shortfallColumns()
    let targets = round.reachableTargets
    let terms = shortfalls.map { Term(1, $0) }
    try program.setObjective(.minimise, terms)
    let least = try optimise("reciprocity", options, watch: watch)
    prove(.shortfall, least)
    let shortfall = max(0, least.value)
    let slack = 1e-9 * max(1, targets)
    let kept = keep.map { targets - $0 * (targets - shortfall) } ?? shortfall
    if !terms.isEmpty { try addLimit(RuleName(.reciprocity), terms, atMost: kept + slack) }
    return StageValue(
      stage: .reciprocity, shortfall: shortfall, target: targets,
      unreachable: round.unreachableTargets)
  }

  private mutating func shortfallColumns() throws(ProgramError) -> [Column] {
    if let shortfalls = added.shortfalls { return shortfalls }
    var shortfalls: [Column] = []
    for bond in round.bonds where bond.target > 0 {
      guard let pair = bond.pair, let total = pairTotals[pair] else { continue }
      let shortfall = try program.addColumn(.between(0, bond.target))
      try addLimit(
        round.name(.bond, pair), [Term(1, total), Term(1, shortfall)], atLeast: bond.target)
      shortfalls.append(shortfall)
    }
    added.shortfalls = shortfalls
    return shortfalls
  }
}
