import Foundation
import Plans
import TestSupport
import Testing

/// `round.dat` and `Models/pairing.mod` give every stage value again, on the stock solver and from the raw records.
@Suite("Runs checked with glpsol", .serialized)
struct StockSolverTests {
  /// Stage values that two independent programs found on other solvers.
  private struct Expected: Decodable {
    struct Integer: Decodable {
      var t: Double
      var benefit: Double
    }

    var columns: Int
    var repair: Double?
    var benefitOnly: Double?
    var unreachable: Double?
    var reciprocityShortfall: Double?
    var reciprocityTarget: Double?
    var fairnessLevels: [String: Double]?
    var entitlement: [String: Double]?
    var benefit: Double?
    var coDesign: Double?
    var integer: Integer?
  }

  private func expected(_ folder: URL) throws -> Expected {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
  }

  private func document(_ run: URL) throws -> PlansDocument {
    try JSONDecoder().decode(
      PlansDocument.self, from: Data(contentsOf: run.appending(path: "plans.json")))
  }

  @Test(arguments: try RoundFolder.goldenNames())
  func goldenRoundsReachTheirValues(name: String) async throws {
    let round = RoundFolder.golden(named: name)
    let expected = try expected(round)
    try await RoundFolder.inTemporaryFolder { out in
      if expected.integer == nil {
        _ = try await Tool.run("plan", round.path, "--out", out.path)
      } else {
        try StockSolver.writeRecords(of: round, to: out)
      }
      let solver = try await StockSolver.answer(of: out)
      if expected.integer == nil {
        let differences = solver.differences(from: try document(out))
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
      }
      #expect(solver.notes.isEmpty)
      check(solver, expected)
    }
  }

  private func check(_ solver: StockSolver, _ expected: Expected) {
    func near(_ found: Double?, _ value: Double?, within tolerance: Double = 1e-6) -> Bool {
      value.map { isNear(found, $0, within: tolerance) } ?? true
    }
    #expect(solver.eligiblePairs == expected.columns)
    #expect(near(solver.conflict?.repair.total, expected.repair))
    #expect(near(solver.benefitOnly, expected.benefitOnly))
    let bonds = solver.stage("reciprocity")
    #expect(near(bonds?.shortfall, expected.reciprocityShortfall))
    #expect(near(bonds?.target, expected.reciprocityTarget))
    #expect(near(bonds?.unreachable, expected.unreachable))
    let fairness = solver.stage("fairness")
    #expect(fairness?.levels?.count == expected.fairnessLevels?.count)
    for (group, level) in expected.fairnessLevels ?? [:] {
      #expect(near(fairness?.levels?[group], level), "level of \(group)")
    }
    for (group, entitlement) in expected.entitlement ?? [:] {
      #expect(near(fairness?.entitlements?[group], entitlement), "entitlement of \(group)")
    }
    #expect(near(solver.stage("benefit")?.value, expected.benefit))
    #expect(near(solver.stage("co-design")?.value, expected.coDesign))
    if let integer = expected.integer {
      let found = solver.stage("integer")
      #expect(abs((found?.loosened ?? 9) - integer.t) <= 1e-4)
      #expect(near(found?.value, integer.benefit, within: 2e-4))
      #expect((found?.bound ?? 0) >= integer.benefit * (1 - 2e-4))
    }
  }

