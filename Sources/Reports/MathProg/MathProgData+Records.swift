import Plans
import Records

extension MathProgData {
  /// The figures of the column that fairness goes by, those of communities under recipient and community.
  mutating func add(regions: [Region], of proposals: [Proposal], measure: String) {
    text.heading("Regions and communities: column \(measure)")
    var figures: [String: Double] = [:]
    var rows: [[String]] = []
    for region in regions {
      guard let figure = region.measures[measure] else { continue }
      figures[region.code.text] = figure
      rows.append([self.region(region.code), mathProgNumber(figure)])
    }
    text.table("param: REGIONS: measure", rows)

    var communities: [[String]] = []
    var met: Set<String> = []
    for proposal in proposals {
      guard let community = proposal.community else { continue }
      let code = "\(proposal.recipient.text)/\(community)"
      guard let figure = figures[code], met.insert(code).inserted else { continue }
      communities.append([
        region(proposal.recipient), names.symbol(community, .community), mathProgNumber(figure),
      ])
    }
    text.table("param: COMMUNITIES: community_measure", communities)
  }

  mutating func add(_ links: [Link]) {
    text.heading("Links")
    var rows: [[String]] = []
    for (row, link) in links.enumerated() {
      rows.append(
        pair(row, link.donor, link.recipient)
          + [mathProgNumber(link.coalMt), link.existingPairing ? "1" : "0"])
    }
    text.table("param: LINKS: coal_mt existing_pairing", rows)
  }

  mutating func add(_ offers: [Offer]) {
    text.heading("Offers")
    var rows: [[String]] = []
    var amounts: [[String]] = []
    var years: [[String]] = []
    for offer in offers {
      let id = names.symbol(offer.id.text, .offer)
      rows.append([
        id, region(offer.donor), names.symbol(offer.instrument.text, .instrument),
        mathProgNumber(offer.maxSharePerRecipient), mathProgNumber(offer.minTicket),
      ])
      switch offer.amount {
      case .total(let amount): amounts.append([id, mathProgNumber(amount)])
      case .byYear(let byYear):
        years += byYear.sorted { $0.key < $1.key }.map {
          [id, "\($0.key)", mathProgNumber($0.value)]
        }
      }
    }
    text.table("param: OFFERS: donor instrument max_share_per_recipient min_ticket", rows)
    text.table("param amount", amounts)
    text.table("param: OFFER_YEARS: amount_in_year", years)
    for offer in offers {
      let id = names.symbol(offer.id.text, .offer)
      set("offer_sectors", of: id, names.symbols(offer.sectors.map(\.text), .sector))
      set("offer_recipients", of: id, names.symbols(offer.recipients.map(\.text), .region))
      set("offer_areas", of: id, names.symbols(offer.policyAreas.map(\.text), .area))
    }
  }

  mutating func add(_ proposals: [Proposal]) {
    text.heading("Proposals")
    var rows: [[String]] = []
    var weights: [[String]] = []
    for proposal in proposals {
      let id = names.symbol(proposal.id.text, .proposal)
      var span = [".", "1"]
      switch proposal.draw {
      case .span(let start, let years): span = [start.map { "\($0)" } ?? ".", "\(years)"]
      case .weights(let byYear):
        weights += byYear.sorted { $0.key < $1.key }
          .map { [id, "\($0.key)", mathProgNumber($0.value)] }
      }
      rows.append(
        [
          id, region(proposal.recipient),
          proposal.community.map { names.symbol($0, .community) } ?? ".",
          names.symbol(proposal.sector.text, .sector), mathProgNumber(proposal.need),
          mathProgNumber(proposal.readiness),
        ] + span + [
          mathProgNumber(proposal.minFunding), mathProgNumber(proposal.expertiseMonths),
        ])
    }
    text.table(
      "param: PROPOSALS: recipient community sector need readiness start_year duration"
        + " min_funding expertise_need", rows)
    text.table("param: DRAW_YEARS: draw_weight", weights)
    for proposal in proposals {
      let id = names.symbol(proposal.id.text, .proposal)
      set("instruments", of: id, names.symbols(proposal.instruments.map(\.text), .instrument))
      set("proposal_areas", of: id, names.symbols(proposal.policyAreas.map(\.text), .area))
    }
    addIndicators(of: proposals)
  }

  private mutating func addIndicators(of proposals: [Proposal]) {
    let indicators = Set(proposals.flatMap(\.benefits.keys)).sorted()
    guard !indicators.isEmpty else { return }
    let columns = indicators.map { names.symbol($0.text, .indicator) }
    text.set("INDICATORS", columns)
    var rows: [[String]] = []
    for proposal in proposals {
      let figures = indicators.map { proposal.benefits[$0].map(mathProgNumber) ?? "." }
      rows.append([names.symbol(proposal.id.text, .proposal)] + figures)
    }
    text.table("param indicator: \(columns.joined(separator: " "))", rows)
  }

  mutating func add(_ earlier: EarlierPlan) {
    text.heading("Plan \(earlier.plan) of the run \(earlier.run), which continuity keeps to")
    text.parameter("continues", "1")
    var rows: [[String]] = []
    for (row, pairing) in earlier.pairings.enumerated() {
      rows.append(
        pair(row, pairing.donor, pairing.recipient) + [mathProgNumber(pairing.amount)])
    }
    text.table("param: PREVIOUS: previous_amount", rows)
  }
}
