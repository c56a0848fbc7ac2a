import Optimisation
import Plans
import Records
import Round

/// Plans a round: the profile in force, the other profiles and near-optimal alternatives, each rounded to whole units, scored
/// and ranked, with the reasons for everything.
struct Planner {
  let round: Round
  let settings: PlanningSettings

  func plan(watch: PlanningWatch) throws -> PlanningResult {
    if let conflict = try findConflict(round, options: settings.options, watch: watch) {
      return .conflict(conflict)
    }
    guard let profile = Profiles.inForce(round.policy) else {
      throw PlanningError.solver(
        step: round.policy.profile, reason: "the policy names a profile that does not exist")
    }
    var (first, hasFinished) = try planInForce(profile, watch: watch)
    let benefitOnly = try benefit(of: [.init(.benefit)], watch: watch)
    let ranking = Ranking(round: round, benefitOnly: benefitOnly)
    guard hasFinished else {
      return .planned(
        PlannedRound(plans: ranking.ranked(first.map(\.plan)), benefitOnly: benefitOnly))
    }
    try addPrices(to: &first[0].plan, profile.stages, watch: watch)
    let others = try otherProfiles(watch: watch)
    let plans = ranking.ranked((first + others).map(\.plan))
    return .planned(PlannedRound(plans: plans, benefitOnly: benefitOnly))
  }

  /// Plan A and the alternatives to it, each with its reasons.
  private func planInForce(
    _ profile: Profile, watch: PlanningWatch
  ) throws -> (candidates: [Candidate], hasFinished: Bool) {
    let run = try solveStages(
      profile.stages, of: round, settings.run(selecting: true, keeping: true), watch: watch)
    let result = run.result
    var candidates = [round.candidate(profile.name, result, ends: run.ends)]
    guard result.finished else { return (candidates, false) }
    let sharing = profile.stages.last?.stage == .coDesign
    if let last = run.lastBenefit {
      try addReasons(to: &candidates[0], from: last.copy(), watch: watch)
    }
    if let kept = run.kept {
      _ = try unlessStopped {
        try alternatives(
          to: candidates[0], result, from: kept, sharing: sharing, settings, watch: watch
        ) { candidate, last in
          var candidate = candidate
          try addReasons(to: &candidate, from: last, watch: watch)
          candidates.append(candidate)
        }
      }
    }
    return (candidates, true)
  }

  /// The plans of the other profiles, as far as the watch lets them finish.
  private func otherProfiles(watch: PlanningWatch) throws -> [Candidate] {
    try Profiles.others(round.policy).compactMap { profile in
      let run = try unlessStopped {
        try solveStages(
          profile.stages, of: round, settings.run(selecting: true, keeping: true), watch: watch)
      }
      guard let run, run.result.finished else { return nil }
      var candidate = round.candidate(profile.name, run.result, ends: run.ends)
      if let last = run.lastBenefit {
        try addReasons(to: &candidate, from: last.copy(), watch: watch)
      }
      try addPrices(to: &candidate.plan, profile.stages, watch: watch)
      return candidate
    }
  }

  private func addReasons(
    to candidate: inout Candidate, from last: consuming Allocation, watch: PlanningWatch
  ) throws {
    let indicators = PlanBuilder.indicators(of: round)
    var program = LastProgram(last, indicators: indicators)
    let used = candidate.used
    let units = candidate.units
    _ = try unlessStopped {
      try program.addObstacles(to: &candidate.plan.unfunded, funded: units, watch: watch)
      candidate.plan.unusedPairs = try program.unusedPairs(used: used, watch: watch)
      candidate.plan.prices = try program.prices(watch: watch)
    }
  }

  /// The benefit that is left at the end of a list of stages, nil where the watch ended it first.
  private func benefit(of stages: [StageRequest], watch: PlanningWatch) throws -> Double? {
    let run = try unlessStopped { try solveStages(stages, of: round, settings.run(), watch: watch) }
    guard let run, run.result.finished else { return nil }
    return round.benefit(of: run.result.money)
  }

  /// The price of reciprocity, fairness, continuity and focus: the benefit of the same list of stages without that one, less the
  /// plan's.
  private func addPrices(
    to plan: inout Plan, _ stages: [StageRequest], watch: PlanningWatch
  ) throws {
    guard plan.bound != nil, round.eligible.count > 0 else { return }
    let reached = plan.scorecard.benefit + (plan.rounding ?? 0)
    var place = -1
    for (position, request) in stages.enumerated() {
      // A stage that was passed over left no value.
      if request.stage == .continuity, settings.earlier == nil { continue }
      place += 1
      guard plan.stages[place].canHavePrice else { continue }
      var without = stages
      without.remove(at: position)
      // Co-design comes after the benefit and cannot change it.
      while without.last?.stage == .coDesign { without.removeLast() }
      guard let free = try benefit(of: without, watch: watch) else { return }
      let price = free - reached
      // Below what kept stages leave to each other there is no price.
      plan.stages[place].price = abs(price) > 5e-9 * max(1, reached) ? price : 0
    }
  }
}

extension Round {
  /// `Σ v·x`.
  func benefit(of money: [Double]) -> Double {
    zip(eligible.value, money).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
