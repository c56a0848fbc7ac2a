import Plans
import Records

/// Fixed pairs that cannot all hold: the rules in words with file and cell, then the cheapest repair.
package struct ConflictSection: Templated {
  struct Rule {
    let text: Words
    let place: Words
  }

  let rules: [Rule]
  let repairHead: Words
  let repairs: [Words]

  package static let template = """
    <ol class="rules">{{#rules}}<li>{{{text}}} <code>{{{place}}}</code></li>{{/rules}}</ol>
    <h3>{{{repairHead}}}</h3><ul class="rules">{{#repairs}}<li>{{{.}}}</li>{{/repairs}}</ul>
    """

  private init(_ conflict: Conflict, region: (RegionCode) -> Bilingual, money: Money) {
    rules = conflict.rules.map { rule in
      Rule(
        text: ConflictText.rule([
          "donor": Words(region(rule.donor)), "region": Words(region(rule.recipient)),
          "amount": money.prose(rule.amount),
        ]), place: Words(rule.at.isEmpty ? rule.file : "\(rule.file) · \(rule.at)"))
    }
    repairHead = ConflictText.repair(["total": money.prose(conflict.repair.total)])
    repairs = conflict.repair.fixedPairs.map { pair in
      ConflictText.lower([
        "donor": Words(region(pair.donor)), "region": Words(region(pair.recipient)),
        "fixed": money.prose(pair.fixed), "possible": money.prose(pair.possible),
      ])
    }
  }

  /// - Parameter region: what a region is called.
  package static func section(
    _ conflict: Conflict, money: Money, region: (RegionCode) -> Bilingual
  ) throws -> Section {
    Section(
      id: "conflict", label: ConflictText.label.words, topic: ConflictText.topic.words,
      finding: ConflictText.finding(count: conflict.rules.count),
      explanation: ConflictText.explanation.words,
      figure: try ConflictSection(conflict, region: region, money: money).markup())
  }
}

enum ConflictText: String, Phrase {
  case label = "Conflict ‖ 冲突"
  case topic = "Rules in conflict ‖ 规则冲突"
  case finding =
    "{n} rule cannot hold|{n} rules cannot hold together ‖ {n} 条规则不能同时成立"
  case explanation = "Drop or lower any one of them, and the rest can hold. ‖ 取消或降低其中任何一条，其余即可成立。"
  case rule = "{donor} gives {region} at least {amount}. ‖ {donor}给予{region}至少 {amount}。"
  case repair = "The cheapest repair: {total} less in all ‖ 代价最小的修改：合计减少 {total}"
  case lower =
    "{donor} with {region}: {possible} instead of {fixed} ‖ {donor}与{region}：{fixed}改为 {possible}"
}
