import Optimisation
import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Integer rules")
struct IntegerRuleTests {
  /// D has 100; R and S ask for 100 each and are entitled to 50 each, of which 49 are kept.
  private func round(_ change: @escaping (inout Policy) -> Void) -> Round {
    makeRound(
      offers: [offer("O", "D", 100)],
      proposals: [proposal("P", "R", 100, jobs: 10), proposal("Q", "S", 100, jobs: 20)],
      weights: ["R": 1, "S": 1], change)
  }

  private func planA(_ round: Round) async throws -> Plan {
    guard case .planned(let planned) = try await offPool({ try planRound(round) }) else {
      throw PlanningError.stoppedTooEarly
    }
    return try #require(planned.plans.first { $0.id == "A" })
  }

  private func stage(_ plan: Plan) throws -> StageValue {
    try #require(plan.stages.last { $0.stage == .integer })
  }

  @Test func onePartnerCostsTheOtherItsWholeLevel() async throws {
    let plan = try await planA(round { $0.maxRecipientsPerDonor = 1 })
    #expect(plan.status == .optimal)
    #expect(plan.pairings.map(\.recipient) == ["S"])
    #expect(plan.pairings.map(\.amount) == [100])
    // 0 >= 49 - t·50.
    #expect(abs(try #require(try stage(plan).loosened) - 0.98) < 1e-6)
    #expect(plan.stages.map(\.stage) == [.reciprocity, .fairness, .benefit, .integer, .coDesign])
    #expect(try #require(plan.linearBound) < plan.scorecard.benefit)
  }

  /// 100 are no two pairings of 60, but two of 49.5 and less.
  @Test(arguments: [(60.0, 1), (49.5, 2), (20, 2)])
  func aSmallestPairingIsKept(least: Double, count: Int) async throws {
    let plan = try await planA(round { $0.minPairing = least })
    #expect(plan.pairings.count == count)
    #expect(plan.pairings.allSatisfy { $0.amount >= least - 1e-5 })
    #expect(abs(try #require(try stage(plan).loosened) - (count == 1 ? 0.98 : 0)) < 1e-6)
    #expect(plan.pairings.contains { $0.boundBy.contains("min-pairing") } == (least == 49.5))
  }

  @Test func aRecipientHasNoMoreDonorsThanTheRuleAllows() async throws {
    let round = makeRound(
      offers: [offer("O", "D", 30), offer("N", "E", 50), offer("M", "F", 40)],
      proposals: [proposal("P", "R", 200, jobs: 10)]
    ) { $0.maxDonorsPerRecipient = 2 }
    let plan = try await planA(round)
    #expect(Set(plan.pairings.map(\.donor)) == ["E", "F"])
  }

  /// O gives 30 or nothing: P, the better one, asks for less than that.
  @Test func aTicketBelowItsOffersLeastIsNotGiven() async throws {
    let round = makeRound(
      offers: [offer("O", "D", 100) { $0.minTicket = 30 }, offer("N", "E", 5)],
      proposals: [
        proposal("P", "R", 20, jobs: 100), proposal("Q", "S", 45, jobs: 10),
        proposal("T", "S", 90, jobs: 9),
      ], weights: ["R": 1, "S": 1])
    let plan = try await planA(round)
    #expect(plan.tickets.filter { $0.offer == "O" }.allSatisfy { $0.amount >= 30 - 1e-5 })
    #expect(plan.tickets.filter { $0.proposal == "P" }.map(\.offer) == ["N"])
    #expect(plan.scorecard.invested > 99)
  }

  /// What is left for the second proposal is less than its least share.
  @Test func aProposalBelowItsLeastShareGetsNothing() async throws {
    let round = makeRound(
      offers: [offer("O", "D", 100)],
      proposals: [
        proposal("P", "R", 80, jobs: 90), proposal("Q", "R", 50, jobs: 50) { $0.minFunding = 0.6 },
      ])
    let plan = try await planA(round)
    let funded = Dictionary(
      uniqueKeysWithValues: plan.tickets.map { ($0.proposal, $0.amount) })
    #expect(abs((funded["P"] ?? 0) + (funded["Q"] ?? 0) - 100) < 1e-4)
    #expect((funded["Q"] ?? 0) == 0 || (funded["Q"] ?? 0) >= 30 - 1e-5)
  }

  @Test func fixedPairsThatThePartnersAllowedCannotMeetAreAConflict() throws {
    let round = round {
      $0.maxRecipientsPerDonor = 1
      $0.fixedPairs = [fixedPair("D", "R", 30), fixedPair("D", "S", 20)]
    }
    let conflict = try #require(try findConflict(round))
    #expect(conflict.rules.map(\.rule) == [.fixedPair, .fixedPair, .maxRecipients])
    #expect(conflict.rules.compactMap(\.recipient) == ["R", "S"])
    #expect(abs(conflict.repair.total - 20) < 1e-6)
    #expect(conflict.repair.fixedPairs.map { "\($0.recipient) \($0.possible)" } == ["S 0.0"])
  }

  @Test func aFixedPairThatCannotCarryTheSmallestPairingIsAConflict() throws {
    let conflict = try #require(
      try findConflict(
        round {
          $0.minPairing = 120
          $0.fixedPairs = [fixedPair("D", "R", 30)]
        }))
    #expect(conflict.rules.map(\.rule) == [.fixedPair, .minPairing])
    #expect(conflict.repair.fixedPairs.map(\.possible) == [0])
  }

  @Test func fixedPairsThatFitAreKept() async throws {
    let plan = try await planA(
      round {
        $0.maxRecipientsPerDonor = 1
        $0.fixedPairs = [fixedPair("D", "R", 30)]
      })
    #expect(plan.pairings.map(\.recipient) == ["R"])
  }

  /// A plan that is stopped keeps the rules too, and says that it was stopped.
  @Test(arguments: 1...12)
  func stoppedAtAnyTimeThePlanIsValid(looks: Int) async throws {
    let round = round { $0.maxRecipientsPerDonor = 1 }
    let result = try await offPool {
      var left = looks
      return try planRound(round) { step, _ in
        if step == "integer rules" { left -= 1 }
        return left > 0
      }
    }
    guard case .planned(let planned) = result else {
      Issue.record("no plan")
      return
    }
    let plan = try #require(planned.plans.first { $0.id == "A" })
    #expect(plan.pairings.count <= 1)
    let isWhole = plan.stages.contains { $0.stage == .integer }
    #expect(plan.status == (isWhole ? .optimal : .stopped))
    if looks == 1 { #expect(plan.status == .stopped) }
  }
}
