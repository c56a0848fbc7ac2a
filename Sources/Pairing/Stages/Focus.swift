import Optimisation
import Plans
import Round

extension Allocation {
  /// Planners pair, they do not sprinkle: with the benefit kept at `V - within·|V|` and every kept stage, eight re-solves that
  /// minimise `Σ w[d,r]·Y[d,r]` with `w = 1/(Y + small)` from the last one (Candès, Wakin & Boyd 2008, "Enhancing sparsity by
  /// reweighted l1 minimization"). Of these and the plan without focus, the one with fewest pairings of at least `small`, ties by
  /// benefit, gives the support: other pairs are closed, and benefit is maximised again.
  ///
  /// A heuristic, but never one with more pairings than the plan without it: that plan is among the candidates.
  mutating func solveFocus(options: SimplexOptions, watch: PlanningWatch) throws -> StageValue {
    let small = round.focusSmall
    let start = try uniquePairs(options, watch)
    try relaxBenefit(within: round.policy.focusWithin ?? 0)
    var best = start
    var last = start
    for _ in 0..<8 {
      let weights = last.amounts.map { Term(1 / ($0 + small), $1) }
      try program.setObjective(.minimise, weights)
      let least = try optimise("focus", options, watch: watch).value
      let row = try program.addRow(weights, .atMost(least + 1e-9 * max(1, abs(least))))
      last = try uniquePairs(options, watch)
      try program.setBounds(of: row, .free)
      if (last.count(small), -last.benefit) < (best.count(small), -best.benefit) { best = last }
    }
    try close(to: best, small, options, watch)
    let closed = round.openPairs.filter { pair in
      limits.contains { $0.name == round.name(.focus, pair) }
    }
    proof.note { [round] in $0.closed = closed.map { round.certified($0) } }
    return StageValue(stage: .focus, value: Double(best.count(small)))
  }

  /// What pairs have at one point of the program.
  private struct Pairs {
    var amounts: [(amount: Double, total: Column)]
    var benefit: Double

    func count(_ small: Double) -> Int { amounts.count { $0.amount >= small } }
  }

  /// The one point among the equally good that the ids choose.
  private mutating func uniquePairs(
    _ options: SimplexOptions, _ watch: PlanningWatch
  ) throws -> Pairs {
    try program.setObjective(.minimise, selectionTerms)
    _ = try optimise("focus", options, watch: watch)
    let amounts = round.openPairs.compactMap { pair in
      pairTotals[pair].map { (max(0, program.value(of: $0)), $0) }
    }
    return Pairs(amounts: amounts, benefit: program.value(of: benefitTerms))
  }

  /// Closes the pairs outside the support. Where the rest cannot keep the stages without the crumbs that some pairs carry, these
  /// stay open.
  private mutating func close(
    to support: Pairs, _ small: Double, _ options: SimplexOptions, _ watch: PlanningWatch
  ) throws {
    for least in [small, 1e-7] {
      let closed = support.amounts.filter { $0.amount < least }.map(\.total)
      let before = closed.map { program.bounds(of: $0) }
      for (total, bounds) in zip(closed, before) {
        try program.setBounds(of: total, .between(min(0, bounds.lower ?? 0), 0))
      }
      try program.setObjective(.maximise, benefitTerms)
      guard watch("focus", program.iterations) else { throw StageStopped() }
      let outcome = program.solve(options) { watch("focus", $0) }
      if outcome.run == .cancelled || outcome.run == .iterationLimit { throw StageStopped() }
      if outcome.finding == .optimal {
        let names = Dictionary(uniqueKeysWithValues: pairTotals.map { ($0.value, $0.key) })
        limits += closed.compactMap { total in
          names[total].map {
            NamedLimit(name: round.name(.focus, $0), place: .column(total, .upper))
          }
        }
        return
      }
      for (total, bounds) in zip(closed, before) {
        try program.setBounds(of: total, bounds)
      }
    }
  }
}

extension Round {
  /// A pair as the certificate names it.
  func certified(_ pair: DonorRecipient, weight: Double? = nil) -> StageProof.Pair {
    StageProof.Pair(
      donor: donors[pair.donor].code, recipient: recipients[pair.recipient].code, weight: weight)
  }

  /// `focus.small`; unless the policy sets it, a thousandth of what a pair would have if all had the same.
  var focusSmall: Double {
    policy.focusSmall
      ?? 1e-3 * offers.reduce(0) { $0 + $1.total } / Double(max(1, openPairs.count))
  }
}
