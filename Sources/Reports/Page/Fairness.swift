import Pages
import Plans
import Records

/// What each region gets of its entitlement.
struct Fairness: Templated {
  /// What holds a level has room for this many reasons, each of which may stand for many rules.
  private static let mostReasons = 3

  struct Row {
    let low: Bool
    let name: Words
    let bar: Markup
    let level: Words
    /// What the level sorts by.
    let share: String
    let received: Words
    let entitled: Words
    let asked: Words
  }

  let rows: [Row]
  let nameHead: Words
  let axis: Words
  let levelHead: Words
  let receivedHead: Words
  let entitledHead: Words
  let askedHead: Words
  let note: Words
  let heldHead: Words
  let held: [Words]

  static let template = """
    <div class="list"><figure><table class="fair"><thead><tr><th scope="col">{{{nameHead}}}</th>\
    <th scope="col" class="axis" data-plain><div><span>0</span><span class="opt">{{{axis}}}</span><span>100&nbsp;%</span></div></th>\
    <th scope="col">{{{levelHead}}}</th><th scope="col">{{{receivedHead}}}</th><th scope="col">{{{entitledHead}}}</th>\
    <th scope="col" class="opt">{{{askedHead}}}</th></tr></thead>
    <tbody>{{#rows}}<tr{{#low}} class="low"{{/low}}><th scope="row">{{{name}}}</th><td class="wide">{{{bar}}}</td>\
    <td class="nw" data-v="{{share}}">{{{level}}}</td><td>{{{received}}}</td><td>{{{entitled}}}</td><td class="opt">{{{asked}}}</td></tr>
    {{/rows}}</tbody></table></figure></div>{{#note}}<p class="note">{{{note}}}</p>{{/note}}\
    {{#heldHead}}<h3>{{{heldHead}}}</h3><ul class="rules">{{#held}}<li>{{{.}}}</li>{{/held}}</ul>{{/heldHead}}
    """

  init(_ levels: Levels, facts: Facts) {
    let lowest = levels.groups.first?.level ?? 0
    rows = levels.groups.map { group in
      Row(
        low: !levels.allFull && group.level <= lowest + 0.005, name: group.name,
        // At full entitlement the floor says nothing.
        bar: Drawing.bar(group.level, "rec", tick: group.isFull ? nil : group.floor),
        level: group.share >= 1.05
          ? FairnessText.times(["times": grouped(group.share, decimals: group.share < 9.95 ? 1 : 0)]
          )
          : Pages.share(group.level), share: fixed(group.share, 6),
        received: facts.money.cell(group.received), entitled: facts.money.cell(group.entitlement),
        asked: facts.money.cell(group.asked))
    }
    nameHead = levels.isByCommunity ? FairnessText.community.words : FairnessText.region.words
    axis = FairnessText.axis.words
    levelHead = FairnessText.level.words
    receivedHead = FairnessText.received.words
    entitledHead = FairnessText.entitled.words
    askedHead = FairnessText.asked.words
    let without = facts.round.groups.count - levels.groups.count
    note = without > 0 ? FairnessText.withoutLevel(count: without) : .none
    held = levels.groups.compactMap { group in
      let rules = facts.heldBy[group.id] ?? []
      return rules.isEmpty
        ? nil
        : FairnessText.held([
          "region": group.name,
          "rules": facts.shortened(facts.rules.stops(rules), to: Self.mostReasons).joined(),
        ])
    }
    heldHead = held.isEmpty ? .none : FairnessText.heldHead.words
  }

  static func section(_ levels: Levels, facts: Facts) throws -> Section? {
    guard !levels.groups.isEmpty else { return nil }
    let hasFloor = levels.groups.contains { $0.floor != nil && !$0.isFull }
    return Section(
      id: "fairness", label: FairnessText.topic.words, topic: FairnessText.topic.words,
      finding: finding(levels),
      explanation: FairnessText.explanation([
        "measure": facts.names.measure(facts.round.policy.fairnessMeasure),
        "unit": facts.money.unit,
      ]) + (hasFloor ? FairnessText.tick.words : .none),
      figure: try Fairness(levels, facts: facts).markup())
  }

