import Foundation
import Plans
import TestSupport
import Testing

@Suite("Random rounds with integer rules through the command", .serialized)
struct IntegerRoundTests {
  private func document(_ run: URL) throws -> PlansDocument {
    try JSONDecoder().decode(
      PlansDocument.self, from: Data(contentsOf: run.appending(path: "plans.json")))
  }

  /// Every plan, alternatives and other profiles too, keeps every rule, held by code that shares nothing with the solver's path.
  @Test("Every rule is kept by every plan", arguments: UInt64(1)...40)
  func everyRuleIsKept(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round-\(seed)")
      let out = folder.appending(path: "out")
      try RandomRound.withIntegerRules(seed: seed).write(into: round)
      let run = try await Tool.run("plan", round.path, "--out", out.path)
      try #require(run.status == 0 || run.status == 3, "seed \(seed): \(run.errors)")
      let document = try document(out)
      #expect(document.problems.allSatisfy { $0.severity == .note }, "seed \(seed)")
      if run.status == 3 {
        #expect(document.plans.isEmpty && document.conflict != nil, "seed \(seed)")
        return
      }
      for plan in document.plans {
        let violations = try PlanChecker.violations(round: round, run: out, plan: plan.id)
        #expect(
          violations.isEmpty, "seed \(seed), \(plan.id): \(violations.joined(separator: "\n"))")
      }
    }
  }

  /// The stock solver, given the rules plainly and what the stages keep, finds the same `t` and no better benefit.
  @Test("glpsol agrees", arguments: UInt64(1)...40)
  func theStockSolverAgrees(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round-\(seed)")
      let out = folder.appending(path: "out")
      try RandomRound.withIntegerRules(seed: seed).writeBondFirst(into: round)
      guard try await Tool.run("plan", round.path, "--out", out.path).status == 0 else { return }
      let plan = try #require(try document(out).plans.first { $0.id == "A" })
      guard let integer = plan.stages.last(where: { $0.stage == .integer }) else { return }
      #expect(plan.status == .optimal, "seed \(seed)")
      let reference = try GlpsolReference(round: round)
      let kept = try reference.kept(
        shortfall: plan.stages.first { $0.stage == .reciprocity }?.shortfall,
        levels: plan.stages.first { $0.stage == .fairness }?.levels ?? [:])
      let share = try reference.leastLoosening(keeping: kept)
      #expect(abs(try #require(integer.loosened) - share) <= 1e-5, "seed \(seed): \(share)")
      let benefit = try reference.benefit(keeping: kept, loosenedBy: share + 1e-6)
      #expect(
        abs(try #require(integer.value) - benefit) <= 1e-4 * max(1, benefit),
        "seed \(seed): \(benefit)")
    }
  }
}
