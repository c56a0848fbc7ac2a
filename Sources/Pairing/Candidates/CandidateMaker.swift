import Optimisation
import Plans
import Records
import Round

/// Makes the candidates of a round: the plan of the profile in force, the alternatives to it, and the plans of the other
/// profiles.
struct CandidateMaker: Sendable {
  let round: Round
  let settings: PlanningSettings
  let profile: Profile

  /// Plan A, and what others go on from.
  struct InForce: Sendable {
    var candidate: Candidate
    let result: StagesResult
    let programs: KeptPrograms
    /// Of the simplex, over all stages.
    let iterations: Int
  }

  /// Programs that other threads copy; nobody works on them.
  ///
  /// They belong to the thread that made them, which must `end` them: it aborts when the last one to let go is another.
  final class KeptPrograms: @unchecked Sendable {
    private(set) var lastBenefit: Allocation?
    private(set) var kept: Allocation?

    init(lastBenefit: consuming Allocation?, kept: consuming Allocation?) {
      self.lastBenefit = lastBenefit
      self.kept = kept
    }

    /// Call it on the thread that made them, when all others are done.
    func end() {
      lastBenefit = nil
      kept = nil
    }
  }

  /// What all candidates come to; those that the watch ended are missing.
  struct Made: Sendable {
    /// Plan A first.
    var candidates: [Candidate]
    /// The most benefit that the hard rules allow.
    var benefitOnly: Double?
    var benefitOnlyProof: StageProof?
  }

  /// The plan of the profile in force, without reasons.
  func planInForce(watch: PlanningWatch) throws -> InForce {
    var run = try solveStages(
      profile.stages, of: round, settings.run(selecting: .published, keeping: true, proving: true),
      watch: watch)
    let result = run.result
    let candidate = round.candidate(profile.name, profile.stages, result, ends: run.ends)
    let programs = KeptPrograms(lastBenefit: run.lastBenefit.take(), kept: run.kept.take())
    return InForce(
      candidate: candidate, result: result, programs: programs, iterations: run.iterations)
  }

  /// The plans that planners would choose from, without reasons.
  ///
  /// - Throws: `StageStopped` where the watch ended it.
  func rankedAgain(_ goOn: () -> Bool) throws -> [Plan] {
    let first = try planInForce { _, _ in goOn() }
    defer { first.programs.end() }
    guard first.result.finished else { throw StageStopped() }
    let made = try candidates(after: first, explaining: false, watch: goOn)
    return Ranking(round: round, benefitOnly: made.benefitOnly).ranked(made.candidates.map(\.plan))
  }

  private enum Task {
    case reasonsInForce, alternatives, benefitOnly
    case other(Profile)
  }

  private enum Answer: Sendable {
    case candidates([Candidate])
    case benefitOnly(Double, StageProof?)
  }

  /// Everything after plan A, on as many threads as there are cores.
  ///
  /// - Parameter explaining: whether reasons and the prices of stages are wanted.
  func candidates(
    after first: InForce, explaining: Bool, watch: () -> Bool
  ) throws -> Made {
    let others = Profiles.others(round.policy)
    let tasks = [.alternatives, .reasonsInForce] + others.map(Task.other) + [.benefitOnly]
    let answers = try concurrently(tasks.indices, while: watch) { place, goOn -> Answer? in
      do {
        return try answer(tasks[place], first, explaining) { _, _ in goOn() }
      } catch PlanningError.solver where settings.leavesOut {
        return nil
      }
    }
    var made = Made(candidates: [])
    // Plan A, its alternatives, then the other profiles.
    for place in [1, 0] + answers.indices.dropFirst(2) {
      switch answers[place] {
      case .candidates(let candidates): made.candidates += candidates
      case .benefitOnly(let benefit, let proof):
        (made.benefitOnly, made.benefitOnlyProof) = (benefit, proof)
      case nil: if place == 1 { made.candidates.append(first.candidate) }
      }
    }
    return made
  }

  private func answer(
    _ task: Task, _ first: InForce, _ explaining: Bool, _ watch: PlanningWatch
  ) throws -> Answer? {
    switch task {
    case .alternatives: .candidates(try alternatives(first, explaining, watch))
    case .reasonsInForce: .candidates([try inForce(first, explaining, watch)])
    case .other(let profile): try other(profile, explaining, watch).map { .candidates([$0]) }
    case .benefitOnly: try benefitOnly(watch)
    }
  }

