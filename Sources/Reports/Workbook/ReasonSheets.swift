import Pages
import Plans
import Records
import Spreadsheets

// Why, and why not: what each plan leaves out, what its limits are worth, and whether weights matter.
extension PlanWorkbook {
  /// A row of a plan's table, where the plans' tables stand below each other.
  struct OfPlan<Value> {
    let plan: String
    let value: Value
  }

  /// A proposal that gets less than it needs, with all that stops it in words.
  struct Unfunded {
    let row: UnfundedProposal
    let proposal: Proposal?
    let stops: [Bilingual]
    let instead: [Bilingual]
  }

  func unfunded(of plan: Plan) -> Sheet<Unfunded> {
    var funded: [ProposalID: Double] = [:]
    for ticket in plan.tickets { funded[ticket.proposal, default: 0] += ticket.amount }
    let received = funded.mapValues(\.wholeUnits)
    // As in the report: a few units that rounding to whole ones took are no want.
    let rows = plan.unfunded.filter { $0.funded < 1 - 1e-6 }.map { row in
      Unfunded(
        row: row, proposal: names.proposal(row.proposal), stops: stops(row).map(\.plain),
        instead: row.instead.map(names.title))
    }
    return Sheet(
      name: words.name(.unfunded), frozen: 2, columns: wants(received) + reasons + unprinted,
      rows: rows)
  }

  /// What a proposal asks for and got.
  private func wants(_ received: [ProposalID: Double]) -> [SheetColumn<Unfunded>] {
    [
      .init(words.head(.recipient), .text, tone: .region) {
        $0.proposal.map { region($0.recipient) } ?? .empty
      },
      .init(words.head(.proposal), .text, tone: .region, widest: 34) { title($0.row.proposal) },
      .init(words.moneyHead(SheetText.asks.text), words.money, tone: .region) {
        .number(orEmpty: $0.proposal?.need)
      },
      .init(words.moneyHead(SheetText.received.text), words.money, tone: .donor) {
        .number(received[$0.row.proposal] ?? 0)
      },
      .init(words.head(.funded), .share) { .number($0.row.funded) },
      .init(words.moneyHead(SheetText.missing.text), words.money, tone: .region) { row in
        .number(
          orEmpty: row.proposal.map { max(0, $0.need - (received[$0.id] ?? 0)).wholeUnits })
      },
      .init(words.head(.offersThatFit), .number(decimals: 0)) {
        fitting[$0.row.proposal].map(SheetCell.whole) ?? .empty
      },
    ]
  }

  /// Why, as far as a page has room for it.
  private var reasons: [SheetColumn<Unfunded>] {
    [
      .init(words.head(.stoppedBy), .list, widest: 40) { words.list($0.stops, most: 2) },
      .init(words.head(.instead), .list, widest: 32) { words.list($0.instead, most: 2) },
      .init(words.head(.lessNeed), .share) { .number(orEmpty: $0.row.winsWith?.lessNeed) },
      .init(words.head(.moreBenefit), .share) { .number(orEmpty: $0.row.winsWith?.moreBenefit) },
      .init(words.head(.winsPart), .share) { .number(orEmpty: $0.row.winsWith?.part) },
    ]
  }

  private var unprinted: [SheetColumn<Unfunded>] {
    [
      .init(words.head(.sector), .text, isPrinted: false) { sector($0.row.proposal) },
      .init(words.head(.allStops), .list, widest: 44) { words.list($0.stops) },
      .init(words.head(.allInstead), .list, widest: 36) { words.list($0.instead) },
      .init(words.head(.community), .text) { .text($0.proposal?.community ?? "") },
      .init(words.head(.proposalID), .text) { .text($0.row.proposal.text) },
      .init(words.head(.basis), .text) { .text($0.proposal?.basis ?? "") },
      .init(words.head(.estimate), .text) { words.yes(isEstimate($0.row.proposal)) },
    ]
  }

