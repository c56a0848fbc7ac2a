/// The figures by which plans are compared, recomputed from the published amounts.
extension PlanCheck {
  func scorecard() {
    let amounts = totals(by: pairing).filter { $0.value > 0 }
    let invested = amounts.values.reduce(0, +)
    score("benefit", benefit())
    score("invested", Double(invested) / Double(unitsPerM))
    let fixed: Set = [
      "benefit", "invested", "reciprocity_met", "lowest_level", "mean_level", "gini",
      "largest_pair_share", "pairings", "person_months", "distance",
    ]
    for name in plan.scorecard.keys.sorted() where !fixed.contains(name) {
      score(name, indicator(name))
    }
    for name in ["jobs", "co2_avoided_t", "value_added"] where indicator(name) > 0 {
      require(plan.scorecard[name] != nil, "scorecard \(name): missing")
    }
    score("reciprocity_met", reciprocityMet())
    let largest = amounts.values.max() ?? 0
    score("largest_pair_share", invested == 0 ? 0 : Double(largest) / Double(invested))
    score("pairings", Double(amounts.count))
    score("person_months", months.values.reduce(0, +))
    scoreLevels()
    scoreDistance(amounts)
  }

  private func score(_ column: String, _ own: Double) {
    require("scorecard \(column)", plan.scorecard[column], equals: own)
  }

  /// M that fall short of the bonds' targets, over those with an eligible pair.
  func shortfall() -> Double {
    let given = totals(by: pairing)
    return round.bondTargets().reachable.reduce(0) { sum, bond in
      sum + max(0, bond.value - Double(given[bond.key] ?? 0) / Double(unitsPerM))
    }
  }

  private func reciprocityMet() -> Double {
    let targets = round.bondTargets().reachable.values.reduce(0, +)
    return targets > 0 ? 1 - shortfall() / targets : 1
  }

  /// Lowest and mean level and Gini of `min(1, Z/ent)`; without any entitlement there is nothing to check.
  private func scoreLevels() {
    let given = totals { round.group(ofProposal: $0.proposal) }
    let levels = round.entitlements().map { group, entitlement in
      min(1, Double(given[group] ?? 0) / Double(unitsPerM) / entitlement)
    }
    guard !levels.isEmpty else { return }
    let mean = levels.reduce(0, +) / Double(levels.count)
    score("lowest_level", levels.min() ?? 0)
    score("mean_level", mean)
    let spread = levels.flatMap { one in levels.map { abs(one - $0) } }.reduce(0, +)
    let count = Double(levels.count)
    score("gini", mean > 0 ? spread / (2 * count * count * mean) : 0)
  }

  /// `Σ|Y - Y_A| / (ΣY + ΣY_A)`, from the tickets of plan A in the same document.
  private func scoreDistance(_ amounts: [RegionPair: Int]) {
    guard let first = document.plans.first(where: { $0.id == "A" }) else { return }
    var other: [RegionPair: Int] = [:]
    for ticket in first.tickets {
      guard let offer = offerIndex[ticket.offer], let proposal = proposalIndex[ticket.proposal]
      else { continue }
      let regions = round.regions(.init(offer: offer, proposal: proposal))
      for amount in ticket.byYear.values {
        other[regions, default: 0] += TestSupport.units(amount) ?? 0
      }
    }
    let apart = Set(amounts.keys).union(other.keys).reduce(0) { sum, pair in
      sum + abs((amounts[pair] ?? 0) - (other[pair] ?? 0))
    }
    let together = amounts.values.reduce(0, +) + other.values.reduce(0, +)
    score("distance", together == 0 ? 0 : Double(apart) / Double(together))
  }
}
