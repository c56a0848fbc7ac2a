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
  /// In the order of the plans.
  public var proofs: [PlanProof]
  /// Of the most benefit.
  public var benefitOnlyProof: StageProof?

  public init(
    plans: [Plan], benefitOnly: Double?, weights: [WeightEffect] = [], proofs: [PlanProof] = [],
    benefitOnlyProof: StageProof? = nil
  ) {
    self.plans = plans
    self.benefitOnly = benefitOnly
    self.weights = weights
    self.proofs = proofs
    self.benefitOnlyProof = benefitOnlyProof
  }
}

/// Plans a round: ranked plans, each solved stage by stage, rounded to whole units and explained.
///
/// - Parameters:
///   - earlier: the plan that continuity keeps to; without one that stage is passed over.
///   - method: the simplex to begin with; where a stage cannot be solved, the whole round is tried with the other one.
///   - exactly: whether small programs are taken to their end in rational arithmetic, which is slow.
///   - watch: looked at from time to time; when it says stop, the best valid plan so far is the answer, `stopped`.
/// - Throws: `PlanningError`.
public func planRound(
  _ round: Round, continuing earlier: EarlierPlan? = nil, method: SimplexOptions.Method = .primal,
  exactly: Bool = false, watch: PlanningWatch = { _, _ in true }
) throws -> PlanningResult {
  func plan(_ method: SimplexOptions.Method, leavingOut: Bool) throws -> PlanningResult {
    var options = SimplexOptions(method: method)
    options.isExact = exactly
    let settings = PlanningSettings(options: options, earlier: earlier, leavesOut: leavingOut)
    return try Planner(round: round, settings: settings).plan(watch: watch)
  }
  // Another way for everything; then as at first, but plan A alone has to come out.
  let other = method == .primal ? SimplexOptions.Method.dual : .primal
  do {
    return try plan(method, leavingOut: false)
  } catch PlanningError.solver {}
  do {
    return try plan(other, leavingOut: false)
  } catch PlanningError.solver {}
  return try plan(method, leavingOut: true)
}