  private func stops(_ unfunded: UnfundedProposal) -> [Words] {
    unfunded.lacks.isEmpty
      ? rules.stops(unfunded.stoppedBy)
      : unfunded.lacks.map(WinningWords(names: names).lack)
  }

  private var rules: RuleWords { RuleWords(names: names, policy: round?.policy ?? Policy()) }

  private func ofPlans<Value>(_ values: (Plan) -> [Value]) -> [OfPlan<Value>] {
    document.plans.flatMap { plan in
      values(plan).map { OfPlan(plan: plan.id, value: $0) }
    }
  }

  var prices: Sheet<OfPlan<Price>> {
    let rules = rules
    let rows = ofPlans(\.prices)
    let changing = Set(
      rows.flatMap { $0.value.more.indicators.filter { $0.value != 0 }.keys }
    ).sorted()
    var columns: [SheetColumn<OfPlan<Price>>] = [
      .init(words.head(.plan), .text) { .text($0.plan) },
      .init(words.head(.limit), .list) {
        words.cell(rules.limit($0.value.name).capitalised.plain)
      },
      .init(words.moneyHead(SheetText.limitNow.text), words.money) { .number($0.value.limit) },
      .init(words.head(.moreChange), .number(decimals: 4)) {
        $0.value.more.canMove ? .number($0.value.more.price) : .empty
      },
      .init(words.moneyHead(SheetText.moreUpTo.text), words.money) {
        .number(orEmpty: $0.value.more.upTo)
      },
      .init(words.head(.lessChange), .number(decimals: 4)) {
        $0.value.less.canMove ? .number(-$0.value.less.price) : .empty
      },
      .init(words.moneyHead(SheetText.lessUpTo.text), words.money) {
        .number(orEmpty: $0.value.less.upTo)
      },
    ]
    columns += changing.map { indicator in
      .init(words.perMoreHead(columnName(indicator.text)), .number(decimals: 3)) {
        .number(orEmpty: $0.value.more.indicators[indicator])
      }
    }
    columns.append(.init(words.head(.rule), .text) { .text($0.value.name.rule.rawValue) })
    return Sheet(name: words.name(.prices), frozen: 2, columns: columns, rows: rows)
  }

  var unusedPairs: Sheet<OfPlan<UnusedPair>> {
    Sheet(
      name: words.name(.unused), frozen: 3,
      columns: [
        .init(words.head(.plan), .text) { .text($0.plan) },
        .init(words.head(.donor), .text, tone: .donor) { region($0.value.donor) },
        .init(words.head(.recipient), .text, tone: .region) { region($0.value.recipient) },
        .init(words.head(.needsMore), .share) { .number(orEmpty: $0.value.moreBenefitPerM) },
        .init(words.head(.shortBy), .number(decimals: 4)) {
          .number(orEmpty: $0.value.shortBy)
        },
        .init(words.head(.proposal), .text, tone: .region) { title($0.value.proposal) },
        .init(words.head(.offer), .text, tone: .donor) { .text($0.value.offer.text) },
        .init(words.head(.proposalID), .text) { .text($0.value.proposal.text) },
      ], rows: ofPlans(\.unusedPairs))
  }

  var weights: Sheet<WeightEffect> {
    Sheet(
      name: words.name(.weights), frozen: 1,
      columns: [
        .init(words.head(.weight), .text) { words.cell(columnName($0.name)) },
        .init(words.head(.countsIn), .text) { words.cell(WeightsText.kind($0.kind).text) },
        .init(words.head(.value), .plain) { .number($0.weight) },
        .init(words.head(.changesRecommended), .text) { words.yes($0.recommendedChanges) },
        .init(words.head(.changesFirst), .text) { words.yes($0.firstPairingChanges) },
        .init(words.head(.changesOrder), .text) { words.yes($0.orderChanges) },
      ], rows: document.weights, isMarked: \.matters)
  }
}
