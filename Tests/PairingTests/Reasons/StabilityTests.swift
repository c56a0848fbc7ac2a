import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Stability, held against draws solved from nothing")
struct StabilityTests {
  private let draws = 6

  private func records(_ seed: Int) -> RecordSet {
    randomRecords(seed) {
      $0.stabilityDraws = draws
      $0.stabilitySpread = 0.3
      $0.alternativesCount = 1
    }
  }

  /// The records of one draw: each need and indicator times a factor of its own.
  private func drawn(_ records: RecordSet, _ draw: Int) -> RecordSet {
    var dice = Dice(0)
    dice.state = UInt64(draw)
    func factor() -> Double { 1 + 0.3 * (2 * dice.uniform() - 1) }
    var drawn = records
    for place in drawn.proposals.indices {
      drawn.proposals[place].need *= factor()
      for indicator in drawn.proposals[place].benefits.keys.sorted() {
        drawn.proposals[place].benefits[indicator]? *= factor()
      }
    }
    return drawn
  }

  @Test func everyDrawHasFactorsOfItsOwn() {
    let records = records(1)
    let round = Round(records)
    var needs: Set<[Double]> = []
    for draw in 0..<20 {
      let drawn = round.drawn(UInt64(draw))
      #expect(drawn.projects.map(\.record) == self.drawn(records, draw).proposals)
      let factors = zip(drawn.projects, round.projects).map { $0.need / $1.need }
      #expect(factors.allSatisfy { (0.7 - 1e-12...1.3 + 1e-12).contains($0) })
      #expect(factors.contains { $0 < 0.95 } && factors.contains { $0 > 1.05 })
      needs.insert(factors)
    }
    #expect(needs.count == 20)
  }

  @Test(arguments: [1, 2, 4, 5, 7, 8])
  func isTheShareOfDrawsThatUseThePair(seed: Int) async throws {
    try await offPool {
      let records = records(seed)
      let round = Round(records)
      for plan in try planned(round).plans {
        var policy = records.policy
        if !plan.profile.hasPrefix("alternative-") { policy.profile = plan.profile }
        let stages = try #require(Profiles.inForce(policy)).stages
        let shares = try shares(stages, records)
        for pairing in plan.pairings {
          let partners = try #require(round.partners(pairing.donor, pairing.recipient))
          let share = shares[partners] ?? 0
          let said = try #require(pairing.stability)
          #expect(abs(said - share) < 1e-9, "seed \(seed) \(plan.profile) \(pairing)")
        }
      }
    }
  }

  private func shares(
    _ stages: [StageRequest], _ records: RecordSet
  ) throws -> [DonorRecipient: Double] {
    var counts: [DonorRecipient: Double] = [:]
    for draw in 0..<draws {
      let round = Round(drawn(records, draw))
      // Every draw is decided in the end, though most have one answer already.
      let run = try solveStages(
        stages.filter { $0.stage != .coDesign }, of: round, RunSettings(selecting: .published),
        watch: { _, _ in true })
      var amounts: [DonorRecipient: Double] = [:]
      for pair in round.eligible.indices {
        amounts[round.partners(ofPair: pair), default: 0] += run.result.money[pair]
      }
      for (pair, amount) in amounts where amount >= 1e-6 {
        counts[pair, default: 0] += 1 / Double(draws)
      }
    }
    return counts
  }
}
