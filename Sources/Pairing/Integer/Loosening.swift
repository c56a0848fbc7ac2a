import Optimisation
import Plans
import Round

/// A limit that a stage keeps and that integer rules may loosen: by the share `t` of `whole`.
struct LooseLimit {
  var place: Limit
  var whole: Double
}

extension Allocation {
  /// What the stages keep, each with what a share of it means: `Σ u <= kept + t·Σ targets`, `Z[g] >= kept - t·ent[g]`, and by the
  /// same pattern whatever else a list of stages keeps: a benefit by a share of itself, continuity by a share of all
  /// money, co-design by a share of its months.
  var looseLimits: [LooseLimit] {
    let entitlements = Dictionary(
      uniqueKeysWithValues: round.groups.map { ($0.name, $0.entitlement) })
    return limits.compactMap { limit in
      let whole: Double? =
        switch limit.name.rule {
        case .reciprocity: round.reachableTargets
        case .fairness: limit.name.group.flatMap { entitlements[$0] }
        case .benefit:
          added.benefits.first { .row($0.row, .lower) == limit.place }?.value.magnitude
        case .continuity: round.offers.reduce(0) { $0 + $1.total }
        case .coDesign: added.sharedWork.first { .row($0.row, .lower) == limit.place }?.floor
        default: nil
        }
      return whole.map { LooseLimit(place: limit.place, whole: $0) }
    }
  }

  /// Loosens what the stages keep by `share` for good.
  mutating func loosen(by share: Double) throws(ProgramError) {
    for limit in looseLimits {
      guard let kept = program.value(of: limit.place) else { continue }
      switch limit.place {
      case .row(let row, .upper):
        try program.setBounds(of: row, .atMost(kept + share * limit.whole))
      case .row(let row, .lower):
        try program.setBounds(of: row, .atLeast(kept - share * limit.whole))
      case .column(let column, _):
        var bounds = program.bounds(of: column)
        bounds.lower = max(0, kept - share * limit.whole)
        try program.setBounds(of: column, bounds)
      }
    }
  }

  /// A column `t` in `[0, 1]` by which everything that the stages keep is loosened; the limits themselves let go.
  mutating func addLoosening() throws(ProgramError) -> Column {
    let share = try program.addColumn(.between(0, 1))
    for limit in looseLimits {
      guard let kept = program.value(of: limit.place) else { continue }
      switch limit.place {
      case .row(let row, .upper):
        let terms = program.terms(of: row) + [Term(-limit.whole, share)]
        _ = try program.addRow(terms, .atMost(kept))
        try program.setBounds(of: row, .free)
      case .row(let row, .lower):
        let terms = program.terms(of: row) + [Term(limit.whole, share)]
        _ = try program.addRow(terms, .atLeast(kept))
        try program.setBounds(of: row, .free)
      case .column(let column, _):
        _ = try program.addRow([Term(1, column), Term(limit.whole, share)], .atLeast(kept))
        var bounds = program.bounds(of: column)
        bounds.lower = 0
        try program.setBounds(of: column, bounds)
      }
    }
    return share
  }

  /// Lets the benefit reached last go: it is maximised again.
  mutating func releaseBenefit() throws(ProgramError) {
    guard let kept = added.benefits.last else { return }
    try program.setBounds(of: kept.row, .free)
    limits.removeAll { $0.place == .row(kept.row, .lower) }
  }
}
