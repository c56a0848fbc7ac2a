import Records

extension PlansDocument {
  /// nil with a conflict.
  public var recommendedPlan: Plan? { plans.first { $0.id == recommended } }
}

/// Amounts of two plans that differ by less are alike, in M: rounding to whole units moves a few of them.
private let alike = 1e-5

extension PairingChange {
  /// The pairings that are not alike in two plans, the largest change first.
  public static func changes(from older: [Pairing], to newer: [Pairing]) -> [PairingChange] {
    func amounts(_ pairings: [Pairing]) -> [EarlierPlan.Amount] {
      pairings.map { .init(donor: $0.donor, recipient: $0.recipient, amount: $0.amount) }
    }
    return changes(from: amounts(older), to: amounts(newer))
  }

  public static func changes(
    from older: [EarlierPlan.Amount], to newer: [EarlierPlan.Amount]
  ) -> [PairingChange] {
    struct Pair: Hashable {
      var donor: RegionCode
      var recipient: RegionCode
    }
    var amounts: [Pair: (older: Double, newer: Double)] = [:]
    for pairing in older {
      let pair = Pair(donor: pairing.donor, recipient: pairing.recipient)
      amounts[pair, default: (0, 0)].older += pairing.amount
    }
    for pairing in newer {
      let pair = Pair(donor: pairing.donor, recipient: pairing.recipient)
      amounts[pair, default: (0, 0)].newer += pairing.amount
    }
    return amounts.filter { abs($0.value.newer - $0.value.older) > alike }
      .map {
        PairingChange(
          donor: $0.key.donor, recipient: $0.key.recipient, older: $0.value.older,
          newer: $0.value.newer)
      }
      .sorted {
        let (left, right) = (abs($0.newer - $0.older), abs($1.newer - $1.older))
        return left != right
          ? left > right : ($0.donor, $0.recipient) < ($1.donor, $1.recipient)
      }
  }
}

extension FundingChange {
  /// The proposals that two plans fund otherwise, the largest change first.
  public static func changes(
    from older: [Ticket], to newer: [Ticket], olderNeeds: [ProposalID: Double],
    newerNeeds: [ProposalID: Double]
  ) -> [FundingChange] {
    func funding(_ tickets: [Ticket]) -> [ProposalID: Double] {
      tickets.reduce(into: [:]) { $0[$1.proposal, default: 0] += $1.amount }
    }
    let (before, after) = (funding(older), funding(newer))
    return Set(before.keys).union(after.keys)
      .map {
        FundingChange(
          proposal: $0, older: before[$0] ?? 0, newer: after[$0] ?? 0,
          olderNeed: olderNeeds[$0], newerNeed: newerNeeds[$0])
      }
      .filter { abs($0.newer - $0.older) > alike }
      .sorted {
        let (left, right) = (abs($0.newer - $0.older), abs($1.newer - $1.older))
        return left != right ? left > right : $0.proposal < $1.proposal
      }
  }
}
