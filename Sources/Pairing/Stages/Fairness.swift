import Optimisation
import Plans
import Round

extension Allocation {
  /// No region and no community left behind: the leximin-optimal levels `y[g] = min(1, Z[g]/ent[g])` of the groups with an entitlement.
  ///
  /// Each round maximises `t <= 1` with `Z[g] >= t·ent[g]` for every group not yet fixed, then fixes at `y* = t` (rounded down to 12
  /// decimals) the groups whose row has `w = ent·|dual| > min(1e-3, 1/(2·groups))`: those weights sum to 1 while `t < 1`, so
  /// there is one, and a group with weight can be no better off in any plan (Ogryczak & Śliwiński 2006, "On direct methods for
  /// lexicographic min-max optimization"). Fixed groups keep `Z[g] >= y*·ent - 1e-9·ent` as the lower bound of their total. In
  /// the end every group keeps `Z[g] >= (1 - tolerance)·y*·ent - 1e-9·ent`, `keep` in place of `1 - tolerance`.
  mutating func solveFairness(
    keep: Double?, options: SimplexOptions, watch: PlanningWatch
  ) throws -> StageValue {
    let ranked = round.groups.indices.filter { round.groups[$0].entitlement > 0 }
    let before = ranked.map { program.bounds(of: groupTotals[$0]) }
    // The level is counted in money, `t·Σ ent`: prices are then of the size of 1 in a round of any size.
    let whole = ranked.reduce(0) { $0 + round.groups[$1].entitlement }
    let level = try program.addColumn(.between(0, whole))
    var open: [(group: Int, row: Row)] = []
    for group in ranked {
      let entitlement = round.groups[group].entitlement
      let row = try program.addRow(
        [Term(1, groupTotals[group]), Term(-entitlement / whole, level)], .atLeast(0))
      open.append((group, row))
    }

    let threshold = min(1e-3, 1 / (2 * Double(max(1, ranked.count))))
    var levels: [Int: Double] = [:]
    var heldBy: [String: [RuleName]] = [:]
    while !open.isEmpty {
      try program.setObjective(.maximise, [Term(1, level)])
      let optimum = try optimise("fairness", options, watch: watch)
      let best = min(1, max(0, optimum.value / whole))
      let floored = roundedDown(best)
      let weights = open.map {
        round.groups[$0.group].entitlement / whole * abs(program.dual(of: $0.row))
      }
      let done = best >= 1 - 1e-9
      let fixed = open.indices.filter { done || weights[$0] > threshold }
      guard !fixed.isEmpty else {
        throw PlanningError.solver(step: "fairness", reason: "no group holds the level")
      }
      prove(
        .level, optimum, scale: whole,
        rows: open.map {
          (CertifiedRow(.level, group: round.groups[$0.group].name), .row($0.row, .lower))
        },
        fixes: fixed.map { round.groups[open[$0].group].name })
      // A region that is fixed here stands where the rules with a price in this round hold it.
      let holding = done ? [] : limits.filter { abs(price(of: $0.place)) > 1e-9 }.map(\.name)
      for place in fixed {
        levels[open[place].group] = floored
        if !done {
          heldBy[round.groups[open[place].group].name] = rules(holding, on: open[place].group)
        }
        try program.setBounds(of: open[place].row, .free)
        try raiseFloor(of: open[place].group, to: floored)
      }
      open = open.indices.filter { !fixed.contains($0) }.map { open[$0] }
    }

    try program.setBounds(of: level, .exactly(0))
    let kept = keep ?? (1 - round.policy.fairnessTolerance)
    for (group, bounds) in zip(ranked, before) {
      try program.setBounds(of: groupTotals[group], bounds)
      try raiseFloor(of: group, to: kept * (levels[group] ?? 0))
    }
    return StageValue(
      stage: .fairness,
      levels: named(ranked.map { ($0, levels[$0] ?? 0) }),
      entitlements: named(ranked.map { ($0, round.groups[$0].entitlement) }), heldBy: heldBy)
  }

  /// Those of `rules` that bear on a group: on its own region and proposals, or on money that may go there.
  private func rules(_ rules: [RuleName], on group: Int) -> [RuleName] {
    let members = round.projects.indices.filter { round.groupOfProject[$0] == group }
    let pairs = members.flatMap { round.eligible.pairs(ofProject: $0) }
    let proposals = Set(members.map { round.projects[$0].id })
    let offers = Set(pairs.map { round.offers[round.eligible.offer[$0]].id })
    let donors = Set(pairs.map { round.donors[round.partners(ofPair: $0).donor].code })
    let region = round.recipients[round.groups[group].recipient].code
    return rules.filter { rule in
      if let proposal = rule.proposal { return proposals.contains(proposal) }
      if let offer = rule.offer {
        return offers.contains(offer) && (rule.recipient ?? region) == region
      }
      if let donor = rule.donor { return donors.contains(donor) }
      return rule.recipient.map { $0 == region } ?? true
    }
  }

  /// `Z[g] >= level·ent - 1e-9·ent`, unless a higher floor stands already.
  private mutating func raiseFloor(of group: Int, to level: Double) throws(ProgramError) {
    let total = groupTotals[group]
    let entitlement = round.groups[group].entitlement
    var bounds = program.bounds(of: total)
    bounds.lower = max(bounds.lower ?? 0, (level - 1e-9) * entitlement)
    try program.setBounds(of: total, bounds)
    if added.floors.insert(group).inserted {
      let name = RuleName(.fairness, group: round.groups[group].name)
      limits.append(NamedLimit(name: name, place: .column(total, .lower)))
    }
  }

  private func named(_ values: [(Int, Double)]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: values.map { (round.groups[$0.0].name, $0.1) })
  }
}

/// Down to 12 decimals.
private func roundedDown(_ level: Double) -> Double { (level * 1e12).rounded(.down) / 1e12 }