  private static func finding(_ levels: Levels) -> Words {
    let groups = levels.groups
    guard let lowest = groups.first else { return .none }
    if levels.allFull {
      return (levels.isByCommunity ? FairnessText.allFullCommunities : .allFullRegions).words
    }
    if groups.count == 1 {
      return FairnessText.one(["region": lowest.name, "level": share(lowest.level)])
    }
    guard let common = levels.common else {
      return FairnessText.lowest(["region": lowest.name, "level": share(lowest.level)])
    }
    let sharing = (levels.isByCommunity ? FairnessText.communitiesShare : .regionsShare)([
      "count": counted(common.count).capitalised, "level": share(common.level),
    ])
    let below = groups.filter { $0.level < common.level - 0.05 }
    if below.count == 1 {
      return sharing
        + FairnessText.below(["region": lowest.name, "level": share(lowest.level)])
    }
    return below.isEmpty
      ? sharing : sharing + FairnessText.manyBelow(["count": counted(below.count)])
  }
}

extension Facts {
  /// The rules that hold a region or community where the fairness stage left it, by its name.
  var heldBy: [String: [RuleName]] {
    plan.stages.first { $0.stage == .fairness }?.heldBy ?? [:]
  }
}

extension Names {
  /// A column of the regions as a need is said to follow it.
  func measure(_ column: String) -> Words {
    column == "need_weight"
      ? FairnessText.needWeight.words : Words(column.replacing("_", with: " "))
  }
}

enum FairnessText: String, Phrase {
  case topic = "Fairness ‖ 公平"
  case allFullRegions = "Every region receives its full entitlement ‖ 各地区均达到应得份额"
  case allFullCommunities = "Every community receives its full entitlement ‖ 各社区均达到应得份额"
  case one = "{region} receives {level} of its entitlement ‖ {region}获得应得份额的 {level}"
  case lowest = "{region} reaches least, {level} of its entitlement ‖ {region}水平最低，为应得份额的 {level}"
  case regionsShare = "{count} regions share one level, {level} ‖ {count}个地区同为 {level}"
  case communitiesShare = "{count} communities share one level, {level} ‖ {count}个社区同为 {level}"
  case below = "; {region} is below, at {level} ‖ ，{region}低于此，为 {level}"
  case manyBelow = "; {count} are below ‖ ，另有{count}个低于此"
  case explanation =
    "Money received against entitlement, which follows {measure} and is capped by what is asked for. {unit}. ‖ 获得资金与应得份额之比；应得份额按{measure}分配，以申请额为限。{unit}。"
  case needWeight = "the regions’ need weight ‖ 需求权重"
  case tick = " The tick is the level that later aims may not go below. ‖ 竖线为后续目标不得低于的水平。"
  case region = "Coal region ‖ 煤炭地区"
  case community = "Community ‖ 社区"
  case axis = "share of entitlement ‖ 占应得份额"
  case level = "Level ‖ 水平"
  case received = "Receives ‖ 获得"
  case entitled = "Entitled ‖ 应得"
  case asked = "Asks ‖ 申请"
  case times = "{times}\u{A0}× ‖ {times}\u{A0}倍"
  case heldHead =
    "What holds each level (when fairness was planned, all else as it is) ‖ 各地区水平受限于（规划公平时，其他条件不变）"
  case held = "<b class=\"cr\">{region}</b>: {rules} ‖ <b class=\"cr\">{region}</b>：{rules}"
  case withoutLevel =
    "{n} group has no entitlement by this measure and no level.|{n} groups have no entitlement by this measure and no level. ‖ 另有 {n} 个按此标准没有应得份额，不计水平。"
}
