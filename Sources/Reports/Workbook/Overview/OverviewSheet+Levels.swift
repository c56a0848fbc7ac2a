import Pages
import Plans
import Records
import Spreadsheets

// What each region or community gets of its entitlement, the least first.
extension OverviewSheet {
  /// What holds a level has room for this many reasons; the report tells more.
  private static let mostReasons = 1

  func putLevels(_ board: inout Board) {
    guard let facts else { return }
    let levels = Levels(facts)
    guard !levels.groups.isEmpty else { return }
    let all = board.widths.count
    let measure = facts.names.measure(facts.round.policy.fairnessMeasure).plain
    putSection(
      .levels, note: OverviewText.levelsNote.filled("measure", measure).filled("unit", words.unit),
      &board, span: all)
    putHeads(
      [
        Head(
          text: words.line((levels.isByCommunity ? FairnessText.community : .region).text),
          tone: .region, isText: true),
        Head(text: words.head(FairnessText.level.text), tone: .region),
        Head(text: words.head(FairnessText.received.text), tone: .region),
        Head(text: words.head(FairnessText.entitled.text), tone: .region),
        Head(text: words.head(FairnessText.asked.text), tone: .region),
        Head(text: words.head(OverviewText.notBelow.text), tone: .region),
        Head(text: words.line(OverviewText.heldBy.text), isText: true, span: all - 6),
      ], &board)
    let first = board.rows
    for group in levels.groups {
      let row = board.rows
      board.put(.text(groupName(group)), row: row, column: 0)
      board.put(.number(group.level.published), .share, as: .strong, row: row, column: 1)
      board.put(.number(group.received.wholeUnits), words.money, row: row, column: 2)
      board.put(.number(group.entitlement.wholeUnits), words.money, row: row, column: 3)
      board.put(.number(group.asked.wholeUnits), words.money, row: row, column: 4)
      // At full entitlement the floor says nothing.
      board.put(
        .number(orEmpty: group.isFull ? nil : group.floor?.published), .share, row: row, column: 5)
      board.put(
        .text(words.prose(reasons(group, facts))), row: row, column: 6, span: all - 6)
    }
    board.putBars(column: 1, rows: first...(board.rows - 1), whole: 1)
  }

  private func groupName(_ group: Levels.Group) -> String {
    let name = names.group(group.id)
    return words.line(
      Bilingual(en: cut(oneLine(name.en), toUTF16: 60), zh: cut(oneLine(name.zh), toUTF16: 60)))
  }

  private func reasons(_ group: Levels.Group, _ facts: Facts) -> Bilingual {
    let rules = facts.heldBy[group.id] ?? []
    return facts.shortened(facts.rules.stops(rules), to: Self.mostReasons).joined().plain
      .capitalised
  }
}
