import Optimisation
import Plans
import Records
import Round

/// Near-optimal alternatives to a plan, each using as little as can be of the pairs used before it.
///
/// The first may give up the whole of `alternatives.within`, the next ones a half, a quarter and three quarters of it, so that
/// the choice is not only between the plan and its extremes; then the same shares again. What an alternative gives up shall be
/// somebody's gain: where the plan has a fairness stage, levels are raised once more and kept whole, without the tolerance that
/// the plan leaves to benefit, before benefit is maximised.
struct Alternatives {
  let plan: Candidate
  /// The plan's list of stages, and what they reached.
  let stages: [StageRequest]
  let result: StagesResult
  let settings: PlanningSettings

  /// - Parameters:
  ///   - kept: the program with every stage kept that moves money.
  ///   - each: given every alternative with its last benefit program.
  /// - Throws: `StageStopped` where the watch ended it.
  func make(
    from kept: borrowing Allocation, watch: PlanningWatch,
    each: (Candidate, consuming Allocation) throws -> Void
  ) throws {
    let policy = kept.round.policy
    let shares = [1, 0.5, 0.25, 0.75]
    var earlier = [plan]
    // What whole units took from the plan is not given up.
    let reached = kept.round.benefit(of: result.money)
    for number in 0..<policy.alternativesCount {
      var allocation = kept.copy()
      allocation.proof.stages = []
      let within = policy.alternativesWithin * shares[number % shares.count]
      let uses = uses(of: earlier, among: kept.round)
      // Another plan, other choices: they are made again.
      try allocation.reopenChoices()
      guard
        try allocation.differ(
          from: uses, amounts: plan.amounts(in: kept.round), benefit: reached, within: within,
          options: settings.options, watch: watch)
      else { return }
      try allocation.chooseAgain(options: settings.options, watch: watch)
      var own = try improve(&allocation, watch: watch)
      let lastBenefit = try allocation.unkeepingBenefit()
      if let request = stages.last, request.stage == .coDesign {
        allocation.proof.begin(.coDesign)
        own.values.append(
          try allocation.solveCoDesign(
            keep: request.keep, options: settings.options, watch: watch))
        allocation.proveReached()
      }
      try allocation.finish(&own, settings.options, watch: watch)
      own.proof = allocation.proof.stages
      var candidate = kept.round.candidate("alternative-\(number + 1)", stages, own)
      candidate.proof.after = "A"
      earlier.append(candidate)
      try each(candidate, lastBenefit)
    }
  }

  /// Levels once more, then benefit.
  private func improve(
    _ allocation: inout Allocation, watch: PlanningWatch
  ) throws -> StagesResult {
    var own = result
    if stages.last?.stage == .coDesign { own.values.removeLast() }
    for place in own.values.indices { own.values[place].price = nil }
    if let place = own.values.lastIndex(where: { $0.stage == .fairness }) {
      allocation.proof.begin(.fairness)
      own.values[place] = try allocation.solveFairness(
        keep: 1, options: settings.options, watch: watch)
      allocation.proveReached()
    }
    allocation.proof.begin(.benefit)
    let optimum = try allocation.solveBenefit(keep: nil, options: settings.options, watch: watch)
    allocation.proveReached()
    if own.integer == nil, let place = own.values.lastIndex(where: { $0.stage == .benefit }) {
      own.values[place].value = optimum.value
    }
    own.benefit = optimum
    // The bound is that of its own choices: an alternative is no claim that none are better.
    own.integer?.benefit = optimum
    if let place = own.values.lastIndex(where: { $0.stage == .integer }) {
      own.values[place].value = optimum.value
      own.values[place].bound = optimum.bound
    }
    return own
  }

  /// Which pairs were used: 1 for each that was. Where that is every one, or none can be told from another, the money that they
  /// had: then it is the large pairs that give way.
  private func uses(of plans: [Candidate], among round: Round) -> [DonorRecipient: Double] {
    let used = plans.reduce(into: Set<DonorRecipient>()) { $0.formUnion($1.used) }
    guard used.count == round.openPairs.count else {
      return Dictionary(uniqueKeysWithValues: used.map { ($0, 1) })
    }
    var amounts: [DonorRecipient: Double] = [:]
    for plan in plans { amounts.merge(plan.amounts(in: round), uniquingKeysWith: +) }
    let most = amounts.values.max() ?? 1
    return amounts.mapValues { $0 / most }
  }
}
