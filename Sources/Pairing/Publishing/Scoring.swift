import Plans
import Records
import Round

extension PlanBuilder {
  /// The figures by which plans are compared, of the published amounts.
  func scorecard(pairings: [Pairing]) -> Scorecard {
    let invested = used.reduce(0) { $0 + units.amount($1) }
    let levels = levels()
    let largest = pairings.map(\.amount).max() ?? 0
    return Scorecard(
      benefit: benefit(used), invested: millions(invested), indicators: indicatorSums(used),
      reciprocityMet: reciprocityMet(), lowestLevel: levels.min() ?? 0,
      meanLevel: levels.isEmpty ? 0 : levels.reduce(0, +) / Double(levels.count),
      gini: gini(levels), largestPairShare: invested > 0 ? largest / millions(invested) : 0,
      pairings: pairings.count,
      personMonths: result.expertise.reduce(0) { $0 + publishedMonths($1.months) }, distance: 0)
  }

  /// `y[g] = min(1, Z[g]/ent[g])` of the groups with an entitlement.
  private func levels() -> [Double] {
    var received = [Int](repeating: 0, count: round.groups.count)
    for pair in used {
      if let group = round.groupOfProject[round.eligible.project[pair]] {
        received[group] += units.amount(pair)
      }
    }
    return round.groups.indices.compactMap { group in
      let entitlement = round.groups[group].entitlement
      return entitlement > 0 ? min(1, millions(received[group]) / entitlement) : nil
    }
  }

  /// `1 - Σ u / Σ targets`, 1 without targets.
  private func reciprocityMet() -> Double {
    let targets = round.reachableTargets
    guard targets > 0 else { return 1 }
    var paid: [DonorRecipient: Int] = [:]
    for pair in used { paid[round.partners(ofPair: pair), default: 0] += units.amount(pair) }
    let missing = round.bonds.reduce(0.0) { sum, bond in
      guard let pair = bond.pair else { return sum }
      return sum + max(0, bond.target - millions(paid[pair] ?? 0))
    }
    return 1 - missing / targets
  }
}

/// `Σi Σj |y_i - y_j| / (2·n²·mean)`: 0 where all are alike.
func gini(_ values: [Double]) -> Double {
  let sum = values.reduce(0, +)
  guard sum > 0 else { return 0 }
  let sorted = values.sorted()
  let count = Double(sorted.count)
  let ranked = sorted.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * $1.element }
  return 2 * ranked / (count * sum) - (count + 1) / count
}

/// The policy's `rank_weights` over the scorecard, each column on fixed ends so that no other plan changes it: benefit from 0
/// to `benefitOnly`, indicators from 0 to their sum over all proposals, shares and levels from 0 to 1, Gini and the largest
/// pair's share counted down; money, pairings and months as shares of what the round could have.
func score(_ card: Scorecard, round: Round, benefitOnly: Double?) -> Double {
  func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : 0 }
  func scaled(_ column: String, _ value: Double) -> Double {
    switch column {
    case "benefit": share(value, of: benefitOnly ?? 0)
    case "gini", "largest_pair_share": 1 - value
    case "reciprocity_met", "lowest_level", "mean_level", "distance": value
    case "invested": share(value, of: round.offers.reduce(0) { $0 + $1.total })
    case "pairings": share(value, of: Double(round.openPairs.count))
    case "person_months": share(value, of: round.experts.reduce(0) { $0 + $1.months })
    default:
      share(
        value,
        of: round.projects.reduce(0) { $0 + ($1.record.benefits[Indicator(column)] ?? 0) })
    }
  }
  let weights = round.policy.rankWeights.sorted { $0.key < $1.key }
  let sum = weights.reduce(0) { $0 + abs($1.value) }
  guard sum > 0 else { return 0 }
  return weights.reduce(0) { $0 + $1.value * scaled($1.key, card[$1.key] ?? 0) } / sum
}
