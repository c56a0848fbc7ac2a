import Pages
import Plans
import Records
import Round

/// The rules that cannot hold together, set by set with file and cell, then what would help, as lines for a terminal.
///
/// - Parameters:
///   - conflict: told in words.
///   - subjects: what was asked about; sets without any of them are left out where some have one.
///   - round: of which the subjects are.
public func conflictText(
  _ conflict: Conflict, about subjects: [Subject] = [], of round: Round? = nil, currency: String,
  _ language: Language
) -> String {
  let money = Money(currency: currency, offered: 0)
  let mark = language == .zh ? "· " : "- "
  func line(_ words: Words) -> String { words.plain.text(language) + "\n" }
  func item(_ text: Bilingual, _ place: String = "") -> String {
    "  " + mark + text.text(language).capitalisedFirst + (place.isEmpty ? "" : "  [\(place)]")
      + "\n"
  }

  let all = Array(conflict.sets.enumerated())
  let asked = all.filter { set in
    !subjects.isEmpty && subjects.allSatisfy { set.element.concern($0, of: round) }
  }
  var text = line(ConflictLineText.noPlan.words)
  if !subjects.isEmpty {
    text +=
      asked.isEmpty
      ? line(ConflictLineText.notConcerned.words)
      : line(ConflictLineText.concerned(count: asked.count, ["all": grouped(Double(all.count))]))
  }
  for (place, rules) in asked.isEmpty ? all : asked {
    text += "\n"
    if all.count > 1 { text += line(ConflictText.set(["number": .markup(String(place + 1))])) }
    text += line(ConflictText.explanation.words)
    text += rules.map { item($0.told, $0.place) }.joined()
  }
  text += "\n" + line(ConflictText.repair(["total": money.exact(conflict.repair.total)]))
  text += conflict.repair.fixedPairs.map { item($0.told) }.joined()
  if conflict.repair.resolved { text += line(ConflictText.resolved.words) }
  guard let growth = conflict.growth else { return text }
  text += "\n" + line(growth.head(money))
  text += growth.limits.prefix(mostLines).map { item($0.told, $0.rule.place) }.joined()
  let rest = growth.limits.count - mostLines
  if rest > 0 { text += "  " + line(ConflictLineText.more(count: rest)) }
  return text + growth.notes(money).map(line).joined()
}

/// Limits that would grow, beyond which they are counted.
private let mostLines = 20

extension [Conflict.Rule] {
  /// Whether a rule of the set is about `subject`, or about whose it is.
  fileprivate func concern(_ subject: Subject, of round: Round?) -> Bool {
    contains { rule in
      switch subject {
      case .region(let code): rule.donor == code || rule.recipient == code
      case .community(let group):
        rule.recipient.map { group.hasPrefix($0.text + "/") } ?? false
      case .offer(let id):
        rule.offer == id || rule.lacks?.contains { $0.offer == id } ?? false
          || rule.donor != nil
            && rule.donor == round?.records.offers.first { $0.id == id }?.donor
      case .proposal(let id):
        rule.proposal == id
          || rule.recipient != nil
            && rule.recipient == round?.records.proposals.first { $0.id == id }?.recipient
      }
    }
  }
}

extension String {
  /// With the first letter a capital.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

enum ConflictLineText: String, Phrase {
  case noPlan =
    "The fixed pairs cannot all hold. No plan was made. ‖ 规则固定的结对不能同时成立，未编制方案。"
  case concerned =
    "What was asked about stands in {n} of {all} conflicts: ‖ 所问对象涉及 {all} 处冲突中的 {n} 处："
  case more = "… {n} more in plans.json ‖ ……另有 {n} 项，见 plans.json"
  case notConcerned =
    "What was asked about stands in none of the conflicts, which are: ‖ 所问对象不涉及任何冲突；现有冲突如下："
}
