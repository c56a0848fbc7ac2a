import Records

extension Round {
  /// Whether any integer rule is on.
  public var hasIntegerRules: Bool { limitsPairs || !minTickets.isEmpty || !minFundings.isEmpty }

  /// Whether a rule decides which pairs are used.
  public var limitsPairs: Bool {
    policy.maxRecipientsPerDonor != nil || policy.maxDonorsPerRecipient != nil
      || (policy.minPairing ?? 0) > 0
  }

  /// The eligible pairs whose offer sets a `min_ticket`, with that amount in M.
  public var minTickets: [(pair: Int, least: Double)] {
    eligible.indices.compactMap { pair in
      let least = offers[eligible.offer[pair]].record.minTicket
      return least > 0 ? (pair, least) : nil
    }
  }

  /// The projects with a `min_funding` that some offer may fund, with that amount in M.
  public var minFundings: [(project: Int, least: Double)] {
    projects.indices.compactMap { place in
      let project = projects[place]
      guard project.record.minFunding > 0, !eligible.pairs(ofProject: place).isEmpty else {
        return nil
      }
      return (place, project.record.minFunding * project.need)
    }
  }
}
