import Pages
import Plans
import Records
import Spreadsheets

/// Fixed pairs that cannot all hold: the rules of each conflict with file and cell, the cheapest repair in figures, and what
/// would have to grow instead.
struct ConflictBoard {
  let conflict: Conflict
  let names: Names
  let words: SheetWords
  let money: Money

  // A number, a sentence, two or three figures or a place.
  private static let widths = [6.0, 72, 17, 17, 34]

  var board: Board {
    var board = Board(name: words.name(InputSheetText.conflict.text), widths: Self.widths)
    let sets = conflict.sets
    putText(ConflictText.topic.text, as: .title, &board)
    putText(ReportText.conflict.text, as: .lead, &board)
    putText((sets.count > 1 ? ConflictText.explanations : .explanation).text, as: .lead, &board)
    for (place, rules) in sets.enumerated() {
      if sets.count > 1 {
        let number = String(place + 1)
        putText(
          ConflictText.set.filled("number", Bilingual(en: number, zh: number)), as: .section,
          &board)
      }
      putRules(rules, &board)
    }
    putRepair(&board)
    putGrowth(&board)
    return board
  }

  private func putText(_ text: Bilingual, as role: Board.Role, _ board: inout Board) {
    board.put(
      .text(role == .title || role == .section ? words.line(text) : words.prose(text)), as: role,
      row: board.rows, column: 0, span: Self.widths.count)
  }

  private func putHeads(_ heads: [(text: String, isText: Bool, span: Int)], _ board: inout Board) {
    let row = board.rows
    var column = 0
    for head in heads {
      board.put(
        .text(head.text), head.isText ? .text : .number(decimals: 0), as: .head(.ink), row: row,
        column: column, span: head.span)
      column += head.span
    }
  }

  private func putRules(_ rules: [Conflict.Rule], _ board: inout Board) {
    putHeads(
      [
        (words.head(InputSheetText.number.text), false, 1),
        (words.line(InputSheetText.rule.text), true, 1),
        (words.line(InputSheetText.file.text), true, 2),
        (words.line(InputSheetText.place.text), true, 1),
      ], &board)
    for (place, rule) in rules.enumerated() {
      let row = board.rows
      board.put(.whole(place + 1), .number(decimals: 0), row: row, column: 0)
      board.put(.text(words.prose(rule.told.capitalised)), row: row, column: 1)
      board.put(.text(rule.file), row: row, column: 2, span: 2)
      board.put(.text(rule.at), row: row, column: 4)
    }
  }

  private func putRepair(_ board: inout Board) {
    let repair = conflict.repair
    putText(
      ConflictText.repair(["total": money.exact(repair.total)]).plain, as: .section, &board)
    putHeads(
      [
        (words.head(InputSheetText.number.text), false, 1),
        (words.line(InputSheetText.pair.text), true, 1),
        (words.moneyHead(InputSheetText.fixed.text), false, 1),
        (words.moneyHead(InputSheetText.possible.text), false, 1),
        (words.moneyHead(InputSheetText.lower.text), false, 1),
      ], &board)
    for (place, pair) in repair.fixedPairs.enumerated() {
      let row = board.rows
      let (from, to) = (names.region(pair.donor), names.region(pair.recipient))
      board.put(.whole(place + 1), .number(decimals: 0), row: row, column: 0)
      board.put(.text(words.line(from) + " → " + words.line(to)), row: row, column: 1)
      board.put(.number(pair.fixed), .plain, row: row, column: 2)
      board.put(.number(pair.possible), .plain, as: .strong, row: row, column: 3)
      board.put(.number((pair.fixed - pair.possible).wholeUnits), .plain, row: row, column: 4)
    }
    if repair.resolved { putText(ConflictText.resolved.text, as: .note, &board) }
  }

  private func putGrowth(_ board: inout Board) {
    guard let growth = conflict.growth else { return }
    putText(growth.head(money).plain, as: .section, &board)
    if !growth.limits.isEmpty {
      putHeads(
        [
          (words.head(InputSheetText.number.text), false, 1),
          (words.line(InputSheetText.limit.text), true, 1),
          (words.moneyHead(InputSheetText.now.text), false, 1),
          (words.moneyHead(InputSheetText.needed.text), false, 1),
          (words.line(InputSheetText.place.text), true, 1),
        ], &board)
    }
    for (place, limit) in growth.limits.enumerated() {
      let row = board.rows
      board.put(.whole(place + 1), .number(decimals: 0), row: row, column: 0)
      board.put(.text(words.prose(limit.told.capitalised)), row: row, column: 1)
      board.put(.number(orEmpty: limit.rule.amount), .plain, row: row, column: 2)
      board.put(.number(limit.to), .plain, as: .strong, row: row, column: 3)
      board.put(.text(limit.rule.place), row: row, column: 4)
    }
    for note in growth.notes(money) { putText(note.plain, as: .note, &board) }
  }
}
