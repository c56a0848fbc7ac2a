import Pages
import Plans
import Records
import Round
import Spreadsheets

/// What changed between two runs, as text for a terminal.
///
/// - Parameters:
///   - older, newer: what the two runs' records call regions and proposals.
public func differenceText(
  _ difference: RunDifference, older: Round, newer: Round, language: Language
) -> String {
  DifferenceReport(
    difference, older: Names(older), newer: Names(newer), language: language
  ).text
}

/// The parts of the text, one file each.
struct DifferenceReport {
  /// How much of a long list is shown; the rest is counted.
  static let longest = 20

  let difference: RunDifference
  let older: Names
  let newer: Names
  let language: Language

  init(_ difference: RunDifference, older: Names, newer: Names, language: Language) {
    self.difference = difference
    self.older = older
    self.newer = newer
    self.language = language
  }

  var text: String {
    let (before, after) = (difference.older, difference.newer)
    let head =
      say(.heading, ["title": after.title, "older": before.run, "newer": after.run]) + "\n"
      + say(.money, ["unit": unit(after.currency)])
      + "\n"
    return
      ([head, inputs, figures, pairings, funding] + (difference.changes.isEmpty ? [] : [cause]))
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Words

  func say(_ phrase: DifferenceText, _ values: KeyValuePairs<String, String> = [:]) -> String {
    say(phrase.text, values)
  }

  func say(_ phrase: EditText, _ values: KeyValuePairs<String, String>) -> String {
    say(phrase.text, values)
  }

  private func say(_ phrase: Bilingual, _ values: KeyValuePairs<String, String>) -> String {
    // Of a terminal nothing is escaped: what is filled in stays as the planners wrote it, on one line.
    var text = ""
    var rest = phrase.text(language)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      text += rest[..<open] + oneLine(values.first { $0.key == name }?.value ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// `EUR M`, `百万欧元（EUR M）`.
  private func unit(_ currency: String) -> String {
    guard language == .zh, let name = Money.namesZh[currency] else { return currency + " M" }
    return "百万\(name)（\(currency) M）"
  }

  func number(_ value: Double, _ decimals: Int = 1) -> String {
    let words = grouped(value, decimals: decimals)
    return language == .zh ? words.zh : words.en
  }

  /// `+3.2`, `−3.2`, `0`.
  func signed(_ value: Double, _ decimals: Int = 1) -> String {
    let value = small(value, decimals)
    return value == 0 ? "0" : (value > 0 ? "+" : "") + number(value, decimals)
  }

  /// A share as percent.
  func percent(_ value: Double) -> String { fixed(value * 100, 1) + " %" }

  /// A change of a share.
  func points(_ value: Double) -> String {
    let value = small(value * 100, 1)
    return value == 0 ? "0" : say(.points, ["n": signed(value, 1)])
  }

  /// What would be shown as 0 is 0, without a sign.
  func small(_ value: Double, _ decimals: Int) -> Double {
    fixed(value, decimals).contains { ("1"..."9").contains($0) } ? value : 0
  }

  func region(_ code: RegionCode) -> String {
    let name = newer.region(code).text(language)
    return shortened(
      name == code.text ? older.region(code).text(language) : name, to: TextTable.nameWidth)
  }

  /// `P7 Battery plant`.
  func proposal(_ id: ProposalID) -> String {
    let names = newer.proposal(id) == nil ? older : newer
    let title = names.title(id).text(language)
    return shortened(title == id.text ? title : "\(id) \(title)", to: TextTable.nameWidth + 10)
  }

  /// The first of a list, and how many more there are.
  func listed<Item>(_ items: [Item], _ line: (Item) -> String) -> String {
    var text = items.prefix(DifferenceReport.longest).map { line($0) + "\n" }.joined()
    let rest = items.count - DifferenceReport.longest
    if rest > 0 { text += "  " + say(.more, ["n": number(Double(rest), 0)]) + "\n" }
    return text
  }
}
