import Optimisation
import Plans
import Round

extension Allocation {
  /// `Y[d,r] <= max_recipient_share·B[d]` for each pair: no donor gives all to one.
  mutating func addConcentration() throws(ProgramError) {
    guard round.policy.maxRecipientShare < 1 else { return }
    for pair in round.openPairs {
      guard let total = pairTotals[pair] else { continue }
      let limit = round.policy.maxRecipientShare * round.donors[pair.donor].money
      try addLimit(round.name(.concentration, pair), [Term(1, total)], atMost: limit)
    }
  }
}

extension Round {
  /// The name of a rule about one pair.
  func name(_ rule: RuleName.Kind, _ pair: DonorRecipient) -> RuleName {
    RuleName(
      rule, donor: donors[pair.donor].code, recipient: recipients[pair.recipient].code)
  }

  /// The row of the certificate about one pair.
  func row(_ row: CertifiedRow.Kind, _ pair: DonorRecipient) -> CertifiedRow {
    CertifiedRow(
      row, donor: donors[pair.donor].code, recipient: recipients[pair.recipient].code)
  }
}
