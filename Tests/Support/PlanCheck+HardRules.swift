/// The hard rules: section 3 of the formulation.
extension PlanCheck {
  /// Rules with a number on their right side hold exactly.
  func moneyRules() {
    let policy = round.policy
    for (index, offer) in round.offers.enumerated() where !offer.isExpertise {
      for year in round.years {
        let paid = units.filter { $0.key.offer == index }.values.compactMap { $0[year] }
          .reduce(0, +)
        atMost("budget \(offer.id) \(year)", paid, offer.budget[year] ?? .zero)
      }
      let given = units.filter { $0.key.offer == index }
      for recipient in Set(given.keys.map { proposal($0).recipient }).sorted() {
        atMost(
          "own limit \(offer.id) \(recipient)",
          total { $0.offer == index && proposal($0).recipient == recipient },
          offer.maxSharePerRecipient * offer.total)
      }
    }
    for (index, proposal) in round.proposals.enumerated() {
      atMost("need \(proposal.id)", total { $0.proposal == index }, proposal.need)
      guard proposal.need >= policy.coInvestmentAbove else { continue }
      for donor in round.donorBudget.keys.sorted() {
        atMost(
          "co-investment \(donor) \(proposal.id)",
          total { $0.proposal == index && offer($0).donor == donor },
          policy.maxDonorShare * proposal.need)
      }
    }
    for (pair, amount) in totals(by: pairing).sorted(by: { $0.key < $1.key }) {
      atMost(
        "concentration \(pair)", amount,
        policy.maxRecipientShare * (round.donorBudget[pair.donor] ?? .zero))
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
    for (recipient, sectors) in round.openSectors().sorted(by: { $0.key < $1.key }) {
      let share = max(policy.maxSectorShare, Rational(1) / Rational(sectors.count))
      let inRegion = total { proposal($0).recipient == recipient }
      let allowance = round.ticketYears { proposal($0).recipient == recipient }
      for sector in sectors.sorted() {
        let inSector = total {
          proposal($0).recipient == recipient && proposal($0).sector == sector
        }
        require(
          Rational(inSector) <= share * Rational(inRegion) + Rational(allowance),
          "diversification \(recipient) \(sector): \(inM(inSector)) of \(inM(inRegion))")
      }
    }
    for (pair, amount) in policy.fixedPairs {
      let given = total { pairing($0) == pair }
      let allowance = round.ticketYears { pairing($0) == pair }
      require(
        Rational(given + allowance) >= amount * Rational(unitsPerM),
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
