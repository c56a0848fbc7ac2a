import Foundation
import Intake
import Plans
import Records
import TestSupport
import Testing

@testable import Reports

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
        try writeRecords(of: round, to: out)
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

  /// `round.dat` alone: a round whose rules need a search for whole numbers can be checked on its own.
  private func writeRecords(of round: URL, to out: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: round.path).sorted()
    let files = try names.filter { $0 != "expected.json" }.map {
      let bytes = Array(try Data(contentsOf: round.appending(path: $0)))
      return InputFile(name: $0, hash: ContentHash(of: bytes), bytes: bytes)
    }
    let records = try #require(
      readRound(named: round.lastPathComponent, files: files).records)
    try Data(mathProgData(records, continuing: nil)).write(to: out.appending(path: "round.dat"))
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
}
