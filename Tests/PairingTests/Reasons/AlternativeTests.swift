import Optimisation
import Plans
import Records
import Round
import Testing

@testable import Pairing

/// The candidates of a round, without their reasons.
func candidates(_ round: Round) throws -> CandidateMaker.Made {
  let profile = try #require(Profiles.inForce(round.policy))
  let maker = CandidateMaker(round: round, settings: PlanningSettings(), profile: profile)
  let first = try maker.planInForce { _, _ in true }
  defer { first.programs.end() }
  return try maker.candidates(after: first, explaining: false) { true }
}

@Suite("Candidates: alternatives within their bounds")
struct AlternativeTests {
  @Test(arguments: 0..<10)
  func keepStagesAndGiveUpNoMoreThanTheyMay(seed: Int) async throws {
    let count = try await offPool {
      let round = randomRound(seed) { $0.alternativesCount = 5 }
      let profile = try #require(Profiles.inForce(round.policy))
      let maker = CandidateMaker(round: round, settings: PlanningSettings(), profile: profile)
      let first = try maker.planInForce { _, _ in true }
      defer { first.programs.end() }
      let made = try maker.candidates(after: first, explaining: false) { true }
      let alternatives = made.candidates.filter { $0.profile.hasPrefix("alternative-") }
      guard let kept = first.programs.kept?.copy() else { throw StageStopped() }
      for (number, alternative) in alternatives.enumerated() {
        #expect(alternative.profile == "alternative-\(number + 1)")
        let label = "seed \(seed) \(alternative.profile)"
        let within = 0.03 * [1, 0.5, 0.25, 0.75][number % 4]
        checkStages(alternative, first.candidate.plan, round, label)
        let benefit = first.candidate.plan.solvedBenefit
        #expect(
          alternative.plan.scorecard.benefit >= benefit * (1 - within) - 1e-4 * benefit / 100,
          "\(label)")
        let earlier = [first.candidate] + alternatives.prefix(number)
        try checkDifference(alternative, from: earlier, kept, floor: benefit * (1 - within), label)
      }
      return alternatives.count
    }
    #expect(count > 0, "seed \(seed)")
  }

  /// Reciprocity and the levels that plan A keeps.
  private func checkStages(
    _ alternative: Candidate, _ plan: Plan, _ round: Round, _ label: String
  ) {
    let reciprocity = plan.stages.first { $0.stage == .reciprocity }
    if let target = reciprocity?.target, target > 0, let shortfall = reciprocity?.shortfall {
      #expect(
        alternative.plan.scorecard.reciprocityMet >= 1 - shortfall / target - 1e-5, "\(label)")
    }
    var received: [String: Double] = [:]
    for pair in round.eligible.indices {
      guard let group = round.groupOfProject[round.eligible.project[pair]] else { continue }
      received[round.groups[group].name, default: 0] += millions(alternative.units.amount(pair))
    }
    // The levels of plan A but for its tolerance, and those that it was raised to itself.
    for (plan, kept) in [(plan, 0.98), (alternative.plan, 1)] {
      let fairness = plan.stages.first { $0.stage == .fairness }
      #expect(fairness?.levels?.isEmpty == false, "\(label)")
      for (group, level) in fairness?.levels ?? [:] {
        let floor = kept * level * (fairness?.entitlements?[group] ?? 0)
        #expect(received[group] ?? 0 >= floor - 1e-4, "\(label) \(group)")
      }
    }
  }

  /// It goes half of the way from plan A to the least that the pairs used so far could have.
  private func checkDifference(
    _ alternative: Candidate, from earlier: [Candidate], _ kept: borrowing Allocation,
    floor: Double, _ label: String
  ) throws {
    let round = kept.round
    let used = earlier.reduce(into: Set<DonorRecipient>()) { $0.formUnion($1.used) }
    guard used.count < round.openPairs.count else { return }
    var cold = ColdProgram(kept.program)
    cold.sense = .minimise
    cold.costs = cold.costs.map { _ in 0 }
    for pair in used {
      let total = try #require(kept.pairTotals[pair])
      cold = cold.valuing(total, at: 1)
    }
    cold.rows.append((kept.benefitTerms, .atLeast(floor)))
    // The last benefit is kept looser now.
    for limit in kept.limits where limit.name.rule == .benefit {
      if case .row(let row, _) = limit.place { cold = cold.freeing(row) }
    }
    let least = try #require(try cold.optimum(), "\(label)").value
    func onUsed(_ candidate: Candidate) -> Double {
      candidate.amounts(in: round).filter { used.contains($0.key) }.reduce(0) { $0 + $1.value }
    }
    #expect(onUsed(alternative) <= (onUsed(earlier[0]) + least) / 2 + 1e-4, "\(label)")
  }
}
