import Pages
import Plans
import Records
import Round
import Spreadsheets

/// A plan's first sheet, to read and to print: what it reaches and how it stands, who gives to whom, year by year, what each
/// aim reached, and what each region gets of its entitlement. The lists behind it are the plan's other sheets.
///
/// Charts stand on its first page, beside figures, where no program breaks the page.
struct OverviewSheet {
  /// Columns for figures, and the first of those that charts stand on.
  static let leastFigures = 10
  static let chartColumn = 5
  /// A chart is at least so many rows high.
  static let leastChartRows = 11

  let plan: Plan
  let document: PlansDocument
  let names: Names
  let words: SheetWords
  let indicators: [Indicator]
  /// nil where the inputs give no round; then there is only what the plan says by itself.
  let facts: Facts?

  var board: Board {
    let matrix = facts.map { MoneyMatrix($0, plan) }
    let figures = max(Self.leastFigures, (matrix?.widest ?? 0) + 1)
    var board = Board(
      name: words.name(OverviewText.overview.text),
      widths: [words.isBoth ? 40 : 32] + [Double](repeating: figureWidth, count: figures))
    putHead(&board)
    let first = Place(board)
    putFigures(&board)
    board.skip(to: first.row + Self.leastChartRows + 1)
    let second = Place(board)
    let pairs = putPairs(&board)
    board.skip(to: second.row + Self.leastChartRows + 1)
    let end = board.rows
    if let pairs { putChart(pairs, &board, rows: (second.row + 1)..<end) }
    board.breakPage()
    if let years = putYears(&board) {
      putChart(years, &board, rows: (first.row + 1)..<second.row)
    }
    putAims(&board)
    if let matrix { put(matrix, &board) }
    putLevels(&board)
    return board
  }

  /// Where a table begins.
  private struct Place {
    let row: Int
    init(_ board: Board) { row = board.rows }
  }

  private var figureWidth: Double {
    var width = ColumnWidth(head: "", words.money)
    let amounts =
      [plan.scorecard.invested, plan.scorecard.benefit, facts?.offered ?? 0, facts?.needed ?? 0]
      + (facts.map { Levels($0).groups.flatMap { [$0.asked, $0.entitlement] } } ?? [])
    for amount in amounts { width.takes(amount, decimals: words.money.decimals) }
    for (indicator, value) in plan.scorecard.indicators {
      width.takes(value, decimals: words.head(indicator).kind.decimals)
    }
    return min(24, max(words.isBoth ? 12 : 11, width.width))
  }

  private func putHead(_ board: inout Board) {
    let all = board.widths.count
    let profile = profileName(plan.profile)
    put(
      OverviewText.title.filled("plan", Bilingual(en: plan.id, zh: plan.id))
        .filled("profile", profile), as: .title, &board, span: all)
    put(standing, as: .lead, &board, span: all)
    if let trade = plan.givesUp?.text {
      let against =
        plan.id == PlansDocument.policysOwn
        ? trade
        : TradeText.against.filled(
          "plan", Bilingual(en: PlansDocument.policysOwn, zh: PlansDocument.policysOwn)
        ).filled("sentence", trade.uncapitalised)
      put(against, as: .lead, &board, span: all)
    } else if document.plans.count > 1, plan.id == PlansDocument.policysOwn {
      put(OverviewText.own.text, as: .lead, &board, span: all)
    }
    if plan.pairings.isEmpty { put(OverviewText.empty.text, as: .lead, &board, span: all) }
  }

  /// `Recommended · rank 1 of 4 · score 0.906 · optimal`.
  private var standing: Bilingual {
    func number(_ text: String) -> Bilingual { Bilingual(en: text, zh: text) }
    let parts =
      (plan.id == document.recommended ? [OverviewText.recommended.text] : []) + [
        OverviewText.rank.filled("rank", number(String(plan.rank)))
          .filled("all", number(String(document.plans.count))),
        OverviewText.score.filled("score", number(fixed(plan.score, 3))),
        (plan.status == .optimal ? SheetText.optimal : .stopped).text,
      ]
    return Bilingual(
      en: parts.map(\.en).joined(separator: " · "), zh: parts.map(\.zh).joined(separator: " · ")
    )
    .capitalised
  }

  /// A line of text in a row of its own, both languages one below the other.
  func put(_ text: Bilingual, as role: Board.Role, _ board: inout Board, span: Int) {
    board.put(
      .text(words.prose(text)), as: role, row: board.rows, column: 0, span: span)
  }

  /// The head of a table, with its remark in a second line.
  func putSection(_ title: OverviewText, note: Bilingual? = nil, _ board: inout Board, span: Int) {
    board.put(
      .text(words.line(title.text)), as: .section, row: board.rows, column: 0, span: span)
    if let note { put(note, as: .note, &board, span: span) }
  }

  func putHeads(
    _ heads: [(text: String, tone: ColumnTone, isText: Bool, span: Int)], _ board: inout Board
  ) {
    let row = board.rows
    var column = 0
    for head in heads {
      board.put(
        .text(head.text), head.isText ? .text : .number(decimals: 0), as: .head(head.tone),
        row: row, column: column, span: head.span)
      column += head.span
    }
  }
}

extension Bilingual {
  /// With the first letter of the English small.
  fileprivate var uncapitalised: Bilingual {
    Bilingual(en: en.prefix(1).lowercased() + en.dropFirst(), zh: zh)
  }
}
