import Pages
import Plans
import Records
import Spreadsheets

// What a plan consists of: its pairings, the money by year and the experts behind them.
extension PlanWorkbook {
  /// Whether a page has room for a column of each instrument beside those of the years.
  private var isNarrow: Bool { instruments.count + years.count <= 9 }

  private var byInstrument: [SheetColumn<Pairing>] {
    instruments.map { instrument in
      .init(words.moneyHead(instrumentText(instrument).capitalised), words.money, tone: .donor) {
        .number($0.byInstrument[instrument] ?? 0)
      }
    }
  }

  func pairings(of plan: Plan) -> Sheet<Pairing> {
    var columns: [SheetColumn<Pairing>] = [
      .init(words.head(.rank), .number(decimals: 0)) { .whole($0.rank) },
      .init(words.head(.donor), .text, tone: .donor) { region($0.donor) },
      .init(words.head(.recipient), .text, tone: .region, widest: 16) { region($0.recipient) },
      .init(words.moneyHead(SheetText.amount.text), words.money, tone: .donor) {
        .number($0.amount)
      },
      .init(words.head(.benefit), words.money) { .number($0.benefit) },
      .init(words.head(.stability), .share) { .number(orEmpty: $0.stability) },
    ]
    if isNarrow { columns += byInstrument }
    columns += byYear { $0.byYear }
    columns += brings { $0.indicators }
    columns += [
      .init(words.head(.limits), .list, widest: 28) {
        words.limits($0.boundBy, names, most: 1)
      },
      .init(words.head(.proposals), .list, widest: 36, isPrinted: false) {
        words.list($0.proposals.map(names.title))
      },
    ]
    if !isNarrow { columns += byInstrument }
    columns += [
      .init(words.head(.months), .number(decimals: 1)) { .number($0.personMonths) },
      .init(words.head(.estimate), .text) {
        words.yes(
          estimates?.donors.contains($0.donor) == true || $0.proposals.contains(where: isEstimate))
      },
      .init(words.head(.allLimits), .list, widest: 40) { words.limits($0.boundBy, names) },
      .init(words.head(.areas), .list, widest: 40) {
        words.list($0.policyAreas.map { fieldName($0.text).plain })
      },
      .init(words.head(.proposalIDs), .list, widest: 40) { list($0.proposals.map(\.text)) },
      .init(words.head(.donorCode), .text, tone: .donor) { .text($0.donor.text) },
      .init(words.head(.recipientCode), .text, tone: .region) { .text($0.recipient.text) },
    ]
    return Sheet(
      name: words.name(.pairings), frozen: 3, columns: columns, rows: plan.pairings)
  }

  func tickets(of plan: Plan) -> Sheet<Ticket> {
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

  func expertise(of plan: Plan) -> Sheet<ExpertiseTicket> {
    var columns: [SheetColumn<ExpertiseTicket>] = ends { ($0.offer, $0.proposal) }
    columns.append(
      .init(words.head(.months), .number(decimals: 1), tone: .donor) { .number($0.months) })
    columns += details { ($0.offer, $0.proposal) }
    return Sheet(name: words.name(.expertise), frozen: 3, columns: columns, rows: plan.expertise)
  }
}
