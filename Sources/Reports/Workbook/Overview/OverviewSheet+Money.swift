import Pages
import Plans
import Records
import Spreadsheets

// The largest pairings and the money of each year, which charts draw.
extension OverviewSheet {
  /// The rows of a table that a chart draws.
  enum Drawn {
    case pairs(rows: ClosedRange<Int>)
    case years(rows: ClosedRange<Int>)
  }

  /// More pairings than these are added up in a last line.
  private static let mostPairs = 8
  /// In a chart a longer name would leave no room for bars.
  private static let longestName = 28

  /// - Returns: nil where there is nothing to draw.
  func putPairs(_ board: inout Board, from top: Int) -> Drawn? {
    guard !plan.pairings.isEmpty else { return nil }
    let ordered = plan.pairings.sorted { ($1.amount, $0.rank) < ($0.amount, $1.rank) }
    // One more line is no longer than saying that there is one more.
    let shown = ordered.count > Self.mostPairs + 1 ? Self.mostPairs : ordered.count
    putSection(.largest, note: words.unit, &board, row: top, span: Self.chartColumn)
    putHeads(
      [
        Head(text: words.line(OverviewText.pair.text), tone: .donor, isText: true),
        Head(text: words.head(SheetText.amount.text), tone: .donor),
        Head(text: words.head(OverviewText.shareOfPlaced.text), tone: .donor),
        Head(text: words.head(WeightsText.benefit.text)),
        Head(text: words.head(OverviewText.stability.text)),
      ], &board, row: top + 2)
    for (place, pairing) in ordered.prefix(shown).enumerated() {
      let name =
        name(pairing.donor, longest: Self.longestName) + " → "
        + name(pairing.recipient, longest: Self.longestName)
      putPair(
        .text(name), pairing.amount, pairing.benefit, pairing.stability, &board,
        row: top + 3 + place)
    }
    let rest = ordered.dropFirst(shown)
    if !rest.isEmpty {
      putPair(
        .text(words.line(OverviewText.others(count: rest.count).plain)),
        rest.reduce(0) { $0 + $1.amount }.wholeUnits,
        rest.reduce(0) { $0 + $1.benefit }.published, nil, &board, row: top + 3 + shown)
    }
    return .pairs(rows: (top + 3)...(top + 2 + shown))
  }

  private func putPair(
    _ name: SheetCell, _ amount: Double, _ benefit: Double, _ stability: Double?,
    _ board: inout Board, row: Int
  ) {
    let all = plan.scorecard.invested
    board.put(name, row: row, column: 0)
    board.put(.number(amount), words.money, as: .strong, row: row, column: 1)
    board.put(all > 0 ? .number(amount / all) : .empty, .share, row: row, column: 2)
    board.put(.number(benefit), words.money, row: row, column: 3)
    board.put(.number(orEmpty: stability), .share, row: row, column: 4)
  }

  /// Beside the largest pairings.
  ///
  /// - Returns: nil where no money is pledged.
  func putYears(_ board: inout Board, from top: Int) -> Drawn? {
    guard let facts, !facts.round.years.isEmpty, facts.offered > 0 else { return nil }
    putSection(
      .years, note: words.unit, &board, row: top, column: Self.yearColumn, span: Self.yearColumns)
    putHeads(
      [
        Head(text: words.head(OverviewText.year.text), isText: true),
        Head(text: words.head(OverviewText.pledgedShort.text), tone: .donor),
        Head(text: words.head(SheetText.invested.text), tone: .donor),
        Head(text: words.head(OverviewText.idle.text), tone: .donor),
        Head(text: words.head(OverviewText.shareOfPledged.text), tone: .donor),
      ], &board, row: top + 2, column: Self.yearColumn)
    let first = top + 3
    for (place, year) in facts.round.years.enumerated() {
      let pledged = facts.donors.reduce(0) { $0 + facts.offered(by: $1, in: year) }
      let placed = facts.donors.reduce(0) { $0 + facts.placed(by: $1.code, in: year) }
      putYear(.text(String(year)), pledged, placed, .body, &board, row: first + place)
    }
    let end = first + facts.round.years.count
    putYear(
      .text(words.line(OverviewText.all.text)), facts.offered, facts.invested, .total, &board,
      row: end)
    return .years(rows: first...(end - 1))
  }

  private static let yearColumns = 5

  private func putYear(
    _ name: SheetCell, _ pledged: Double, _ placed: Double, _ role: Board.Role,
    _ board: inout Board, row: Int
  ) {
    let column = Self.yearColumn
    let figures = [pledged, placed, max(0, pledged - placed)]
    board.put(name, as: role, row: row, column: column)
    for (place, figure) in figures.enumerated() {
      board.put(
        .number(figure.wholeUnits), words.money, as: role, row: row, column: column + 1 + place)
    }
    board.put(
      pledged > 0 ? .number(placed / pledged) : .empty, .share, as: role, row: row,
      column: column + 4)
  }

  /// A region's name, cut where it is longer than a line has room for.
  func name(_ code: RegionCode, longest: Int) -> String {
    words.line(shortName(code, longest: words.isBoth ? longest / 2 : longest))
  }

  /// A region's name in both languages, each at most so long.
  func shortName(_ code: RegionCode, longest: Int) -> Bilingual {
    let name = names.region(code)
    return Bilingual(
      en: cut(oneLine(name.en), toUTF16: longest), zh: cut(oneLine(name.zh), toUTF16: longest))
  }
}
