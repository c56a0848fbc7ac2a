import Optimisation
import Round

extension IntegerProgram {
  /// `Σr z[d,r] <= max_recipients_per_donor` for each donor `d`.
  mutating func addRecipientsPerDonor() throws(ProgramError) {
    guard let most = round.policy.maxRecipientsPerDonor else { return }
    for donor in round.donors.indices {
      let used = pairSwitches { $0.donor == donor }
      if used.count > most { _ = try allocation.program.addRow(used, .atMost(Double(most))) }
    }
  }
}
