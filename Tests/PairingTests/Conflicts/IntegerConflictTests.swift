import Plans
import Records
import Round
import Testing

@testable import Pairing

/// Fixed pairs that money could meet and integer rules do not allow.
@Suite("Conflicts with integer rules")
struct IntegerConflictTests {
  private func round(_ change: (inout Policy) -> Void) -> Round {
    makeRound(
      offers: [offer("O", "D", 1000), offer("N", "E", 30)],
      proposals: (1...5).map {
        proposal(ProposalID("P\($0)"), RegionCode("R\($0)"), 200, jobs: 10)
      }, change)
  }

  private func told(_ rule: Conflict.Rule) -> String {
    [rule.rule.rawValue, rule.donor?.text, rule.recipient?.text].compactMap { $0 }
      .joined(separator: " ")
  }

  @Test func tooManyPartners() async throws {
    try await offPool {
      let round = round { policy in
        policy.maxRecipientsPerDonor = 3
        policy.fixedPairs = [40, 30, 20, 10].enumerated().map { place, amount in
          fixedPair("D", RegionCode("R\(place + 1)"), Double(amount))
        }
      }
      let conflict = try #require(try findConflict(round))
      #expect(
        conflict.rules.map(told) == [
          "fixed-pair D R1", "fixed-pair D R2", "fixed-pair D R3", "fixed-pair D R4",
          "max-recipients-per-donor",
        ])
      #expect(conflict.rules.last?.count == 3)
      // The cheapest partner to do without.
      #expect(abs(conflict.repair.total - 10) < 1e-6 && conflict.repair.resolved)
      #expect(conflict.repair.fixedPairs.map(\.recipient) == ["R4"])
      #expect(conflict.repair.fixedPairs.map(\.possible) == [0])
      #expect(conflict.growth == nil)
      // Any one of them less, and the rest can hold.
      for left in 0..<4 {
        var records = round.records
        records.policy.fixedPairs.remove(at: left)
        #expect(try findConflict(Round(records)) == nil)
      }
    }
  }

  /// A pair that cannot reach the smallest amount, beside pairs with too many donors: two conflicts of their own.
  @Test func twoConflictsAtOnce() async throws {
    try await offPool {
      let round = round { policy in
        policy.minPairing = 50
        policy.maxDonorsPerRecipient = 1
        policy.fixedPairs = [
          fixedPair("D", "R1", 60), fixedPair("E", "R2", 5), fixedPair("D", "R3", 70),
        ]
      }
      let conflict = try #require(try findConflict(round))
      #expect(conflict.rules.map(told) == ["fixed-pair E R2", "min-pairing"])
      #expect(abs(conflict.repair.total - 5) < 1e-6)
      var records = round.records
      records.policy.fixedPairs.append(fixedPair("E", "R1", 20))
      let both = try #require(try findConflict(Round(records)))
      #expect(both.sets.count == 2)
      records.policy.minPairing = nil
      let one = try #require(try findConflict(Round(records)))
      #expect(
        one.rules.map(told) == ["fixed-pair D R1", "fixed-pair E R1", "max-donors-per-recipient"])
      #expect(abs(one.repair.total - 20) < 1e-6)
    }
  }

  @Test func whatCanHoldIsNoConflict() async throws {
    try await offPool {
      let round = round { policy in
        policy.maxRecipientsPerDonor = 3
        policy.minPairing = 50
        policy.fixedPairs = [fixedPair("D", "R1", 20), fixedPair("D", "R2", 60)]
      }
      #expect(try findConflict(round) == nil)
      guard case .planned(let planned) = try planRound(round) else {
        Issue.record("no plan")
        return
      }
      let plan = try #require(planned.plans.first { $0.id == "A" })
      #expect(
        plan.pairings.contains { $0.donor == "D" && $0.recipient == "R1" && $0.amount >= 50 - 1e-5 }
      )
    }
  }
}