  private func inForce(
    _ first: InForce, _ explaining: Bool, _ watch: PlanningWatch
  ) throws -> Candidate {
    var candidate = first.candidate
    guard explaining else { return candidate }
    if let last = first.programs.lastBenefit?.copy() {
      try addReasons(to: &candidate, from: last, watch)
    }
    try addPrices(to: &candidate.plan, profile.stages, watch)
    return candidate
  }

  private func alternatives(
    _ first: InForce, _ explaining: Bool, _ watch: PlanningWatch
  ) throws -> [Candidate] {
    guard let kept = first.programs.kept?.copy(), first.result.benefit != nil else { return [] }
    let alternatives = Alternatives(
      plan: first.candidate, stages: profile.stages, result: first.result, settings: settings)
    var made: [Candidate] = []
    _ = try unlessStopped {
      try alternatives.make(from: kept, watch: watch) { candidate, last in
        var candidate = candidate
        if explaining { try addReasons(to: &candidate, from: last, watch) }
        made.append(candidate)
      }
    }
    return made
  }

  private func other(
    _ profile: Profile, _ explaining: Bool, _ watch: PlanningWatch
  ) throws -> Candidate? {
    let run = try unlessStopped {
      try solveStages(
        profile.stages, of: round,
        settings.run(
          selecting: .published, keeping: true, proving: explaining,
          integer: IntegerSettings(limits: .beside)),
        watch: watch)
    }
    guard let run, run.result.finished else { return nil }
    var candidate = round.candidate(profile.name, profile.stages, run.result, ends: run.ends)
    guard explaining else { return candidate }
    if let last = run.lastBenefit?.copy() { try addReasons(to: &candidate, from: last, watch) }
    try addPrices(to: &candidate.plan, profile.stages, watch)
    return candidate
  }

  private func addReasons(
    to candidate: inout Candidate, from last: consuming Allocation, _ watch: PlanningWatch
  ) throws {
    var program = LastProgram(last, indicators: PlanBuilder.indicators(of: round))
    let (used, units) = (candidate.used, candidate.units)
    _ = try unlessStopped {
      try program.addObstacles(to: &candidate.plan.unfunded, funded: units, watch: watch)
      candidate.plan.unusedPairs = try program.unusedPairs(used: used, watch: watch)
      candidate.plan.prices = try program.prices(watch: watch)
    }
  }

  /// The most benefit that the hard rules allow, integer rules or not.
  private func benefitOnly(_ watch: PlanningWatch) throws -> Answer? {
    guard round.eligible.count > 0 else { return .benefitOnly(0, nil) }
    return try unlessStopped {
      var allocation = try Allocation.build(round)
      try allocation.addFixedPairs()
      allocation.proof.isOn = true
      allocation.proof.begin(.benefit)
      let best = try allocation.solveBenefit(keep: nil, options: settings.options, watch: watch)
      allocation.proveReached()
      return .benefitOnly(best.value, allocation.proof.stages.first)
    }
  }

  /// The benefit that is left at the end of a list of stages, nil where the watch ended it first, or where integer rules could not be
  /// searched to their end, so that a price would be guessed.
  private func benefit(of stages: [StageRequest], _ watch: PlanningWatch) throws -> Double? {
    let run = try unlessStopped {
      try solveStages(
        stages, of: round, settings.run(integer: IntegerSettings(limits: .beside)), watch: watch)
    }
    guard let run, run.result.finished, run.result.integer?.isOptimal ?? true else { return nil }
    return round.benefit(of: run.result.money)
  }

  /// The price of reciprocity, fairness, continuity and focus: the benefit of the same list of stages without that one, less the
  /// plan's. With integer rules each of them is a search of its own, so that only the plan of the profile in force has prices.
  private func addPrices(
    to plan: inout Plan, _ stages: [StageRequest], _ watch: PlanningWatch
  ) throws {
    guard plan.bound != nil, round.eligible.count > 0,
      !round.hasIntegerRules || stages == profile.stages
    else { return }
    let reached = plan.scorecard.benefit + (plan.rounding ?? 0)
    // Continuity without a plan to continue was passed over and left no value.
    let solved = stages.indices.filter {
      stages[$0].stage != .continuity || settings.earlier != nil
    }
    for (place, position) in solved.enumerated() where plan.stages[place].canHavePrice {
      var without = stages
      without.remove(at: position)
      // Co-design comes after the benefit and cannot change it.
      while without.last?.stage == .coDesign { without.removeLast() }
      guard let free = try benefit(of: without, watch) else { return }
      let price = free - reached
      // Below what kept stages leave to each other there is no price.
      plan.stages[place].price = abs(price) > 5e-9 * max(1, reached) ? price : 0
    }
  }
}
