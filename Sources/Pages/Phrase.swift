import Records

/// A phrase of the reports in both languages: `English ‖ 中文`.
///
/// A phrase's raw value is the whole of it, so that a list of cases reads as a table and the compiler finds a phrase
/// written twice. `{name}` stands for what is filled in; `one|many` gives English its two forms for a count.
/// Phrases are markup of our own; what is filled in is `Words`, escaped already.
package protocol Phrase: CaseIterable, RawRepresentable<String>, Sendable {}

extension Phrase {
  package var text: Bilingual {
    let halves = rawValue.split(separator: " ‖ ", maxSplits: 1)
    guard halves.count == 2 else { return Bilingual(en: rawValue, zh: rawValue) }
    return Bilingual(en: String(halves[0]), zh: String(halves[1]))
  }

  package var words: Words { .markup(text.en, text.zh) }

  package func callAsFunction(_ values: KeyValuePairs<String, Words>) -> Words {
    let text = text
    return .markup(fill(text.en, values, \.en), fill(text.zh, values, \.zh))
  }

  /// The form for `count`, which also stands for `{n}`.
  package func callAsFunction(count: Int, _ values: KeyValuePairs<String, Words> = [:]) -> Words {
    let text = text
    let forms = text.en.split(separator: "|", maxSplits: 1)
    let en = String(count == 1 ? forms[0] : forms[forms.count - 1])
    let number = grouped(Double(count))
    return .markup(
      fill(fill(en, ["n": number], \.en, leaveOthers: true), values, \.en),
      fill(fill(text.zh, ["n": number], \.zh, leaveOthers: true), values, \.zh))
  }
}

/// Fills `{name}`s in one pass, so that what is filled in is never looked through again.
private func fill(
  _ text: String, _ values: KeyValuePairs<String, Words>, _ language: KeyPath<Words, String>,
  leaveOthers: Bool = false
) -> String {
  var filled = ""
  var rest = text[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    let name = rest[rest.index(after: open)..<close]
    filled += rest[..<open]
    if let value = values.first(where: { $0.key == name })?.value {
      filled += value[keyPath: language]
    } else if leaveOthers {
      filled += rest[open...close]
    }
    rest = rest[rest.index(after: close)...]
  }
  return filled + rest
}
