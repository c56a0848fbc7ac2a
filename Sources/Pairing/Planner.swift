import Optimisation
import Plans
import Records
import Round

/// Plans a round: the profile in force, the other profiles and near-optimal alternatives, each rounded to whole units, scored
/// and ranked, with the reasons for everything.
///
/// Plan A comes first and alone: a watch that ends the run later costs only what stands beside it.
struct Planner: Sendable {
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
    let maker = CandidateMaker(round: round, settings: settings, profile: profile)
    let first = try maker.planInForce(watch: watch)
    defer { first.programs.end() }
    guard first.result.finished else {
      return .planned(ranked([first.candidate], benefitOnly: nil))
    }
    let made = try maker.candidates(after: first, explaining: true) {
      watch("alternatives", first.iterations)
    }
    var planned = ranked(made.candidates, benefitOnly: made.benefitOnly)
    planned.benefitOnlyProof = made.benefitOnlyProof
    try addStability(to: &planned.plans, made.candidates, first.result.integer) {
      watch("stability", first.iterations)
    }
    try addWinningChanges(to: &planned.plans, profile, first) {
      watch("winning changes", first.iterations)
    }
    try addWeights(to: &planned, profile, made.candidates) { watch("weights", first.iterations) }
    return .planned(planned)
  }

  private func ranked(_ candidates: [Candidate], benefitOnly: Double?) -> PlannedRound {
    let plans = Ranking(round: round, benefitOnly: benefitOnly).ranked(candidates.map(\.plan))
    let proofs = plans.compactMap { plan in
      candidates.first { $0.profile == plan.profile }.map { candidate in
        var proof = candidate.proof
        proof.plan = plan.id
        return proof
      }
    }
    return PlannedRound(plans: plans, benefitOnly: benefitOnly, proofs: proofs)
  }

  /// Each plan by its own list of stages; alternatives by that of the plan that they are alternatives to. With integer rules a draw
  /// is a short search that begins with plan A's choices: it says how often a pair is in a good plan, if not in the best.
  private func addStability(
    to plans: inout [Plan], _ candidates: [Candidate], _ integer: IntegerResult?,
    watch: () -> Bool
  ) throws {
    var known: [[StageRequest]: [DonorRecipient: Double]] = [:]
    for place in plans.indices {
      guard let stages = candidates.first(where: { $0.profile == plans[place].profile })?.stages
      else { continue }
      if known[stages] == nil {
        // A draw is so far from the round that its bases lead astray: from nothing it is found sooner.
        let stability = Stability(
          round: round,
          replanning: Replanning(
            stages: stages, settings: settings, starts: WarmStarts(),
            integer: IntegerSettings(
              limits: .draw, starts: integer.map { [$0.choices.map(\.isOn)] } ?? [])))
        guard let shares = try stability.shares(watch: watch) else { return }
        known[stages] = shares
      }
      for line in plans[place].pairings.indices {
        let pairing = plans[place].pairings[line]
        plans[place].pairings[line].stability =
          round.partners(pairing.donor, pairing.recipient).map { known[stages]?[$0] ?? 0 }
      }
    }
  }

  /// By the profile in force; with integer rules, where every change that is tried is a search of its own, only where these are short
  /// enough (`canTryChanges`). The same proposals in other plans get the same answer, which names that profile.
  private func addWinningChanges(
    to plans: inout [Plan], _ profile: Profile, _ first: CandidateMaker.InForce,
    watch: () -> Bool
  ) throws {
    let search = WinningChanges(
      round: round, profile: profile,
      replanning: Replanning(
        stages: profile.stages, settings: settings,
        // A search that starts elsewhere might end at another of the equally good choices.
        starts: round.hasIntegerRules
          ? WarmStarts() : WarmStarts(from: first.candidate.ends, values: round.eligible.value)),
      programs: first.programs)
    // Those that have their part need no change.
    let short = first.candidate.plan.unfunded.filter { $0.funded < round.part(of: $0.proposal) }
      .map(\.proposal)
    guard canTryChanges(for: short.count, first.result.integer) else { return }
    guard let changes = try search.find(for: short, watch: watch) else { return }
    for place in plans.indices {
      for entry in plans[place].unfunded.indices {
        plans[place].unfunded[entry].winsWith = changes[plans[place].unfunded[entry].proposal]
      }
    }
  }

  /// Some thirty changes are tried for each proposal. All their searches together may take what `full` allows one of plan A's, by
  /// what these took.
  private func canTryChanges(for proposals: Int, _ integer: IntegerResult?) -> Bool {
    guard let integer else { return true }
    return integer.isOptimal && integer.effort * proposals <= IntegerLimits.full.effort / 30
  }

  private func addWeights(
    to planned: inout PlannedRound, _ profile: Profile, _ candidates: [Candidate],
    watch: () -> Bool
  ) throws {
    let effects = WeightEffects(
      round: round, plans: planned.plans, benefitOnly: planned.benefitOnly)
    let settings = settings
    planned.weights = effects.ofRanking(candidates.map(\.plan))
    // Planned again with short searches, plans would differ for other reasons than the weight.
    guard !round.hasIntegerRules else { return }
    let rounds = effects.rounds
    let replanned = try concurrently(rounds.indices, while: watch) { place, goOn in
      let maker = CandidateMaker(round: rounds[place].round, settings: settings, profile: profile)
      do {
        return try unlessStopped { try maker.rankedAgain(goOn) }
      } catch PlanningError.solver where settings.leavesOut {
        return nil
      }
    }
    for (entry, plans) in zip(rounds, replanned) {
      guard let plans else { continue }
      planned.weights.append(effects.effect(.benefit, entry.name, entry.weight, without: plans))
    }
  }
}

extension Round {
  /// The places of a donor and a recipient.
  func partners(_ donor: RegionCode, _ recipient: RegionCode) -> DonorRecipient? {
    guard let donor = donors.firstIndex(where: { $0.code == donor }),
      let recipient = recipients.firstIndex(where: { $0.code == recipient })
    else { return nil }
    return DonorRecipient(donor: donor, recipient: recipient)
  }
}
