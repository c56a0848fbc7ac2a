import Pages
import Plans
import Records
import Round

/// The pairings in the order of their benefit; each opens to what it pays, what it brings and why.
struct Pairings: Templated {
  let pairingHead: Words
  let amountHead: Words
  let benefitHead: Words
  /// Stability where it was tried, else the number of proposals.
  let lastHead: Words
  let rows: [Markup]

  static let template = """
    <div class="ph" role="group" aria-label="Sort by 排序"><span></span><span data-by="who">{{{pairingHead}}}</span>\
    <span class="am" data-by="am">{{{amountHead}}}</span><span class="be2" data-by="be">{{{benefitHead}}}</span>\
    <span class="be be3" data-by="be">{{{benefitHead}}}</span><span class="pn" data-by="pn">{{{lastHead}}}</span></div>
    <ol class="pairs">{{#rows}}{{{.}}}
    {{/rows}}</ol>
    """

  private init(_ rows: [Markup], unit: Words, showsStability: Bool) {
    pairingHead = PairingText.pairing.words
    amountHead = unit
    benefitHead = PairingText.benefit.words
    lastHead = (showsStability ? PairingText.stability : .proposals).words
    self.rows = rows
  }

  private static func list(_ facts: Facts) throws -> LongList {
    let isTried = facts.plan.pairings.contains { $0.stability != nil }
    let reasons = PairingReasons(facts)
    let most = facts.plan.pairings.map(\.benefit).max() ?? 0
    let items = try LongList.Items(
      facts.plan.pairings.map {
        PairingRow($0, facts: facts, reasons: reasons, mostBenefit: most, showsStability: isTried)
      }, most: 50, repeated: [Drawing.barFrame, Drawing.columnFrame])
    let figure = try Pairings(items.shown, unit: facts.money.unit, showsStability: isTried).markup()
    return LongList(items, figure: figure, filters: true) { PairingText.more(count: $0) }
  }

  static func section(_ facts: Facts) throws -> Section {
    let isEmpty = facts.plan.pairings.isEmpty
    return Section(
      id: "pairings", label: PairingText.label.words, topic: PairingText.topic.words,
      finding: finding(facts),
      explanation: isEmpty ? .none : explanation(facts),
      figure: isEmpty ? .none : try list(facts).markup())
  }

  private static func explanation(_ facts: Facts) -> Words {
    let policy = facts.round.policy
    guard facts.plan.pairings.contains(where: { $0.stability != nil }) else {
      return PairingText.explanation.words
    }
    return PairingText.explanation.words
      + PairingText.stabilityExplained([
        "spread": share(policy.stabilitySpread)
      ])
  }

  private static func finding(_ facts: Facts) -> Words {
    let pairings = facts.plan.pairings
    guard let first = pairings.first else {
      return facts.round.eligible.count == 0 ? PairingText.none.words : PairingText.unused.words
    }
    let all = pairings.reduce(0) { $0 + $1.benefit }
    if pairings.count == 1 {
      return PairingText.one([
        "donor": facts.name(first.donor), "region": facts.name(first.recipient),
      ])
    }
    guard all > 0 else { return PairingText.noBenefit(count: pairings.count) }
    // One region that stands out, else how few pairings bring half.
    let byRegion = Dictionary(grouping: pairings, by: \.recipient)
      .map {
        (region: $0.key, count: $0.value.count, benefit: $0.value.reduce(0) { $0 + $1.benefit })
      }
      .sorted { ($1.benefit, $0.region) < ($0.benefit, $1.region) }
    if byRegion.count > 1, let top = byRegion.first, top.benefit >= 0.4 * all {
      return PairingText.withRegion(
        count: top.count,
        [
          "count": counted(top.count).capitalised, "region": facts.name(top.region),
          "share": share(top.benefit / all),
        ])
    }
    var sum = 0.0
    let few =
      (pairings.firstIndex {
        sum += $0.benefit
        return sum >= 0.5 * all
      } ?? 0) + 1
    return PairingText.few(
      count: few,
      [
        "count": counted(few).capitalised, "all": grouped(Double(pairings.count)),
        "share": share(sum / all),
      ])
  }
}

enum PairingText: String, Phrase {
  case label = "Pairings ‖ 结对"
  case topic = "Pairings, ranked by benefit ‖ 结对，按效益排序"
  case none = "No pairing is possible in this round ‖ 本轮没有可行的结对"
  case unused = "This plan has no pairing ‖ 本方案没有结对"
  case one = "One pairing: {donor} with {region} ‖ 一个结对：{donor}与{region}"
  case noBenefit = "{n} pairings, none with a benefit in figures ‖ {n} 个结对，均无量化效益"
  case withRegion =
    "{count} pairing with {region} brings {share} of the benefit|{count} pairings with {region} bring {share} of the benefit ‖ 与{region}的{count}个结对带来 {share} 的效益"
  case few =
    "{count} of {all} pairings brings {share} of the benefit|{count} of {all} pairings bring {share} of the benefit ‖ {all} 个结对中，{count}个带来 {share} 的效益"
  case explanation =
    "Open a line for what it pays, what it brings, why it stands and why it is not larger. Benefit: 1 is one million at average yield. ‖ 展开可见资金用途、成效、成立理由与限制。效益：1 表示以平均收益投入 100 万。"
  case stabilityExplained =
    " Stability: the share of re-plans that use the pairing, with every benefit and need varied by up to ±{spread} and the whole round planned again. ‖ 稳定性：各项效益与需求上下浮动至多 {spread}、整轮重新规划时出现该结对的比例。"
  case more =
    "{n} more pairing stands in plans.xlsx.|{n} more pairings stand in plans.xlsx. ‖ 另有 {n} 个结对见 plans.xlsx。"
  case pairing = "Pairing ‖ 结对"
  case stability = "Stability ‖ 稳定性"
  case benefit = "Benefit ‖ 效益"
  case proposals = "Proposals ‖ 项目"
  case pays = "What it pays ‖ 资金用途"
  case brings = "What it brings ‖ 成效"
  case why = "Why ‖ 为何"
  case limits = "Why not more ‖ 为何不更多"
  case ofNeed = "{share} of its need ‖ 占其需求 {share}"
  case months = "{n} person-month of experts|{n} person-months of experts ‖ 专家 {n} 人月"
  case areas = "Shared policy areas: {areas} ‖ 共同政策领域：{areas}"
  case nothingCounted = "No indicator is given for its proposals. ‖ 其项目未提供指标。"
}
