import Optimisation
import Plans
import Records
import Round

/// What a list of stages reached.
struct StagesResult {
  var values: [StageValue] = []
  /// Whether every stage came to its end.
  var finished = true
  /// `x` by place in the round's eligible pairs.
  var money: [Double]
  /// `e[j,p]`; empty without co-design.
  var expertise: [(expert: Int, project: Int, months: Double)] = []
  /// The least that each fairness group must have, in M.
  var floors: [Double] = []
  /// The last benefit stage: its value, and a bound on the benefit of any plan that keeps the earlier stages.
  var benefit: Optimum?
}

/// Looks at a run from time to time: told what is being done and the simplex iterations so far, it says whether to go on.
public typealias PlanningWatch = (_ step: String, _ iterations: Int) -> Bool

/// Why a round could not be planned, although its records are good.
public enum PlanningError: Error, Sendable {
  /// The program was built wrong; a fault of ours.
  case program(ProgramError)
  /// The solver found no answer, every way tried.
  case solver(step: String, reason: String)
  /// Time was up before the fixed pairs could be met, so that there is no valid plan yet.
  case stoppedTooEarly
}

extension PlanningError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .program(let error): "the round's program could not be built: \(error)"
    case .solver(let step, let reason): "the stage \(step) could not be solved: \(reason)"
    case .stoppedTooEarly:
      "the time was up before the fixed pairs could be met; allow more time (--time-limit)"
    }
  }
}

/// A stage was cut short; the allocation may still hold a point.
struct StageStopped: Error {}

/// The best value of a stage, and the bound that its multipliers prove.
struct Optimum {
  var value: Double
  var bound: Double

  /// `|bound - value| / max(1, |bound|)`.
  var gap: Double { abs(bound - value) / max(1, abs(bound)) }

  /// The largest gap of a stage that counts as optimal.
  static let allowedGap = 1e-6
}

extension Allocation {
  /// Solves for the objective set last. The solver's word is not enough: what it calls optimal must meet its own bound.
  ///
  /// - Throws: `StageStopped` where the watch or a limit ended it, `PlanningError.solver` where no optimum was found.
  mutating func optimise(
    _ step: String, _ options: SimplexOptions, watch: PlanningWatch
  ) throws -> Optimum {
    guard watch(step, program.iterations) else { throw StageStopped() }
    let outcome = program.solve(options) { watch(step, $0) }
    switch (outcome.run, outcome.finding) {
    case (.finished, .optimal):
      let optimum = Optimum(
        value: outcome.objective, bound: program.lagrangianBound() ?? .infinity)
      guard optimum.gap <= Optimum.allowedGap else {
        throw PlanningError.solver(
          step: step, reason: "the answer \(optimum.value) misses its bound \(optimum.bound)")
      }
      return optimum
    case (.cancelled, _), (.iterationLimit, _): throw StageStopped()
    case (.failed(let reason), _): throw PlanningError.solver(step: step, reason: reason)
    case (.finished, .infeasible):
      throw PlanningError.solver(step: step, reason: "no point keeps every rule")
    case (.finished, .unbounded):
      throw PlanningError.solver(step: step, reason: "the objective has no limit")
    case (.finished, _): throw PlanningError.solver(step: step, reason: "nothing was found")
    }
  }
}

/// Solves `stages` one after the other, each keeping what the earlier ones reached, and where `selecting` the selection that
/// makes the answer one.
///
/// The fixed pairs must be known to hold together (`findConflict`). A run that the watch ends returns the best point so far.
func run(
  _ stages: [StageRequest], of round: Round, options: SimplexOptions = SimplexOptions(),
  selecting: Bool, watch: PlanningWatch
) throws -> StagesResult {
  var allocation = try built { () throws(ProgramError) in try Allocation.build(round) }
  try built { () throws(ProgramError) in try allocation.addFixedPairs() }
  // Without fixed pairs, giving nothing to anybody keeps every rule.
  var result = StagesResult(money: [Double](repeating: 0, count: round.eligible.count))
  var hasPoint = round.fixedPairs.isEmpty
  guard round.eligible.count > 0 else {
    result.values = stages.map { emptyValue(of: $0.stage, round: round) }
    return result
  }
  do {
    for request in stages {
      try allocation.solve(request, into: &result, options: options, watch: watch)
      result.money = allocation.point
      hasPoint = true
    }
    if selecting {
      result.money = try allocation.select(
        keepingBenefit: result.benefit != nil, options: options, watch: watch)
      result.expertise = try selectExpertise(round, money: result.money, options: options)
    } else {
      result.expertise = allocation.expertiseGiven
    }
  } catch is StageStopped {
    result.finished = false
    if allocation.holdsPoint {
      result.money = allocation.point
    } else if !hasPoint {
      throw PlanningError.stoppedTooEarly
    }
  } catch let error as ProgramError {
    throw PlanningError.program(error)
  }
  result.floors = allocation.groupTotals.map { allocation.program.bounds(of: $0).lower ?? 0 }
  return result
}

/// Runs a step that builds a program; a fault in it is ours, not the planner's.
func built<Value: ~Copyable>(_ step: () throws(ProgramError) -> Value) throws -> Value {
  do { return try step() } catch { throw PlanningError.program(error) }
}

/// What a stage comes to where no money can flow at all.
private func emptyValue(of stage: StageName, round: Round) -> StageValue {
  switch stage {
  case .reciprocity:
    StageValue(
      stage: stage, shortfall: 0, target: 0, unreachable: round.unreachableTargets)
  case .fairness: StageValue(stage: stage, levels: [:], entitlements: [:])
  case .benefit, .coDesign, .continuity, .focus: StageValue(stage: stage, value: 0)
  }
}

extension Allocation {
  fileprivate mutating func solve(
    _ request: StageRequest, into result: inout StagesResult, options: SimplexOptions,
    watch: PlanningWatch
  ) throws {
    switch request.stage {
    case .reciprocity:
      result.values.append(
        try solveReciprocity(keep: request.keep, options: options, watch: watch))
    case .fairness:
      result.values.append(try solveFairness(keep: request.keep, options: options, watch: watch))
    case .benefit:
      let optimum = try solveBenefit(keep: request.keep, options: options, watch: watch)
      result.values.append(StageValue(stage: .benefit, value: optimum.value))
      result.benefit = optimum
    case .coDesign:
      result.values.append(try solveCoDesign(keep: request.keep, options: options, watch: watch))
    case .continuity, .focus:
      throw PlanningError.solver(
        step: request.stage.rawValue, reason: "this version does not plan with this stage")
    }
  }
}
