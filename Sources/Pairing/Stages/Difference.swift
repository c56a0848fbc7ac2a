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
    proof.begin(.difference)
    proof.note { ($0.uses, $0.within) = (counted, within) }
    let least = max(0, try leastMoney(terms, options, watch))
    let money = round.offers.reduce(0) { $0 + $1.total }
    let most = max(least, (now + least) / 2) + 1e-9 * max(1, money)
    try addLimit(RuleName(.difference), terms, atMost: most)
    if round.hasIntegerRules { proof.note { $0.most = most } }
    return true
  }

  /// The least that `terms` can come to; with integer rules as far as a short search finds, from the choices made last on.
  private mutating func leastMoney(
    _ terms: [Term], _ options: SimplexOptions, _ watch: PlanningWatch
  ) throws -> Double {
    try program.setObjective(.minimise, terms)
    let linear = try optimise("alternatives", options, watch: watch)
    guard round.hasIntegerRules else {
      prove(.difference, linear)
      proveReached()
      return linear.value
    }
    let limits = IntegerLimits.beside
    let model = try IntegerProgram(copy())
    let outcome = try model.search(
      limits, absoluteGap: 0, relativeGap: limits.gap, [added.choices.last], watch)
    if outcome.run == .cancelled { throw StageStopped() }
    guard let best = outcome.best else { throw model.failure(outcome) }
    added.choices.last = best.switches
    return best.value
  }

  /// The integer rules of an alternative: within what it keeps, the choices with most benefit; nothing without such rules.
  mutating func chooseAgain(options: SimplexOptions, watch: PlanningWatch) throws {
    guard round.hasIntegerRules else { return }
    let chosen = try mostBenefit(from: [added.choices.last], .beside, options, watch) { _, _ in }
    try keep(chosen.choices)
    // The point is that of the benefit that comes next.
    proof.note { [round] in $0.choices = round.certified(chosen.choices) }
  }
}
