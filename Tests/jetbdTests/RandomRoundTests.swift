import Foundation
import Plans
import TestSupport
import Testing

@Suite("Random rounds through the command", .serialized)
struct RandomRoundTests {
  /// Every published ticket keeps every rule exactly, held by code that shares nothing with the solver's path.
  @Test("Every rule is kept", arguments: UInt64(1)...100)
  func everyRuleIsKept(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round-\(seed)")
      let out = folder.appending(path: "out")
      try RandomRound(seed: seed).write(into: round)
      let run = try await Tool.run("plan", round.path, "--out", out.path)
      try #require(run.status == 0 || run.status == 3, "seed \(seed): \(run.errors)")
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
      #expect(document.problems.allSatisfy { $0.severity == .note }, "seed \(seed)")
      if run.status == 3 {
        #expect(document.plans.isEmpty && document.conflict != nil, "seed \(seed)")
        return
      }
      #expect(document.plans.first { $0.id == "A" }?.status == .optimal, "seed \(seed)")
      for plan in document.plans {
        let violations = try PlanChecker.violations(round: round, run: out, plan: plan.id)
        #expect(
          violations.isEmpty, "seed \(seed), \(plan.id): \(violations.joined(separator: "\n"))")
      }
    }
  }

  /// The stock solver on the whole program, written by other code, finds no better plan.
  @Test("glpsol agrees", arguments: UInt64(1)...25)
  func theStockSolverAgrees(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round-\(seed)")
      let out = folder.appending(path: "out")
      try RandomRound(seed: seed).write(into: round)
      guard try await Tool.run("plan", round.path, "--out", out.path).status == 0 else { return }
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
      let reference = try GlpsolReference(round: round)
      let only = try reference.benefitOnly()
      #expect(abs(try #require(document.benefitOnly) - only) <= 1e-6 * max(1, only), "seed \(seed)")
      let stages = try #require(document.plans.first { $0.id == "A" }).stages
      if let first = stages.first, first.stage == .reciprocity {
        let shortfall = try reference.reciprocityShortfall()
        #expect(
          abs(try #require(first.shortfall) - shortfall) <= 1e-6 * max(1, shortfall),
          "seed \(seed)")
      }
    }
  }

  /// Rows shuffled, files split and renamed, another working folder, one core: the same bytes.
  @Test(
    "The order of files and rows does not matter",
    arguments: [
      "bonuses", "communities", "custom-stages", "integer-pairs", "integer-tickets", "plain",
      "rich",
      "tiny",
    ])
  func orderDoesNotMatter(golden name: String) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "here/round")
      let shuffled = folder.appending(path: "there/deeper/round")
      try FileManager.default.createDirectory(
        at: round.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: RoundFolder.golden(named: name), to: round)
      try FileManager.default.removeItem(at: round.appending(path: "expected.json"))
      try RoundFolder.shuffle(round: round, into: shuffled, seed: 11)
      try await expectSameBytes(round, shuffled, in: folder)
    }
  }

  /// Random rounds carry notes, which name the place where each row stands; all else is the same.
  @Test("Where the order changes, only the places of notes do", arguments: UInt64(1)...20)
  func onlyPlacesOfNotesChange(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "here/round")
      let shuffled = folder.appending(path: "there/deeper/round")
      try RandomRound(seed: seed).write(into: round)
      try RoundFolder.shuffle(round: round, into: shuffled, seed: seed)
      try await expectSameBytes(round, shuffled, in: folder)
    }
  }

  @Test("A round whose proposals are all alike has one answer")
  func degenerateRound() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "here/round")
      let shuffled = folder.appending(path: "there/deeper/round")
      try writeAlikeRound(to: round)
      try RoundFolder.shuffle(round: round, into: shuffled, seed: 9)
      try await expectSameBytes(round, shuffled, in: folder)
    }
  }

  private func document(_ run: URL) throws -> PlansDocument {
    try JSONDecoder().decode(
      PlansDocument.self, from: Data(contentsOf: run.appending(path: "plans.json")))
  }

  private func withoutProblems(_ run: URL) throws -> [UInt8] {
    var plans = try document(run)
    plans.problems = []
    return try jsonText(plans)
  }

  private func expectSameBytes(_ round: URL, _ shuffled: URL, in folder: URL) async throws {
    let first = folder.appending(path: "first")
    let second = folder.appending(path: "second")
    let one = try await Tool.run("plan", round.path, "--out", first.path)
    let two = try await Tool.run(
      "plan", "round", "--out", second.path, prefix: ["taskset", "-c", "0"],
      in: shuffled.deletingLastPathComponent())
    #expect(one.status == two.status)
    var (files, others) = (try runFiles(first), try runFiles(second))
    #expect(files["plans.json"] != nil)
    #expect(Set(files.keys) == Set(others.keys))
    if try document(first).problems.contains(where: { $0.severity == .note }) {
      #expect(try withoutProblems(first) == withoutProblems(second))
      for name in ["plans.json", "report.html"] {
        files[name] = nil
        others[name] = nil
      }
    }
    for (name, bytes) in files { #expect(others[name] == bytes, "\(name) differs") }
  }
}

/// Twenty proposals alike in everything but their ids, three offers alike, two recipients.
private func writeAlikeRound(to folder: URL) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  func write(_ name: String, _ lines: [String]) throws {
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: name))
  }
  try write("regions.csv", ["code,name,need_weight", "R1,R1,1", "R2,R2,1", "D1,D1,", "D2,D2,"])
  try write("links.csv", ["donor,recipient,coal_mt", "D1,R1,1", "D1,R2,1", "D2,R1,1", "D2,R2,1"])
  try write(
    "offers.csv",
    ["id,donor,amount", "A,D1,33.3", "B,D2,33.3", "C,D2,33.3"])
  try write(
    "proposals.csv",
    ["id,recipient,sector,need,jobs"]
      + (10..<30).map { "P\($0),R\($0 % 2 + 1),wind,7,70" })
  try write("policy.yaml", ["policy: {years: [2026, 2028]}"])
}
