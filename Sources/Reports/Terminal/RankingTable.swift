import Foundation
import Pages
import Plans
import Records
import Round
import Spreadsheets

/// The ranking of a document's plans as text for a terminal, and below it the recommended plan's pairings.
///
/// Money is in M. Empty where there are no plans.
public func rankingTable(plans: PlansDocument, round: Round?, language: Language) -> String {
  let document = plans.told(of: round)
  guard !document.plans.isEmpty else { return "" }
  let words = { (word: TerminalText) in word.text.text(language) }

  var ranking = TextTable([
    (words(.plan), .left), (words(.profile), .left), (words(.status), .left),
    (words(.score), .right), (words(.benefit), .right), (words(.invested), .right),
    (words(.lowestLevel), .right), (words(.bondMet), .right), (words(.pairings), .right),
  ])
  for plan in document.plans {
    let card = plan.scorecard
    ranking.append([
      plan.id, profileName(plan.profile).text(language),
      words(plan.status == .optimal ? .optimal : .stopped), fixed(plan.score, 3),
      fixed(card.benefit, 1), fixed(card.invested, 1), fixed(card.lowestLevel * 100, 1) + " %",
      fixed(card.reciprocityMet * 100, 1) + " %", String(card.pairings),
    ])
  }

  let recommended = document.plans.first { $0.id == document.recommended } ?? document.plans[0]
  let names = Names(round)
  func name(_ region: RegionCode) -> String {
    shortened(names.region(region).text(language), to: TextTable.nameWidth)
  }
  var pairings = TextTable([
    ("#", .right), (words(.donor), .left), ("", .left), (words(.recipient), .left),
    ("\(document.currency) M", .right), (words(.benefit), .right), (words(.proposals), .right),
  ])
  for pairing in recommended.pairings {
    pairings.append([
      String(pairing.rank), name(pairing.donor), "→", name(pairing.recipient),
      fixed(pairing.amount, 1),
      fixed(pairing.benefit, 1), String(pairing.proposals.count),
    ])
  }
  let heading = TerminalText.pairingsOfPlan.text.text(language)
    .replacingOccurrences(of: "{plan}", with: recommended.id)
  let rules = round.map { round in
    Facts(document: document, plan: recommended, round: round).integerRules
      .map { $0.plain.text(language) + "\n" }
  }
  return ranking.text + trades(document, language)
    + (rules.map { $0.isEmpty ? "" : "\n" + $0.joined() } ?? "") + "\n"
    + (recommended.pairings.isEmpty
      ? words(recommended.status == .optimal ? .noPairings : .stoppedEmpty) + "\n"
      : heading + "\n" + pairings.text)
}

/// What each plan gives up, a line for each.
private func trades(_ document: PlansDocument, _ language: Language) -> String {
  let lines = document.plans.compactMap { plan in
    plan.givesUp?.text.map { "\(plan.id): \(oneLine($0.text(language)))\n" }
  }
  return lines.isEmpty
    ? "" : "\n" + TerminalText.givesUp.text.text(language) + "\n" + lines.joined()
}

/// The words of the terminal's tables.
enum TerminalText: String, Phrase {
  case plan = "plan ‖ 方案"
  case profile = "profile ‖ 取向"
  case status = "status ‖ 状态"
  case score = "score ‖ 得分"
  case benefit = "benefit ‖ 效益"
  case invested = "invested ‖ 安排"
  case lowestLevel = "lowest level ‖ 最低水平"
  case bondMet = "bond met ‖ 责任兑现"
  case pairings = "pairings ‖ 结对"
  case optimal = "optimal ‖ 最优"
  case stopped = "stopped ‖ 提前结束"
  case donor = "donor ‖ 支援方"
  case recipient = "recipient ‖ 受援方"
  case proposals = "proposals ‖ 项目"
  case givesUp = "What a plan gives up against plan A, and who gains: ‖ 与方案 A 相比的得失："
  case pairingsOfPlan = "Plan {plan}, recommended: ‖ 推荐方案 {plan}："
  case noPairings = "No money can be placed. ‖ 没有资金可以安排。"
  case stoppedEmpty =
    "The run was stopped before any money was placed; give it more time. ‖ 运算提前结束，尚未安排任何资金；请给予更多时间。"
}
