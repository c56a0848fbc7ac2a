import Pages
import Plans
import Records
import Round

/// The proposals that get less than they need: what stopped each, and the smallest change that wins.
struct Unfunded: Templated {
  struct Row: Templated {
    let title: Words
    let region: Words
    let asks: Words
    let bar: Markup
    let funded: Words
    let stopped: Words
    let instead: Words
    let wins: Words
    let alsoWins: Words
    /// What the changes sort by: the smallest share that wins.
    let nearness: String

    static let template = """
      <tr><th scope="row">{{{title}}}<small>{{{region}}}</small></th><td>{{{asks}}}</td>\
      <td class="wide">{{{bar}}}<small>{{{funded}}}</small></td>\
      <td class="l opt">{{{stopped}}}{{#instead}}<small>{{{instead}}}</small>{{/instead}}</td>\
      <td class="l" data-v="{{nearness}}">{{{wins}}}{{#alsoWins}}<small>{{{alsoWins}}}</small>{{/alsoWins}}</td></tr>
      """
  }

  /// How many names a cell has room for.
  static let mostNames = 3
  /// A proposal this near to winning is worth a word with those who wrote it.
  private static let near = 0.15

  let titleHead: Words
  let asksHead: Words
  let fundedHead: Words
  let stoppedHead: Words
  let winsHead: Words
  let rows: [Markup]

  static let template = """
    <figure><table class="unf"><thead><tr><th scope="col">{{{titleHead}}}</th><th scope="col">{{{asksHead}}}</th>\
    <th scope="col">{{{fundedHead}}}</th><th scope="col" class="l opt">{{{stoppedHead}}}</th>\
    <th scope="col" class="l" data-up>{{{winsHead}}}</th></tr></thead>
    <tbody>{{#rows}}{{{.}}}
    {{/rows}}</tbody></table></figure>
    """

  private init(_ rows: [Markup]) {
    self.rows = rows
    titleHead = UnfundedText.proposal.words
    asksHead = UnfundedText.asks.words
    fundedHead = UnfundedText.funded.words
    stoppedHead = UnfundedText.stopped.words
    winsHead = UnfundedText.wins.words
  }

  private static func list(_ facts: Facts) throws -> LongList {
    let nearest = facts.unfunded.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .map(\.element)
    let items = try LongList.Items(
      nearest.compactMap { row($0, facts) }, repeated: [Drawing.barFrame + Drawing.barTrack])
    return LongList(
      items, figure: try Unfunded(items.shown).markup(), filters: true
    ) { UnfundedText.more(count: $0) }
  }

  private static func row(_ unfunded: UnfundedProposal, _ facts: Facts) -> Row? {
    guard let record = facts.names.proposal(unfunded.proposal) else { return nil }
    let community = record.community.map { Words(" · " + $0) } ?? .none
    let changes =
      unfunded.hasItsPart
      ? [UnfundedText.hasItsPart.words]
      : unfunded.winsWith.map {
        facts.winning.changes($0) + [facts.winning.noHelp($0)].filter { !$0.isEmpty }
      } ?? []
    return Row(
      title: Words(facts.names.title(record.id)),
      region: facts.name(record.recipient) + community,
      asks: facts.money.cell(record.need) + facts.estimates.mark(record.id),
      bar: Drawing.bar(unfunded.funded, "rec"), funded: share(unfunded.funded),
      stopped: facts.stopped(unfunded, most: mostNames).joined(),
      instead: facts.instead(unfunded, most: mostNames),
      wins: changes.first.map { unfunded.distance.isFinite ? $0.wrapped("<b>", "</b>") : $0 }
        ?? .markup("–"),
      alsoWins: changes.dropFirst().first ?? .none,
      nearness: unfunded.distance.isFinite ? fixed(unfunded.distance, 4) : "Infinity")
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
    let near = unfunded.count { $0.distance <= Self.near }
    return Section(
      id: "unfunded", label: UnfundedText.label.words, topic: UnfundedText.topic.words,
      finding: finding + (near > 0 ? UnfundedText.near(count: near) : .none),
      explanation: UnfundedText.explanation([
        "missing": facts.money.prose(facts.missing), "unit": facts.money.unit,
      ]), figure: try list(facts).markup())
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
  case near =
    "; {n} is within 15 % of winning|; {n} are within 15 % of winning ‖ ，{n} 个距入选不超过 15 %"
  case explanation =
    "Together {missing} is missing. Nearest to winning first. What stops a proposal: all else as it is, not planned again. What wins it half of its need, or the least that it can start with: each change alone, the whole round planned again. {unit}. ‖ 合计缺 {missing}。最接近入选者在前。受限原因：其他条件不变，未重新规划。怎样可入选（获得一半需求或其最低启动资金）：每项变化单独重新规划整轮。{unit}。"
  case proposal = "Proposal ‖ 项目"
  case asks = "Asks ‖ 申请"
  case funded = "Funded ‖ 已获"
  case stopped = "Stopped by · money went to ‖ 受限于 · 资金去向"
  case wins = "Wins with ‖ 怎样可入选"
  case hasItsPart = "has its part ‖ 已达入选标准"
  case others = "{n} more ‖ 另有 {n} 项"
  case fits = "{n} offer fits|{n} offers fit ‖ 有 {n} 项相符承诺"
  case more =
    "{n} more proposal stands in plans.xlsx.|{n} more proposals stand in plans.xlsx. ‖ 另有 {n} 个项目见 plans.xlsx。"
}

extension UnfundedProposal {
  /// Whether it gets as much as counts as its part without any change.
  var hasItsPart: Bool { winsWith.map { funded >= $0.part - 1e-6 } ?? false }

  /// The smallest change that wins, as a share; above every share where none is known, or none is needed.
  var distance: Double {
    if hasItsPart { return .infinity }
    return [winsWith?.lessNeed, winsWith?.moreBenefit].compactMap { $0 }.min() ?? .infinity
  }
}

extension Facts {
  /// What stops a proposal: rules, what each offer lacks where none fits, or how many fit where nothing else is known.
  func stopped(_ unfunded: UnfundedProposal, most: Int = .max) -> [Words] {
    let lacks = unfunded.lacks.map(winning.lack)
    // That an alternative must differ holds of the whole plan; where room is short it is not repeated at each proposal.
    let own = unfunded.stoppedBy.filter { $0.rule != .difference }
    let stops =
      lacks.isEmpty
      ? rules.stops(most == .max || own.isEmpty ? unfunded.stoppedBy : own) : lacks
    if !stops.isEmpty { return shortened(stops, to: most) }
    let place = round.projects.firstIndex { $0.id == unfunded.proposal }
    return [
      UnfundedText.fits(count: place.map { round.eligible.pairs(ofProject: $0).count } ?? 0)
    ]
  }

  /// The proposals that got the money instead.
  func instead(_ unfunded: UnfundedProposal, most: Int = .max) -> Words {
    shortened(unfunded.instead.map { Words(names.title($0)) }, to: most).joined()
  }

  /// The first of a list, and how many more there are.
  func shortened(_ list: [Words], to most: Int) -> [Words] {
    let rest = list.count - most
    return rest > 0 ? list.prefix(most) + [UnfundedText.others(count: rest)] : list
  }
}
