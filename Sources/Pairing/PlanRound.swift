import Optimisation
import Plans
import Records
import Round

/// What planning a round came to.
public enum PlanningResult: Sendable {
  case planned(PlannedRound)
  case conflict(Conflict)
}

/// The ranked plans of a round.
public struct PlannedRound: Sendable {
  /// The recommended one first.
  public var plans: [Plan]
  /// The most benefit that the hard rules allow; nil where the watch ended the run before it was known.
  public var benefitOnly: Double?
  /// Which weights move anything.
  public var weights: [WeightEffect]

  public init(plans: [Plan], benefitOnly: Double?, weights: [WeightEffect] = []) {
    self.plans = plans
    self.benefitOnly = benefitOnly
    self.weights = weights
  }
}

/// Plans a round: the profile in force, solved stage by stage, rounded to whole units and scored.
///
/// - Parameters:
///   - earlier: the plan that continuity keeps to; without one that stage is passed over.
///   - method: the simplex to begin with; where a stage cannot be solved, the whole round is tried with the other one.
///   - watch: looked at from time to time; when it says stop, the best valid plan so far is the answer, `stopped`.
/// - Throws: `PlanningError`.
public func planRound(
  _ round: Round, continuing earlier: EarlierPlan? = nil, method: SimplexOptions.Method = .primal,
  watch: PlanningWatch = { _, _ in true }
) throws -> PlanningResult {
  do {
    return try plan(round, SimplexOptions(method: method), watch: watch)
  } catch PlanningError.solver {
    let other = method == .primal ? SimplexOptions.Method.dual : .primal
    return try plan(round, SimplexOptions(method: other), watch: watch)
  }
}

private func plan(
  _ round: Round, _ options: SimplexOptions, watch: PlanningWatch
) throws -> PlanningResult {
  if let conflict = try findConflict(round, options: options, watch: watch) {
    return .conflict(conflict)
  }
  guard let profile = Profiles.inForce(round.policy) else {
    throw PlanningError.solver(
      step: round.policy.profile, reason: "the policy names a profile that does not exist")
  }
  var result = try run(
    profile.stages, of: round, options: options, selecting: true, watch: watch)
  let benefitOnly = try benefit(of: [.init(.benefit)], round, options: options, watch: watch)
  if result.finished {
    try addPrices(to: &result, profile.stages, of: round, options: options, watch: watch)
  }
  let plan = PlanBuilder(round, result, benefitOnly: benefitOnly)
    .plan(id: "A", profile: profile.name)
  return .planned(PlannedRound(plans: [plan], benefitOnly: benefitOnly))
}

/// The benefit that is left at the end of a list of stages, nil where the watch ended it first.
private func benefit(
  of stages: [StageRequest], _ round: Round, options: SimplexOptions, watch: PlanningWatch
) throws -> Double? {
  do {
    let result = try run(stages, of: round, options: options, selecting: false, watch: watch)
    return result.finished ? benefit(of: result.money, round) : nil
  } catch PlanningError.stoppedTooEarly {
    return nil
  }
}

/// `Σ v·x`.
private func benefit(of money: [Double], _ round: Round) -> Double {
  zip(round.eligible.value, money).reduce(0) { $0 + $1.0 * $1.1 }
}

/// The price of reciprocity and of fairness: the benefit of the same list of stages without that one, less the plan's.
private func addPrices(
  to result: inout StagesResult, _ stages: [StageRequest], of round: Round,
  options: SimplexOptions, watch: PlanningWatch
) throws {
  guard result.benefit != nil, round.eligible.count > 0 else { return }
  let reached = benefit(of: result.money, round)
  for place in stages.indices
  where stages[place].stage == .reciprocity || stages[place].stage == .fairness {
    var without = stages
    without.remove(at: place)
    // Co-design comes after the benefit and cannot change it.
    while without.last?.stage == .coDesign { without.removeLast() }
    guard let free = try benefit(of: without, round, options: options, watch: watch) else { return }
    let price = free - reached
    // Below what kept stages leave to each other there is no price.
    result.values[place].price = abs(price) > 5e-9 * max(1, reached) ? price : 0
  }
}
