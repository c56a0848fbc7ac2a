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
  func putPairs(_ board: inout Board) -> Drawn? {
    guard !plan.pairings.isEmpty else { return nil }
    let ordered = plan.pairings.sorted { ($1.amount, $0.rank) < ($0.amount, $1.rank) }
    // One more line is no longer than saying that there is one more.
    let shown = ordered.count > Self.mostPairs + 1 ? Self.mostPairs : ordered.count
    putSection(.largest, &board, span: Self.chartColumn)
    putHeads(
      [
        (words.line(OverviewText.pair.text), .ink, true, 1),
        (words.moneyHead(SheetText.amount.text), .donor, false, 1),
        (words.head(OverviewText.shareOfPlaced.text), .donor, false, 1),
        (words.head(WeightsText.benefit.text), .ink, false, 1),
        (words.head(OverviewText.stability.text), .ink, false, 1),
      ], &board)
    let first = board.rows
    for pairing in ordered.prefix(shown) {
      putPair(
        .text(
          name(pairing.donor, longest: Self.longestName) + " → "
            + name(pairing.recipient, longest: Self.longestName)),
        pairing.amount, pairing.benefit, pairing.stability, &board)
    }
    let rest = ordered.dropFirst(shown)
    if !rest.isEmpty {
      putPair(
        .text(words.line(OverviewText.others(count: rest.count).plain)),
        rest.reduce(0) { $0 + $1.amount }.wholeUnits,
        rest.reduce(0) { $0 + $1.benefit }.published, nil, &board)
    }
    return .pairs(rows: first...(first + shown - 1))
  }

  private func putPair(
    _ name: SheetCell, _ amount: Double, _ benefit: Double, _ stability: Double?,
    _ board: inout Board
  ) {
    let row = board.rows
    let all = plan.scorecard.invested
    board.put(name, row: row, column: 0)
    board.put(.number(amount), words.money, as: .strong, row: row, column: 1)
    board.put(all > 0 ? .number(amount / all) : .empty, .share, row: row, column: 2)
    board.put(.number(benefit), words.money, row: row, column: 3)
    board.put(.number(orEmpty: stability), .share, row: row, column: 4)
  }

  /// - Returns: nil where no money is pledged.
  func putYears(_ board: inout Board) -> Drawn? {
    guard let facts, !facts.round.years.isEmpty, facts.offered > 0 else { return nil }
    putSection(.years, &board, span: Self.chartColumn)
    putHeads(
      [
        (words.line(OverviewText.year.text), .ink, true, 1),
        (words.moneyHead(OverviewText.pledgedShort.text), .donor, false, 1),
        (words.moneyHead(SheetText.invested.text), .donor, false, 1),
        (words.moneyHead(OverviewText.idle.text), .donor, false, 1),
        (words.head(OverviewText.shareOfPledged.text), .donor, false, 1),
      ], &board)
    let first = board.rows
    for year in facts.round.years {
      let pledged = facts.donors.reduce(0) { $0 + facts.offered(by: $1, in: year) }
      let placed = facts.donors.reduce(0) { $0 + facts.placed(by: $1.code, in: year) }
      putYear(.text(String(year)), pledged, placed, .body, &board)
    }
    let last = board.rows - 1
    putYear(
      .text(words.line(OverviewText.all.text)), facts.offered, facts.invested, .total, &board)
    return .years(rows: first...last)
  }

  private func putYear(
    _ name: SheetCell, _ pledged: Double, _ placed: Double, _ role: Board.Role,
    _ board: inout Board
  ) {
    let row = board.rows
    board.put(name, as: role, row: row, column: 0)
    board.put(.number(pledged.wholeUnits), words.money, as: role, row: row, column: 1)
    board.put(.number(placed.wholeUnits), words.money, as: role, row: row, column: 2)
    board.put(
      .number(max(0, pledged - placed).wholeUnits), words.money, as: role, row: row, column: 3)
    board.put(
      pledged > 0 ? .number(placed / pledged) : .empty, .share, as: role, row: row, column: 4)
  }

  /// A region's name, cut where it is longer than a line has room for.
  func name(_ code: RegionCode, longest: Int) -> String {
    let name = names.region(code)
    let room = words.isBoth ? longest / 2 : longest
    return words.line(
      Bilingual(en: cut(oneLine(name.en), toUTF16: room), zh: cut(oneLine(name.zh), toUTF16: room)))
  }
}
