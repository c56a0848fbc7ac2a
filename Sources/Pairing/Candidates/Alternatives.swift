import Optimisation
import Plans
import Records
import Round

/// Near-optimal alternatives to a plan, each using as little as can be of the pairs used before it.
///
/// The first may give up the whole of `alternatives.within`, the next ones a half, a quarter and three quarters of it, so that
/// the choice is not only between the plan and its extremes; then the same shares again.
///
/// - Parameters:
///   - kept: the program with every stage kept that moves money.
///   - result: what the stages reached; the alternatives keep it, but for the benefit and the co-design that follows it.
func alternatives(
  to plan: Candidate, _ result: StagesResult, from kept: borrowing Allocation, sharing work: Bool,
  _ settings: PlanningSettings, watch: PlanningWatch,
  each: (Candidate, consuming Allocation) throws -> Void
) throws {
  let policy = kept.round.policy
  let shares = [1, 0.5, 0.25, 0.75]
  var used = plan.used
  for number in 0..<policy.alternativesCount {
    var allocation = kept.copy()
    let within = policy.alternativesWithin * shares[number % shares.count]
    guard
      let optimum = try allocation.differ(
        from: used, within: within, options: settings.options, watch: watch)
    else { return }
    let lastBenefit = try allocation.unkeepingBenefit()
    var own = result
    own.benefit = optimum
    own.values = result.values.filter { $0.stage != .coDesign }
    if let place = own.values.lastIndex(where: { $0.stage == .benefit }) {
      own.values[place].value = optimum.value
    }
    for place in own.values.indices { own.values[place].price = nil }
    if work {
      own.values.append(
        try allocation.solveCoDesign(keep: nil, options: settings.options, watch: watch))
    }
    try allocation.finish(&own, settings.options, watch: watch)
    let candidate = kept.round.candidate("alternative-\(number + 1)", own)
    used.formUnion(candidate.used)
    try each(candidate, lastBenefit)
  }
}
