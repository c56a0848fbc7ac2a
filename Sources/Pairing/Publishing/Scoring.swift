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
