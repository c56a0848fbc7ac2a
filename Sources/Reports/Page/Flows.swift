import Pages
import Plans
import Records
import Round

/// Where the money goes: donors to regions, every pairing a band as wide as its money.
struct Flows: Templated {
  let wide: Markup
  let narrow: Markup
  let notes: [Words]

  static let template = """
    <figure>{{{wide}}}{{{narrow}}}</figure>\
    <p class="note" id="flows-d">{{#notes}}{{{.}}}{{/notes}}</p>
    """

  init(_ graph: FlowGraph, money: Money) {
    func drawing(_ format: FlowDrawing.Format) -> Markup {
      FlowDrawing(graph, money: money, format: format)
        .markup(titled: "flows-h", described: "flows-d")
    }
    wide = drawing(.wide)
    narrow = drawing(.narrow)
    let donors = graph.donors.last?.count ?? 1
    let regions = graph.recipients.last?.count ?? 1
    notes = [
      FlowText.amounts.words,
      donors > 1 ? FlowText.donorsFolded(count: donors) : .none,
      regions > 1 ? FlowText.regionsFolded(count: regions) : .none,
    ].filter { !$0.isEmpty }
  }

  /// Nil where nothing is placed.
  static func section(_ facts: Facts) throws -> Section? {
    let graph = FlowGraph(facts)
    guard !graph.links.isEmpty else { return nil }
    return Section(
      id: "flows", label: FlowText.label.words, topic: FlowText.topic.words,
      finding: finding(facts),
      explanation: FlowText.explanation(["unit": facts.money.unit])
        + (graph.links.contains(where: \.bond) ? FlowText.bonds.words : .none),
      figure: try Flows(graph, money: facts.money).markup())
  }

  static func finding(_ facts: Facts) -> Words {
    let senders = facts.donors.filter { facts.placed(by: $0.code) > 0 }
    let receivers = facts.recipients.filter { facts.received(by: $0) > 0 }
    guard let donor = senders.first, let region = receivers.first else { return .none }
    let amount = facts.money.prose(facts.invested)
    if senders.count == 1 {
      let values: KeyValuePairs<String, Words> = [
        "donor": facts.name(donor.code), "region": facts.name(region), "amount": amount,
        "count": counted(receivers.count),
        "share": share(facts.received(by: region) / facts.invested),
      ]
      return receivers.count == 1 ? FlowText.onePairing(values) : FlowText.oneDonor(values)
    }
    let givers = facts.donors.filter { facts.amount($0.code, region) > 0 }.count
    let all = facts.donors.count
    let from =
      givers == all
      ? (all == 2 ? FlowText.fromBoth : .fromAll)(["all": counted(all)])
      : FlowText.fromSome(["count": counted(givers), "all": counted(all)])
    return receivers.count == 1
      ? FlowText.oneRegion(["region": facts.name(region), "amount": amount, "from": from])
      : FlowText.most([
        "region": facts.name(region), "from": from,
        "share": share(facts.received(by: region) / facts.invested),
      ])
  }
}

extension FlowGraph {
  /// The money of a plan; donors and regions without any are left out.
  init(_ facts: Facts) {
    let donors = facts.donors.map { (donor: $0, placed: facts.placed(by: $0.code)) }
      .filter { $0.placed > 0 }
      .sorted { ($1.placed, $0.donor.code) < ($0.placed, $1.donor.code) }
    let recipients = facts.recipients.map { (code: $0, received: facts.received(by: $0)) }
      .filter { $0.received > 0 }
    let bonds = Set(
      facts.round.bonds.filter { $0.target > 0 }.map {
        [facts.round.donors[$0.donor].code, $0.recipient]
      })
    self.init(
      donors: donors.map {
        End(name: facts.names.region($0.donor.code), amount: $0.placed, pledged: $0.donor.money)
      },
      recipients: recipients.map { End(name: facts.names.region($0.code), amount: $0.received) },
      links: donors.enumerated().flatMap { left, donor in
        recipients.enumerated().map { right, recipient in
          Link(
            donor: left, recipient: right,
            amount: facts.amount(donor.donor.code, recipient.code),
            bond: bonds.contains([donor.donor.code, recipient.code]))
        }
      })
  }
}

enum FlowText: String, Phrase {
  case label = "Flows ‖ 流向"
  case topic = "Where the money goes ‖ 资金流向"
  case onePairing =
    "All that is placed, {amount}, goes from {donor} to {region} ‖ 已安排的全部{amount}由{donor}流向{region}"
  case oneDonor =
    "{donor} alone sends money, to {count} regions; {share} of it goes to {region} ‖ 资金全部来自{donor}，流向{count}个地区，其中 {share} 投向{region}"
  case oneRegion =
    "All that is placed, {amount}, goes to {region}, from {from} ‖ 已安排的全部{amount}投向{region}，来自{from}"
  case most = "{share} of the money goes to {region}, from {from} ‖ {share} 的资金投向{region}，来自{from}"
  case fromBoth = "both donors ‖ 两个支援方"
  case fromAll = "all {all} donors ‖ 全部{all}个支援方"
  case fromSome = "{count} of {all} donors ‖ {all}个支援方中的{count}个"
  case explanation =
    "<b class=\"cd\">Donors</b> on the left, placed of pledged; <b class=\"cr\">coal regions</b> on the right, received and share of all that is placed. Bands are as wide as their money. {unit}. ‖ 左为<b class=\"cd\">支援方</b>：已安排／承诺；右为<b class=\"cr\">煤炭地区</b>：获得资金 · 占全部已安排资金的比例。带宽与金额成正比。{unit}。"
  case bonds =
    " <b class=\"cd\">Blue bands with an edge</b> are pairings with a coal bond, grey ones have none. ‖ <b class=\"cd\">有边线的蓝带</b>为有用煤责任的结对，灰带为无用煤责任。"
  case ofPledged = " of {pledged} ‖ ／{pledged}"
  case others = "{n} others ‖ 其他 {n} 个"
  case amounts =
    "The amount of every pairing stands in the <a href=\"#matrix\">matrix</a>. ‖ 各结对的金额见<a href=\"#matrix\">矩阵</a>。"
  case donorsFolded =
    " The {n} donors that place least stand together as “others”. ‖ 安排金额最少的 {n} 个支援方合并为“其他”。"
  case regionsFolded =
    " The {n} regions that receive least stand together as “others”. ‖ 获得资金最少的 {n} 个地区合并为“其他”。"
}
