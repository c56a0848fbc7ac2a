import Plans
import Records
import Round

/// Rules that cannot hold together, although without any one of them the rest can: places among the round's fixed pairs and
/// among the allocation's limits.
struct IrreducibleSet {
  var fixedPairs: [Int]
  var limits: [Int]

  var count: Int { fixedPairs.count + limits.count }
}

extension RelaxedRules {
  /// Which kinds of limits are tried first for being set aside, two ways: what stays is what a planner reads. One share of
  /// the policy says more than forty budgets.
  private static let orders: [[RuleName.Kind]] = [
    [.budget, .need, .coInvestment, .ownLimit, .diversification, .concentration],
    [.need, .budget, .coInvestment, .ownLimit, .diversification, .concentration],
  ]

  /// An irreducible set of some of the fixed pairs `pairs` and some of the limits; nil where they can hold.
  ///
  /// By the deletion filter (Chinneck & Dravnieks 1991): a rule is set aside for good if the rest still cannot hold. First the
  /// fixed pairs with every limit in force, then whole kinds of limits, then limits one by one: a rule that was needed with more
  /// rules beside it is needed with fewer too. Only rules with a multiplier in a proof that the rest cannot hold (Farkas) are
  /// tried; that those are enough is solved, not believed.
  mutating func irreducibleSet(
    of pairs: [Int], _ watch: PlanningWatch
  ) throws -> IrreducibleSet? {
    guard try !canHold(pairs, with: allLimits, watch) else { return nil }
    let suspects = pairs.filter { hasPrice(fixedPair: $0) }
    var core = try canHold(suspects, with: allLimits, watch) ? pairs : suspects
    for pair in core {
      let without = core.filter { $0 != pair }
      if try !canHold(without, with: allLimits, watch) { core = without }
    }
    var smallest: IrreducibleSet?
    for order in Self.orders {
      let limits = try irreducibleLimits(against: core, order, watch)
      if smallest.map({ limits.count < $0.limits.count }) ?? true {
        smallest = IrreducibleSet(fixedPairs: core, limits: limits)
      }
    }
    return smallest
  }

  private mutating func irreducibleLimits(
    against pairs: [Int], _ order: [RuleName.Kind], _ watch: PlanningWatch
  ) throws -> [Int] {
    var core = allLimits
    for kind in order {
      let without = core.filter { self.kind(of: $0) != kind }
      if try without.count < core.count && !canHold(pairs, with: without, watch) { core = without }
    }
    guard try !canHold(pairs, with: core, watch) else { return core }
    let suspects = core.filter { hasPrice($0) }
    if try !canHold(pairs, with: suspects, watch) { core = suspects }
    for kind in order {
      for limit in core where self.kind(of: limit) == kind {
        let without = core.filter { $0 != limit }
        if try !canHold(pairs, with: without, watch) { core = without }
      }
    }
    return core
  }
}
