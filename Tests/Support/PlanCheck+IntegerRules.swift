/// The integer rules: section 4 of the formulation.
extension PlanCheck {
  /// Partners are counted exactly; smallest amounts may fall short by one unit per ticket-year involved.
  func integerRules() {
    let used = Set(totals(by: pairing).filter { $0.value > 0 }.keys)
    partners("max_recipients_per_donor", round.policy.maxRecipientsPerDonor, used.map(\.donor))
    partners(
      "max_donors_per_recipient", round.policy.maxDonorsPerRecipient, used.map(\.recipient))
    smallest("min_pairing", by: pairing, least: { _ in round.policy.minPairing })
    smallest(
      "min_funding", by: { $0.proposal },
      least: { round.proposals[$0].minFunding * round.proposals[$0].need })
    smallest("min_ticket", by: { $0 }, least: { round.offers[$0.offer].minTicket })
  }

  private func partners(_ rule: String, _ most: Rational?, _ parties: [String]) {
    guard let most else { return }
    for (party, times) in Dictionary(grouping: parties, by: { $0 }).mapValues(\.count)
      .sorted(by: { $0.key < $1.key })
    {
      require(Rational(times) <= most, "\(rule) \(party): \(times) partners")
    }
  }

  /// Nothing, or at least so many M.
  private func smallest<Key: Hashable>(
    _ rule: String, by key: (RoundModel.Pair) -> Key, least: (Key) -> Rational
  ) {
    let allowances = round.ticketYears(by: key)
    for (key, amount) in totals(by: key) where amount > 0 {
      let limit = least(key) * Rational(unitsPerM)
      require(
        Rational(amount + (allowances[key] ?? 0)) >= limit,
        "\(rule) \(key): \(inM(amount)) is less than \(least(key).double) M")
    }
  }
}
