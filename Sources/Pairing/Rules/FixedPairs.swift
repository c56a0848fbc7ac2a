import Optimisation
import Round

extension Allocation {
  /// `Y[d,r] >= amount` for each pair that the policy fixes.
  ///
  /// Call it only after `findConflict` has found none: a pair without any eligible project is passed over here.
  mutating func addFixedPairs() throws(ProgramError) {
    for rule in round.fixedPairs {
      guard let pair = rule.pair, let total = pairTotals[pair] else { continue }
      try addLimit(
        round.name(.fixedPair, pair), [Term(1, total)], atLeast: rule.record.amount - rule.slack)
    }
  }
}
