/// Tickets: who may fund what, in whole units, in the years in which the proposal draws.
extension PlanCheck {
  func tickets() {
    require(
      document.eligiblePairs == round.eligible.count,
      "eligible_pairs: \(document.eligiblePairs), should be \(round.eligible.count)")
    for ticket in plan.tickets {
      let name = "ticket \(ticket.offer) \(ticket.proposal)"
      guard let offer = offerIndex[ticket.offer], let proposal = proposalIndex[ticket.proposal]
      else {
        require(false, "\(name): no such offer or proposal")
        continue
      }
      let pair = RoundModel.Pair(offer: offer, proposal: proposal)
      require(round.isEligible.contains(pair), "eligible: \(name) may not be")
      require(units[pair] == nil, "\(name): stands twice")
      units[pair] = wholeUnits(of: ticket, name)
      checkYears(units[pair] ?? [:], of: pair, name)
    }
  }

  private func wholeUnits(
    of ticket: PublishedPlan.Ticket, _ name: String
  ) -> [Int: Int] {
    var years: [Int: Int] = [:]
    for (text, amount) in ticket.byYear {
      guard let year = Int(text), let units = TestSupport.units(amount) else {
        require(false, "units: \(name) has \(amount) in \(text)")
        continue
      }
      require(units >= 0, "units: \(name) has \(amount) in \(text)")
      years[year] = units
    }
    require(
      TestSupport.units(ticket.amount) == years.values.reduce(0, +),
      "ticket sum: \(name) of \(ticket.amount) is not the sum of its years")
    return years.filter { $0.value != 0 }
  }

  /// Whether one `x` explains all years: `floor(f·x + 0.001) - 1 <= units <= floor(f·x + 0.001)`.
  private func checkYears(_ years: [Int: Int], of pair: RoundModel.Pair, _ name: String) {
    let draw = proposal(pair).draw
    for year in years.keys.sorted() {
      require(draw[year] != nil, "draw: \(name) pays in \(year), when nothing is drawn")
    }
    let grain = Rational(1) / Rational(1000)
    let least = draw.map { (Rational(years[$0] ?? 0) - grain) / $1 }.max() ?? .zero
    let most = draw.map { (Rational(years[$0] ?? 0) + Rational(2) - grain) / $1 }.min() ?? .zero
    require(least < most, "draw: the years of \(name) do not follow the draw profile")
  }

  /// The tickets' table says the same as `plans.json`: one row per ticket with `offer`, `proposal`,
  /// `amount` and a column per year. Rows of expertise offers may stand there too.
  func ticketTable(_ table: DelimitedText) {
    var unseen = Dictionary(
      plan.tickets.map { ([$0.offer, $0.proposal], $0) }, uniquingKeysWith: { first, _ in first })
    // A header may say more than the name: `amount (M)`.
    let names = table.header.map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
    for row in DelimitedText(header: names, rows: table.rows).records {
      let (offer, proposal) = (row["offer"] ?? "", row["proposal"] ?? "")
      if let index = offerIndex[offer], round.offers[index].isExpertise { continue }
      guard let ticket = unseen.removeValue(forKey: [offer, proposal]) else {
        require(false, "tickets.csv: \(offer) \(proposal) is not in plans.json, or stands twice")
        continue
      }
      func say(_ column: String) -> Rational? { row[column].flatMap(Rational.init(decimal:)) }
      require(
        say("amount") == Rational(shortest: ticket.amount),
        "tickets.csv: amount of \(offer) \(proposal)")
      for year in round.years {
        let published = ticket.byYear[String(year)].flatMap(Rational.init(shortest:)) ?? .zero
        require(
          (say(String(year)) ?? .zero) == published, "tickets.csv: \(offer) \(proposal) in \(year)")
      }
    }
    for key in unseen.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      require(false, "tickets.csv: \(key.joined(separator: " ")) is missing")
    }
  }
}
