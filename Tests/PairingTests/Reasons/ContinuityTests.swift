import Optimisation
import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Continuity moves no more than the benefit asks for")
struct ContinuityTests {
  private let stages: [StageRequest] = [.init(.reciprocity), .init(.fairness), .init(.benefit)]

  // D's 10 would bring 10 jobs in R and 9 in S; all went to S so far. A twentieth of the benefit of 10 jobs, half a job, pays for
  // 5 that stay: 5 leave S and 5 come to R. 3 more went where none can go now.
  @Test func byHand() async throws {
    let plan = try await offPool {
      let round = makeRound(
        offers: [offer("O", "D", 10)],
        proposals: [proposal("P", "R", 10, jobs: 10), proposal("Q", "S", 10, jobs: 9)]
      ) {
        $0.stages = [StageRequest(.benefit)]
        $0.continuityWithin = 0.05
        $0.alternativesCount = 0
        $0.stabilityDraws = 0
      }
      let earlier = EarlierPlan(
        run: "earlier", plan: "A",
        pairings: [
          .init(donor: "D", recipient: "S", amount: 10),
          .init(donor: "Z", recipient: "S", amount: 3),
        ])
      return try #require(try planned(round, continuing: earlier).plans.first { $0.id == "A" })
    }
    let stage = try #require(plan.stages.last)
    #expect(stage.stage == .continuity)
    #expect(abs((stage.value ?? 0) - 13) < 1e-5)
    #expect(plan.pairings.map(\.amount).allSatisfy { abs($0 - 5) < 1e-4 })
    // Half a job where 19 jobs for 20 M are the norm.
    #expect(abs((stage.price ?? 0) - 0.5 / (19.0 / 20)) < 1e-5)
  }

  @Test(arguments: 0..<8)
  func likeAProgramOfItsOwn(seed: Int) async throws {
    try await offPool {
      let round = randomRound(seed) { $0.continuityWithin = 0.04 }
      let earlier = evenPlan(round)
      let before = try LastBenefit(round, stages)
      let floor = before.optimum.value * 0.96
      let benefitTerms = before.asked.allocation.benefitTerms
      let totals = before.asked.allocation.pairTotals
      var cold = before.cold
      cold.rows.append((benefitTerms, .atLeast(floor)))
      cold.sense = .minimise
      cold.costs = cold.costs.map { _ in 0 }
      // What a pair has more and what it has less than before.
      var moves: [Term] = []
      for pair in round.openPairs {
        let total = try #require(totals[pair])
        let more = cold.adding(cost: 1)
        let less = cold.adding(cost: 1)
        moves += [Term(1, more), Term(1, less)]
        cold.rows.append(([Term(1, total), Term(-1, more), Term(1, less)], .exactly(5)))
      }
      let moved = try #require(try cold.optimum()).value
      let run = try solveStages(
        stages + [.init(.continuity)], of: round,
        RunSettings(selecting: .published, earlier: earlier), watch: { _, _ in true })
      let stage = try #require(run.result.values.last)
      #expect(abs((stage.value ?? 0) - moved) < 1e-6 * max(1, moved), "seed \(seed)")

      // Then as much benefit as that leaves.
      cold.rows.append((moves, .atMost(moved + 1e-7)))
      cold.sense = .maximise
      cold.costs = cold.costs.map { _ in 0 }
      for term in benefitTerms { cold = cold.valuing(term.column, at: term.coefficient) }
      let benefit = try #require(try cold.optimum()).value
      #expect(abs((run.result.benefit?.value ?? 0) - benefit) < 1e-5, "seed \(seed)")
      #expect(benefit >= floor - 1e-6)
      let amounts = round.candidate("test", stages, run.result).amounts(in: round)
      let deviation = round.openPairs.reduce(0) { $0 + abs((amounts[$1] ?? 0) - 5) }
      #expect(deviation <= moved + 1e-4, "seed \(seed)")
    }
  }
}
