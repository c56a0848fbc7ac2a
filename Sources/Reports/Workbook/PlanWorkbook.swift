import Pages
import Plans
import Records
import Round
import Spreadsheets

/// `plans.xlsx`: the plans as planners work with them, one sheet for the ranking, and for each plan its pairings, tickets by
/// year, the proposals that get less than they need and why, and its experts; then prices, unused pairs and weights.
struct PlanWorkbook {
  let document: PlansDocument
  let round: Round?
  let names: Names
  let words: SheetWords
  let estimates: Estimates?
  // One set of columns for all plans, so that sheets can be laid together.
  private let instruments: [Instrument]
  private let years: [String]
  let indicators: [Indicator]
  /// How many offers fit a proposal.
  let fitting: [ProposalID: Int]

  /// - Parameter round: nil where the inputs give no round; then regions and proposals are called by their codes.
  init(_ document: PlansDocument, round: Round?) {
    self.document = document
    self.round = round
    names = Names(round)
    words = SheetWords(document, round: round)
    estimates = round.map { Estimates($0.records) }
    let pairings = document.plans.flatMap(\.pairings)
    instruments = Set(pairings.flatMap(\.byInstrument.keys)).sorted()
    years = Set(
      pairings.flatMap(\.byYear.keys) + document.plans.flatMap(\.tickets).flatMap(\.byYear.keys)
        + (round?.years ?? []).map(String.init)
    ).sorted()
    let given = Set(
      pairings.flatMap(\.indicators.keys) + document.plans.flatMap(\.scorecard.indicators.keys))
    indicators =
      Indicator.usual.filter(given.contains) + given.subtracting(Indicator.usual).sorted()
    fitting = Dictionary(
      (round?.projects ?? []).enumerated().map { place, project in
        (project.id, round?.eligible.pairs(ofProject: place).count ?? 0)
      }
    ) { first, _ in first }
  }

  func bytes() throws -> [UInt8] {
    let workbook = try Workbook(title: document.title, subject: document.round)
    try add(ranking, to: workbook, of: nil)
    for plan in document.plans {
      try add(pairings(of: plan), to: workbook, of: plan)
      try add(tickets(of: plan), to: workbook, of: plan)
      let unfunded = unfunded(of: plan)
      if !unfunded.rows.isEmpty { try add(unfunded, to: workbook, of: plan) }
      if !plan.expertise.isEmpty { try add(expertise(of: plan), to: workbook, of: plan) }
    }
    if !prices.rows.isEmpty { try add(prices, to: workbook, of: nil) }
    if !unusedPairs.rows.isEmpty { try add(unusedPairs, to: workbook, of: nil) }
    if !weights.rows.isEmpty { try add(weights, to: workbook, of: nil) }
    return try workbook.bytes()
  }

  /// Columns that no sheet has room for are said to be missing, not dropped in silence.
  private func add<Row>(_ sheet: Sheet<Row>, to workbook: Workbook, of plan: Plan?) throws {
    var sheet = sheet
    if sheet.columns.count > Workbook.mostColumns {
      sheet.columns.removeSubrange((Workbook.mostColumns - 1)...)
      sheet.columns.append(.init(words.head(.moreColumns), .text) { _ in .empty })
    }
    try workbook.add(sheet, owner: plan?.id ?? "")
  }

  private var ranking: Sheet<Plan> {
    var columns: [SheetColumn<Plan>] = [
      .init(words.head(.rank), .number(decimals: 0)) { .whole($0.rank) },
      .init(words.head(.plan), .text) { .text($0.id) },
      .init(words.head(.profile), .text) { words.cell(profileName($0.profile)) },
      .init(words.head(.status), .text) {
        words.cell($0.status == .optimal ? .optimal : .stopped)
      },
      .init(words.head(.score), .number(decimals: 3)) { .number($0.score) },
      .init(words.head(.benefit), words.money) { .number($0.scorecard.benefit) },
      .init(words.moneyHead(SheetText.invested.text), words.money, tone: .donor) {
        .number($0.scorecard.invested)
      },
    ]
    columns += brings { $0.scorecard.indicators }
    columns += [
      .init(words.head(.bondMet), .share) { .number($0.scorecard.reciprocityMet) },
      .init(words.head(.lowestLevel), .share) { .number($0.scorecard.lowestLevel) },
      .init(words.head(.meanLevel), .share) { .number($0.scorecard.meanLevel) },
      .init(words.head(.gini), .number(decimals: 3)) { .number($0.scorecard.gini) },
      .init(words.head(.largestPair), .share) { .number($0.scorecard.largestPairShare) },
      .init(words.head(.countPairings), .number(decimals: 0)) { .whole($0.scorecard.pairings) },
      .init(words.head(.months), .number(decimals: 1)) { .number($0.scorecard.personMonths) },
      .init(words.head(.distance), .share) { .number($0.scorecard.distance) },
      .init(words.head(.givesUp), .list) { words.cell(orEmpty: $0.givesUp?.text) },
    ]
    if document.plans.contains(where: { $0.integerStage != nil }) {
      columns += [
        .init(words.head(.loosened), .share) { .number(orEmpty: $0.integerStage?.loosened) },
        .init(words.head(.fewPartners), .share) { .number(orEmpty: $0.benefitForIntegerRules) },
      ]
    }
    return Sheet(
      name: words.name(.ranking), frozen: 2, columns: columns, rows: document.plans,
      isMarked: { $0.id == document.recommended })
  }

