import Foundation
import Testing

@testable import TestSupport

/// `expected.json` of a golden round, as far as `glpsol` is asked for it.
private struct Expected: Decodable {
  var columns: Int
  var benefitOnly: Double?
  var reciprocityShortfall: Double?
  var reciprocityTarget: Double?
  var unreachable: Double?
  var fairnessLevels: [String: Double]?
  var entitlement: [String: Double]?
  var benefit: Double?
  var conflict: Bool?

  init(_ name: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = RoundFolder.golden(named: name).appending(path: "expected.json")
    self = try decoder.decode(Expected.self, from: Data(contentsOf: file))
  }
}

private func close(_ one: Double, _ other: Double, _ relative: Double = 1e-6) -> Bool {
  abs(one - other) <= relative * max(1, abs(other))
}

@Suite(.enabled(if: GlpsolReference.isInstalled, "needs glpsol of glpk-utils"))
struct GlpsolReferenceTests {
  @Test(arguments: try RoundFolder.goldenNames())
  func agreesWithGoldenRound(_ name: String) throws {
    let expected = try Expected(name)
    let reference = try GlpsolReference(round: RoundFolder.golden(named: name))
    #expect(reference.round.eligible.count == expected.columns)
    if expected.conflict == true {
      #expect(throws: Glpsol.Failure.self) { try reference.benefitOnly() }
      return
    }
    let benefitOnly = try #require(expected.benefitOnly)
    #expect(close(try reference.benefitOnly(), benefitOnly))
    if let shortfall = expected.reciprocityShortfall {
      #expect(close(try reference.reciprocityShortfall(), shortfall))
    }
    let bonds = reference.round.bondTargets()
    if let target = expected.reciprocityTarget {
      #expect(close(bonds.reachable.values.reduce(0, +), target, 1e-12))
    }
    if let unreachable = expected.unreachable {
      #expect(close(bonds.unreachable, unreachable, 1e-12))
    }
    let entitlements = reference.round.entitlements()
    let golden = try #require(expected.entitlement)
    #expect(Set(entitlements.keys) == Set(golden.keys))
    for (group, entitlement) in golden {
      #expect(close(entitlements[group] ?? 0, entitlement, 1e-9))
    }
  }

  /// Reciprocity, fairness and benefit after one another, with the golden values kept as the stages keep them.
  @Test(arguments: try RoundFolder.goldenNames().filter { $0 != "conflict" })
  func laterStagesAgreeWithGoldenRound(_ name: String) throws {
    let expected = try Expected(name)
    let reference = try GlpsolReference(round: RoundFolder.golden(named: name))
    let levels = try #require(expected.fairnessLevels)
    let target = expected.reciprocityTarget ?? 0
    var kept = GlpsolReference.Kept(
      shortfall: expected.reciprocityShortfall.map { $0 + 1e-9 * max(1, target) })
    #expect(
      close(try reference.firstFairnessLevel(keeping: kept), try #require(levels.values.min())))
    let tolerance = reference.round.policy.fairnessTolerance.double
    for (group, entitlement) in reference.round.entitlements() {
      kept.floors[group] = ((1 - tolerance) * (levels[group] ?? 0) - 1e-9) * entitlement
    }
    #expect(close(try reference.benefit(keeping: kept), try #require(expected.benefit)))
  }

  @Test func saysWhenThereIsNoOptimum() {
    let unbounded = LinearProgram(
      maximise: true, objective: [1, 1],
      rows: [.init(terms: [0: 1, 1: -1], sense: .atMost, limit: 1)])
    #expect(throws: Glpsol.Failure.self) { try unbounded.solved() }
    let infeasible = LinearProgram(
      maximise: false, objective: [1],
      rows: [
        .init(terms: [0: 1], sense: .atMost, limit: 1),
        .init(terms: [0: 1], sense: .atLeast, limit: 2),
      ])
    #expect(throws: Glpsol.Failure.self) { try infeasible.solved() }
  }
}
