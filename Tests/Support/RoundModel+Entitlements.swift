/// Who is entitled to how much: the fairness stage's groups.
extension RoundModel {
  /// The region, or with `fairness.level: community` the `RECIPIENT/COMMUNITY`, of a proposal.
  func group(ofProposal index: Int) -> String {
    let proposal = proposals[index]
    guard policy.fairnessByCommunity, let community = proposal.community else {
      return proposal.recipient
    }
    return "\(proposal.recipient)/\(community)"
  }

  /// `ent[g] = min(H[g], λ·n[g])` with `Σ ent = min(Σ B, Σ H)`, by water filling; only those above 0.
  func entitlements() -> [String: Double] {
    let wanted = wantedByGroup()
    let weights = needWeights(wanted.byGroup, wanted.byRegion)
    var left = min(
      donorBudget.values.sum().double, wanted.byGroup.values.reduce(0, +))
    var open = wanted.byGroup.keys.filter { weights[$0] ?? 0 > 0 }
      .sorted {
        (wanted.byGroup[$0]! / weights[$0]!, $0) < (wanted.byGroup[$1]! / weights[$1]!, $1)
      }
    var entitlements: [String: Double] = [:]
    // The groups whose need is smallest beside their weight reach their cap first.
    while let group = open.first {
      let level = max(0, left) / open.map { weights[$0]! }.reduce(0, +)
      let share = min(wanted.byGroup[group]!, level * weights[group]!)
      entitlements[group] = share
      left -= share
      open.removeFirst()
    }
    return entitlements.filter { $0.value > 0 }
  }

  /// `H`: the needs of proposals with at least one eligible pair.
  private func wantedByGroup() -> (byGroup: [String: Double], byRegion: [String: Double]) {
    var groups: [String: Rational] = [:]
    var regions: [String: Rational] = [:]
    for index in Set(eligible.map(\.proposal)) {
      let proposal = proposals[index]
      let group = group(ofProposal: index)
      groups[group] = (groups[group] ?? .zero) + proposal.need
      regions[proposal.recipient] = (regions[proposal.recipient] ?? .zero) + proposal.need
    }
    return (groups.mapValues(\.double), regions.mapValues(\.double))
  }

  private func needWeights(
    _ groups: [String: Double], _ regions: [String: Double]
  ) -> [String: Double] {
    if !regions.keys.contains(where: { measures[$0] ?? .zero > .zero }) { return groups }
    var weights: [String: Double] = [:]
    for (group, wanted) in groups {
      let region = String(group.prefix { $0 != "/" })
      if let own = measures[group], group != region {
        weights[group] = own.double
      } else {
        weights[group] = (measures[region]?.double ?? 0) * wanted / regions[region]!
      }
    }
    return weights
  }
}