  @Test(arguments: UInt64(1)...50)
  func randomRoundsReachWhatIsPublished(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round-\(seed)")
      let out = folder.appending(path: "out")
      try RandomRound(seed: seed).write(into: round)
      let run = try await Tool.run("plan", round.path, "--out", out.path)
      try #require(run.status == 0 || run.status == 3, "\(run.errors)")
      let differences = try await StockSolver.answer(of: out).differences(from: try document(out))
      #expect(differences.isEmpty, "seed \(seed): \(differences.joined(separator: "\n"))")
    }
  }

  /// The next round has lost an offer, keeps near the plan before, and some pairings of that one can carry no money now.
  @Test(arguments: [54, 69, 73, 74, 83, 86, 91] as [UInt64])
  func continuityReachesWhatIsPublished(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let before = try await planned(RandomRound(seed: seed).files, "before", in: folder)
      var files = RandomRound(seed: seed).files
      var offers = try #require(files["offers.csv"]).split(separator: "\n")
      offers.remove(at: 1)
      files["offers.csv"] = offers.joined(separator: "\n") + "\n"
      files["policy.yaml", default: ""] +=
        "  continuity: {within: \([0, 0.01, 0.1][Int(seed % 3)])}\n"
      let after = try await planned(files, "after", in: folder, "--continue", before.path)
      let published = try document(after)
      let solver = try await StockSolver.answer(of: after)
      #expect(solver.stage("continuity") != nil)
      let differences = solver.differences(from: published)
      #expect(differences.isEmpty, "seed \(seed): \(differences.joined(separator: "\n"))")
    }
  }

  /// Fixed pairs far beyond what can be, so that they conflict.
  @Test(arguments: [54, 70, 71, 83, 86] as [UInt64])
  func repairsReachWhatIsPublished(seed: UInt64) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      var files = RandomRound(seed: seed).files
      let policy = try #require(files["policy.yaml"])
      try #require(!policy.contains("fixed_pairs"))
      var pairs = "  fixed_pairs:\n"
      for (donor, recipient, amount) in [("D1", "R1", 5000.5), ("D1", "R2", 10), ("D2", "R1", 70)] {
        pairs += "  - {donor: \(donor), recipient: \(recipient), amount: \(amount)}\n"
      }
      files["policy.yaml"] = policy + pairs
      let run = try await planned(files, "run", in: folder)
      let published = try document(run)
      #expect(published.conflict != nil)
      let differences = try await StockSolver.answer(of: run).differences(from: published)
      #expect(differences.isEmpty, "seed \(seed): \(differences.joined(separator: "\n"))")
    }
  }

  /// What is left out is said, and what stands before it is right.
  @Test func focusIsLeftOutWithANote() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      var files: [String: String] = [:]
      let golden = RoundFolder.golden(named: "tiny")
      for name in ["links.csv", "offers.csv", "policy.yaml", "proposals.csv", "regions.csv"] {
        files[name] = String(
          decoding: try Data(contentsOf: golden.appending(path: name)), as: UTF8.self)
      }
      files["policy.yaml", default: ""] += "\n  focus: {within: 0.05, small: 2}\n"
      let run = try await planned(files, "run", in: folder)
      let solver = try await StockSolver.answer(of: run)
      #expect(solver.stages?.map(\.stage) == ["reciprocity", "fairness", "benefit"])
      #expect(solver.notes.count == 1 && solver.notes[0].hasPrefix("focus is a heuristic"))
      let published = try #require(try document(run).plans.first { $0.id == "A" })
      #expect(isNear(solver.stage("benefit")?.value, try #require(published.stages[2].value)))
    }
  }

  @Test func whatIsMissingIsSaidPlainly() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let none = try await Tool.start("python3", StockSolver.script.path, "nowhere/round.dat")
      #expect(none.status == 1 && none.errors == "pairing.py: there is no file nowhere/round.dat\n")
      let file = folder.appending(path: "round.dat")
      try Data("data;\nparam unheard_of := 1;\nend;\n".utf8).write(to: file)
      let wrong = try await Tool.start("python3", StockSolver.script.path, file.path)
      #expect(wrong.status == 1 && wrong.errors.contains("unheard_of not a parameter"))
      let stages = try await Tool.start(
        "python3", StockSolver.script.path, file.path, "--stages", "fairness,beauty")
      #expect(stages.status == 2 && stages.errors.contains("'beauty' is none of reciprocity,"))
    }
  }

  private func planned(
    _ files: [String: String], _ name: String, in folder: URL, _ arguments: String...
  ) async throws -> URL {
    let round = folder.appending(path: "\(name)-round")
    try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
    for (file, text) in files { try Data(text.utf8).write(to: round.appending(path: file)) }
    let out = folder.appending(path: name)
    let run = try await Tool.run(["plan", round.path, "--out", out.path] + arguments)
    try #require(run.status == 0 || run.status == 3, "\(run.errors)")
    return out
  }
}
