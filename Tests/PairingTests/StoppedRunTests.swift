import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Runs that are stopped")
struct StoppedRunTests {
  private func round(fixed: Double? = nil) -> Round {
    makeRound(
      offers: [offer("O", "D", 100), offer("N", "E", 50)],
      proposals: [proposal("P", "R", 90, jobs: 10), proposal("Q", "S", 80, jobs: 30)],
      weights: ["R": 1, "S": 2]
    ) { if let fixed { $0.fixedPairs = [fixedPair("D", "R", fixed)] } }
  }

  @Test(arguments: ["reciprocity", "fairness", "benefit", "co-design", "selection"])
  func giveTheBestValidPlanSoFarAndSayWhichStagesFinished(at stop: String) async throws {
    let result = try await offPool { try planRound(round()) { step, _ in step != stop } }
    guard case .planned(let planned) = result,
      let plan = planned.plans.first(where: { $0.id == "A" })
    else {
      Issue.record("no plan")
      return
    }
    #expect(plan.status == .stopped)
    let order: [StageName] = [.reciprocity, .fairness, .benefit, .coDesign]
    let finished = order.prefix { $0.rawValue != stop }
    #expect(plan.stages.map(\.stage) == Array(finished))
    #expect(plan.pairings.filter { $0.donor == "D" }.map(\.amount).reduce(0, +) <= 100)
    #expect((plan.scorecard.invested > 0) == (finished.count > 1))
  }

  @Test func withoutAPointThatMeetsTheFixedPairsThereIsNoPlan() throws {
    #expect(throws: PlanningError.self) {
      try planRound(round(fixed: 20)) { step, _ in step != "reciprocity" }
    }
  }

  /// The plan is whole by then; only figures beside it are missing.
  @Test func stoppingAfterTheLastStageKeepsThePlan() async throws {
    let result = try await offPool {
      var selected = false
      return try planRound(round(fixed: 20)) { step, _ in
        defer { if step == "selection" { selected = true } }
        return !selected || step == "selection"
      }
    }
    guard case .planned(let planned) = result,
      let plan = planned.plans.first(where: { $0.id == "A" })
    else {
      Issue.record("no plan")
      return
    }
    #expect(planned.benefitOnly == nil)
    #expect(plan.status == .optimal)
    #expect(plan.stages.allSatisfy { $0.price == nil })
    #expect(plan.pairings.contains { $0.donor == "D" && $0.recipient == "R" && $0.amount >= 19.99 })
  }
}
