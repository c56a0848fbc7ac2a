/// The hard rules: section 3 of the formulation.
extension PlanCheck {
  /// Rules with a number on their right side hold exactly.
  func moneyRules() {
    let policy = round.policy
    let paid = units.reduce(into: [Int: [Int: Int]]()) { paid, entry in
      paid[entry.key.offer, default: [:]].merge(entry.value, uniquingKeysWith: +)
    }
    for (index, offer) in round.offers.enumerated() {
      for year in round.years {
        atMost(
          "budget \(offer.id) \(year)", paid[index]?[year] ?? 0, offer.budget[year] ?? .zero)
      }
    }
    let byProposal = totals { $0.proposal }
    for (index, proposal) in round.proposals.enumerated() {
      atMost("need \(proposal.id)", byProposal[index] ?? 0, proposal.need)
    }
    for (key, amount) in totals(by: { [offer($0).donor, proposal($0).id] }) {
      let need = round.proposals[proposalIndex[key[1]]!].need
      if need >= policy.coInvestmentAbove {
        atMost("co-investment \(key[0]) \(key[1])", amount, policy.maxDonorShare * need)
      }
    }
    for (pair, amount) in totals(by: pairing) {
      atMost(
        "concentration \(pair)", amount,
        policy.maxRecipientShare * (round.donorBudget[pair.donor] ?? .zero))
    }
    for (key, amount) in totals(by: { [offer($0).id, proposal($0).recipient] }) {
      let offer = round.offers[offerIndex[key[0]]!]
      atMost(
        "own limit \(key[0]) \(key[1])", amount, offer.maxSharePerRecipient * offer.total)
    }
  }

  private func atMost(_ rule: String, _ units: Int, _ limit: Rational) {
    require(
      Rational(units) <= limit * Rational(unitsPerM),
      "\(rule): \(inM(units)) is more than \(limit.double) M")
  }

  /// Diversification and fixed pairs may fall short by one unit per ticket-year involved.
  func unitRules() {
    let policy = round.policy
    let regionAllowance = round.ticketYears { proposal($0).recipient }
    let byRegion = totals { proposal($0).recipient }
    let bySector = totals { [proposal($0).recipient, proposal($0).sector] }
    for (recipient, sectors) in round.openSectors() {
      let share = max(policy.maxSectorShare, Rational(1) / Rational(sectors.count))
      let inRegion = byRegion[recipient] ?? 0
      for sector in sectors {
        let inSector = bySector[[recipient, sector]] ?? 0
        require(
          Rational(inSector)
            <= share * Rational(inRegion) + Rational(regionAllowance[recipient] ?? 0),
          "diversification \(recipient) \(sector): \(inM(inSector)) of \(inM(inRegion))")
      }
    }
    let pairAllowance = round.ticketYears(by: pairing)
    let byPair = totals(by: pairing)
    for (pair, amount) in policy.fixedPairs {
      let given = byPair[pair] ?? 0
      require(
        Rational(given + (pairAllowance[pair] ?? 0)) >= amount * Rational(unitsPerM),
        "fixed pair \(pair): \(inM(given)) of \(amount.double) M")
    }
  }

  /// Expertise is given to who asks for it, within offers and needs, to 1e-6.
  func expertiseRules() {
    for ticket in plan.expertise {
      let name = "expertise \(ticket.offer) \(ticket.proposal)"
      guard let offer = offerIndex[ticket.offer], let proposal = proposalIndex[ticket.proposal]
      else {
        require(false, "\(name): no such offer or proposal")
        continue
      }
      let pair = RoundModel.Pair(offer: offer, proposal: proposal)
      require(round.mayHelp(pair), "\(name): may not be")
      require(months[pair] == nil, "\(name): stands twice")
      require(ticket.months >= 0, "\(name): \(ticket.months) months")
      months[pair] = ticket.months
    }
    for (index, offer) in round.offers.enumerated() where offer.isExpertise {
      monthsAtMost(
        "expertise offer \(offer.id)", months.filter { $0.key.offer == index }, offer.total)
    }
    for (index, proposal) in round.proposals.enumerated() {
      monthsAtMost(
        "expertise need \(proposal.id)", months.filter { $0.key.proposal == index },
        proposal.months)
    }
  }

  private func monthsAtMost(
    _ rule: String, _ given: [RoundModel.Pair: Double], _ limit: Rational
  ) {
    let sum = given.values.reduce(0, +)
    require(
      sum <= limit.double + 1e-6 * max(1, limit.double),
      "\(rule): \(sum) months of \(limit.double)")
  }
}
