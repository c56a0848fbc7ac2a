/// What follows from a round's records: section 1 of the formulation.
extension RoundModel {
  mutating func derive() {
    for offer in offers {
      donorAreas[offer.donor, default: []].formUnion(offer.areas)
      if !offer.isExpertise {
        donorBudget[offer.donor, default: .zero] =
          donorBudget[offer.donor, default: .zero] + offer.total
      }
    }
    for (pair, mt) in coal {
      donorCoal[pair.donor, default: .zero] = donorCoal[pair.donor, default: .zero] + mt
    }
    eligible = offers.indices.flatMap { offer in
      proposals.indices.map { Pair(offer: offer, proposal: $0) }.filter(mayFund)
    }
    isEligible = Set(eligible)
    quality = qualities()
  }

  private func mayFund(_ pair: Pair) -> Bool {
    let (offer, proposal) = (offers[pair.offer], proposals[pair.proposal])
    return !offer.isExpertise
      && proposal.instruments?.contains(offer.instrument) ?? true
      && offer.sectors?.contains(proposal.sector) ?? true
      && offer.recipients?.contains(proposal.recipient) ?? true
      && offer.donor != proposal.recipient
      && !policy.forbiddenPairs.contains(regions(pair))
      && proposal.draw.keys.allSatisfy { offer.budget[$0] != nil }
  }

  /// Whether an expertise offer can give months to a proposal.
  func mayHelp(_ pair: Pair) -> Bool {
    let (offer, proposal) = (offers[pair.offer], proposals[pair.proposal])
    return offer.isExpertise
      && !offer.areas.isDisjoint(with: proposal.areas)
      && offer.recipients?.contains(proposal.recipient) ?? true
      && offer.donor != proposal.recipient
      && proposal.months > .zero
  }

  func regions(_ pair: Pair) -> RegionPair {
    RegionPair(donor: offers[pair.offer].donor, recipient: proposals[pair.proposal].recipient)
  }

  /// `q[p] = readiness · Σi w[i] · (benefit/N) / norm[i]`, over indicators with a norm above 0.
  private func qualities() -> [Double] {
    let needs = proposals.map(\.need).sum()
    let usual = ["jobs", "co2_avoided_t", "value_added"]
    let weights =
      policy.weights.isEmpty
      ? Dictionary(uniqueKeysWithValues: usual.map { ($0, Rational.one) }) : policy.weights
    var norms: [String: Rational] = [:]
    for (indicator, weight) in weights where weight > .zero {
      let norm = proposals.map { $0.benefits[indicator] ?? .zero }.sum() / needs
      if norm > .zero { norms[indicator] = norm }
    }
    let sum = norms.keys.map { weights[$0] ?? .zero }.sum()
    return proposals.map { proposal in
      if norms.isEmpty { return proposal.readiness.double }
      let yields = norms.map { indicator, norm in
        (weights[indicator] ?? .zero) / sum * (proposal.benefits[indicator] ?? .zero)
          / proposal.need / norm
      }
      return (proposal.readiness * yields.sum()).double
    }
  }

  /// The share of what a donor received that came from the recipient.
  func coalShare(_ pair: RegionPair) -> Rational {
    guard let all = donorCoal[pair.donor], all > .zero else { return .zero }
    return (coal[pair] ?? .zero) / all
  }

  /// `v[o,p] = q[p] · a[d(o),p]`.
  func value(_ pair: Pair) -> Double {
    let regions = regions(pair)
    let asked = proposals[pair.proposal].areas
    let met = asked.intersection(donorAreas[regions.donor] ?? []).count
    let alignment = asked.isEmpty ? .zero : Rational(met) / Rational(asked.count)
    let affinity =
      Rational.one + policy.bondBonus * coalShare(regions) + policy.alignmentBonus * alignment
      + (partners.contains(regions) ? policy.pairingBonus : .zero)
    return quality[pair.proposal] * affinity.double
  }

  /// What the bonds ask for, in M: those with an eligible pair, and the sum of those without one.
  func bondTargets() -> (reachable: [RegionPair: Double], unreachable: Double) {
    let open = Set(eligible.map(regions))
    var reachable: [RegionPair: Double] = [:]
    var unreachable = 0.0
    for pair in coal.keys where coalShare(pair) > .zero {
      let budget = donorBudget[pair.donor] ?? .zero
      let target = (policy.reciprocityShare * coalShare(pair) * budget).double
      if open.contains(pair) { reachable[pair] = target } else { unreachable += target }
    }
    return (reachable, unreachable)
  }

  /// The sectors in which each recipient has an eligible pair.
  func openSectors() -> [String: Set<String>] {
    var sectors: [String: Set<String>] = [:]
    for pair in eligible {
      let proposal = proposals[pair.proposal]
      sectors[proposal.recipient, default: []].insert(proposal.sector)
    }
    return sectors
  }

  /// Whether any integer rule is on.
  var hasIntegerRules: Bool {
    policy.maxRecipientsPerDonor != nil || policy.maxDonorsPerRecipient != nil
      || policy.minPairing > .zero
      || eligible.contains {
        offers[$0.offer].minTicket > .zero || proposals[$0.proposal].minFunding > .zero
      }
  }

  /// How many (offer, proposal, year) could carry money, by something that each pair has: each may
  /// have lost a unit of the currency to rounding.
  func ticketYears<Key: Hashable>(by key: (Pair) -> Key) -> [Key: Int] {
    eligible.reduce(into: [:]) { counts, pair in
      counts[key(pair), default: 0] += proposals[pair.proposal].draw.count
    }
  }

  /// The same over the whole round.
  var ticketYears: Int { ticketYears { _ in 0 }[0] ?? 0 }
}
