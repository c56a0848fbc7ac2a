import Optimisation
import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("What holds a region where it is")
struct HeldByTests {
  /// The fairness stage, after reciprocity where `seed` is odd, with some rules set aside or tightened by as many M; nil where
  /// that leaves no plan.
  private func fairness(
    _ seed: Int, settingAside: (RuleName) -> Bool = { _ in false },
    tightening: (rule: RuleName, by: Double)? = nil
  ) throws -> StageValue? {
    var allocation = try Allocation.build(randomRound(seed))
    try allocation.addFixedPairs()
    let options = SimplexOptions()
    if seed % 2 == 1 {
      _ = try allocation.solveReciprocity(keep: nil, options: options) { _, _ in true }
    }
    for limit in allocation.limits {
      let change = limit.name == tightening?.rule ? tightening?.by ?? 0 : 0
      switch limit.place {
      case .row(let row, _):
        var bounds = allocation.program.bounds(of: row)
        bounds.lower? += change
        bounds.upper? -= change
        try allocation.program.setBounds(of: row, settingAside(limit.name) ? .free : bounds)
      case .column(let column, _):
        var bounds = allocation.program.bounds(of: column)
        bounds.upper? -= change
        if settingAside(limit.name) { bounds.upper = 1e4 }
        try allocation.program.setBounds(of: column, bounds)
      }
    }
    do {
      return try allocation.solveFairness(keep: nil, options: options) { _, _ in true }
    } catch PlanningError.solver {
      return nil
    }
  }

  @Test(arguments: 0..<18)
  func isNamedForEachBelowTheFullLevelAndForNoOther(seed: Int) async throws {
    try await offPool {
      let stage = try #require(try fairness(seed))
      let below = (stage.levels ?? [:]).filter { $0.value < 1 - 1e-9 }.map(\.key)
      #expect(Set(stage.heldBy?.keys.map { $0 } ?? []) == Set(below), "seed \(seed)")
      for (group, rules) in stage.heldBy ?? [:] {
        #expect(!rules.isEmpty, "seed \(seed) \(group)")
      }
    }
  }

  /// In a round of whole numbers other rules may stand in the way just there.
  @Test(arguments: (0..<18).filter { $0 % 3 != 0 })
  func letsItRiseWhereItIsSetAside(seed: Int) async throws {
    try await offPool {
      let stage = try #require(try fairness(seed))
      for (group, rules) in stage.heldBy ?? [:] {
        let free = try #require(try fairness(seed, settingAside: rules.contains))
        let before = try #require(stage.levels?[group])
        let after = try #require(free.levels?[group])
        #expect(after > before + 1e-6, "seed \(seed) \(group) \(rules)")
      }
    }
  }

  /// The rules named for the regions at the lowest level hold it alone. Bonds may hold it through the rules of other regions.
  @Test(arguments: (0..<9).map { 2 * $0 })
  func holdsTheLowestLevelWithoutAnyOtherRule(seed: Int) async throws {
    try await offPool {
      let stage = try #require(try fairness(seed))
      let lowest = try #require(stage.levels?.values.min())
      let groups = (stage.levels ?? [:]).filter { $0.value <= lowest + 1e-9 }.keys
      let holding = Set(groups.flatMap { stage.heldBy?[$0] ?? [] })
      guard lowest < 1, !holding.isEmpty else { return }
      let free = try #require(try fairness(seed) { !holding.contains($0) })
      #expect(abs((free.levels?.values.min() ?? 0) - lowest) < 1e-6, "seed \(seed) \(holding)")
    }
  }

  /// Each of the rules named for the regions at the lowest level counts: with any of them tighter that level falls.
  @Test(arguments: 0..<18)
  func fallsWithEachOfTheRules(seed: Int) async throws {
    try await offPool {
      let stage = try #require(try fairness(seed))
      let lowest = try #require(stage.levels?.values.min())
      for (group, rules) in stage.heldBy ?? [:] where stage.levels?[group] ?? 1 <= lowest {
        for rule in rules {
          let tighter = try fairness(seed, tightening: (rule, 0.1))
          let level = tighter?.levels?.values.min() ?? 0
          #expect(level < lowest - 1e-8, "seed \(seed) \(group) \(rule)")
        }
      }
    }
  }
}
