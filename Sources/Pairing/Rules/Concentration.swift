import Optimisation
import Round

extension Allocation {
  /// `Y[d,r] <= max_recipient_share·B[d]` for each pair: no donor gives all to one.
  mutating func addConcentration() throws(ProgramError) {
    guard round.policy.maxRecipientShare < 1 else { return }
    for pair in round.openPairs {
      guard let total = pairTotals[pair] else { continue }
      let limit = round.policy.maxRecipientShare * round.donors[pair.donor].money
      _ = try program.addRow([Term(1, total)], .atMost(limit))
    }
  }
}
