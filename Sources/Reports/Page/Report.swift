import Pages
import Plans
import Records
import Round

/// `report.html`: one page that planners read and print, with everything in it.
///
/// - Parameters:
///   - document: as published.
///   - round: nil where the inputs give no round; then the page has no plan to show.
func report(document: PlansDocument, round: Round?, inputs: InputsDocument) throws -> String {
  let recommended =
    document.plans.first { $0.id == document.recommended } ?? document.plans.first
  let problems = document.problems
  let inputSection = try Inputs.section(problems: problems, lastGood: inputs.lastGood)
  let lead: Lead
  var sections: [Section] = []

  if let round, let recommended {
    let facts = Facts(document: document, plan: recommended, round: round)
    let levels = Levels(facts)
    lead = Lead(facts, levels: levels)
    sections = [
      try Attention.section(Attention.points(facts, levels: levels, inputs: inputs)),
      try Flows.section(facts), try Matrix.section(facts),
      try Fairness.section(levels, facts: facts),
      try Candidates.section(facts), try WeightsTable.section(facts), try Budgets.section(facts),
      try Prices.section(facts),
      try Pairings.section(facts), try UnusedPairs.section(facts), try Unfunded.section(facts),
      try Ledger.section(facts), try EstimatesTable.section(facts),
      try ProofSection.section(facts),
    ].compactMap { $0 }
  } else {
    let points = Attention.inputPoints(problems: problems, lastGood: inputs.lastGood)
    if let conflict = document.conflict {
      let offered = round?.offers.reduce(0) { $0 + $1.total } ?? 0
      let money = Money(currency: document.currency, offered: offered)
      lead = Lead(sentences: [
        ReportText.conflict.words,
        ReportText.conflictRepair(["total": money.exact(conflict.repair.total)]),
        ReportText.lastPlanStays.words,
      ])
      sections.append(
        try ConflictSection.section(conflict, money: money))
    } else {
      lead = Lead(sentences: [ReportText.noPlan.words])
    }
    // Beside a conflict nobody wants to read that nothing stands out.
    if document.conflict == nil || !points.isEmpty {
      sections.append(try Attention.section(points))
    }
  }

  let page = try Page(
    title: Words(document.title.isEmpty ? document.round : document.title),
    language: round?.policy.language ?? .both, lead: try lead.markup(), meta: meta(round),
    sections: sections + [inputSection], skip: ReportText.skip.words, foot: ReportText.foot.words)
  return try page.markup().renderText
}

private func meta(_ round: Round?) -> Words {
  guard let round, let first = round.years.first, let last = round.years.last else { return .none }
  let years = first == last ? String(first) : "\(first)–\(last)"
  return [
    ReportText.proposals(count: round.projects.count),
    ReportText.offers(count: round.offers.count + round.experts.count), .markup(years),
  ].joined(" · ", " · ")
}

enum ReportText: String, Phrase {
  case skip = "Skip to what needs attention ‖ 跳到需要关注的事项"
  case foot =
    "Every number here is in the CSV files and plans.json beside this page. ‖ 本页数字均见同目录 CSV 文件与 plans.json。"
  case conflict =
    "There is no new plan: the pairs that the policy fixes cannot all hold. ‖ 没有新方案：规则固定的结对不能同时成立。"
  case conflictRepair =
    "The cheapest way out lowers fixed amounts by {total} in all. ‖ 代价最小的办法是将固定金额合计降低 {total}。"
  case lastPlanStays = "The last plan stays until then. ‖ 在此之前沿用上一方案。"
  case noPlan = "There is no plan: the inputs give no round to plan. ‖ 没有方案：输入不足以规划。"
  case proposals = "{n} proposal|{n} proposals ‖ {n} 个项目"
  case offers = "{n} offer|{n} offers ‖ {n} 项承诺"
}
