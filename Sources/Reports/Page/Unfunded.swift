import Pages
import Records
import Round

/// The proposals that get less than they need.
struct Unfunded: Templated {
  struct Row {
    let title: Words
    let region: Words
    let asks: Words
    let bar: Markup
    let funded: Words
    let missing: Words
    let offers: Words
  }

  /// More lines than anyone reads; all of them stand in `plans.json`.
  static let most = 200

  let titleHead: Words
  let asksHead: Words
  let fundedHead: Words
  let missingHead: Words
  let offersHead: Words
  let rows: [Row]
  let more: Words

  static let template = """
    <figure><table class="unf"><thead><tr><th scope="col">{{{titleHead}}}</th><th scope="col">{{{asksHead}}}</th>\
    <th scope="col">{{{fundedHead}}}</th><th scope="col" class="opt">{{{missingHead}}}</th>\
    <th scope="col">{{{offersHead}}}</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{title}}}<small>{{{region}}}</small></th><td>{{{asks}}}</td>\
    <td class="wide">{{{bar}}}<small>{{{funded}}}</small></td><td class="opt">{{{missing}}}</td><td>{{{offers}}}</td></tr>
    {{/rows}}</tbody></table></figure>{{#more}}<p class="note">{{{more}}}</p>{{/more}}
    """

  init(_ facts: Facts) {
    titleHead = UnfundedText.proposal.words
    asksHead = UnfundedText.asks.words
    fundedHead = UnfundedText.funded.words
    missingHead = UnfundedText.missing.words
    offersHead = UnfundedText.offers.words
    let place = Dictionary(
      facts.round.projects.enumerated().map { ($0.element.id, $0.offset) }
    ) { first, _ in first }
    let unfunded = facts.unfunded
    rows = unfunded.prefix(Self.most).compactMap { unfunded in
      guard let project = place[unfunded.proposal] else { return nil }
      let record = facts.round.projects[project].record
      let community = record.community.map { Words(" · " + $0) } ?? .none
      let fitting = facts.round.eligible.pairs(ofProject: project).count
      return Row(
        title: Words(facts.names.title(record.id)),
        region: facts.name(record.recipient) + community,
        asks: facts.money.cell(record.need) + facts.estimates.mark(record.id),
        bar: Drawing.bar(unfunded.funded, "rec"), funded: share(unfunded.funded),
        missing: facts.money.cell(record.need - (facts.funded[record.id] ?? 0)),
        offers: fitting == 0 ? UnfundedText.noOffer.words : grouped(Double(fitting)))
    }
    let rest = unfunded.count - rows.count
    more = rest > 0 ? UnfundedText.more(count: rest) : .none
  }

  static func section(_ facts: Facts) throws -> Section? {
    let all = facts.round.projects.count
    guard all > 0 else { return nil }
    let unfunded = facts.unfunded
    guard !unfunded.isEmpty else {
      return Section(
        id: "unfunded", label: UnfundedText.label.words, topic: UnfundedText.topic.words,
        finding: UnfundedText.allFunded.words, explanation: .none, figure: .none)
    }
    let nothing = unfunded.count { $0.funded == 0 }
    let part = unfunded.count - nothing
    let finding =
      part == 0
      ? UnfundedText.nothing(count: nothing, ["all": grouped(Double(all))])
      : nothing == 0
        ? UnfundedText.part(count: part, ["all": grouped(Double(all))])
        : UnfundedText.both(
          count: nothing, ["part": grouped(Double(part)), "all": grouped(Double(all))])
    return Section(
      id: "unfunded", label: UnfundedText.label.words, topic: UnfundedText.topic.words,
      finding: finding,
      explanation: UnfundedText.explanation([
        "missing": facts.money.prose(facts.missing), "unit": facts.money.unit,
      ]), figure: try Unfunded(facts).markup())
  }
}

enum UnfundedText: String, Phrase {
  case label = "Unfunded ‖ 未获资金"
  case topic = "Unfunded proposals ‖ 未足额项目"
  case allFunded = "Every proposal is funded in full ‖ 项目全部足额"
  case nothing =
    "{n} of {all} proposals receives nothing|{n} of {all} proposals receive nothing ‖ {all} 个项目中，{n} 个未获资金"
  case part =
    "{n} of {all} proposals receives only a part|{n} of {all} proposals receive only a part ‖ {all} 个项目中，{n} 个只获部分资金"
  case both =
    "{n} of {all} proposals receives nothing, {part} only a part|{n} of {all} proposals receive nothing, {part} only a part ‖ {all} 个项目中，{n} 个未获资金，{part} 个只获部分"
  case explanation =
    "Together {missing} is missing. The last column counts the offers that fit by instrument, sector, region and years. {unit}. ‖ 合计缺 {missing}。末列为方式、领域、地区和年份均相符的承诺数。{unit}。"
  case proposal = "Proposal ‖ 项目"
  case asks = "Asks ‖ 申请"
  case funded = "Funded ‖ 已获"
  case missing = "Missing ‖ 尚缺"
  case offers = "Offers that fit ‖ 相符承诺"
  case noOffer = "none ‖ 无"
  case more =
    "{n} more proposal stands in plans.json.|{n} more proposals stand in plans.json. ‖ 另有 {n} 个项目见 plans.json。"
}
