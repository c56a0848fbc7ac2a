import Plans
import Records
import Round

/// The hard rules of section 3, in whole units: those with a number on their right side hold exactly.
extension PublishedPlan {
  mutating func checkRules() {
    let used = used
    checkOffers(used)
    checkProjects(used)
    checkPairs(used)
    checkCells(used)
    checkMonths()
    checkIntegerRules(used)
  }

  private func sum(_ pairs: [Int]) -> Int { pairs.reduce(0) { $0 + amount($1) } }

  private mutating func atMost(_ units: Int, _ limit: Int, _ name: @autoclosure () -> String) {
    findings.require(
      units <= limit, name(), "is broken: \(millions(units)) M, allowed are \(millions(limit)) M",
      "被违反：\(millions(units)) M，允许 \(millions(limit)) M")
  }

  private mutating func checkOffers(_ used: [Int]) {
    let round = round
    for (offer, pairs) in Dictionary(grouping: used, by: { round.eligible.offer[$0] }) {
      let id = round.offers[offer].id
      for (place, year) in round.years.enumerated() {
        atMost(
          pairs.reduce(0) { $0 + units[$1][place] }, limits.budget(offer: offer, year: place),
          "rule budget \(id) \(year)")
      }
      guard let limit = limits.ownLimit(offer: offer) else { continue }
      for (recipient, pairs) in Dictionary(
        grouping: pairs, by: { round.partners(ofPair: $0).recipient })
      {
        atMost(sum(pairs), limit, "rule own-limit \(id) \(round.recipients[recipient].code)")
      }
    }
  }

  private mutating func checkProjects(_ used: [Int]) {
    let round = round
    for (place, pairs) in Dictionary(grouping: used, by: { round.eligible.project[$0] }) {
      let project = round.projects[place]
      atMost(sum(pairs), limits.need(project: place), "rule need \(project.id)")
      if let limit = limits.donorShare(project: place) {
        for (donor, pairs) in Dictionary(
          grouping: pairs, by: { round.partners(ofPair: $0).donor })
        {
          atMost(sum(pairs), limit, "rule co-investment \(round.donors[donor].code) \(project.id)")
        }
      }
      for pair in pairs {
        for (year, share) in project.draw.enumerated() where share == 0 && units[pair][year] > 0 {
          findings.add(
            "ticket \(round.offers[round.eligible.offer[pair]].id) → \(project.id)",
            "pays in \(round.years[year]), when nothing is drawn", "在不用款的 \(round.years[year]) 年付款")
        }
      }
    }
  }

  private mutating func checkPairs(_ used: [Int]) {
    let round = round
    let byPair = Dictionary(grouping: used) { round.partners(ofPair: $0) }
    for (pair, pairs) in byPair {
      if let limit = limits.recipientShare(donor: pair.donor) {
        atMost(sum(pairs), limit, "rule concentration \(round.name(pair))")
      }
    }
    // Rounding takes up to one unit from every ticket-year, also from those that it leaves nothing of.
    for (pair, fixed) in index.fixed {
      let given = sum(byPair[pair] ?? [])
      findings.require(
        millions(given + dust { $0 == pair }) >= fixed, "rule fixed-pair \(round.name(pair))",
        "is broken: \(millions(given)) M of \(fixed) M", "被违反：\(millions(given)) M，应为 \(fixed) M")
    }
  }

  /// Ticket-years in which the pairs of `included` could have lost a unit.
  private func dust(_ included: (DonorRecipient) -> Bool) -> Int {
    round.eligible.indices.reduce(0) { sum, pair in
      guard included(round.partners(ofPair: pair)) else { return sum }
      return sum + round.projects[round.eligible.project[pair]].draw.count { $0 > 0 }
    }
  }

