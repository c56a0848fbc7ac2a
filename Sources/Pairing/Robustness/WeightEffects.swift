import Optimisation
import Plans
import Records
import Round

/// Whether the weights matter: nobody shall argue over one that moves nothing.
struct WeightEffects {
  let round: Round
  /// As published, the recommended one first.
  let plans: [Plan]
  let benefitOnly: Double?

  /// What changes when a weight of the ranking is dropped and the candidates are ranked again.
  ///
  /// - Parameter candidates: all that were made, those left out too: without a weight they may stand.
  func ofRanking(_ candidates: [Plan]) -> [WeightEffect] {
    round.policy.rankWeights.sorted { $0.key < $1.key }.filter { $0.value != 0 }
      .map { column, weight in
        let other = round.leavingOut(rankWeight: column)
        let ranked = Ranking(round: other, benefitOnly: benefitOnly).ranked(candidates)
        return effect(.ranking, column, weight, without: ranked)
      }
  }

  /// The rounds in which one weight of the benefit is dropped, to be planned again.
  var rounds: [(name: String, weight: Double, round: Round)] {
    round.weights.sorted { $0.key < $1.key }.map { indicator, weight in
      var weights = round.weights
      // Dropped, not taken out: without any entry the usual indicators would count.
      weights[indicator] = 0
      return (indicator.text, weight, round.weighing(weights))
    }
  }

  /// - Parameter without: the plans, ranked, when the weight is dropped.
  func effect(
    _ kind: WeightEffect.Kind, _ name: String, _ weight: Double, without: [Plan]
  ) -> WeightEffect {
    func first(_ plans: [Plan]) -> [RegionCode]? {
      plans.first?.pairings.first.map { [$0.donor, $0.recipient] }
    }
    return WeightEffect(
      kind: kind, name: name, weight: weight,
      recommendedChanges: plans.first?.profile != without.first?.profile,
      firstPairingChanges: first(plans) != first(without),
      orderChanges: plans.map(\.profile) != without.map(\.profile))
  }
}
