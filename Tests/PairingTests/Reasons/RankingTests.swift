import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Candidates: ranked on fixed ends")
struct RankingTests {
  private func records(_ seed: Int) -> RecordSet {
    randomRecords(seed) {
      $0.alternativesCount = 4
      $0.alternativesWithin = 0.1
      if seed % 3 == 1 { $0.rankWeights = ["benefit": 2, "pairings": -1, "jobs": 1] }
      if seed % 3 == 2 {
        $0.rankWeights = ["largest_pair_share": 2, "mean_level": 1, "gini": 0.5, "distance": -0.1]
      }
    }
  }

  /// A column from its worst end to its best, as planners are told.
  private func scaled(
    _ column: String, _ plan: Plan, _ round: Round, _ benefitOnly: Double
  ) -> Double {
    let card = plan.scorecard
    return switch column {
    case "benefit": card.benefit / benefitOnly
    case "lowest_level": card.lowestLevel
    case "reciprocity_met": card.reciprocityMet
    case "mean_level": card.meanLevel
    case "gini": 1 - card.gini
    case "largest_pair_share": 1 - card.largestPairShare
    case "distance": card.distance
    case "pairings": Double(card.pairings) / Double(round.openPairs.count)
    default:
      (card.indicators[Indicator(column)] ?? 0)
        / round.projects.reduce(0) { $0 + ($1.record.benefits[Indicator(column)] ?? 0) }
    }
  }

  private func distance(_ one: Plan, _ other: Plan) -> Double {
    func amounts(_ plan: Plan) -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: plan.pairings.map { ("\($0.donor) \($0.recipient)", $0.amount) })
    }
    let moved = amounts(one).merging(amounts(other).mapValues { -$0 }, uniquingKeysWith: +)
    return moved.values.reduce(0) { $0 + abs($1) }
      / (one.scorecard.invested + other.scorecard.invested)
  }

  @Test(arguments: 0..<12)
  func noneIsDominatedOrNearlyAnotherAndTheOrderStands(seed: Int) async throws {
    try await offPool {
      let round = Round(records(seed))
      let made = try candidates(round)
      let all = made.candidates.map(\.plan)
      let benefitOnly = try #require(made.benefitOnly)
      let ranking = Ranking(round: round, benefitOnly: benefitOnly)
      let plans = ranking.ranked(all)
      let first = try #require(plans.first { $0.id == "A" })
      #expect(first.profile == all[0].profile)
      #expect(plans.map(\.rank) == Array(1...plans.count))
      let weights = round.policy.rankWeights
      /// What counts, more being better.
      func merits(_ plan: Plan) -> [Double] {
        var plan = plan
        plan.scorecard.distance = self.distance(plan, first)
        return weights.map { ($1 > 0 ? 1 : -1) * scaled($0, plan, round, benefitOnly) }
      }
      func dominates(_ one: Plan, _ other: Plan) -> Bool {
        let leads = zip(merits(one), merits(other)).map { $0 - $1 }
        return leads.allSatisfy { $0 >= -1e-6 } && leads.contains { $0 > 1e-6 }
      }
      let whole = weights.values.reduce(0) { $0 + abs($1) }
      for plan in plans {
        let label = "seed \(seed) \(plan.id)"
        let score = weights.reduce(0) {
          $0 + $1.value * scaled($1.key, plan, round, benefitOnly)
        }
        #expect(abs(plan.score - score / whole) < 1e-9, "\(label)")
        #expect(abs(plan.scorecard.distance - self.distance(plan, first)) < 1e-9)
        for other in plans where other.id != plan.id {
          #expect(self.distance(plan, other) >= 0.02, "\(label) \(other.id)")
          if other.rank > plan.rank { #expect(plan.score >= other.score, "\(label)") }
        }
        if plan.id != "A" { #expect(!all.contains { dominates($0, plan) }, "\(label)") }
      }
      // Who is left out is dominated, or nearly one that stays.
      for plan in all where !plans.contains(where: { $0.profile == plan.profile }) {
        #expect(
          all.contains { dominates($0, plan) }
            || plans.contains { self.distance($0, plan) < 0.02 }, "seed \(seed) \(plan.profile)")
      }
      // Without any one of the others those that stay keep their order.
      for gone in all.indices.dropFirst() {
        var fewer = all
        fewer.remove(at: gone)
        let left = ranking.ranked(fewer).map(\.profile)
        let both = Set(left).intersection(plans.map(\.profile))
        #expect(
          left.filter(both.contains) == plans.map(\.profile).filter(both.contains),
          "seed \(seed) without \(all[gone].profile)")
      }
    }
  }

  /// What is said of a weight is what planning from records without it gives.
  @Test(arguments: [0, 1, 4])
  func weightsDoWhatIsSaidOfThem(seed: Int) async throws {
    try await offPool {
      let records = records(seed)
      let round = Round(records)
      let planned = try planned(round)
      #expect(
        planned.weights.map(\.name)
          == records.policy.rankWeights.keys.sorted() + round.weights.keys.sorted().map(\.text))
      for effect in planned.weights {
        var without = records
        switch effect.kind {
        case .ranking: without.policy.rankWeights[effect.name] = nil
        case .benefit:
          without.policy.weights = round.weights
          without.policy.weights[Indicator(effect.name)] = 0
        }
        let other = Round(without)
        let made = try candidates(other)
        let plans = Ranking(round: other, benefitOnly: made.benefitOnly)
          .ranked(made.candidates.map(\.plan))
        func partners(_ plan: Plan?) -> String {
          plan?.pairings.first.map { "\($0.donor) \($0.recipient)" } ?? ""
        }
        let label = "seed \(seed) \(effect)"
        #expect(
          effect.recommendedChanges == (plans.first?.profile != planned.plans.first?.profile),
          "\(label)")
        #expect(
          effect.firstPairingChanges == (partners(plans.first) != partners(planned.plans.first)),
          "\(label)")
        #expect(
          effect.orderChanges == (plans.map(\.profile) != planned.plans.map(\.profile)), "\(label)")
      }
    }
  }
}
