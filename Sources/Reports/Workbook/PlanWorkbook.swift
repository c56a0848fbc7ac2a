import Pages
import Plans
import Records
import Round
import Spreadsheets

/// `plans.xlsx`: the plans as planners work with them, one sheet for the ranking, and for each plan an overview, its pairings,
/// tickets by year, the proposals that get less than they need and why, and its experts; then prices, unused pairs, weights,
/// and what all of it was made from. Where fixed pairs cannot all hold, the conflict and its repair stand first instead.
///
/// It depends on the arguments alone, so that it can be made again from a run's folder.
struct PlanWorkbook {
  let document: PlansDocument
  private let inputs: InputsDocument
  let round: Round?
  let names: Names
  let words: SheetWords
  let estimates: Estimates?
  // One set of columns for all plans, so that sheets can be laid together.
  let instruments: [Instrument]
  let years: [String]
  let indicators: [Indicator]
  /// How many offers fit a proposal.
  let fitting: [ProposalID: Int]
  /// Looked up once: there may be many thousand rows.
  private let sectors: [Sector: SheetCell]

  /// - Parameter round: nil where the inputs give no round; then regions and proposals are called by their codes.
  init(_ document: PlansDocument, round: Round?, inputs: InputsDocument) {
    self.document = document
    self.inputs = inputs
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
    let words = words
    sectors = Dictionary(
      uniqueKeysWithValues: Set((round?.records.proposals ?? []).map(\.sector)).map {
        ($0, words.cell(sectorName($0).plain))
      })
    fitting = Dictionary(
      (round?.projects ?? []).enumerated().map { place, project in
        (project.id, round?.eligible.pairs(ofProject: place).count ?? 0)
      }
    ) { first, _ in first }
  }

  func bytes() throws -> [UInt8] {
    let workbook = try Workbook(
      title: document.title, subject: document.round, footer: words.footer)
    if let conflict = document.conflict { try workbook.add(board(of: conflict)) }
    if !document.plans.isEmpty { try add(ranking, to: workbook, of: nil) }
    if let trades = TradeOffBoard(document, words: words) { try workbook.add(trades.board) }
    for plan in document.plans {
      try workbook.add(overview(of: plan).board, owner: plan.id)
      try add(pairings(of: plan), to: workbook, of: plan)
      try add(tickets(of: plan), to: workbook, of: plan)
      let unfunded = unfunded(of: plan)
      if !unfunded.rows.isEmpty { try add(unfunded, to: workbook, of: plan) }
      if !plan.expertise.isEmpty { try add(expertise(of: plan), to: workbook, of: plan) }
    }
    if !prices.rows.isEmpty { try add(prices, to: workbook, of: nil) }
    if !unusedPairs.rows.isEmpty { try add(unusedPairs, to: workbook, of: nil) }
    if !weights.rows.isEmpty { try add(weights, to: workbook, of: nil) }
    try addInputs(to: workbook)
    return try workbook.bytes()
  }

  private func addInputs(to workbook: Workbook) throws {
    let sheets = InputSheets(words: words, inputs: inputs, problems: document.problems)
    if let round {
      try add(
        PolicySheet(words: words, round: round, names: names).sheet, to: workbook, of: nil)
    }
    if !sheets.files.rows.isEmpty { try add(sheets.files, to: workbook, of: nil) }
    if !sheets.found.rows.isEmpty { try add(sheets.found, to: workbook, of: nil) }
  }

  private func overview(of plan: Plan) -> OverviewSheet {
    OverviewSheet(
      plan: plan, document: document, names: names, words: words, indicators: indicators,
      facts: round.map { Facts(document: document, plan: plan, round: $0) })
  }

  private func board(of conflict: Conflict) -> Board {
    ConflictBoard(
      conflict: conflict, names: names, words: words,
      money: Money(currency: document.currency, offered: 0)
    ).board
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
}

// Columns that several sheets have.
extension PlanWorkbook {
  /// Where money or experts come from and where they go, by name.
  func ends<Row>(_ ends: @escaping (Row) -> (offer: OfferID, proposal: ProposalID))
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
  func details<Row>(_ ends: @escaping (Row) -> (offer: OfferID, proposal: ProposalID))
    -> [SheetColumn<Row>]
  {
    [
      .init(words.head(.sector), .text) { sector(ends($0).proposal) },
      .init(words.head(.community), .text) {
        .text(names.proposal(ends($0).proposal)?.community ?? "")
      },
      .init(words.head(.offer), .text, tone: .donor, isPrinted: false) {
        .text(ends($0).offer.text)
      },
      .init(words.head(.proposalID), .text) { .text(ends($0).proposal.text) },
    ]
  }

  func byYear<Row>(_ amounts: @escaping (Row) -> [String: Double]) -> [SheetColumn<Row>] {
    years.map { year in
      .init(words.yearHead(year), words.money, tone: .donor) { .number(amounts($0)[year] ?? 0) }
    }
  }

  func brings<Row>(_ figures: @escaping (Row) -> [Indicator: Double]) -> [SheetColumn<Row>] {
    indicators.map { indicator in
      let head = words.head(indicator)
      return .init(head.text, head.kind) { .number(orEmpty: figures($0)[indicator]) }
    }
  }

  func isEstimate(_ proposal: ProposalID) -> Bool {
    estimates?.proposals.contains(proposal) == true
  }

  /// A proposal's sector by its usual name.
  func sector(_ proposal: ProposalID) -> SheetCell {
    names.proposal(proposal).flatMap { sectors[$0.sector] } ?? .empty
  }

  func region(_ code: RegionCode) -> SheetCell { words.cell(names.region(code)) }

  func title(_ proposal: ProposalID) -> SheetCell { words.cell(names.title(proposal)) }

  func list(_ texts: [String]) -> SheetCell {
    words.list(texts.map { Bilingual(en: $0, zh: $0) })
  }
}
