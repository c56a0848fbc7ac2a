import Records
import Round
import Testing

@testable import Pairing

@Suite("What is published is exact")
struct PublishingTests {
  @Test(arguments: [
    (0.1, 100_000), (1e-7, 0), (1.9e-6, 1), (123.45, 123_450_000), (0.29, 290_000),
    (5e9, 5_000_000_000_000_000), (-3, 0), (0, 0), (1e-300, 0),
  ])
  func wholeUnitsOfTheShortestDecimal(value: Double, units: Int) {
    #expect(ExactNumber(shortestDecimalOf: value).wholeUnits == units)
  }

  // In floats 0.07·100 is above 7 and 0.29·100 below 29: both limits are exact here.
  @Test func productsAndQuotientsDoNotRound() {
    let product = ExactNumber(shortestDecimalOf: 0.07) * ExactNumber(shortestDecimalOf: 100)
    #expect(product.wholeUnits == 7_000_000)
    #expect(
      (ExactNumber(shortestDecimalOf: 0.29) * ExactNumber(shortestDecimalOf: 100)).wholeUnits
        == 29_000_000)
    #expect(ExactNumber(shortestDecimalOf: 100).divided(by: 3).wholeUnits == 33_333_333)
    #expect(
      (ExactNumber(shortestDecimalOf: 0.1) + ExactNumber(shortestDecimalOf: 0.2)).wholeUnits
        == 300_000)
  }

  private func round(_ change: (inout Policy) -> Void = { _ in }) -> Round {
    makeRound(
      offers: [offer("A", "D", 10), offer("B", "D", 10)],
      proposals: [proposal("P", "R", 8), proposal("Q", "R", 9)], change)
  }

  @Test func aWholeAmountStaysWholeWhicheverSideItsFloatLies() {
    let below = WholeUnits(round(), money: [3 - 4e-10, 0, 0, 0])
    let above = WholeUnits(round(), money: [3 + 4e-10, 0, 0, 0])
    #expect(below.amount(0) == 3_000_000 && above.amount(0) == 3_000_000)
    #expect(WholeUnits(round(), money: [3 - 4e-6, 0, 0, 0]).amount(0) == 2_999_996)
  }

  // Eligible pairs stand as P-A, P-B, Q-A, Q-B.
  @Test func unitsAreTakenBackFromTheLastTicketUntilEveryRuleHolds() {
    let need = WholeUnits(round(), money: [5, 3.000002, 0, 0])
    #expect(need.units == [[5_000_000], [3_000_000], [0], [0]])
    let budget = WholeUnits(round(), money: [4.000001, 0, 6.000001, 0])
    #expect(budget.units == [[4_000_001], [0], [5_999_999], [0]])
    let donor = WholeUnits(
      round {
        $0.maxDonorShare = 0.5
        $0.coInvestmentAbove = 9
      }, money: [5, 0, 2, 2.500003])
    #expect(donor.units == [[5_000_000], [0], [2_000_000], [2_500_000]])
    let recipient = WholeUnits(
      round { $0.maxRecipientShare = 0.4 }, money: [4, 1, 2, 1.000004])
    #expect(recipient.units == [[4_000_000], [1_000_000], [2_000_000], [1_000_000]])
  }

  // A may give R half of its 10.
  @Test func unitsBeyondAnOffersOwnLimitAreTakenBack() {
    let round = makeRound(
      offers: [offer("A", "D", 10) { $0.maxSharePerRecipient = 0.5 }],
      proposals: [proposal("P", "R", 8), proposal("Q", "R", 9)])
    #expect(WholeUnits(round, money: [3, 2.000003]).units == [[3_000_000], [2_000_000]])
  }

  @Test func giniOfLevels() {
    #expect(abs(gini([1, 1, 1])) < 1e-12)
    #expect(abs(gini([0, 1]) - 0.5) < 1e-12)
    #expect(abs(gini([1, 2, 3, 4]) - 0.25) < 1e-12)
    #expect(gini([]) == 0 && gini([0, 0]) == 0)
  }

  // The hash decides published plans: it must never change from one version to the next.
  @Test func theSelectionHashIsFixed() {
    #expect(selectionWeight("O1", "P1") == 1.0337295790634355)
    #expect(selectionWeight("P1", "O1") != selectionWeight("O1", "P1"))
    #expect(selectionWeight("a", "bc") != selectionWeight("ab", "c"))
    for number in 0..<1000 {
      #expect((1.0..<2.0).contains(selectionWeight("O", "P\(number)")))
    }
  }
}
