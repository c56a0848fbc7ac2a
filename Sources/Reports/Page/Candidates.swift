import Pages
import Plans

/// The ranked plans side by side.
struct Candidates: Templated {
  struct Row {
    let recommended: Bool
    let name: Words
    let score: Words
    let benefit: Words
    let invested: Words
    let lowest: Words
    let mean: Words
    let bond: Words
    let pairings: Words
    let differs: Words
    let givesUp: Words
  }

  let drawing: Markup
  let head: Row
  let rows: [Row]

  private static let cells = """
    <td>{{{score}}}</td><td>{{{benefit}}}</td><td class="opt">{{{invested}}}</td><td>{{{lowest}}}</td>\
    <td>{{{mean}}}</td><td class="opt">{{{bond}}}</td><td class="opt">{{{pairings}}}</td><td class="opt">{{{differs}}}</td>
    """

  static let template = """
    {{{drawing}}}<div class="list"><figure><table class="score"><thead>{{#head}}<tr><th scope="col">{{{name}}}</th>\
    \(cells.replacing("<td", with: "<th scope=\"col\"").replacing("</td>", with: "</th>"))</tr>{{/head}}</thead>
    <tbody>{{#rows}}<tr{{#recommended}} class="hit"{{/recommended}}><th scope="row">{{{name}}}</th>\
    \(cells)</tr>{{#givesUp}}<tr class="say{{#recommended}} hit{{/recommended}}"><td></td>\
    <td class="l" colspan="8">{{{givesUp}}}</td></tr>{{/givesUp}}
    {{/rows}}</tbody></table></figure></div>
    """

  init(_ facts: Facts) throws {
    drawing = try TradeOff(facts)?.markup() ?? .none
    let most = facts.document.benefitOnly.flatMap { $0 > 0 ? $0 : nil }
    head = Row(
      recommended: false, name: CandidateText.plan.words, score: CandidateText.score.words,
      benefit: most == nil ? CandidateText.benefit.words : CandidateText.benefitShare.words,
      invested: CandidateText.placed(["unit": facts.money.unit]),
      lowest: CandidateText.lowest.words, mean: CandidateText.mean.words,
      bond: CandidateText.bond.words, pairings: CandidateText.pairings.words,
      differs: CandidateText.differs.words, givesUp: .none)
    rows = facts.document.plans.map { plan in
      let card = plan.scorecard
      return Row(
        recommended: plan.id == facts.plan.id,
        name: Words(plan.id + " ") + facts.planName(plan)
          + (plan.status == .stopped ? CandidateText.stopped.words : .none),
        score: .markup(fixed(plan.score, 3)),
        benefit: most.map { share(card.benefit / $0, decimals: 1) } ?? grouped(card.benefit),
        invested: facts.money.cell(card.invested), lowest: share(card.lowestLevel, decimals: 1),
        mean: share(card.meanLevel, decimals: 1), bond: share(card.reciprocityMet, decimals: 1),
        pairings: grouped(Double(card.pairings)),
        differs: plan.id == PlansDocument.policysOwn ? .markup("–") : share(card.distance),
        givesUp: plan.givesUp.map(facts.trades.sentence) ?? .none)
    }
  }

  static func section(_ facts: Facts) throws -> Section {
    let plans = facts.document.plans
    let second = plans.first { $0.id != facts.plan.id }
    let finding =
      second.map { second in
        // A lead that shows as 0.000 is none.
        (facts.plan.score - second.score < 0.0005 ? CandidateText.alike : .leads)([
          "first": Words(facts.plan.id), "second": Words(second.id),
          "score": .markup(fixed(max(0, facts.plan.score - second.score), 3)),
        ])
      } ?? CandidateText.alone(["plan": Words(facts.plan.id)])
    return Section(
      id: "plans", label: CandidateText.label.words, topic: CandidateText.topic.words,
      finding: finding,
      explanation: CandidateText.explanation.words
        + (plans.count > 1 ? CandidateText.tradesExplained.words : .none),
      figure: try Candidates(facts).markup())
  }
}

enum CandidateText: String, Phrase {
  case label = "Plans ‖ 方案"
  case topic = "Candidate plans ‖ 候选方案"
  case leads =
    "Plan {first} leads plan {second} by {score} in score ‖ 方案 {first} 得分领先方案 {second} {score}"
  case alike =
    "Plans {first} and {second} score alike ‖ 方案 {first} 与方案 {second} 得分相同"
  case alone = "Plan {plan} stands alone ‖ 只有方案 {plan}"
  case explanation =
    "Ranked by the policy’s weights. A plan that another one beats or equals in every weighed column is not listed. ‖ 按规则的权重排序。各加权指标均不优于其他方案的方案未列出。"
  case tradesExplained =
    " Below each plan: what it gives up against plan A, the policy’s own order of aims, and who gains. ‖ 每个方案下方为与方案 A（规则自身的目标次序）相比的得失。"
  case plan = "Plan ‖ 方案"
  case score = "Score ‖ 得分"
  case benefit = "Benefit ‖ 效益"
  case benefitShare = "Benefit, of possible ‖ 效益，占可能"
  case placed = "Placed, {unit} ‖ 已安排，{unit}"
  case lowest = "Lowest level ‖ 最低水平"
  case mean = "Mean level ‖ 平均水平"
  case bond = "Bond met ‖ 责任兑现"
  case pairings = "Pairings ‖ 结对"
  case differs = "Differs from A ‖ 与 A 差异"
  case stopped = " (stopped) ‖ （提前结束）"
}
