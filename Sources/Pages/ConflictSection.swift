import Plans
import Records

/// Fixed pairs that cannot all hold: the sets of rules in words with file and cell, then the cheapest repair, then what would
/// have to grow instead.
package struct ConflictSection: Templated {
  struct Rule {
    let text: Words
    let place: Words
  }

  struct RuleSet {
    /// None where there is one set only.
    let head: Words
    let rules: [Rule]
    let more: Words
  }

  struct Way {
    let head: Words
    let lines: [Words]
    let note: Words
  }

  let sets: [RuleSet]
  let ways: [Way]

  package static let template = """
    {{#sets}}{{#head}}<h3>{{{.}}}</h3>{{/head}}<ol class="rules">\
    {{#rules}}<li>{{{text}}}{{#place}} <code>{{{.}}}</code>{{/place}}</li>{{/rules}}</ol>\
    {{#more}}<p class="more">{{{.}}}</p>{{/more}}{{/sets}}
    {{#ways}}<h3>{{{head}}}</h3><ul class="rules">{{#lines}}<li>{{{.}}}</li>{{/lines}}</ul>\
    {{#note}}<p>{{{.}}}</p>{{/note}}{{/ways}}
    """

  /// A set with more rules is cut, and the rest counted; plans.json has them all.
  static let mostRules = 60
  /// Names may be long, and what is cut off may be the amount.
  static let longest = 800

  private init(_ conflict: Conflict, money: Money) {
    let all = conflict.sets
    sets = all.enumerated().map { place, rules in
      let left = rules.count - Self.mostRules
      return RuleSet(
        head: all.count > 1
          ? ConflictText.set(["number": .markup(String(place + 1))]) : .none,
        rules: rules.prefix(Self.mostRules).map {
          Rule(text: Words($0.told, longest: Self.longest).capitalised, place: Words($0.place))
        }, more: left > 0 ? ConflictText.more(count: left) : .none)
    }
    ways = [Self.repair(conflict, money), Self.growth(conflict, money)].compactMap { $0 }
  }

  private static func repair(_ conflict: Conflict, _ money: Money) -> Way {
    Way(
      head: ConflictText.repair(["total": money.exact(conflict.repair.total)]),
      lines: conflict.repair.fixedPairs.map { Words($0.told, longest: longest) },
      note: conflict.repair.resolved ? ConflictText.resolved.words : .none)
  }

  private static func growth(_ conflict: Conflict, _ money: Money) -> Way? {
    guard let growth = conflict.growth else { return nil }
    let notes = growth.limits.isEmpty ? nil : ConflictText.growthNote.words
    let lost = growth.noHelpFor.isEmpty ? nil : ConflictText.noHelp(count: growth.noHelpFor.count)
    return Way(
      head: growth.limits.isEmpty
        ? ConflictText.noGrowth.words
        : ConflictText.growth(["total": money.exact(growth.total)]),
      lines: growth.limits.map { Words($0.told, longest: longest).capitalised },
      note: [notes, lost].compactMap { $0 }.joined(" ", ""))
  }

  package static func section(_ conflict: Conflict, money: Money) throws -> Section {
    let sets = conflict.sets.count
    return Section(
      id: "conflict", label: ConflictText.label.words, topic: ConflictText.topic.words,
      finding: sets > 1
        ? ConflictText.findings(count: sets) : ConflictText.finding(count: conflict.rules.count),
      explanation: (sets > 1 ? ConflictText.explanations : .explanation).words,
      figure: try ConflictSection(conflict, money: money).markup())
  }
}

package enum ConflictText: String, Phrase {
  case label = "Conflict ‖ 冲突"
  case topic = "Rules in conflict ‖ 规则冲突"
  case finding =
    "{n} rule cannot hold|{n} rules cannot hold together ‖ {n} 条规则不能同时成立"
  case findings =
    "{n} conflict|{n} conflicts, each on its own ‖ {n} 处互不相关的冲突"
  case explanation =
    "Drop any one of these rules, and the others can hold. ‖ 取消其中任何一条，其余即可成立。"
  case explanations =
    "Drop any one rule of a conflict, and its others can hold. Every conflict must be settled. ‖ 每处冲突中取消任何一条，该处其余规则即可成立。各处冲突均须解决。"
  case set = "Conflict {number} ‖ 冲突 {number}"
  case more =
    "{n} more rule is in plans.json.|{n} more rules are in plans.json. ‖ 另有 {n} 条见 plans.json。"
  case repair = "The cheapest repair: fix {total} less in all ‖ 代价最小的修改：固定金额合计减少 {total}"
  case resolved =
    "Solved again with these amounts: all fixed pairs hold. ‖ 已按上述金额重新求解：全部固定结对均可成立。"
  case growth =
    "Or, with every fixed amount kept: limits {total} higher in all ‖ 或保留全部固定金额：各上限合计提高 {total}"
  case growthNote =
    "The least that would do, for information; each limit is counted by itself. ‖ 为所需的最小提高，仅供参考；各上限分别计算。"
  case noGrowth =
    "More money or larger needs would not help ‖ 增加资金或提高需求均无济于事"
  case noHelp =
    "For {n} fixed pair no growth helps: no offer of the donor may fund any of the region’s proposals, for the reason above.|For {n} fixed pairs no growth helps: no offer of the donor may fund any of the region’s proposals, for the reasons above. ‖ 有 {n} 对固定结对无法靠提高上限解决：支援方没有任何承诺可资助该地区的项目，原因见上。"
}
