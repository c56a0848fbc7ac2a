import Pages
import Plans
import Records

extension DifferenceReport {
  /// What each change does alone, what all do together, and what is left over.
  var cause: String {
    let attribution = difference.attribution
    guard !attribution.alone.isEmpty || attribution.notTried > 0 else { return "" }
    var text = say(.cause) + "\n  " + say(.method) + "\n"
    let moving = attribution.alone.filter { $0.shift?.isNothing == false }
      .sorted { size($0) != size($1) ? size($0) > size($1) : $0.change < $1.change }
    if let first = moving.first {
      let count = attribution.alone.count + attribution.notTried
      text +=
        "  "
        + say(
          .most,
          [
            "k": String(moving.count), "n": String(count), "number": String(first.change + 1),
            "what": what(difference.changes[first.change]),
          ]) + "\n"
    }
    if !moving.isEmpty || attribution.together != nil { text += table(moving) }
    text += notes.map { "  \($0)\n" }.joined()
    return text
  }

  private func size(_ alone: Attribution.Alone) -> Double {
    abs(alone.shift?.figures.benefit ?? 0)
  }

  private func table(_ moving: [Attribution.Alone]) -> String {
    let attribution = difference.attribution
    let shown = (moving.map(\.shift) + [attribution.together]).compactMap(
      \.?.figures.indicators.keys)
    let present = Set(shown.joined())
    let indicators = Indicator.usual.filter(present.contains)
    var table = TextTable(
      [("", .left), ("#", .right), (say(.change), .left), (say(.benefit), .right)]
        + indicators.map { (short($0), .right) } + [
          (say(.invested), .right), (say(.lowestLevel), .right), (say(.bondMet), .right),
          (say(.pairings), .left),
        ])
    func row(_ number: String, _ name: String, _ figures: PlanFigures, _ shift: PlanShift?) {
      let brought = indicators.map {
        signed(figures.indicators[$0] ?? 0, $0 == .valueAdded ? 1 : 0)
      }
      table.append(
        [
          "", number, shortened(name, to: TextTable.nameWidth + 10),
          signed(figures.benefit) + (shift?.unitChanges == true ? "*" : ""),
        ] + brought + [
          signed(figures.invested), points(figures.lowestLevel), points(figures.reciprocityMet),
          shift.map(pairingsMoved) ?? "",
        ])
    }
    for alone in moving.prefix(2 * DifferenceReport.longest) {
      guard let shift = alone.shift else { continue }
      let change = difference.changes[alone.change]
      row(String(alone.change + 1), what(change), shift.figures, shift)
    }
    if let together = attribution.together {
      row("", say(.together), together.figures, together)
    }
    if let rest = attribution.leftOver, attribution.alone.count > 1 {
      row("", say(.interplay), rest, nil)
    }
    return table.text
  }

  private func short(_ indicator: Indicator) -> String {
    switch indicator {
    case .co2Avoided: say(.co2Short)
    case .valueAdded: say(.valueShort)
    default: say(.jobs)
    }
  }

  private func pairingsMoved(_ shift: PlanShift) -> String {
    let counts = shift.pairings
    let moved = (counts[.larger] ?? 0) + (counts[.smaller] ?? 0)
    let parts: [(DifferenceText, Int)] = [
      (.newCount, counts[.new] ?? 0), (.endedCount, counts[.ended] ?? 0), (.movedCount, moved),
    ]
    let said = parts.filter { $0.1 > 0 }.map { say($0.0, ["n": String($0.1)]) }
    return said.isEmpty ? say(.unmoved) : said.joined(separator: language == .zh ? "，" : ", ")
  }

  private var notes: [String] {
    let attribution = difference.attribution
    var notes: [String] = []
    func tell(_ phrase: DifferenceText, _ which: (Attribution.Alone) -> Bool) {
      let numbers = attribution.alone.filter(which).map { String($0.change + 1) }
      guard !numbers.isEmpty else { return }
      notes.append(
        say(phrase, ["changes": numbers.joined(separator: language == .zh ? "、" : ", ")]))
    }
    tell(.nothingAlone) { $0.shift?.isNothing == true }
    tell(.conflictAlone) { $0.outcome == .conflict }
    tell(.failedAlone) { $0.outcome == .failed }
    let shifts = attribution.alone.map(\.shift) + [attribution.together]
    if shifts.contains(where: { $0?.unitChanges == true }) { notes.append(say(.unit)) }
    if attribution.leftOver != nil, attribution.alone.count > 1 {
      notes.append(say(.interplayMeans))
      if attribution.notTried > 0 { notes.append(say(.restMeans)) }
    }
    if attribution.notTried > 0 {
      let words = DifferenceText.notTried(count: attribution.notTried)
      notes.append(language == .zh ? words.zh : words.en)
    }
    if !attribution.isReproduced { notes.append(say(.notReproduced)) }
    return notes
  }
}
