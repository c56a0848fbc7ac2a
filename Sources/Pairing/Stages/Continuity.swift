import Optimisation
import Plans
import Round

extension Allocation {
  /// No office likes its partners changed without need: with the benefit kept at `V - within·|V|`, minimises
  /// `Σ{d,r} |Y[d,r] - Yprev[d,r]| = D`; kept as `<= D + 1e-9·max(1, ΣB)`. Then benefit is maximised again.
  ///
  /// Pairs of the earlier plan that no money can reach now count whole, whatever is planned.
  mutating func solveContinuity(
    with earlier: EarlierPlan, keep: Double?, options: SimplexOptions, watch: PlanningWatch
  ) throws -> StageValue {
    let before = earlierAmounts(earlier)
    try relaxBenefit(within: round.policy.continuityWithin ?? 0)
    let deviations = try deviationColumns(before.open)
    let terms = deviations.map { Term(1, $0) }
    try program.setObjective(.minimise, terms)
    let least = try optimise("continuity", options, watch: watch)
    prove(.deviation, least)
    let moved = max(0, least.value)
    let kept = keep.map { $0 > 0 ? moved / $0 : Double.greatestFiniteMagnitude } ?? moved
    if kept < .greatestFiniteMagnitude, !terms.isEmpty {
      let slack = 1e-9 * max(1, round.offers.reduce(0) { $0 + $1.total })
      try addLimit(RuleName(.continuity), terms, atMost: kept + slack)
    }
    return StageValue(stage: .continuity, value: moved + before.lost)
  }

  /// `Yprev` of the pairs that can carry money, and the sum over those that cannot.
  private func earlierAmounts(_ earlier: EarlierPlan) -> (
    open: [DonorRecipient: Double], lost: Double
  ) {
    let donors = Dictionary(
      uniqueKeysWithValues: zip(round.donors.map(\.code), round.donors.indices))
    let recipients = Dictionary(
      uniqueKeysWithValues: zip(round.recipients.map(\.code), round.recipients.indices))
    var open: [DonorRecipient: Double] = [:]
    var lost = 0.0
    for entry in earlier.pairings {
      guard let donor = donors[entry.donor], let recipient = recipients[entry.recipient],
        pairTotals[DonorRecipient(donor: donor, recipient: recipient)] != nil
      else {
        lost += entry.amount
        continue
      }
      open[DonorRecipient(donor: donor, recipient: recipient), default: 0] += entry.amount
    }
    return (open, lost)
  }

  /// `deviation >= Y - Yprev` and `>= Yprev - Y`, one column for each pair that can carry money.
  private mutating func deviationColumns(
    _ before: [DonorRecipient: Double]
  ) throws(ProgramError) -> [Column] {
    if let columns = added.deviations { return columns }
    var columns: [Column] = []
    for pair in round.openPairs {
      guard let total = pairTotals[pair] else { continue }
      let previous = before[pair] ?? 0
      let most = max(previous, program.bounds(of: total).upper ?? previous)
      let deviation = try program.addColumn(.between(0, most))
      let rule = RuleName(.continuity)
      try addTie(
        rule, [Term(1, deviation), Term(-1, total)], .atLeast(-previous),
        certified: round.row(.above, pair))
      if previous > 0 {
        try addTie(
          rule, [Term(1, deviation), Term(1, total)], .atLeast(previous),
          certified: round.row(.below, pair))
      }
      columns.append(deviation)
    }
    added.deviations = columns
    return columns
  }
}
