import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Equal inputs give equal plans")
struct EqualInputTests {
  @Test(arguments: 0..<5)
  func withEverythingThatIsSaidOfThem(seed: Int) async throws {
    try await offPool {
      let records = randomRecords(seed) {
        $0.alternativesCount = 2
        $0.stabilityDraws = 4
        $0.continuityWithin = 0.02
      }
      let round = Round(records)
      let first = try planned(round, continuing: evenPlan(round))
      let shuffled = RecordSet(
        round: records.round, regions: records.regions.reversed(), links: records.links.reversed(),
        offers: records.offers.reversed(),
        proposals: Array(records.proposals[2...] + records.proposals[..<2]),
        policy: records.policy, hasPolicy: true, horizon: records.horizon)
      let again = try planned(Round(shuffled), continuing: evenPlan(round))
      #expect(again.plans == first.plans, "seed \(seed)")
      #expect(again.weights == first.weights && again.benefitOnly == first.benefitOnly)
      #expect(!first.plans[0].prices.isEmpty && !first.weights.isEmpty)
    }
  }
}
