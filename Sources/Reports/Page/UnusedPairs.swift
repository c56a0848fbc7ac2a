import Pages
import Plans
import Records

/// The pairs that could carry money and carry none, the nearest first.
struct UnusedPairs: Templated {
  struct Row: Templated {
    let donor: Words
    let recipient: Words
    let proposal: Words
    let offer: Words
    let more: Words

    static let template = """
      <tr><th scope="row" class="who"><span class="d">{{{donor}}}</span> <span class="ar">→</span> \
      <span class="r">{{{recipient}}}</span></th><td class="l opt">{{{proposal}}}<small>{{{offer}}}</small></td>\
      <td><b>{{{more}}}</b></td></tr>
      """
  }

  /// Lines at once.
  static let most = 25

  let pairHead: Words
  let nearestHead: Words
  let moreHead: Words
  let rows: [Markup]

  static let template = """
    <figure><table class="unused"><thead><tr><th scope="col">{{{pairHead}}}</th>\
    <th scope="col" class="l opt">{{{nearestHead}}}</th><th scope="col">{{{moreHead}}}</th></tr></thead>
    <tbody>{{#rows}}{{{.}}}
    {{/rows}}</tbody></table></figure>
    """

  private init(_ rows: [Markup]) {
    self.rows = rows
    pairHead = UnusedText.pair.words
    nearestHead = UnusedText.nearest.words
    moreHead = UnusedText.more.words
  }

  private static func list(_ facts: Facts) throws -> LongList {
    let rows = facts.plan.unusedPairs.map { pair in
      Row(
        donor: facts.name(pair.donor), recipient: facts.name(pair.recipient),
        proposal: Words(facts.names.title(pair.proposal)), offer: facts.names.called(pair.offer),
        more: pair.moreBenefitPerM.map { .markup("+") + nearShare($0) }
          ?? (pair.shortBy == nil ? UnusedText.never : .none).words)
    }
    let items = try LongList.Items(rows, most: most)
    return LongList(
      items, figure: try UnusedPairs(items.shown).markup(), filters: true
    ) { UnusedText.rest(count: $0) }
  }

  static func section(_ facts: Facts) throws -> Section? {
    let pairs = facts.plan.unusedPairs
    guard let first = pairs.first else { return nil }
    let finding =
      first.moreBenefitPerM.map {
        UnusedText.finding([
          "donor": facts.name(first.donor), "region": facts.name(first.recipient),
          "share": nearShare($0),
        ])
      } ?? UnusedText.noneBrings(count: pairs.count)
    return Section(
      id: "unused", label: UnusedText.label.words, topic: UnusedText.topic.words, finding: finding,
      explanation: UnusedText.explanation.words, figure: try list(facts).markup())
  }
}

/// A share by which something would have to grow: one decimal where it is small, `>1000 %` where it is hopeless.
func nearShare(_ value: Double) -> Words {
  value > 10 ? .markup("&gt;1000\u{A0}%") : share(value, decimals: value < 0.0995 ? 1 : 0)
}

enum UnusedText: String, Phrase {
  case label = "Not paired ‖ 未结对"
  case topic = "Pairs that are possible and not used ‖ 可行而未采用的结对"
  case finding =
    "{donor} with {region} comes nearest: it needs {share} more benefit per million ‖ {donor}与{region}最接近：单位效益尚需提高 {share}"
  case noneBrings =
    "{n} possible pair brings no benefit|{n} possible pairs bring no benefit ‖ {n} 个可行结对没有效益"
  case explanation =
    "How much more benefit one million of the nearest offer and proposal would have to bring to be used: all else as it is, not planned again. ‖ 最接近的承诺与项目每 100 万须多带来多少效益才会被采用：其他条件不变，未重新规划。"
  case pair = "Pair ‖ 结对"
  case nearest = "Nearest proposal · offer ‖ 最接近的项目 · 承诺"
  case more = "Needs more benefit per million ‖ 单位效益尚需提高"
  case none = "brings none ‖ 没有效益"
  case never = "no benefit would do: earlier aims leave no money ‖ 效益再高亦不可：先前的目标未留资金"
  case rest =
    "{n} more pair stands in plans.xlsx.|{n} more pairs stand in plans.xlsx. ‖ 另有 {n} 个结对见 plans.xlsx。"
}
