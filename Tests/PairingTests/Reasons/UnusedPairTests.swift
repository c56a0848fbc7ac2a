import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Unused pairs, held against solves with a ticket worth more")
struct UnusedPairTests {
  // Beyond the first ones: rounds in which the ticket that comes nearest is not the one with the smallest bound.
  @Test(arguments: Array(0..<18) + [21, 81, 138, 188, 193])
  func areTakenUpWithWhatTheyLackAndNotWithLess(seed: Int) async throws {
    try await offPool {
      var program = try LastBenefit(seed: seed)
      let used = program.candidate.used
      let unused = try program.asked.unusedPairs(used: used) { _, _ in true }
      let round = program.asked.round
      #expect(
        Set(unused.compactMap { round.partners($0.donor, $0.recipient) })
          == Set(round.openPairs).subtracting(used), "seed \(seed)")
      for pair in unused { try checkUnused(pair, program, "seed \(seed) \(pair)") }
    }
  }
}

/// Holds an unused pair against solves from nothing with its tickets worth other amounts.
func checkUnused(
  _ unused: UnusedPair, _ program: borrowing LastBenefit, _ label: String
) throws {
  let round = program.asked.round
  let partners = try #require(round.partners(unused.donor, unused.recipient))
  let tickets = round.eligible.indices.filter { round.partners(ofPair: $0) == partners }
  let named = try #require(
    tickets.first {
      round.offers[round.eligible.offer[$0]].id == unused.offer
        && round.projects[round.eligible.project[$0]].id == unused.proposal
    }, "\(label)")

  /// What the plan gains by a ticket that is worth `value` per M.
  func gain(_ ticket: Int, worth value: Double) throws -> Double {
    let column = program.asked.allocation.money[ticket]
    let valued = program.cold.valuing(column, at: value)
    let with = try #require(try valued.optimum(), "\(label)")
    let without = try #require(
      try valued.bounding(column, .between(0, 0)).optimum(), "\(label)")
    return with.value - without.value
  }

  let value = round.eligible.value[named]
  guard let lacking = unused.shortBy else {
    // No benefit would do for any of its tickets.
    for ticket in tickets { #expect(try gain(ticket, worth: 1e3) < 1, "\(label)") }
    return
  }
  #expect(try gain(named, worth: value + lacking * 1.01 + 1e-3) > 1e-7, "\(label)")
  #expect(try gain(named, worth: value + lacking * 0.99) < 1e-7, "\(label)")
  guard let share = unused.moreBenefitPerM else {
    #expect(value == 0, "\(label)")
    return
  }
  #expect(abs(share * value - lacking) < 1e-9, "\(label)")
  // None of the pair's tickets comes nearer.
  for ticket in tickets {
    let value = round.eligible.value[ticket]
    #expect(try gain(ticket, worth: value * (1 + share * 0.99)) < 1e-7, "\(label) \(ticket)")
  }
}
