import Foundation
import Plans
import Records
import TestSupport
import Testing

/// Rounds at the edge of what can be planned: each ends with a valid plan.
@Suite("Hard cases that must end well")
struct HardCaseTests {
  private static let years = "policy:\n  years: [2026, 2026]\n"

  /// Plans a round from the texts of its files; every plan keeps every rule.
  private func plan(_ files: [String: String], _ options: String...) async throws -> PlansDocument {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      let out = folder.appending(path: "out")
      try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data(text.utf8).write(to: round.appending(path: name))
      }
      let run = try await Tool.run(["plan", round.path, "--out", out.path] + options)
      try #require(run.status == 0, "\(run.errors)")
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
      for plan in document.plans {
        let violations = try PlanChecker.violations(round: round, run: out, plan: plan.id)
        #expect(violations.isEmpty, "\(plan.id): \(violations.joined(separator: "\n"))")
      }
      return document
    }
  }

  private func planA(_ files: [String: String]) async throws -> Plan {
    let plan = try await plan(files).plans.first { $0.id == "A" }
    return try #require(plan)
  }

  @Test func noEligiblePair() async throws {
    let plan = try await planA([
      "offers.csv": "id,donor,amount,sectors\nO,D,100,hydrogen\n",
      "proposals.csv": "id,recipient,sector,need,jobs\nP,R,wind,50,10\n",
      "regions.csv": "code\nD\nR\n", "policy.yaml": Self.years,
    ])
    #expect(plan.status == .optimal && plan.pairings.isEmpty && plan.scorecard.invested == 0)
    let entry = try #require(plan.unfunded.first)
    #expect(entry.stoppedBy.map(\.rule) == [.noOffer])
    #expect(entry.lacks == [Lack(offer: "O", lacks: .sector)])
  }

  @Test func oneDonorOneProposal() async throws {
    let plan = try await planA([
      "offers.csv": "id,donor,amount\nO,D,100\n",
      "proposals.csv": "id,recipient,sector,need,jobs\nP,R,wind,50,10\n",
      "regions.csv": "code\nD\nR\n", "policy.yaml": Self.years,
    ])
    #expect(plan.pairings.map(\.amount) == [50] && plan.unfunded.isEmpty)
    #expect(plan.pairings.first?.stability == 1)
  }

  @Test func budgetsOfZeroInSomeYears() async throws {
    let plan = try await planA([
      "offers.csv": "id,donor,2026,2027,2028\nO,D,100,0,40\nX,E,0,50,0\n",
      "proposals.csv": """
      id,recipient,sector,need,start_year,years,jobs
      P,R,wind,50,2026,1,10
      Q,R,wind,60,2027,2,30
      S,T,solar,30,2027,1,10
      """,
      "regions.csv": "code\nD\nE\nR\nT\n",
    ])
    #expect(plan.tickets.map(\.proposal) == ["P", "S"])
    // Q draws in 2027 and 2028; no offer has money in both.
    let entry = try #require(plan.unfunded.first { $0.proposal == "Q" })
    #expect(
      entry.lacks == [
        Lack(offer: "O", lacks: .year, year: 2027), Lack(offer: "X", lacks: .year, year: 2028),
      ])
  }

  /// Needs that differ by 1e9: the small ones are not lost in the solver's tolerance, and nothing aborts.
  @Test func needsFarApart() async throws {
    let plan = try await planA([
      "offers.csv": "id,donor,amount\nO,D,1000000\nN,E,0.002\n",
      "proposals.csv": """
      id,recipient,sector,need,jobs
      P,R,wind,1000000,10000000
      Q,S,wind,0.001,0.03
      T,S,solar,0.5,3
      """,
      "regions.csv": "code\nD\nE\nR\nS\n", "policy.yaml": Self.years,
    ])
    #expect(plan.status == .optimal)
    #expect(plan.scorecard.invested > 999_999.9)
    #expect(plan.tickets.contains { $0.proposal == "Q" && $0.amount == 0.001 })
  }

  @Test func allProposalsAlike() async throws {
    let offers = (0..<4).map { "O\($0),D\($0),100\n" }.joined()
    let proposals = (10..<34).map { "P\($0),R\($0 % 3),wind,50,10\n" }.joined()
    let plan = try await planA([
      "offers.csv": "id,donor,amount\n" + offers,
      "proposals.csv": "id,recipient,sector,need,jobs\n" + proposals,
      "regions.csv": "code\nD0\nD1\nD2\nD3\nR0\nR1\nR2\n", "policy.yaml": Self.years,
    ])
    #expect(plan.status == .optimal)
    // Every M does the same good, so that all is placed; less a unit for every ticket at most.
    #expect(abs(plan.scorecard.invested - 400) < 1e-3)
  }

  @Test func entitlementsOfZero() async throws {
    let plan = try await planA([
      "offers.csv": "id,donor,amount\nO,D,100\n",
      "proposals.csv": "id,recipient,sector,need,jobs\nP,R,wind,80,10\nQ,S,wind,80,30\n",
      "regions.csv": "code,need_weight\nD,\nR,0\nS,5\n", "policy.yaml": Self.years,
    ])
    let fairness = plan.stages.first { $0.stage == .fairness }
    #expect(fairness?.levels?.keys.sorted() == ["S"])
  }

  @Test func aRegionNobodyCanFund() async throws {
    let plan = try await planA([
      "offers.csv": "id,donor,amount,recipients\nO,D,100,S\n",
      "proposals.csv": "id,recipient,sector,need,jobs\nP,R,wind,80,10\nQ,S,wind,80,30\n",
      "regions.csv": "code,need_weight\nD,\nR,4\nS,5\n", "policy.yaml": Self.years,
    ])
    #expect(plan.pairings.map(\.recipient) == ["S"])
    #expect(plan.unfunded.first { $0.proposal == "P" }?.stoppedBy.map(\.rule) == [.noOffer])
  }

  @Test func weightsAllOnAMissingIndicator() async throws {
    let document = try await plan([
      "offers.csv": "id,donor,amount\nO,D,100\n",
      "proposals.csv": "id,recipient,sector,need,jobs\nP,R,wind,80,10\nQ,S,wind,80,30\n",
      "regions.csv": "code\nD\nR\nS\n",
      "policy.yaml": Self.years + "  weights: {co2_avoided_t: 1}\n",
    ])
    #expect(document.problems.map(\.severity) == [.note])
    // Then readiness alone makes the value, and both are as ready.
    let plan = try #require(document.plans.first { $0.id == "A" })
    #expect(abs(plan.scorecard.benefit - plan.scorecard.invested) < 1e-6)
  }
}
