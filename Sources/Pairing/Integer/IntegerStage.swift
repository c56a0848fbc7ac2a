import Optimisation
import Plans
import Round

/// What the integer rules came to.
struct IntegerResult: Sendable {
  /// `t`, and no less of it would do; the second rests on the search.
  var loosened: Double
  var loosenedBound: Double
  /// The benefit, and a bound on it for any choices that loosen no more; the bound rests on the search.
  var benefit: Optimum
  /// What multipliers prove of the benefit of any plan that keeps the stages whole, integer rules or not; nil without a benefit stage before.
  var linearBound: Double?
  /// What was chosen.
  var choices: [(choice: Choice, isOn: Bool)]
  /// What both searches took: simplex iterations times columns.
  var effort: Int

  /// Whether no better choices are left, to 1e-6 in `t` and a gap of 1e-4 in benefit.
  var isOptimal: Bool {
    loosened - loosenedBound <= 1e-6 && benefit.gap <= IntegerResult.allowedGap
  }

  static let allowedGap = 1e-4
}

extension Allocation {
  /// The integer rules: (a) minimises `t` in `[0, 1]` such that they hold with the kept stages loosened by `t`; (b) with that `t` plus
  /// 1e-7 maximises benefit. Then what was chosen is fixed, and so is the loosening.
  ///
  /// - Parameters:
  ///   - releasing: whether the benefit reached last was the end of the stages, so that it is maximised again, not kept.
  ///   - found: given every point that keeps the integer rules, from the first on, with a bound on the benefit of others once there
  ///     is one.
  /// - Throws: `StageStopped` where the watch ended it.
  mutating func solveIntegerRules(
    releasing: Bool, keep: Double?, settings: IntegerSettings, options: SimplexOptions,
    watch: PlanningWatch, found: (Point, Double?) -> Void
  ) throws -> IntegerResult {
    if releasing { try releaseBenefit() }
    let first = try leastLoosening(settings, options, watch, found)
    try loosen(by: first.value + 1e-7)
    let second = try mostBenefit(
      from: [first.switches] + settings.starts, settings.limits, options, watch, found)
    let choices = second.choices
    try self.keep(choices)
    let reached = try solveBenefit(keep: keep, options: options, watch: watch)
    return IntegerResult(
      loosened: first.value, loosenedBound: min(first.bound, first.value),
      benefit: Optimum(value: reached.value, bound: max(reached.value, second.bound)),
      linearBound: nil, choices: choices, effort: first.effort + second.effort)
  }

  private struct Loosened {
    var value: Double
    var bound: Double
    var switches: [Bool]
    var effort: Int
  }

  private func leastLoosening(
    _ settings: IntegerSettings, _ options: SimplexOptions, _ watch: PlanningWatch,
    _ found: (Point, Double?) -> Void
  ) throws -> Loosened {
    let floors = floors
    var model = try IntegerProgram(copy(), loosening: true)
    guard let share = model.loosening else { throw StageStopped() }
    try model.allocation.program.setObjective(.minimise, [Term(1, share)])
    // What the linear program says at the least makes its own rows tighter.
    var least = -1.0
    while true {
      let bound = max(
        0, try model.allocation.optimise("integer rules", options, watch: watch).bound)
      guard bound > least + 1e-4 else { break }
      least = bound
      try model.addFloorCuts(floors, loosenedByAtLeast: least)
    }
    // Nothing for anybody keeps every rule unless pairs are fixed, and costs everything.
    let outcome = try model.search(
      settings.limits, absoluteGap: 5e-7, relativeGap: 0,
      settings.starts + [model.choices.map { _ in false }], watch)
    guard let best = outcome.best else { throw model.failure(outcome) }
    found(best.point, nil)
    if outcome.run == .cancelled { throw StageStopped() }
    return Loosened(
      value: min(1, max(0, best.value)), bound: max(least, outcome.bound ?? least),
      switches: best.switches, effort: outcome.iterations * model.allocation.program.columnCount)
  }

  /// The choices with most benefit within what the stages keep by now.
  func mostBenefit(
    from starts: [[Bool]], _ limits: IntegerLimits, _ options: SimplexOptions,
    _ watch: PlanningWatch, _ found: (Point, Double?) -> Void
  ) throws -> (choices: [(choice: Choice, isOn: Bool)], bound: Double, effort: Int) {
    var model = try IntegerProgram(copy())
    try model.allocation.program.setObjective(.maximise, model.allocation.benefitTerms)
    let linear = try model.allocation.optimise("integer rules", options, watch: watch).bound
    let outcome = try model.search(
      limits, absoluteGap: 0, relativeGap: limits.gap, starts, watch)
    guard let best = outcome.best else { throw model.failure(outcome) }
    let bound = min(linear, outcome.bound ?? linear)
    found(best.point, bound)
    if outcome.run == .cancelled { throw StageStopped() }
    return (
      zip(model.choices, best.switches).map { ($0, $1) },
      bound,
      outcome.iterations * model.allocation.program.columnCount
    )
  }
}

extension IntegerProgram {
  /// Searches for the choices that are best for the objective set last.
  func search(
    _ limits: IntegerLimits, absoluteGap: Double, relativeGap: Double, _ starts: [[Bool]],
    _ watch: PlanningWatch
  ) throws -> SearchOutcome {
    try allocation.program.search(
      columns,
      SearchOptions(
        nodeLimit: limits.nodes, iterationLimit: limits.effort / allocation.program.columnCount,
        absoluteGap: absoluteGap, relativeGap: relativeGap, trials: limits.trials,
        starts: starts),
      guess: { guesses(at: $0) }, watch: { watch("integer rules", $0) })
  }

  /// Why there are no choices: none keep the rules, or none were found in time.
  func failure(_ outcome: SearchOutcome) -> any Error {
    outcome.finding == .infeasible
      ? PlanningError.solver(step: "integer rules", reason: "no choices keep every rule")
      : StageStopped()
  }
}
