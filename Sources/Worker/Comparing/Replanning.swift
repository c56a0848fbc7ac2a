import Pairing
import Plans
import Records
import Round

/// Plans inputs that no file holds: those of a run with some of another's changes.
struct Replanning {
  struct Answer {
    var outcome: Attribution.Outcome
    /// The recommended plan; nil unless planned.
    var plan: Plan?
    var unit: BenefitUnit
  }

  /// What one M of average yield is made of.
  struct BenefitUnit: Hashable {
    var norms: [Indicator: Double]
    var weights: [Indicator: Double]
  }

  /// What explains plans, changes none of them and takes longest.
  private static let explanations: Set<String> = ["stability", "winning changes", "weights"]

  func plan(_ inputs: PlanningInputs) -> Answer {
    let given = inputs.records
    // In the order of keys again, and with the years that these records name.
    let records = RecordSet(
      round: given.round, regions: given.regions, links: given.links, offers: given.offers,
      proposals: given.proposals, policy: given.policy, hasPolicy: given.hasPolicy,
      horizon: Horizon.of(policy: given.policy, offers: given.offers, proposals: given.proposals)
        ?? given.horizon)
    let round = Round(records)
    var answer = Answer(
      outcome: .failed, plan: nil,
      unit: BenefitUnit(norms: round.norms, weights: round.weights))
    let earlier = Profiles.asksForContinuity(given.policy) ? inputs.earlier : nil
    do {
      let result = try planRound(round, continuing: earlier) { step, _ in
        !Replanning.explanations.contains(step)
      }
      switch result {
      case .planned(let planned): (answer.outcome, answer.plan) = (.planned, planned.plans.first)
      case .conflict: answer.outcome = .conflict
      }
    } catch {
      answer.outcome = .failed
    }
    return answer
  }
}

extension PlanShift {
  /// From one answer to another; nil unless both have a plan.
  init?(from older: Replanning.Answer, to newer: Replanning.Answer) {
    guard let before = older.plan, let after = newer.plan else { return nil }
    let pairings = PairingChange.changes(from: before.pairings, to: after.pairings)
    self.init(
      figures: PlanFigures(from: before.scorecard, to: after.scorecard),
      pairings: Dictionary(grouping: pairings, by: \.step).mapValues(\.count),
      profile: before.profile == after.profile ? nil : after.profile,
      unitChanges: older.unit != newer.unit)
  }
}
