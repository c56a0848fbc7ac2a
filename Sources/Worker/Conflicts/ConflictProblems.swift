import Plans
import Records

/// Fixed pairs that cannot all hold, as problems in the cells of every rule of every set: reviewed workbooks mark them like any
/// other. Rules of one set that one cell says are one problem.
///
/// - Parameter conflict: placed and told.
func conflictProblems(_ conflict: Conflict, _ places: ConflictPlaces) -> [Problem] {
  let sets = conflict.sets
  return sets.enumerated().flatMap { number, rules in
    var cells: [(origins: [Origin], rules: [Conflict.Rule])] = []
    for rule in rules {
      let origins = places.origins(of: rule)
      if let place = cells.firstIndex(where: { $0.origins == origins }) {
        cells[place].rules.append(rule)
      } else if !origins.isEmpty {
        cells.append((origins, [rule]))
      }
    }
    return cells.map { cell in
      problem(
        cell.rules, at: cell.origins, others: rules.filter { !cell.rules.contains($0) }, conflict,
        number: sets.count > 1 ? number + 1 : nil)
    }
  }
}

private func problem(
  _ rules: [Conflict.Rule], at origins: [Origin], others: [Conflict.Rule], _ conflict: Conflict,
  number: Int?
) -> Problem {
  let set = rules + others
  // Of the cheapest repair only what is of this conflict.
  let repairs = conflict.repair.fixedPairs.filter { pair in
    set.contains {
      $0.rule == .fixedPair && $0.donor == pair.donor && $0.recipient == pair.recipient
    }
  }
  let lines = [
    Bilingual(
      en: "conflict\(number.map { " \($0)" } ?? ""): \(named(rules, \.en, "; "))",
      zh: "冲突\(number.map { " \($0)" } ?? "")：\(named(rules, \.zh, "；"))"),
    Bilingual(
      en: "This cannot hold together with: \(named(others, \.en, "; ", places: true))",
      zh: "此条不能与下列规则同时成立：\(named(others, \.zh, "；", places: true))"),
    Bilingual(
      en: "The cheapest repair: \(list(repairs.map(\.told.en), "; ", rest: { "\($0) more" }))",
      zh: "代价最小的修改：\(list(repairs.map(\.told.zh), "；", rest: { "另有 \($0) 项" }))"),
  ].filter { !others.isEmpty || !$0.en.hasPrefix("This") }
  return Problem(
    .problem, kind: "fixed-pairs-conflict", at: origins[0], others: Array(origins.dropFirst()),
    message: Bilingual(
      en: lines.map(\.en).joined(separator: ". "), zh: lines.map(\.zh).joined(separator: "。")))
}

/// More rules than this are counted: a comment is no list. The report has them all.
private let mostNamed = 6

private func named(
  _ rules: [Conflict.Rule], _ language: KeyPath<Bilingual, String>, _ separator: String,
  places: Bool = false
) -> String {
  let isChinese = language == \Bilingual.zh
  return list(
    rules.map { rule in
      let text = rule.told[keyPath: language]
      guard places, !rule.place.isEmpty else { return text }
      return isChinese ? "\(text)（\(rule.place)）" : "\(text) (\(rule.place))"
    }, separator, rest: { isChinese ? "另有 \($0) 条，见报告" : "\($0) more, see the report" })
}

private func list(_ texts: [String], _ separator: String, rest: (Int) -> String) -> String {
  guard texts.count > mostNamed + 1 else { return texts.joined(separator: separator) }
  return (texts.prefix(mostNamed) + [rest(texts.count - mostNamed)]).joined(separator: separator)
}
