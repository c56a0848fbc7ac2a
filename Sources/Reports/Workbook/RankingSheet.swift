import Pages
import Plans
import Records
import Spreadsheets

// The plans side by side, and a chart of what one gives up for another.
extension PlanWorkbook {
  var ranking: Sheet<Plan> {
    let most = document.benefitOnly ?? 0
    var columns: [SheetColumn<Plan>] = [
      .init(words.head(.rank), .number(decimals: 0)) { .whole($0.rank) },
      .init(words.head(.plan), .text) { .text($0.id) },
      .init(words.head(.profile), .text, widest: 24) { words.cell(profileName($0.profile)) },
      .init(words.head(.status), .text) {
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
      .init(words.head(.givesUp), .list, widest: 52) { words.cell(orEmpty: $0.givesUp?.text) },
      .init(words.head(.gini), .number(decimals: 3), isPrinted: false) {
        .number($0.scorecard.gini)
      },
      .init(words.head(.largestPair), .share) { .number($0.scorecard.largestPairShare) },
      .init(words.head(.months), .number(decimals: 1)) { .number($0.scorecard.personMonths) },
    ]
    if document.plans.contains(where: { $0.integerStage != nil }) {
      columns += [
        .init(words.head(.loosened), .share) { .number(orEmpty: $0.integerStage?.loosened) },
        .init(words.head(.fewPartners), .share) { .number(orEmpty: $0.benefitForIntegerRules) },
      ]
    }
    var sheet = Sheet(
      name: words.name(.ranking), frozen: 2, columns: columns, rows: document.plans,
      isMarked: { $0.id == document.recommended })
    let heads = columns.map(\.head)
    if let right = heads.firstIndex(of: words.head(.ofPossible)),
      let up = heads.firstIndex(of: words.head(.lowestLevel))
    {
      sheet.chart = { tradeOff(on: $0, right: right, up: up) }
    }
    return sheet
  }

  /// Benefit to the right, lowest level up, as in the report; nil for one plan.
  ///
  /// - Parameters:
  ///   - right: the column of benefit as a share of the possible.
  ///   - up: the column of the lowest level.
  private func tradeOff(on sheet: String, right: Int, up: Int) -> Chart? {
    let plans = document.plans
    guard plans.count > 1, let most = document.benefitOnly, most > 0 else { return nil }
    let points = plans.map { plan in
      TradeOffLayout.Point(
        plan: plan.id, right: plan.scorecard.benefit / most, up: plan.scorecard.lowestLevel,
        isRecommended: plan.id == document.recommended)
    }
    // Where labels go is found on the drawing of the report, which has about this size.
    let layout = TradeOffLayout(points, width: 680, height: 340, wordWidth: 118)
    var labels: [String: (text: String, side: TradeOffLayout.Side)] = [:]
    for label in layout.labels {
      guard let first = label.plans.first else { continue }
      labels[first] = (text(of: label), label.side)
    }
    let series = plans.enumerated().map { place, plan in
      let cells = (place + 1)...(place + 1)
      let label = labels[plan.id]
      return Chart.Series(
        label?.text ?? plan.id, plan.id == document.recommended ? .ink : .hollow,
        places: .init(sheet, column: right, rows: cells),
        values: .init(sheet, column: up, rows: cells), label: label.map { Chart.Side($0.side) })
    }
    let title = words.line(OverviewText.chartPlans.text)
    return Chart(
      .points, title: title, description: title, series: series,
      values: axis(OverviewText.chartPlansUp, layout.vertical),
      across: axis(OverviewText.chartPlansRight, layout.horizontal))
  }

  private func text(of label: TradeOffLayout.Label) -> String {
    let plans = label.plans.map { cut(oneLine($0), toUTF16: 4) }
    guard label.isRecommended, let first = plans.first else {
      return plans.joined(separator: ", ")
    }
    let best = words.line(
      OverviewText.best.filled("plan", Bilingual(en: first, zh: first)))
    return ([best] + plans.dropFirst()).joined(separator: ", ")
  }

  private func axis(_ title: OverviewText, _ axis: Axis) -> Chart.Axis {
    let (first, last) = (axis.ticks.first ?? 0, axis.ticks.last ?? 1)
    return Chart.Axis(
      words.line(title.text), format: axis.decimals == 0 ? "0%" : "0.0%",
      range: first...max(first, last),
      step: axis.ticks.count > 1 ? axis.ticks[1] - axis.ticks[0] : nil)
  }
}

extension Chart.Side {
  fileprivate init(_ side: TradeOffLayout.Side) {
    switch side {
    case .right: self = .right
    case .left: self = .left
    case .above: self = .above
    case .below: self = .below
    }
  }
}
