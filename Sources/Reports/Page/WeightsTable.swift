import Pages
import Plans
import Records

/// Whether the weights of the policy matter: what changes when each is dropped.
struct WeightsTable: Templated {
  struct Change {
    let words: Words
    let order: Int
  }

  struct Row {
    let name: Words
    let kind: Words
    let weight: Words
    let changes: [Change]
  }

  let heads: [Words]
  let nameHead: Words
  let kindHead: Words
  let weightHead: Words
  let rows: [Row]

  static let template = """
    <div class="list"><figure><table class="weights"><thead><tr><th scope="col">{{{nameHead}}}</th><th scope="col" class="l opt">{{{kindHead}}}</th>\
    <th scope="col">{{{weightHead}}}</th>{{#heads}}<th scope="col">{{{.}}}</th>{{/heads}}</tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{name}}}</th><td class="l opt">{{{kind}}}</td>\
    <td>{{{weight}}}</td>{{#changes}}<td data-v="{{order}}">{{{words}}}</td>{{/changes}}</tr>
    {{/rows}}</tbody></table></figure></div>
    """

  private init(_ weights: [WeightEffect]) {
    nameHead = WeightsText.weight.words
    kindHead = WeightsText.counts.words
    weightHead = WeightsText.value.words
    heads = [
      WeightsText.recommended.words, WeightsText.first.words, WeightsText.order.words,
    ]
    rows = weights.map { weight in
      Row(
        name: Words(columnName(weight.name)),
        kind: WeightsText.kind(weight.kind).words,
        weight: Words(plainDecimal((weight.weight * 1000).rounded() / 1000)),
        changes: [weight.recommendedChanges, weight.firstPairingChanges, weight.orderChanges].map {
          Change(words: ($0 ? WeightsText.changes : .stays).words, order: $0 ? 1 : 0)
        })
    }
  }

  static func section(_ facts: Facts) throws -> Section? {
    let weights = facts.document.weights
    guard !weights.isEmpty else { return nil }
    let moving = weights.count(where: \.matters)
    return Section(
      id: "weights", label: WeightsText.label.words, topic: WeightsText.topic.words,
      finding: moving == 0
        ? WeightsText.noneMatters.words
        : WeightsText.someMatter(
          count: moving,
          ["count": counted(moving).capitalised, "all": counted(weights.count)]),
      explanation: WeightsText.explanation.words, figure: try WeightsTable(weights).markup())
  }
}

/// A column of the scorecard or an indicator as the reports call it.
func columnName(_ column: String) -> Bilingual {
  switch column {
  case "benefit": WeightsText.benefit.text
  case "invested": WeightsText.invested.text
  case "reciprocity_met": WeightsText.bondMet.text
  case "lowest_level": WeightsText.lowest.text
  case "mean_level": WeightsText.mean.text
  case "gini": WeightsText.gini.text
  case "largest_pair_share": WeightsText.largestPair.text
  case "pairings": WeightsText.pairings.text
  case "person_months": WeightsText.months.text
  case "distance": WeightsText.distance.text
  case Indicator.jobs.text: WeightsText.jobs.text
  case Indicator.co2Avoided.text: WeightsText.avoided.text
  case Indicator.valueAdded.text: WeightsText.valueAdded.text
  default: Bilingual(en: column.replacing("_", with: " "), zh: column)
  }
}

enum WeightsText: String, Phrase {
  case label = "Weights ‖ 权重"
  case topic = "Do the weights matter? ‖ 权重是否重要"
  case noneMatters =
    "No single weight decides anything ‖ 没有哪一项权重单独起决定作用"
  case someMatter =
    "{count} of {all} weights changes the answer|{count} of {all} weights change the answer ‖ {all}项权重中，{count}项会改变结果"
  case explanation =
    "Each weight is dropped alone and the whole round planned again; a weight of the ranking only ranks the same plans anew. ‖ 逐项去掉权重并重新规划整轮；排名权重只对同一批方案重新排序。"
  case weight = "Weight ‖ 权重"
  case counts = "Counts in ‖ 用于"
  case value = "Value ‖ 数值"
  case recommended = "Recommended plan ‖ 推荐方案"
  case first = "First pairing ‖ 首位结对"
  case order = "Order of plans ‖ 方案次序"
  case changes = "<b>changes</b> ‖ <b>改变</b>"
  case stays = "stays ‖ 不变"
  case ofRanking = "the ranking of plans ‖ 方案排名"
  case ofBenefit = "what benefit is made of ‖ 效益构成"
  case benefit = "Benefit ‖ 效益"
  case invested = "Money placed ‖ 已安排资金"
  case bondMet = "Coal bond met ‖ 用煤责任兑现"
  case lowest = "Lowest level ‖ 最低水平"
  case mean = "Mean level ‖ 平均水平"
  case gini = "Inequality of levels (Gini) ‖ 水平差异（基尼系数）"
  case largestPair = "Largest pairing’s share ‖ 最大结对占比"
  case pairings = "Number of pairings ‖ 结对数"
  case months = "Person-months ‖ 人月"
  case distance = "Distance from plan A ‖ 与方案 A 的差异"
  case jobs = "Jobs ‖ 就业"
  case avoided = "CO₂ avoided ‖ 减排 CO₂"
  case valueAdded = "Value added ‖ 增加值"

  static func kind(_ kind: WeightEffect.Kind) -> WeightsText {
    switch kind {
    case .ranking: .ofRanking
    case .benefit: .ofBenefit
    }
  }
}
