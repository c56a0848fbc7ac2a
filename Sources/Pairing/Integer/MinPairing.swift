import Optimisation
import Round

extension IntegerProgram {
  /// `Y[d,r]` is 0 or at least `min_pairing` M: `Y[d,r] >= min_pairing·z[d,r]`.
  mutating func addMinPairing() throws(ProgramError) {
    guard let least = round.policy.minPairing, least > 0 else { return }
    for pair in round.openPairs {
      guard let total = allocation.pairTotals[pair], let used = switches[.pair(pair)] else {
        continue
      }
      _ = try allocation.program.addRow([Term(1, total), Term(-least, used)], .atLeast(0))
    }
  }
}
