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
  /// Where the money of years stands beside the largest pairings.
  static let yearColumn = 6
  /// Both charts together are at least so many rows high.
  private static let leastChartRows = 20

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
      widths: [words.isBoth ? 44 : 32] + [Double](repeating: figureWidth, count: figures))
    putHead(&board)
    let first = board.rows + 1
    putFigures(&board)
    board.skip(to: first + Self.leastChartRows)
    let end = board.rows
    board.breakPage()
    let top = board.rows
    let drawn = [putPairs(&board, from: top), putYears(&board, from: top)].compactMap { $0 }
    for (place, table) in drawn.enumerated() {
      let height = (end - first) / drawn.count
      let row = first + place * height
      putChart(
        table, &board, rows: row..<(place == drawn.count - 1 ? end : row + height))
    }
    if let matrix { put(matrix, &board) }
    board.breakPage()
    putAims(&board)
    putLevels(&board)
    return board
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
  ///
  /// - Parameter row: nil for the next.
  func putSection(
    _ title: OverviewText, note: Bilingual? = nil, _ board: inout Board, row: Int? = nil,
    column: Int = 0, span: Int
  ) {
    let row = row ?? board.rows
    board.put(.text(words.line(title.text)), as: .section, row: row, column: column, span: span)
    if let note {
      board.put(
        .text(column == 0 && span > 5 ? words.prose(note) : words.line(note)), as: .note,
        row: row + 1, column: column, span: span)
    }
  }

  /// The head of a column, over so many of the board's.
  struct Head {
    let text: String
    var tone = ColumnTone.ink
    var isText = false
    var span = 1
  }

  func putHeads(_ heads: [Head], _ board: inout Board, row: Int? = nil, column: Int = 0) {
    let row = row ?? board.rows
    var column = column
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
