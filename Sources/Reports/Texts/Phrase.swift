import Records

/// A phrase of the reports in both languages: `English ‖ 中文`.
///
/// A phrase's raw value is the whole of it, so that a list of cases reads as a table and the compiler finds a phrase
/// written twice. `{name}` stands for what is filled in; `one|many` gives English its two forms for a count.
/// Phrases are markup of our own; what is filled in is escaped.
protocol Phrase: CaseIterable, RawRepresentable<String>, Sendable {}

extension Phrase {
  var text: Bilingual {
    let halves = rawValue.split(separator: " ‖ ", maxSplits: 1)
    guard halves.count == 2 else { return Bilingual(en: rawValue, zh: rawValue) }
    return Bilingual(en: String(halves[0]), zh: String(halves[1]))
  }
}
