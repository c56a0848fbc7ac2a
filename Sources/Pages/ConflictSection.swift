import Plans
import Records

/// Fixed pairs that cannot all hold: the sets of rules in words with file and cell, then the cheapest repair, then what would
/// have to grow instead.
package struct ConflictSection: Templated {
  struct Line {
    let text: Words
    let place: Words
  }

  /// A set of rules, or a way out.
  struct Part {
    var head = Words.none
    var lines: [Line] = []
    /// Beyond what is read at a glance.
    var rest: [Line] = []
    var more = Words.none
    var notes: [Words] = []

    /// - Parameter text: those of the lines, in order.
    init(head: Words, _ lines: [(text: Bilingual, place: String)], notes: [Words] = []) {
      let all = lines.map {
        Line(
          text: Words($0.text, longest: ConflictSection.longest).capitalised, place: Words($0.place)
        )
      }
      // One line more needs no fold.
      let shown = all.count > ConflictSection.mostLines + 1 ? ConflictSection.mostLines : all.count
      self.head = head
      self.lines = Array(all.prefix(shown))
      rest = Array(all.dropFirst(shown))
      more = rest.isEmpty ? .none : ConflictText.more(count: rest.count)
      self.notes = notes
    }
  }

  let parts: [Part]

  package static let template = """
    {{#parts}}{{#head}}<h3>{{{.}}}</h3>{{/head}}<ul class="rules">\
    {{#lines}}<li>{{{text}}}{{#place}} <code>{{{.}}}</code>{{/place}}</li>{{/lines}}</ul>\
    {{#more}}<details><summary>{{{.}}}</summary>{{/more}}\
    {{#rest}}<p class="rules">{{{text}}}{{#place}} <code>{{{.}}}</code>{{/place}}</p>{{/rest}}\
    {{#more}}</details>{{/more}}{{#notes}}<p class="dim">{{{.}}}</p>{{/notes}}
    {{/parts}}
    """

  static let mostLines = 12
  /// Names may be long, and what is cut off may be the amount.
  static let longest = 800

  private init(_ conflict: Conflict, money: Money) {
    let sets = conflict.sets
    parts =
      sets.enumerated().map { place, rules in
        Part(
          head: sets.count > 1
            ? ConflictText.set(["number": .markup(String(place + 1))]) : .none,
          rules.map { ($0.told, $0.place) })
      } + [Self.repair(conflict.repair, money)]
      + [conflict.growth.map { Self.growth($0, money) }].compactMap { $0 }
  }

  private static func repair(_ repair: Conflict.Repair, _ money: Money) -> Part {
    Part(
      head: ConflictText.repair(["total": money.exact(repair.total)]),
      repair.fixedPairs.map { ($0.told, "") },
      notes: repair.resolved ? [ConflictText.resolved.words] : [])
  }

  private static func growth(_ growth: Conflict.Growth, _ money: Money) -> Part {
    Part(
      head: growth.head(money), growth.limits.map { ($0.told, $0.rule.place) },
      notes: growth.notes(money))
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

extension Conflict.Growth {
  /// What would have to grow in all, or that nothing would help.
  package func head(_ money: Money) -> Words {
    limits.isEmpty
      ? ConflictText.noGrowth.words : ConflictText.growth(["total": money.exact(total)])
  }

  /// How the total falls on money, needs and shares; and whom it does not help.
  package func notes(_ money: Money) -> [Words] {
    func sum(_ isIn: (Conflict.Rule.Kind) -> Bool) -> Words {
      money.exact(
        limits.filter { isIn($0.rule.rule) }.reduce(0) { $0 + $1.to - ($1.rule.amount ?? 0) })
    }
    let parts = ConflictText.growthNote([
      "budgets": sum { $0 == .budget }, "needs": sum { $0 == .need },
      "shares": sum { $0 != .budget && $0 != .need },
    ])
    return (limits.isEmpty ? [] : [parts])
      + (noHelpFor.isEmpty ? [] : [ConflictText.noHelp(count: noHelpFor.count)])
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
  case more = "{n} more ‖ 另有 {n} 条"
  case repair = "The cheapest repair: fix {total} less in all ‖ 代价最小的修改：固定金额合计减少 {total}"
  case resolved =
    "Solved again with these amounts: all fixed pairs hold. ‖ 已按上述金额重新求解：全部固定结对均可成立。"
  case growth =
    "Or, with every fixed amount kept: limits {total} higher in all ‖ 或保留全部固定金额：各上限合计提高 {total}"
  case growthNote =
    "The least that would do, for information, each limit counted by itself: budgets {budgets}, needs {needs}, shares that the policy or an offer allows {shares}. ‖ 为所需的最小提高，仅供参考，各上限分别计算：资金 {budgets}，需求 {needs}，规则或承诺所定上限 {shares}。"
  case noGrowth =
    "More money or larger needs would not help ‖ 增加资金或提高需求均无济于事"
  case noHelp =
    "For {n} fixed pair no growth helps: no offer of the donor may fund any of the region’s proposals, for the reason above.|For {n} fixed pairs no growth helps: no offer of the donor may fund any of the region’s proposals, for the reasons above. ‖ 有 {n} 对固定结对无法靠提高上限解决：支援方没有任何承诺可资助该地区的项目，原因见上。"
}
