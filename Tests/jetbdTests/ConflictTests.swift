import Foundation
import Plans
import TestSupport
import Testing

/// Conflicts as they are published, held by the stock solver on programs written by other code.
@Suite("Conflicts through the command", .serialized)
struct ConflictRunTests {
  private func write(_ files: [String: String], to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  }

  private func document(_ run: URL) throws -> PlansDocument {
    try JSONDecoder().decode(
      PlansDocument.self, from: Data(contentsOf: run.appending(path: "plans.json")))
  }

  /// Every set cannot hold, and without any one rule it can; the repair can be planned; the growth is the least.
  @Test("Sets are irreducible, repairs hold, growth is least", arguments: UInt64(1)...60)
  func randomConflicts(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      let out = folder.appending(path: "out")
      var files = RandomRound.conflicting(seed: seed)
      try write(files, to: round)
      let run = try await Tool.run("plan", round.path, "--out", out.path)
      try #require(run.status == 0 || run.status == 3, "seed \(seed): \(run.errors)")
      guard run.status == 3 else { return }
      let plans = out.appending(path: "plans.json")
      let conflict = try #require(try ConflictModel.read(plans: plans))
      let reference = try GlpsolReference(round: round)
      for rules in conflict.sets { try checkIrreducible(rules, reference, seed) }
      let growth = try reference.leastGrowth()
      #expect(isNear(conflict.growth.total, growth), "seed \(seed): \(growth)")
      let grown = conflict.growth.limits.reduce(0) {
        $0 + $1.to - (reference.limit(of: $1.rule) ?? 0)
      }
      #expect(isNear(grown, growth, within: 1e-5), "seed \(seed): \(grown), \(growth)")

      let published = try #require(try document(out).conflict)
      #expect(published.repair.resolved)
      #expect(
        published.rules.allSatisfy { $0.text != nil && !$0.file.isEmpty || $0.rule == .noPair })
      let lowered = published.repair.fixedPairs.reduce(0) { $0 + $1.fixed - $1.possible }
      #expect(isNear(lowered, published.repair.total, within: 1e-5), "seed \(seed)")
      files["policy.yaml"] = repaired(try #require(files["policy.yaml"]), published.repair)
      try write(files, to: round)
      let again = try await Tool.run("plan", round.path, "--out", folder.path + "/again")
      #expect(again.status == 0, "seed \(seed): \(again.output)")
    }
  }

  private func checkIrreducible(
    _ rules: [ConflictRuleModel], _ reference: GlpsolReference, _ seed: UInt64
  ) throws {
    #expect(try reference.shortfall(of: rules) > 1e-7, "seed \(seed): \(rules)")
    for place in rules.indices {
      var rest = rules
      let dropped = rest.remove(at: place)
      let short = try reference.shortfall(of: rest)
      #expect(short <= 1e-6, "seed \(seed): not needed: \(dropped)")
    }
  }

  /// The policy with the amounts of the repair in place of those that gave way.
  private func repaired(_ policy: String, _ repair: Conflict.Repair) -> String {
    policy.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      for pair in repair.fixedPairs
      where line.contains("donor: \(pair.donor), recipient: \(pair.recipient),") {
        return "  - {donor: \(pair.donor), recipient: \(pair.recipient), amount: \(pair.possible)}"
      }
      return String(line)
    }.joined(separator: "\n")
  }

  /// Rows shuffled and files split: all the same but where rules are written.
  @Test("The order of files and rows moves places only", arguments: UInt64(1)...20)
  func orderDoesNotMatter(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "here/round")
      let shuffled = folder.appending(path: "there/round")
      try write(RandomRound.conflicting(seed: seed), to: round)
      try RoundFolder.shuffle(round: round, into: shuffled, seed: seed)
      var conflicts: [Conflict?] = []
      for (round, out) in [(round, "first"), (shuffled, "second")] {
        let run = try await Tool.run("plan", round.path, "--out", folder.path + "/" + out)
        guard run.status == 3 else { return }
        var conflict = try document(folder.appending(path: out)).conflict
        for place in conflict?.rules.indices ?? 0..<0 {
          conflict?.rules[place].file = ""
          conflict?.rules[place].at = ""
        }
        for place in conflict?.growth?.limits.indices ?? 0..<0 {
          conflict?.growth?.limits[place].rule.file = ""
          conflict?.growth?.limits[place].rule.at = ""
        }
        conflicts.append(conflict)
      }
      #expect(conflicts[0] == conflicts[1], "seed \(seed)")
    }
  }
}
