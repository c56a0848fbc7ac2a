import Pages
import Plans
import Records
import Spreadsheets

// The plans side by side.
extension PlanWorkbook {
  var ranking: Sheet<Plan> {
    let most = document.benefitOnly ?? 0
    var columns: [SheetColumn<Plan>] = [
      .init(words.head(.rank), .number(decimals: 0)) { .whole($0.rank) },
      .init(words.head(.plan), .text) { .text($0.id) },
      .init(words.head(.profile), .text, widest: 17) { words.cell(profileName($0.profile)) },
      .init(words.head(.status), .text, widest: 12) {
        words.cell($0.status == .optimal ? .optimal : .stopped)
      },
      .init(words.head(.score), .number(decimals: 3)) { .number($0.score) },
      .init(words.head(.benefit), words.money) { .number($0.scorecard.benefit) },
    ]
    if most > 0 {
      columns.append(
        .init(words.head(.ofPossible), .share) { .number(($0.scorecard.benefit / most).published) })
    }
    columns.append(
      .init(words.moneyHead(SheetText.invested.text), words.money, tone: .donor) {
        .number($0.scorecard.invested)
      })
    columns += brings { $0.scorecard.indicators }
    columns += [
      .init(words.head(.bondMet), .share) { .number($0.scorecard.reciprocityMet) },
      .init(words.head(.lowestLevel), .share) { .number($0.scorecard.lowestLevel) },
      .init(words.head(.meanLevel), .share) { .number($0.scorecard.meanLevel) },
      .init(words.head(.countPairings), .number(decimals: 0)) { .whole($0.scorecard.pairings) },
      .init(words.head(.distance), .share) { .number($0.scorecard.distance) },
      .init(words.head(.gini), .number(decimals: 3)) { .number($0.scorecard.gini) },
      .init(words.head(.largestPair), .share) { .number($0.scorecard.largestPairShare) },
      .init(words.head(.months), .number(decimals: 1)) { .number($0.scorecard.personMonths) },
    ]
    if document.plans.contains(where: { $0.integerStage != nil }) {
      columns += [
        .init(words.head(.loosened), .share) { .number(orEmpty: $0.integerStage?.loosened) },
        .init(words.head(.fewPartners), .share) { .number(orEmpty: $0.benefitForIntegerRules) },
      ]
    }
    // Too long for a page beside the figures; the sheet of trade-offs prints it.
    columns.append(
      .init(words.head(.givesUp), .list, isPrinted: false) {
        words.cell(orEmpty: $0.givesUp?.text)
      })
    return Sheet(
      name: words.name(.ranking), frozen: 2, columns: columns, rows: document.plans,
      isMarked: { $0.id == document.recommended })
  }
}
