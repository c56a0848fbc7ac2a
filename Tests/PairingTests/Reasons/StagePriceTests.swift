import Plans
import Records
import Round
import Testing

@testable import Pairing

extension Plan {
  /// The benefit before whole units took some.
  var solvedBenefit: Double { scorecard.benefit + (rounding ?? 0) }
}

@Suite("The price of a stage is the benefit of the list without it, less the plan's")
struct StagePriceTests {
  @Test(arguments: 0..<8)
  func solvedAgainFromRecords(seed: Int) async throws {
    let lists: [[StageRequest]] = [
      [.init(.reciprocity), .init(.fairness), .init(.benefit), .init(.coDesign)],
      [.init(.fairness), .init(.benefit), .init(.continuity), .init(.coDesign)],
      [.init(.reciprocity), .init(.benefit), .init(.focus)],
      [.init(.reciprocity), .init(.fairness), .init(.benefit), .init(.continuity), .init(.focus)],
    ]
    let stages = lists[seed % lists.count]
    let costly = try await offPool {
      let records = randomRecords(seed) {
        $0.stages = stages
        if stages.contains(where: { $0.stage == .continuity }) { $0.continuityWithin = 0.05 }
        if stages.contains(where: { $0.stage == .focus }) { $0.focusWithin = 0.05 }
      }
      let round = Round(records)
      let earlier = evenPlan(round)
      let plan = try #require(
        try planned(round, continuing: earlier).plans.first { $0.id == "A" })
      for (place, stage) in plan.stages.enumerated() {
        guard stage.canHavePrice else {
          #expect(stage.price == nil)
          continue
        }
        var without = records
        without.policy.stages?.remove(at: place)
        // What the policy sets would bring the stage back.
        if stage.stage == .continuity { without.policy.continuityWithin = nil }
        if stage.stage == .focus { without.policy.focusWithin = nil }
        let free = try planA(without, continuing: earlier).solvedBenefit
        let price = try #require(stage.price, "seed \(seed) \(stage.stage)")
        #expect(abs(price - (free - plan.solvedBenefit)) < 1e-5, "seed \(seed) \(stage.stage)")
      }
      return plan.stages.contains { ($0.price ?? 0) > 1e-3 }
    }
    #expect(costly, "seed \(seed): nothing has a price")
  }
}
