import Records

/// A pair that the policy fixes: `Y[d,r] >= amount`.
public struct FixedPairRule: Sendable {
  public let record: FixedPair
  /// nil where the donor offers nothing or the recipient has no proposal: then the rule cannot hold.
  public let pair: DonorRecipient?

  static func rules(
    _ records: [FixedPair], donors: [RegionCode: Int], recipients: [RegionCode: Int]
  ) -> [FixedPairRule] {
    records.sorted { ($0.donor, $0.recipient, $0.amount) < ($1.donor, $1.recipient, $1.amount) }
      .map { record in
        guard let donor = donors[record.donor], let recipient = recipients[record.recipient] else {
          return FixedPairRule(record: record, pair: nil)
        }
        return FixedPairRule(
          record: record, pair: DonorRecipient(donor: donor, recipient: recipient))
      }
  }
}

extension FixedPairRule {
  /// What counts as nothing, in M: a tenth of the currency's unit, and beyond what a solver can tell of a large amount.
  public var slack: Double { max(1e-7, 1e-12 * record.amount) }
}