  private mutating func checkCells(_ used: [Int]) {
    let (index, round) = (index, round)
    guard round.policy.maxSectorShare < 1 else { return }
    var cells = round.recipients.map { _ in [Sector: Int]() }
    for pair in used {
      let project = round.projects[round.eligible.project[pair]]
      cells[project.recipient][project.record.sector, default: 0] += amount(pair)
    }
    for (place, sectors) in cells.enumerated() where index.sectorShares[place] < 1 {
      let total = Double(sectors.values.reduce(0, +))
      let dust = Double(dust { $0.recipient == place })
      for (sector, units) in sectors {
        findings.require(
          Double(units) <= index.sectorShares[place] * total * (1 + 1e-12) + dust,
          "rule diversification \(round.recipients[place].code) \(sector)",
          "is broken: \(Double(units) / max(1, total)) of the region's money",
          "被违反：占该地区资金的 \(Double(units) / max(1, total))")
      }
    }
  }

  /// How many partners, and no amounts that are too small, but for the unit that rounding takes from each ticket-year.
  private mutating func checkIntegerRules(_ used: [Int]) {
    let (round, policy) = (round, round.policy)
    let byPair = Dictionary(grouping: used) { round.partners(ofPair: $0) }
    for (limit, key, rule) in [
      (policy.maxRecipientsPerDonor, \DonorRecipient.donor, "max_recipients_per_donor"),
      (policy.maxDonorsPerRecipient, \DonorRecipient.recipient, "max_donors_per_recipient"),
    ] {
      guard let limit else { continue }
      for (place, pairs) in Dictionary(grouping: byPair.keys, by: { $0[keyPath: key] }) {
        let code =
          key == \.donor ? round.donors[place].code : round.recipients[place].code
        findings.require(
          pairs.count <= limit, "rule \(rule) \(code)", "is broken: \(pairs.count) of \(limit)",
          "被违反：\(pairs.count) 个，上限 \(limit)")
      }
    }
    func atLeast(_ units: Int, _ dust: Int, _ least: Double, _ name: String) {
      findings.require(
        millions(units + dust) >= least * (1 - 1e-12), name,
        "is broken: \(millions(units)) M of \(least) M", "被违反：\(millions(units)) M，至少应为 \(least) M")
    }
    if let least = policy.minPairing {
      for (pair, pairs) in byPair {
        atLeast(
          sum(pairs), dust { $0 == pair }, least, "rule min_pairing \(round.name(pair))")
      }
    }
    for (place, pairs) in Dictionary(grouping: used, by: { round.eligible.project[$0] }) {
      let project = round.projects[place]
      let years = project.draw.count { $0 > 0 }
      atLeast(
        sum(pairs), round.eligible.pairs(ofProject: place).count * years,
        project.record.minFunding * project.need, "rule min_funding \(project.id)")
      for pair in pairs {
        let offer = round.offers[round.eligible.offer[pair]]
        atLeast(
          amount(pair), years, offer.record.minTicket,
          "rule min_ticket \(offer.id) \(project.id)")
      }
    }
  }

  private mutating func checkMonths() {
    var given: [OfferID: Double] = [:]
    var received: [ProposalID: Double] = [:]
    for ticket in plan.expertise {
      given[ticket.offer, default: 0] += ticket.months
      received[ticket.proposal, default: 0] += ticket.months
    }
    func most(_ limit: Double) -> Double { limit + 1e-9 * max(1, limit) }
    for (offer, months) in given.sorted(by: { $0.key < $1.key }) {
      guard let expert = index.experts[offer] else { continue }
      let limit = round.experts[expert].months
      findings.require(
        months <= most(limit), "rule expertise \(offer)", "is broken: \(months) months of \(limit)",
        "被违反：\(months) 人月，上限 \(limit)")
    }
    for (proposal, months) in received.sorted(by: { $0.key < $1.key }) {
      guard let project = index.projects[proposal] else { continue }
      let limit = round.projects[project].record.expertiseMonths
      findings.require(
        months <= most(limit), "rule expertise \(proposal)",
        "is broken: \(months) months of \(limit)", "被违反：\(months) 人月，上限 \(limit)")
    }
  }
}
