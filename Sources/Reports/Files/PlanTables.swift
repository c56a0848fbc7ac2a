import Plans
import Records
import Round

/// The CSV files of a run.
struct PlanTables {
  private let document: PlansDocument
  private let names: Names
  private let language: Language
  // One set of columns for all plans of a document, so that scripts can lay their files together.
  private let instruments: [Instrument]
  private let years: [String]
  private let indicators: [Indicator]

  init(_ document: PlansDocument, round: Round?) {
    self.document = document
    names = Names(round)
    language = round?.policy.fileLanguage ?? .en
    let pairings = document.plans.flatMap(\.pairings)
    let tickets = document.plans.flatMap(\.tickets)
    instruments = Set(pairings.flatMap(\.byInstrument.keys)).sorted()
    years = Set(
      pairings.flatMap(\.byYear.keys) + tickets.flatMap(\.byYear.keys)
        + (round?.years ?? []).map(String.init)
    ).sorted()
    indicators = Set(
      pairings.flatMap(\.indicators.keys) + document.plans.flatMap(\.scorecard.indicators.keys)
    ).sorted()
  }

  /// Whether any plan says what integer rules cost.
  private var hasIntegerRules: Bool { document.plans.contains { $0.integerStage != nil } }

  func ranking() -> [UInt8] {
    var table = CSVTable(
      header: ["rank", "plan", "profile", "status", "score", "benefit", "invested"]
        + indicators.map(\.text) + [
          "reciprocity_met", "lowest_level", "mean_level", "gini", "largest_pair_share", "pairings",
          "person_months", "distance", "gives_up",
        ] + (hasIntegerRules ? ["loosened", "lp_bound"] : []))
    for plan in document.plans {
      let card = plan.scorecard
      table.append(
        [
          .whole(plan.rank), .text(plan.id), .text(plan.profile), .text(plan.status.rawValue),
          .number(plan.score), .number(card.benefit), .number(card.invested),
        ] + indicators.map { .number(orEmpty: card.indicators[$0]) } + [
          .number(card.reciprocityMet), .number(card.lowestLevel), .number(card.meanLevel),
          .number(card.gini), .number(card.largestPairShare), .whole(card.pairings),
          .number(card.personMonths), .number(card.distance),
          .text(plan.givesUp?.text?.text(language) ?? ""),
        ]
          + (hasIntegerRules
            ? [.number(orEmpty: plan.integerStage?.loosened), .number(orEmpty: plan.linearBound)]
            : []))
    }
    return table.bytes
  }

  func pairings(of plan: Plan) -> [UInt8] {
    var table = CSVTable(
      header: [
        "rank", "donor", "donor_name", "recipient", "recipient_name", "amount", "benefit",
      ] + instruments.map { "amount_" + snakeCase($0.text) } + years
        + indicators.map(\.text) + [
          "person_months", "policy_areas", "proposals", "bound_by", "stability",
        ])
    for pairing in plan.pairings {
      table.append(
        [
          .whole(pairing.rank), .text(pairing.donor.text), name(pairing.donor),
          .text(pairing.recipient.text), name(pairing.recipient), .number(pairing.amount),
          .number(pairing.benefit),
        ] + instruments.map { .number(pairing.byInstrument[$0] ?? 0) }
          + years.map { .number(pairing.byYear[$0] ?? 0) }
          + indicators.map { .number(orEmpty: pairing.indicators[$0]) } + [
            .number(pairing.personMonths), .list(pairing.policyAreas.map(\.text)),
            .list(pairing.proposals.map(\.text)), .list(pairing.boundBy),
            .number(orEmpty: pairing.stability),
          ])
    }
    return table.bytes
  }

  func tickets(of plan: Plan) -> [UInt8] {
    var table = CSVTable(
      header: [
        "offer", "donor", "instrument", "proposal", "title", "recipient", "community", "sector",
        "amount",
      ] + years)
    for ticket in plan.tickets {
      table.append(
        ends(ticket.offer, ticket.proposal) + [.number(ticket.amount)]
          + years.map { .number(ticket.byYear[$0] ?? 0) })
    }
    return table.bytes
  }

  func expertise(of plan: Plan) -> [UInt8] {
    var table = CSVTable(header: [
      "offer", "donor", "instrument", "proposal", "title", "recipient", "community", "sector",
      "person_months",
    ])
    for ticket in plan.expertise {
      table.append(ends(ticket.offer, ticket.proposal) + [.number(ticket.months)])
    }
    return table.bytes
  }

  /// Where a ticket comes from and where it goes.
  private func ends(_ offer: OfferID, _ proposal: ProposalID) -> [CSVTable.Cell] {
    let from = names.offer(offer)
    let to = names.proposal(proposal)
    return [
      .text(offer.text), .text(from?.donor.text ?? ""), .text(from?.instrument.text ?? ""),
      .text(proposal.text), .text(to == nil ? "" : names.title(proposal).text(language)),
      .text(to?.recipient.text ?? ""), .text(to?.community ?? ""), .text(to?.sector.text ?? ""),
    ]
  }

  private func name(_ code: RegionCode) -> CSVTable.Cell {
    .text(names.region(code).text(language))
  }
}

/// `concessional-loan` as part of a column's name: `concessional_loan`.
private func snakeCase(_ name: String) -> String {
  String(name.map { $0 == "-" || $0 == " " ? "_" : $0 })
}
