import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Focus pairs with fewer, within its bounds")
struct FocusTests {
  // The best for 10 is 2 to R, 1 to S and the rest to T: 10.05 jobs. All to T, the only one that asks for 10, are 10 jobs.
  @Test(arguments: [(0.05, 1), (0.004, 2), (0.0, 3)])
  func byHand(within: Double, pairs: Int) async throws {
    let plan = try await offPool {
      let round = makeRound(
        offers: [offer("O", "D", 10)],
        proposals: [
          proposal("P", "R", 2, jobs: 2.04), proposal("Q", "S", 1, jobs: 1.01),
          proposal("V", "T", 10, jobs: 10),
        ]
      ) {
        $0.stages = [StageRequest(.benefit)]
        $0.focusWithin = within
        $0.alternativesCount = 0
        $0.stabilityDraws = 0
      }
      return try #require(try planned(round).plans.first { $0.id == "A" })
    }
    let stage = try #require(plan.stages.last)
    #expect(stage.stage == .focus && stage.value == Double(pairs))
    #expect(plan.pairings.count == pairs)
    // S gives way first: it costs least.
    let jobs = [10.0, 10.04, 10.05][pairs - 1]
    #expect(abs((plan.scorecard.indicators[.jobs] ?? 0) - jobs) < 1e-4)
    #expect(abs((stage.price ?? 0) - (10.05 - jobs) / (13.05 / 13)) < 1e-5)
  }

  @Test(arguments: 0..<12)
  func neverUsesMorePairingsThanThePlanWithout(seed: Int) async throws {
    try await offPool {
      func plan(_ stages: [StageRequest]) throws -> (value: Double, pairs: Int, focus: Double?) {
        let round = randomRound(seed) { $0.focusWithin = 0.1 }
        let run = try solveStages(
          stages, of: round, RunSettings(selecting: .published), watch: { _, _ in true })
        let amounts = round.candidate("test", stages, run.result).amounts(in: round)
        let pairs = amounts.values.count { $0 >= round.focusSmall - 1e-5 }
        return (run.result.benefit?.value ?? 0, pairs, run.result.values.last?.value)
      }
      let stages: [StageRequest] = [.init(.reciprocity), .init(.fairness), .init(.benefit)]
      let without = try plan(stages)
      let with = try plan(stages + [.init(.focus)])
      #expect(with.pairs <= without.pairs, "seed \(seed)")
      #expect(with.focus.map { Double(with.pairs) <= $0 } ?? false, "seed \(seed)")
      #expect(with.value >= without.value * 0.9 - 1e-6, "seed \(seed)")
      #expect(with.value <= without.value + 1e-6, "seed \(seed)")
    }
  }
}
