/// The lists that follow from the tickets: pairings and proposals that get less than they need.
extension PlanCheck {
  func pairings() {
    let amounts = totals(by: pairing).filter { $0.value > 0 }
    var unseen = Set(amounts.keys)
    var last = Double.infinity
    for (index, published) in plan.pairings.enumerated() {
      let name = "pairing \(published.regions)"
      require(
        published.rank == index + 1, "rank: \(name) has \(published.rank) in place \(index + 1)")
      require(unseen.remove(published.regions) != nil, "\(name): has no money, or stands twice")
      require(
        TestSupport.units(published.amount) == amounts[published.regions] ?? 0,
        "pairing amount: \(name) has \(published.amount), should be \(inM(amounts[published.regions] ?? 0))"
      )
      let benefit = benefit { pairing($0) == published.regions }
      require("pairing benefit: \(name)", published.benefit, equals: benefit)
      require(
        benefit <= last + 1e-6 * max(1, abs(benefit)),
        "rank: \(name) has more benefit than the one before")
      last = benefit
      pairingDetails(published, name)
    }
    for pair in unseen.sorted() { require(false, "pairing \(pair): is missing") }
  }

  private func pairingDetails(_ published: PublishedPlan.Pairing, _ name: String) {
    let mine = units.filter { pairing($0.key) == published.regions }
    var instruments: [String: Int] = [:]
    var years: [String: Int] = [:]
    for (pair, amounts) in mine {
      for (year, amount) in amounts {
        instruments[offer(pair).instrument, default: 0] += amount
        years[String(year), default: 0] += amount
      }
    }
    sameUnits("by_instrument: \(name)", published.byInstrument, instruments)
    sameUnits("by_year: \(name)", published.byYear, years)
    let proposals = mine.filter { !$0.value.isEmpty }.keys.map { proposal($0).id }
    require(
      published.proposals.count == Set(published.proposals).count
        && Set(published.proposals) == Set(proposals),
      "pairing proposals: \(name) has \(published.proposals), should be \(Set(proposals).sorted())")
    for (indicator, value) in published.indicators.sorted(by: { $0.key < $1.key }) {
      require(
        "indicator \(indicator): \(name)", value,
        equals: self.indicator(indicator) { pairing($0) == published.regions })
    }
    let given = months.filter { pairing($0.key) == published.regions }.values.reduce(0, +)
    require("person_months: \(name)", published.personMonths, equals: given)
  }

  private func sameUnits(
    _ name: String, _ published: [String: Double], _ own: [String: Int]
  ) {
    for key in Set(published.keys).union(own.keys).sorted() {
      require(
        TestSupport.units(published[key] ?? 0) == own[key] ?? 0,
        "\(name) has \(published[key] ?? 0) in \(key), should be \(inM(own[key] ?? 0))")
    }
  }

  /// `Σ v·x` over the pairs that `included` takes.
  func benefit(_ included: (RoundModel.Pair) -> Bool = { _ in true }) -> Double {
    units.filter { included($0.key) }.reduce(0) { sum, entry in
      sum + round.value(entry.key) * Double(entry.value.values.reduce(0, +)) / Double(unitsPerM)
    }
  }

  /// What the money of the pairs that `included` takes brings of an indicator.
  func indicator(
    _ name: String, _ included: (RoundModel.Pair) -> Bool = { _ in true }
  ) -> Double {
    units.filter { included($0.key) }.reduce(0) { sum, entry in
      let proposal = proposal(entry.key)
      let yield = (proposal.benefits[name] ?? .zero) / proposal.need
      return sum + yield.double * Double(entry.value.values.reduce(0, +)) / Double(unitsPerM)
    }
  }

  /// Exactly those are listed that get less than they need; within a unit per ticket-year both is right.
  func unfunded() {
    let listed = Dictionary(
      plan.unfunded.map { ($0.proposal, $0.funded) }, uniquingKeysWith: { first, _ in first })
    require(listed.count == plan.unfunded.count, "unfunded: a proposal stands twice")
    for id in listed.keys.sorted() {
      require(proposalIndex[id] != nil, "unfunded \(id): no such proposal")
    }
    let amounts = totals { $0.proposal }
    let allowances = round.ticketYears { $0.proposal }
    for (index, proposal) in round.proposals.enumerated() {
      let need = proposal.need * Rational(unitsPerM)
      let given = Rational(amounts[index] ?? 0)
      let allowance = Rational(allowances[index] ?? 0)
      if let funded = listed[proposal.id] {
        require("unfunded \(proposal.id)", funded, equals: (given / need).double)
        require(given < need, "unfunded \(proposal.id): has all it needs")
      } else {
        require(need - given <= allowance, "unfunded \(proposal.id): is missing")
      }
    }
  }
}
