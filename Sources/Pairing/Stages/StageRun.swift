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
  /// What the integer rules came to; nil without any, or where the run ended before.
  var integer: IntegerResult?
  /// Whether `money` keeps every hard rule and every integer rule.
  var isValid = true
  /// What proves the values; empty where nothing is published.
  var proof: [StageProof] = []

  /// Money and months as the program stands.
  mutating func take(_ allocation: borrowing Allocation) {
    money = allocation.point
    expertise = allocation.expertiseGiven
    isValid = true
  }
}

/// What is left of a run for those who go on from it.
struct StagesRun: ~Copyable {
  var result: StagesResult
  /// The program at the last benefit, that benefit itself not yet kept: what reasons are asked of. nil without such a stage.
  var lastBenefit: Allocation?
  /// The program with every stage kept that moves money, before co-design: where alternatives start.
  var kept: Allocation?
  /// Where each solve ended.
  var ends: [WarmStarts.Key: Basis] = [:]
  /// Of the simplex, over all stages.
  var iterations = 0
}

/// How a list of stages is solved.
struct RunSettings {
  /// Which of the equally good plans is the answer.
  enum Selection: Sendable {
    /// Any of them.
    case any
    /// The one that the ids choose, where money has a choice; months are not chosen.
    case ofMoney
    /// The one that is published.
    case published
  }

  var options = SimplexOptions()
  var selecting = Selection.any
  /// Whether programs and ends are kept for those who go on.
  var keeping = false
  /// Whether what is published of it needs a proof.
  var proving = false
  /// Where solves start.
  var starts: WarmStarts?
  /// How the integer rules are searched.
  var integer = IntegerSettings()
  /// The plan that continuity keeps to.
  var earlier: EarlierPlan?
}

/// Solves `stages` one after the other, each keeping what the earlier ones reached, and then the selection that makes the answer
/// one, as far as the settings want it.
///
/// The fixed pairs must be known to hold together (`findConflict`). A run that the watch ends returns the best point so far.
func solveStages(
  _ stages: [StageRequest], of round: Round, _ settings: RunSettings, watch: PlanningWatch
) throws -> StagesRun {
  var allocation = try built { () throws(ProgramError) in try Allocation.build(round) }
  try built { () throws(ProgramError) in try allocation.addFixedPairs() }
  if let starts = settings.starts { allocation.starts = starts }
  allocation.starts.isRecording = settings.keeping
  allocation.proof.isOn = settings.proving
  // Without fixed pairs, giving nothing to anybody keeps every rule.
  var run = StagesRun(
    result: StagesResult(money: [Double](repeating: 0, count: round.eligible.count)))
  run.result.isValid = round.fixedPairs.isEmpty
  guard round.eligible.count > 0 else {
    run.result.values = stages.map { emptyValue(of: $0.stage, round: round) }
    return run
  }
  let lastBenefit = stages.lastIndex { $0.stage.endsWithBenefit }
  let lastMoney = stages.lastIndex { $0.stage != .coDesign }
  do {
    if lastMoney == nil {
      try allocation.keepIntegerRules(after: nil, into: &run.result, settings, watch: watch)
    }
    for (place, request) in stages.enumerated() {
      try allocation.solve(request, into: &run.result, settings, watch: watch)
      if place == lastMoney {
        try allocation.keepIntegerRules(after: request, into: &run.result, settings, watch: watch)
      }
      run.result.proof = allocation.proof.stages
      // Before the integer rules hold, what stages reach is no plan.
      guard round.hasIntegerRules == (run.result.integer != nil) else { continue }
      run.result.take(allocation)
      guard settings.keeping else { continue }
      if place == (round.hasIntegerRules ? lastMoney : lastBenefit), lastBenefit != nil {
        run.lastBenefit = try allocation.unkeepingBenefit()
      }
      if place == lastMoney { run.kept = allocation.copy() }
    }
    switch settings.selecting {
    case .any: break
    case .ofMoney:
      // Where the last benefit has one answer, there is no choice.
      if lastBenefit != stages.indices.last || !allocation.program.isUnique {
        run.result.money = try allocation.select(
          keepingBenefit: run.result.benefit != nil, options: settings.options, watch: watch)
      }
    case .published: try allocation.finish(&run.result, settings.options, watch: watch)
    }
  } catch is StageStopped {
    run.result.finished = false
    if allocation.holdsPoint, round.hasIntegerRules == (run.result.integer != nil) {
      run.result.take(allocation)
    } else if !run.result.isValid {
      throw PlanningError.stoppedTooEarly
    }
    if allocation.proof.stages.count > run.result.proof.count {
      let reached = allocation.proveStopped(at: run.result.money)
      run.result.benefit = reached ?? run.result.benefit
      run.result.proof = allocation.proof.stages
    }
  } catch let error as ProgramError {
    throw PlanningError.program(error)
  }
  run.result.floors = allocation.floors
  run.ends = allocation.starts.ends
  run.iterations = allocation.program.iterations
  return run
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
  case .benefit, .coDesign, .continuity, .focus, .integer: StageValue(stage: stage, value: 0)
  }
}

extension Allocation {
  /// The least that each fairness group must have, in M.
  var floors: [Double] { groupTotals.map { program.bounds(of: $0).lower ?? 0 } }

  /// The program at its last benefit, that benefit not yet kept.
  func unkeepingBenefit() throws(ProgramError) -> Allocation {
    var copy = copy()
    if let kept = copy.added.benefits.last {
      // The row is basic, so that the point and every price stay as they are.
      try copy.program.setBounds(of: kept.row, .free)
      copy.limits.removeAll { $0.place == .row(kept.row, .lower) }
    }
    return copy
  }

  /// The one answer: selected money, and the months that go with it.
  mutating func finish(
    _ result: inout StagesResult, _ options: SimplexOptions, watch: PlanningWatch
  ) throws {
    result.money = try select(
      keepingBenefit: result.benefit != nil, options: options, watch: watch)
    result.expertise = try selectExpertise(round, money: result.money, options: options)
    result.floors = floors
  }
}

extension Allocation {
  fileprivate mutating func solve(
    _ request: StageRequest, into result: inout StagesResult, _ settings: RunSettings,
    watch: PlanningWatch
  ) throws {
    let options = settings.options
    if request.stage == .continuity, settings.earlier == nil { return }
    proof.begin(.init(request.stage))
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
    case .continuity:
      guard let earlier = settings.earlier else { return }
      result.values.append(
        try solveContinuity(with: earlier, keep: request.keep, options: options, watch: watch))
      result.benefit = try solveBenefit(keep: nil, options: options, watch: watch)
    case .focus:
      result.values.append(try solveFocus(options: options, watch: watch))
      result.benefit = try solveBenefit(keep: nil, options: options, watch: watch)
    case .coDesign:
      result.values.append(try solveCoDesign(keep: request.keep, options: options, watch: watch))
    case .integer: return
    }
    proveReached()
  }
}
