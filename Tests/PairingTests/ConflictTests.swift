import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Fixed pairs that cannot hold")
struct ConflictTests {
  // D has 100 and shall give 70 to R and 60 to S: together 30 too much. E has 10 and shall give 25 to R: 15 too much, on its
  // own. E to S, 0, can hold.
  @Test func everyIndependentConflictIsNamedAndNothingElse() throws {
    let round = makeRound(
      offers: [offer("O", "D", 100), offer("N", "E", 10)],
      proposals: [proposal("P", "R", 500), proposal("Q", "S", 500)]
    ) {
      $0.fixedPairs = [
        fixedPair("D", "R", 70), fixedPair("D", "S", 60), fixedPair("E", "R", 25),
        fixedPair("E", "S", 0),
      ]
    }
    let conflict = try #require(try findConflict(round))
    let sets = Dictionary(grouping: conflict.rules, by: \.set).values
      .map { Set($0.map { "\($0.donor)\($0.recipient)" }) }
    #expect(Set(sets) == [["DR", "DS"], ["ER"]])
    #expect(abs(conflict.repair.total - 45) < 1e-6)
    #expect(conflict.rules.allSatisfy { $0.file == "policy.yaml" && $0.at.contains("line 3") })
    // Earlier pairs keep as much as they can: D to R stays whole.
    #expect(
      conflict.repair.fixedPairs.map { "\($0.donor)\($0.recipient) \($0.possible)" }
        == ["DS 30.0", "ER 10.0"])
  }

  @Test func theRepairedRoundCanBePlanned() throws {
    let round = makeRound(
      offers: [offer("O", "D", 100)],
      proposals: [proposal("P", "R", 500), proposal("Q", "S", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 70), fixedPair("D", "S", 30)] }
    #expect(try findConflict(round) == nil)
  }

  // 0.05 M too much is nothing beside a thousand million, and much beside 1.
  @Test func aSmallPairIsHeldAgainstItsOwnSize() throws {
    let round = makeRound(
      offers: [offer("O", "D", 1), offer("N", "E", 1e9)],
      proposals: [proposal("P", "R", 1e9), proposal("Q", "S", 1e9)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 1.05), fixedPair("E", "S", 1e9)] }
    let conflict = try #require(try findConflict(round))
    #expect(conflict.rules.map(\.donor) == ["D"])
    #expect(conflict.repair.fixedPairs.map(\.possible) == [1])
  }

  // Half a tenth of the currency's unit beyond the budget is no conflict, and can be planned.
  @Test func lessThanAUnitTooMuchCanBePlanned() async throws {
    let round = makeRound(
      offers: [offer("O", "D", 0.01)], proposals: [proposal("P", "R", 100)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 0.01000005)] }
    guard case .planned(let planned) = try await offPool({ try planRound(round) }) else {
      Issue.record("a conflict")
      return
    }
    #expect(planned.plans.first { $0.id == "A" }?.pairings.map(\.amount) == [0.01])
  }

  @Test func theSearchCanBeStopped() {
    let round = makeRound(
      offers: [offer("O", "D", 100)], proposals: [proposal("P", "R", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 70)] }
    #expect(throws: PlanningError.self) {
      try findConflict(round) { step, _ in step != "fixed pairs" }
    }
  }

  @Test func aPairThatNobodyCanServeIsAConflict() throws {
    let round = makeRound(
      offers: [offer("O", "D", 100)], proposals: [proposal("P", "R", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 5), fixedPair("Z", "R", 1)] }
    let conflict = try #require(try findConflict(round))
    #expect(conflict.rules.map(\.donor) == ["Z"])
    #expect(conflict.repair.total == 1)
  }
}
