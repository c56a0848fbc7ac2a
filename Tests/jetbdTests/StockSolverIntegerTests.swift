import Foundation
import TestSupport
import Testing

/// The integer rules of `Models/pairing.mod`, each alone, in a round whose answers can be worked out by hand.
@Suite("Integer rules with glpsol")
struct StockSolverIntegerTests {
  struct Rule: Sendable {
    var policy = ""
    var minTicket = 0.0
    var minFunding = 0.0
    var benefit: Double
  }

  /// Two donors have 10 and 8 M, two recipients ask for 12 and 6.5 M, and every M counts the same: 18 without a rule.
  static let rules = [
    // The larger gives to the larger need, the smaller to the smaller.
    Rule(policy: "max_recipients_per_donor: 1", benefit: 16.5),
    Rule(policy: "max_donors_per_recipient: 1", benefit: 16.5),
    // 6.5 M are no pairing of 7 M, nor are two of them in 12 M.
    Rule(policy: "min_pairing: 7", benefit: 10),
    Rule(minTicket: 7, benefit: 10),
    // After the first whole need 6 M are left.
    Rule(minFunding: 1, benefit: 12),
  ]

  @Test(arguments: rules)
  func eachGivesWhatItShould(rule: Rule) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
      for (name, text) in [
        "offers.csv": """
        id,donor,amount,min_ticket
        A,D1,10,\(rule.minTicket)
        B,D2,8,\(rule.minTicket)
        """,
        "proposals.csv": """
        id,recipient,sector,need,min_funding
        P1,R1,wind,12,\(rule.minFunding)
        P2,R2,wind,6.5,\(rule.minFunding)
        """,
        "regions.csv": "code\nD1\nD2\nR1\nR2\n",
        "policy.yaml": "policy:\n  years: [2026, 2026]\n  stages: [benefit]\n  \(rule.policy)\n",
      ] {
        try Data(text.utf8).write(to: round.appending(path: name))
      }
      try StockSolver.writeRecords(of: round, to: folder)
      let solver = try await StockSolver.answer(of: folder)
      #expect(solver.stages?.map(\.stage) == ["benefit", "integer"])
      #expect(isNear(solver.stage("benefit")?.value, 18))
      #expect(isNear(solver.stage("integer")?.loosened, 0))
      #expect(isNear(solver.stage("integer")?.value, rule.benefit))
    }
  }
}
