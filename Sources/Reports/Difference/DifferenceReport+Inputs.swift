import Pages
import Plans
import Records

extension DifferenceReport {
  /// Every change of the inputs, numbered, with the place where it stands.
  var inputs: String {
    let heading = say(.inputs) + "\n"
    let changes = difference.changes
    let files = fileLines.map { "  \($0)\n" }.joined()
    guard !changes.isEmpty else { return heading + files + "  " + say(.sameInputs) + "\n" }
    // Planners look up the numbers here, so a longer list is told than of what follows.
    let shown = changes.prefix(10 * DifferenceReport.longest)
    let width = String(shown.count).count
    var text = heading + files
    for (number, change) in shown.enumerated() {
      let label = String(number + 1)
      text += "  " + String(repeating: " ", count: width - label.count) + label + "  "
      text += line(change) + "\n"
    }
    if shown.count < changes.count {
      text += "  " + say(.more, ["n": number(Double(changes.count - shown.count), 0)]) + "\n"
    }
    return text
  }

  private var fileLines: [String] {
    let byStep = Dictionary(grouping: difference.files, by: \.step)
    let phrases: [(InputChange.Step, DifferenceText)] = [
      (.added, .filesAdded), (.edited, .filesEdited), (.withdrawn, .filesGone),
    ]
    return phrases.compactMap { step, phrase in
      byStep[step].map { files in
        let names = files.prefix(DifferenceReport.longest).map(\.name)
          .joined(separator: language == .zh ? "、" : ", ")
        let rest = files.count - DifferenceReport.longest
        let more = rest > 0 ? "; " + say(.more, ["n": number(Double(rest), 0)]) : ""
        return say(phrase, ["files": names]) + more
      }
    }
  }

  private func line(_ change: InputChange) -> String {
    var parts: [String] = []
    let what = what(change)
    let fields = fields(change)
    switch change.step {
    case .withdrawn where change.kind != .setting: parts.append(say(.gone, ["what": what]))
    case .added where change.kind != .setting:
      parts.append(
        fields.isEmpty
          ? say(.addedAlone, ["what": what]) : say(.added, ["what": what, "fields": fields]))
    case .added:
      parts.append(
        say(.edited, ["what": what, "fields": say(.madeDefault, ["fields": fields])]))
    case .withdrawn:
      parts.append(
        say(.edited, ["what": what, "fields": say(.backToDefault, ["fields": fields])]))
    case .edited: parts.append(say(.edited, ["what": what, "fields": fields]))
    }
    if !change.counts { parts.append(say(.wordsOnly)) }
    if let cells = cells(of: change) {
      parts.append(cells)
    } else if let place = change.after {
      parts.append(text(of: place))
    } else if let place = change.before {
      parts.append(say(.stood, ["place": text(of: place)]))
    }
    return parts.joined(separator: " – ")
  }

  /// `proposal P7`.
  func what(_ change: InputChange) -> String {
    say(EditText(change.kind), ["key": change.key])
  }

  private func fields(_ change: InputChange) -> String {
    change.fields.map { field in
      // A setting of one value need not say its name twice.
      let isItself = field.name == change.key || change.kind == .continued
      let name = isItself ? "" : FieldText.byName[field.name]?.text(language) ?? field.name
      let before = change.step == .added && field.older == nil ? "" : shown(field.older) + " → "
      // A year beside its amount would read as one more amount.
      let head = name.isEmpty ? "" : name.allSatisfy(\.isNumber) ? name + ": " : name + " "
      return head + before + shown(field.newer)
    }.joined(separator: language == .zh ? "，" : ", ")
  }

  /// `proposals.csv E14, F14`: where every changed value has a cell of its own.
  private func cells(of change: InputChange) -> String? {
    let places = change.fields.compactMap(\.at)
    guard change.step == .edited, !places.isEmpty, places.count == change.fields.count else {
      return nil
    }
    let byFile = Dictionary(grouping: places, by: \.file).sorted { $0.key < $1.key }
    return byFile.map { "\($0.key) " + $0.value.map(\.at).joined(separator: ", ") }
      .joined(separator: "; ")
  }

  private func text(of place: InputChange.Place) -> String {
    place.at.isEmpty ? place.file : "\(place.file) \(told(place.at))"
  }

  /// A place as the language names it: `row 3`, `policy.currency (line 4)`; cells stay as they are.
  private func told(_ at: String) -> String {
    if let match = at.wholeMatch(of: /row (\d+)/) {
      return say(EditText.row, ["n": String(match.1)])
    }
    if let match = at.wholeMatch(of: /(.+) (\(line (\d+)\))/) {
      return match.1 + (language == .zh ? "" : " ") + say(EditText.line, ["n": String(match.3)])
    }
    return at
  }

  private func shown(_ value: String?) -> String { value.map { shortened($0, to: 60) } ?? "–" }
}