  private func pairings(of plan: Plan) -> Sheet<Pairing> {
    var columns: [SheetColumn<Pairing>] = [
      .init(words.head(.rank), .number(decimals: 0)) { .whole($0.rank) },
      .init(words.head(.donor), .text, tone: .donor) { region($0.donor) },
      .init(words.head(.recipient), .text, tone: .region) { region($0.recipient) },
      .init(words.moneyHead(SheetText.amount.text), words.money, tone: .donor) {
        .number($0.amount)
      },
      .init(words.head(.benefit), words.money) { .number($0.benefit) },
      .init(words.head(.stability), .share) { .number(orEmpty: $0.stability) },
    ]
    columns += instruments.map { instrument in
      .init(words.moneyHead(instrumentText(instrument).capitalised), words.money, tone: .donor) {
        .number($0.byInstrument[instrument] ?? 0)
      }
    }
    columns += byYear { $0.byYear }
    columns += brings { $0.indicators }
    columns += [
      .init(words.head(.months), .number(decimals: 1)) { .number($0.personMonths) },
      .init(words.head(.estimate), .text) {
        words.yes(
          estimates?.donors.contains($0.donor) == true || $0.proposals.contains(where: isEstimate))
      },
      .init(words.head(.limits), .list) { words.limits($0.boundBy) },
      .init(words.head(.areas), .list) { list($0.policyAreas.map(\.text)) },
      .init(words.head(.proposals), .list) { list($0.proposals.map(\.text)) },
      .init(words.head(.donorCode), .text, tone: .donor) { .text($0.donor.text) },
      .init(words.head(.recipientCode), .text, tone: .region) { .text($0.recipient.text) },
    ]
    return Sheet(
      name: words.name(.pairings), frozen: 3, columns: columns, rows: plan.pairings)
  }

  private func tickets(of plan: Plan) -> Sheet<Ticket> {
    let instruments = Dictionary(
      uniqueKeysWithValues: Set((round?.records.offers ?? []).map(\.instrument)).map {
        ($0, words.cell(instrumentText($0)))
      })
    var columns: [SheetColumn<Ticket>] = ends { ($0.offer, $0.proposal) }
    columns.append(
      .init(words.moneyHead(SheetText.amount.text), words.money, tone: .donor) {
        .number($0.amount)
      })
    columns += byYear { $0.byYear }
    columns.append(
      .init(words.head(.instrument), .text, tone: .donor) {
        names.offer($0.offer).flatMap { instruments[$0.instrument] } ?? .empty
      })
    columns += details { ($0.offer, $0.proposal) }
    columns.append(
      .init(words.head(.estimate), .text) {
        words.yes(estimates?.offers.contains($0.offer) == true || isEstimate($0.proposal))
      })
    return Sheet(name: words.name(.tickets), frozen: 3, columns: columns, rows: plan.tickets)
  }

  private func expertise(of plan: Plan) -> Sheet<ExpertiseTicket> {
    var columns: [SheetColumn<ExpertiseTicket>] = ends { ($0.offer, $0.proposal) }
    columns.append(
      .init(words.head(.months), .number(decimals: 1), tone: .donor) { .number($0.months) })
    columns += details { ($0.offer, $0.proposal) }
    return Sheet(name: words.name(.expertise), frozen: 3, columns: columns, rows: plan.expertise)
  }
}

// Columns that several sheets have.
extension PlanWorkbook {
  /// Where money or experts come from and where they go, by name.
  private func ends<Row>(_ ends: @escaping (Row) -> (offer: OfferID, proposal: ProposalID))
    -> [SheetColumn<Row>]
  {
    [
      .init(words.head(.donor), .text, tone: .donor) {
        names.offer(ends($0).offer).map { region($0.donor) } ?? .empty
      },
      .init(words.head(.recipient), .text, tone: .region) {
        names.proposal(ends($0).proposal).map { region($0.recipient) } ?? .empty
      },
      .init(words.head(.proposal), .text, tone: .region) { title(ends($0).proposal) },
    ]
  }

  /// What there is to say of both ends, and their ids.
  private func details<Row>(_ ends: @escaping (Row) -> (offer: OfferID, proposal: ProposalID))
    -> [SheetColumn<Row>]
  {
    [
      .init(words.head(.sector), .text) {
        .text(names.proposal(ends($0).proposal)?.sector.text ?? "")
      },
      .init(words.head(.community), .text) {
        .text(names.proposal(ends($0).proposal)?.community ?? "")
      },
      .init(words.head(.offer), .text, tone: .donor) { .text(ends($0).offer.text) },
      .init(words.head(.proposalID), .text) { .text(ends($0).proposal.text) },
    ]
  }

  private func byYear<Row>(_ amounts: @escaping (Row) -> [String: Double]) -> [SheetColumn<Row>] {
    years.map { year in
      .init(words.yearHead(year), words.money, tone: .donor) { .number(amounts($0)[year] ?? 0) }
    }
  }

  private func brings<Row>(_ figures: @escaping (Row) -> [Indicator: Double]) -> [SheetColumn<Row>]
  {
    indicators.map { indicator in
      let head = words.head(indicator)
      return .init(head.text, head.kind) { .number(orEmpty: figures($0)[indicator]) }
    }
  }

  func isEstimate(_ proposal: ProposalID) -> Bool {
    estimates?.proposals.contains(proposal) == true
  }

  func region(_ code: RegionCode) -> SheetCell { words.cell(names.region(code)) }

  func title(_ proposal: ProposalID) -> SheetCell { words.cell(names.title(proposal)) }

  private func list(_ texts: [String]) -> SheetCell {
    words.list(texts.map { Bilingual(en: $0, zh: $0) })
  }
}
