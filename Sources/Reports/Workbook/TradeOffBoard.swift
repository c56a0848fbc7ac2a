import Pages
import Plans
import Records
import Spreadsheets

/// What each plan gives up for what: a chart of benefit against the lowest level as in the report, and below it the figures
/// that it draws with a sentence for each plan.
struct TradeOffBoard {
  let document: PlansDocument
  let words: SheetWords
  /// The most benefit that is possible.
  let most: Double

  private static let widths = [8.0, 22, 15, 15, 15, 17, 66]
  private static let chartRows = 18
  private enum Column {
    static let benefit = 2
    static let lowest = 3
    static let sentence = 6
  }

  /// nil where there is nothing to compare, or where it is not known what benefit is possible.
  init?(_ document: PlansDocument, words: SheetWords) {
    guard document.plans.count > 1, let most = document.benefitOnly, most > 0 else { return nil }
    self.document = document
    self.words = words
    self.most = most
  }

  var board: Board {
    var board = Board(name: words.name(TradeOffSheetText.sheet.text), widths: Self.widths)
    let all = Self.widths.count
    board.put(
      .text(words.prose(TradeOffSheetText.title.text)), as: .title, row: 0, column: 0, span: all)
    board.put(
      .text(words.prose(TradeOffText.note.text)), as: .lead, row: 1, column: 0, span: all)
    let chart = board.rows
    let head = chart + Self.chartRows
    let first = head + 1
    board.put(row: chart, column: 0, rows: Self.chartRows, columns: all) { sheet in
      self.chart(on: sheet, firstRow: first)
    }
    putHeads(&board, row: head)
    for (place, plan) in document.plans.enumerated() {
      put(plan, &board, row: first + place)
    }
    return board
  }

  private func putHeads(_ board: inout Board, row: Int) {
    let heads: [(text: String, isText: Bool)] = [
      (words.head(.plan), true), (words.head(.profile), true), (words.head(.ofPossible), false),
      (words.head(.lowestLevel), false), (words.head(.meanLevel), false),
      (words.head(.distance), false), (words.line(SheetText.givesUp.text), true),
    ]
    for (column, head) in heads.enumerated() {
      board.put(
        .text(head.text), head.isText ? .text : .share, as: .head(.ink), row: row, column: column)
    }
  }

  private func put(_ plan: Plan, _ board: inout Board, row: Int) {
    let role: Board.Role = plan.id == document.recommended ? .strong : .body
    let card = plan.scorecard
    board.put(.text(plan.id), as: role, row: row, column: 0)
    board.put(.text(words.line(profileName(plan.profile))), as: role, row: row, column: 1)
    let shares = [
      (card.benefit / most).published, card.lowestLevel, card.meanLevel, card.distance,
    ]
    for (place, share) in shares.enumerated() {
      board.put(.number(share), .share, as: role, row: row, column: Column.benefit + place)
    }
    board.put(
      .text(plan.givesUp?.text.map(words.prose) ?? ""), row: row, column: Column.sentence)
  }

  private func chart(on sheet: String, firstRow: Int) -> Chart {
    let points = document.plans.map { plan in
      TradeOffLayout.Point(
        plan: plan.id, right: plan.scorecard.benefit / most, up: plan.scorecard.lowestLevel,
        isRecommended: plan.id == document.recommended)
    }
    // Where labels go is found on the drawing of the report, which is of about this shape.
    let layout = TradeOffLayout(points, width: 900, height: 400, wordWidth: 150)
    var labels: [String: (text: String, side: TradeOffLayout.Side)] = [:]
    for label in layout.labels {
      guard let first = label.plans.first else { continue }
      labels[first] = (text(of: label), label.side)
    }
    let series = document.plans.enumerated().map { place, plan in
      let row = firstRow + place
      let label = labels[plan.id]
      return Chart.Series(
        label?.text ?? plan.id, plan.id == document.recommended ? .ink : .grey,
        places: .init(sheet, column: Column.benefit, rows: row...row),
        values: .init(sheet, column: Column.lowest, rows: row...row),
        label: label.map { Chart.Side($0.side) })
    }
    let title = words.line(TradeOffText.title.text)
    return Chart(
      .points, title: title, description: title, series: series,
      values: axis(.up, layout.vertical), across: axis(.right, layout.horizontal))
  }

  private func text(of label: TradeOffLayout.Label) -> String {
    let plans = label.plans.map { cut(oneLine($0), toUTF16: 4) }
    guard label.isRecommended, let first = plans.first else {
      return plans.joined(separator: ", ")
    }
    let best = words.line(
      TradeOffSheetText.best.filled("plan", Bilingual(en: first, zh: first)))
    return ([best] + plans.dropFirst()).joined(separator: ", ")
  }

  private func axis(_ title: TradeOffSheetText, _ axis: Axis) -> Chart.Axis {
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

enum TradeOffSheetText: String, Phrase {
  case sheet = "Trade-offs ‖ 取舍"
  case title = "What each plan gives up, and for what ‖ 各方案的得失"
  case right = "Benefit, share of possible ‖ 效益，占可能"
  case up = "Lowest level, share of entitlement ‖ 最低水平，占应得份额"
  case best = "{plan} recommended ‖ {plan} 推荐"
}
