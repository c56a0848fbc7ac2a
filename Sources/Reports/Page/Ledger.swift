import Pages
import Records
import Round

/// The bond ledger: what each donor pledges for the coal it received, and how much of its bond is honoured.
///
/// Donors that received coal and pledge nothing stand in it too: pledging less is not hidden by meeting a smaller target.
struct Ledger: Templated {
  struct Entry {
    let donor: RegionCode
    let coal: Double
    let pledge: Double
    let target: Double
    let honoured: Double
    let unreachable: Double

    var pledgePerMt: Double { pledge / coal }
  }

  struct Row {
    let name: Words
    let coalBar: Markup
    let coal: Words
    let pledge: Words
    let perMt: Words
    let target: Words
    let bar: Markup
    let honoured: Words
    let unreachable: Words
  }

  let head: Row
  let rows: [Row]

  static let template = """
    <div class="list"><figure class="scroll"><table class="ledger"><thead>{{#head}}<tr><th scope="col">{{{name}}}</th>\
    <td class="wide opt"></td><th scope="col">{{{coal}}}</th><th scope="col">{{{pledge}}}</th>\
    <th scope="col" class="opt">{{{perMt}}}</th><th scope="col">{{{target}}}</th>\
    <th scope="col" class="wide l" colspan="2">{{{honoured}}}</th>\
    <th scope="col" class="opt">{{{unreachable}}}</th></tr>{{/head}}</thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{name}}}</th><td class="wide opt">{{{coalBar}}}</td><td>{{{coal}}}</td>\
    <td>{{{pledge}}}</td><td class="opt"><b>{{{perMt}}}</b></td><td>{{{target}}}</td>\
    <td class="wide">{{{bar}}}</td><td class="nw">{{{honoured}}}</td><td class="opt">{{{unreachable}}}</td></tr>
    {{/rows}}</tbody></table></figure></div>
    """

  /// The donor that received most coal first.
  static func entries(_ facts: Facts) -> [Entry] {
    var coal: [RegionCode: Double] = [:]
    for link in facts.round.records.links { coal[link.donor, default: 0] += link.coalMt }
    let place = Dictionary(
      uniqueKeysWithValues: facts.round.donors.enumerated().map { ($0.element.code, $0.offset) })
    return coal.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { donor, coal in
        let bonds = facts.round.bonds.filter { $0.donor == place[donor] }
        let open = bonds.filter { $0.pair != nil }
        return Entry(
          donor: donor, coal: coal,
          pledge: place[donor].map { facts.round.donors[$0].money } ?? 0,
          target: open.reduce(0) { $0 + $1.target },
          honoured: open.reduce(0) { $0 + min($1.target, facts.amount(donor, $1.recipient)) },
          unreachable: bonds.reduce(0) { $0 + ($1.pair == nil ? $1.target : 0) })
      }
  }

  init(_ entries: [Entry], facts: Facts) {
    let money = facts.money
    let most = entries.map(\.coal).max() ?? 1
    head = Row(
      name: LedgerText.donor.words, coalBar: .none, coal: LedgerText.coal.words,
      pledge: LedgerText.pledge.words, perMt: LedgerText.perMt(["unit": money.smallUnit]),
      target: LedgerText.target.words, bar: .none, honoured: LedgerText.honoured.words,
      unreachable: LedgerText.unreachable.words)
    rows = entries.map { entry in
      Row(
        name: facts.name(entry.donor),
        coalBar: Drawing.bar(entry.coal / most, "mid", track: false),
        coal: .markup(
          grouped(entry.coal, decimals: entry.coal < 9.95 ? 1 : 0).en, grouped(entry.coal * 100).zh),
        pledge: money.cell(entry.pledge) + facts.estimates.mark(donor: entry.donor),
        // 1 M for 1 Mt is 1 万元 for 1 万吨.
        perMt: grouped(entry.pledgePerMt, decimals: 1), target: money.cell(entry.target),
        bar: entry.target > 0 ? Drawing.bar(entry.honoured / entry.target, "don") : .none,
        honoured: entry.target > 0 ? share(entry.honoured / entry.target) : .markup("–"),
        unreachable: money.cell(entry.unreachable))
    }
  }

  static func section(_ facts: Facts) throws -> Section? {
    let entries = entries(facts)
    guard !entries.isEmpty else { return nil }
    return Section(
      id: "ledger", label: LedgerText.label.words, topic: LedgerText.topic.words,
      finding: finding(entries, facts: facts),
      explanation: LedgerText.explanation(["unit": facts.money.unit]),
      figure: try Ledger(entries, facts: facts).markup())
  }

  private static func finding(_ entries: [Entry], facts: Facts) -> Words {
    let target = entries.reduce(0) { $0 + $1.target }
    let honoured = entries.reduce(0) { $0 + $1.honoured }
    if let most = entries.first, entries.count > 2,
      let least = entries.min(by: { $0.pledgePerMt < $1.pledgePerMt }), least.donor == most.donor
    {
      return LedgerText.mostAndLeast(["donor": facts.name(most.donor)])
    }
    if target == 0 { return LedgerText.noTarget.words }
    if honoured >= target * (1 - 1e-6) { return LedgerText.allHonoured.words }
    return LedgerText.partHonoured([
      "share": share(honoured / target), "open": facts.money.prose(target - honoured),
    ])
  }
}

enum LedgerText: String, Phrase {
  case label = "Ledger ‖ 台账"
  case topic = "Bond ledger ‖ 用煤责任台账"
  case mostAndLeast =
    "{donor} received most coal and pledges least per tonne ‖ {donor}调煤最多，每吨承诺最少"
  case noTarget = "No coal bond can be met with the proposals at hand ‖ 现有项目无法落实任何用煤责任"
  case allHonoured = "Every coal bond that can be met is met ‖ 可落实的用煤责任全部兑现"
  case partHonoured =
    "{share} of the coal bond is honoured; {open} stays open ‖ 用煤责任兑现 {share}，尚余 {open}"
  case explanation =
    "What each donor pledges for the coal it received. A smaller pledge sets a smaller target, so both are shown. A bond is out of reach where no offer fits a proposal. Money in {unit}. ‖ 各支援方就所调入煤炭的承诺。承诺少则目标也低，故两者并列。没有相符承诺与项目的责任无法落实。金额单位：{unit}。"
  case donor = "Donor ‖ 支援方"
  case coal = "Coal received<small>Mt</small> ‖ 调入煤炭<small>万吨</small>"
  case pledge = "Pledge ‖ 承诺"
  case perMt = "Pledge per Mt<small>{unit}</small> ‖ 每万吨承诺<small>{unit}</small>"
  case target = "Bond target ‖ 责任目标"
  case honoured = "Honoured ‖ 已兑现"
  case unreachable = "Out of reach ‖ 无法落实"
}
