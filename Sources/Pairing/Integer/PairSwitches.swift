import Optimisation
import Round

extension IntegerProgram {
  /// `z[d,r]`: `Y[d,r] <= most[d,r]·z[d,r]` for each pair that can carry money, `most` as small as the rules on the pair alone make it.
  ///
  /// A pair that the policy fixes is used; one that cannot carry `min_pairing` is not.
  mutating func addPairSwitches() throws(ProgramError) {
    let least = round.policy.minPairing ?? 0
    for pair in round.openPairs {
      guard let total = allocation.pairTotals[pair] else { continue }
      let most = round.pairCeiling(tickets[pair] ?? [])
      let used = try addSwitch(.pair(pair), mayBeOn: most >= least && most > 0)
      try tie([Term(1, total)], to: used, least: 0, most: most)
    }
  }

  /// The pair switches of a donor or a recipient.
  func pairSwitches(where isOne: (DonorRecipient) -> Bool) -> [Term] {
    round.openPairs.filter(isOne).compactMap { pair in switches[.pair(pair)].map { Term(1, $0) } }
  }
}
