import Pages
import Plans
import Records

/// What was before, what is now, and the difference, a line each.
struct ChangeTable: Templated {
  struct Row {
    let name: Words
    /// Below the name.
    var notes: [Words] = []
    let before: Words
    let after: Words
    let change: Words
    var isGone = false

    var note: Words { notes.filter { !$0.isEmpty }.joined("; ", "；") }
  }

  /// A row as the template names it.
  struct Line {
    let name: Words
    let note: Words
    let before: Words
    let after: Words
    let change: Words
    let isGone: Bool
  }

  let head: Words
  let sub: Words
  let what: Words
  let rows: [Line]
  let rest: Words
  let beforeHead = EffectText.before.words
  let afterHead = EffectText.after.words
  let changeHead = EffectText.change.words

  static let template = """
    <h3>{{{head}}}</h3>{{#sub}}<p class="sub">{{{.}}}</p>{{/sub}}
    <div class="scroll"><table class="was"><thead><tr><th scope="col" class="l">{{{what}}}</th>\
    <th scope="col">{{{beforeHead}}}</th><th scope="col">{{{afterHead}}}</th>\
    <th scope="col" class="opt">{{{changeHead}}}</th></tr></thead><tbody>
    {{#rows}}<tr{{#isGone}} class="gone"{{/isGone}}><th scope="row">{{{name}}}{{#note}}<small>{{{.}}}</small>{{/note}}</th>\
    <td>{{{before}}}</td><td>{{{after}}}</td><td class="opt">{{{change}}}</td></tr>
    {{/rows}}</tbody></table></div>{{#rest}}<p class="note">{{{.}}}</p>{{/rest}}
    """

  init(head: Words, sub: Words = .none, what: Words, rows: [Row], rest: Words = .none) {
    self.head = head
    self.sub = sub
    self.what = what
    self.rows = rows.map {
      Line(
        name: $0.name, note: $0.note, before: $0.before, after: $0.after, change: $0.change,
        isGone: $0.isGone)
    }
    self.rest = rest
  }
}

/// A difference with its sign: `+3.2`, `−3.2`, `0`.
func signed(_ value: Double, _ shown: (Double) -> Words) -> Words {
  let words = shown(abs(value))
  guard value != 0 else { return words }
  let sign = value > 0 ? "+" : "−"
  return words.wrapped(sign, "")
}

extension RunEffect {
  /// `edits 1, 3 concern it`, by the numbers of the list above.
  func concerns(_ edits: [Int]) -> Words {
    guard !edits.isEmpty, self.edits.counting > 1 else { return .none }
    let numbers = edits.map { Words.markup(String($0 + 1)) }.joined(", ", "、")
    return EffectText.concerns(count: edits.count, ["numbers": numbers])
  }
}

extension Money {
  /// What records hold: `CNY M` and `百万元`.
  var millions: Words {
    let zh = smallUnit.zh
    return .markup(smallUnit.en, "百" + zh)
  }
}
