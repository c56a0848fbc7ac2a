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
      try Matrix.section(facts), try Fairness.section(levels, facts: facts),
      try Candidates.section(facts), try Budgets.section(facts), try Pairings.section(facts),
      try Unfunded.section(facts), try Ledger.section(facts), try EstimatesTable.section(facts),
    ].compactMap { $0 }
  } else {
    let points = Attention.inputPoints(problems: problems, lastGood: inputs.lastGood)
    if let conflict = document.conflict {
      let offered = round?.offers.reduce(0) { $0 + $1.total } ?? 0
      let money = Money(currency: document.currency, offered: offered)
      lead = Lead(sentences: [
        ConflictText.lead.words,
        ConflictText.leadRepair(["total": money.lead(conflict.repair.total)]),
        ConflictText.leadStays.words,
      ])
      sections.append(
        try ConflictSection.section(conflict, names: Names(round), money: money))
    } else {
      lead = Lead(sentences: [ReportText.noPlan.words])
    }
    sections.append(try Attention.section(points))
  }

  let page = try Page(
    title: document.title.isEmpty ? document.round : document.title,
    language: round?.policy.language ?? .both, lead: try lead.markup(), meta: meta(round),
    sections: sections + [inputSection])
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
  case noPlan = "There is no plan: the inputs give no round to plan. ‖ 没有方案：输入不足以规划。"
  case proposals = "{n} proposal|{n} proposals ‖ {n} 个项目"
  case offers = "{n} offer|{n} offers ‖ {n} 项承诺"
}
