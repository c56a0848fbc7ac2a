import Optimisation
import Round

extension IntegerProgram {
  /// `Σd z[d,r] <= max_donors_per_recipient` for each recipient `r`.
  mutating func addDonorsPerRecipient() throws(ProgramError) {
    guard let most = round.policy.maxDonorsPerRecipient else { return }
    for recipient in round.recipients.indices {
      let used = pairSwitches { $0.recipient == recipient }
      if used.count > most { _ = try allocation.program.addRow(used, .atMost(Double(most))) }
    }
  }
}
