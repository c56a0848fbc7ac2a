import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Changes that win, planned again from records")
struct WinningChangeTests {
  /// With that change of its figures, does `id` get its part?
  private func wins(
    _ id: ProposalID, part: Double, in records: RecordSet, _ change: (inout Proposal) -> Void
  ) throws -> Bool {
    var changed = records
    let place = try #require(records.proposals.firstIndex { $0.id == id })
    change(&changed.proposals[place])
    let plan = try planA(changed)
    let given = plan.tickets.filter { $0.proposal == id }
    // Rounding takes at most one unit per ticket and year.
    return given.reduce(0) { $0 + $1.amount } + 2e-6 * Double(max(1, given.count))
      >= part * changed.proposals[place].need
  }

  private func records(_ seed: Int) -> RecordSet {
    var records = randomRecords(seed) { if seed % 2 == 1 { $0.profile = "benefit-first" } }
    records.proposals[1].minFunding = 0.3
    return records
  }

  @Test(arguments: 0..<6)
  func winAndAHundredthLessDoesNot(seed: Int) async throws {
    let checked = try await offPool { try check(records(seed)) }
    #expect(checked > 0, "seed \(seed) has nobody who could win")
  }

  /// - Parameter step: every how many of the proposals that go short are looked at.
  func check(_ records: RecordSet, step: Int = 1) throws -> Int {
    let round = Round(records)
    let plans = try planned(round).plans
    let plan = try #require(plans.first { $0.id == "A" })
    for position in stride(from: 0, to: plan.unfunded.count, by: step) {
      let entry = plan.unfunded[position]
      let id = entry.proposal
      let place = try #require(round.projects.firstIndex { $0.id == id })
      guard !round.eligible.pairs(ofProject: place).isEmpty else { continue }
      let least = round.projects[place].record.minFunding
      let part = least > 0 ? least : 0.5
      func more(_ share: Double) throws -> Bool {
        try wins(id, part: part, in: records) {
          for indicator in $0.benefits.keys { $0.benefits[indicator]? *= 1 + share }
        }
      }
      func less(_ share: Double) throws -> Bool {
        try wins(id, part: part, in: records) { $0.need *= 1 - share }
      }
      let change = entry.winsWith
      guard entry.funded < part else {
        #expect(change == nil, "it has its part, so that no change is needed: \(entry)")
        continue
      }
      #expect(
        change.map { $0.part == part && $0.profile == Profiles.inForce(records.policy)?.name }
          ?? true)
      try check(change?.moreBenefit, upTo: 99, more, "\(entry)")
      try check(change?.lessNeed, upTo: 0.99, less, "\(entry)")
      // Other plans say the same of it.
      for other in plans {
        #expect(other.unfunded.allSatisfy { $0.proposal != id || $0.winsWith == change })
      }
    }
    return plan.unfunded.count { $0.winsWith != nil }
  }

  private func check(
    _ change: Double?, upTo most: Double, _ wins: (Double) throws -> Bool, _ label: String
  ) throws {
    guard let change else {
      #expect(try !wins(most), "\(label)")
      return
    }
    #expect(try wins(change), "\(label)")
    if change > 1e-6 { #expect(try !wins(change * 0.99), "\(label)") }
  }
}
