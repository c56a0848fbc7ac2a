import Pages
import Plans
import Records

// Many rules of one kind are one reason, counted, with a few of them named: nobody reads forty names. `plans.json` has them all.
extension RuleWords {
  /// More of one kind than this are counted, not named each.
  static let mostAlike = 3
  /// How many of those are named.
  private static let mostNamed = 2

  /// Why the rules stop something, by kind in the order in which the kinds come first.
  func stops(_ rules: [RuleName]) -> [Words] {
    let kinds = rules.reduce(into: [RuleName.Kind]()) { kinds, rule in
      if !kinds.contains(rule.rule) { kinds.append(rule.rule) }
    }
    // That an alternative must differ holds of the whole plan, so it is said last.
    return (kinds.filter { $0 != .difference } + kinds.filter { $0 == .difference }).flatMap {
      kind in
      let alike = rules.filter { $0.rule == kind }
      if kind == .budget { return spent(alike) }
      guard alike.count > Self.mostAlike, let together = together(kind, alike) else {
        return alike.map(stop)
      }
      return [together]
    }
  }

  /// The years of one offer together; where many offers are used up, that is one reason.
  private func spent(_ budgets: [RuleName]) -> [Words] {
    let offers = budgets.compactMap(\.offer).reduce(into: [OfferID]()) { offers, offer in
      if !offers.contains(offer) { offers.append(offer) }
    }
    func years(_ offer: OfferID) -> [Int] {
      budgets.filter { $0.offer == offer }.compactMap(\.year)
    }
    guard offers.count > Self.mostAlike else {
      return offers.map {
        StopText.budget(["offer": names.called($0), "years": yearSpans(years($0))])
      }
    }
    let donors = Set(offers.compactMap { names.offer($0)?.donor }).sorted()
    let areAlike = Set(offers.map { Set(years($0)) }).count == 1
    return [
      (areAlike ? AlikeText.budgets : .someBudgets)(
        count: offers.count,
        [
          "donors": donors.count > 2 * Self.mostAlike
            ? AlikeText.donors(count: donors.count)
            : donors.map { Words(names.region($0)) }.enumerated,
          "years": yearSpans(budgets.compactMap(\.year)),
        ])
    ]
  }

  /// One sentence for many rules of a kind; nil for kinds of which there is one.
  private func together(_ kind: RuleName.Kind, _ rules: [RuleName]) -> Words? {
    func title(_ rule: RuleName) -> Words {
      rule.proposal.map { Words(names.title($0)) } ?? .none
    }
    func pair(_ rule: RuleName) -> Words {
      AlikeText.pair([
        "donor": rule.donor.map { Words(names.region($0)) } ?? .none,
        "region": rule.recipient.map { Words(names.region($0)) } ?? .none,
      ])
    }
    let (text, called): (AlikeText, [Words]) =
      switch kind {
      case .need: (.needs, rules.map(title))
      case .coInvestment: (.coInvestments, rules.map(title))
      case .concentration: (.concentrations, rules.map(pair))
      case .ownLimit: (.ownLimits, rules.map { $0.offer.map(names.called) ?? .none })
      case .bond: (.bonds, rules.map(pair))
      case .fairness: (.levels, rules.map { Words(names.group($0.group ?? "")) })
      case .fixedPair: (.fixedPairs, rules.map(pair))
      default: (.needs, [])
      }
    // Several donors may meet their limit on one proposal.
    let distinct = called.reduce(into: [Words]()) { list, words in
      if !list.contains(words) { list.append(words) }
    }
    guard let first = rules.first, !distinct.isEmpty else { return nil }
    return text(
      count: distinct.count,
      [
        "some": Array(distinct.prefix(Self.mostNamed)).enumerated,
        "share": share(of: first),
      ])
  }
}

/// `2026 and 2028–2030`: three or more years in a row are one span.
func yearSpans(_ years: [Int]) -> Words {
  var spans: [ClosedRange<Int>] = []
  for year in Set(years).sorted() {
    if let last = spans.last, last.upperBound == year - 1 {
      spans[spans.count - 1] = last.lowerBound...year
    } else {
      spans.append(year...year)
    }
  }
  let parts = spans.flatMap { span in
    span.count > 2
      ? [Words.markup("\(span.lowerBound)–\(span.upperBound)")]
      : span.map { Words.markup(String($0)) }
  }
  // Between digits the Chinese list has its comma throughout.
  return .markup(parts.enumerated.en, parts.map(\.zh).joined(separator: "、"))
}

/// Many rules of one kind in one sentence.
enum AlikeText: String, Phrase {
  case budgets =
    "{n} offers of {donors} that fit have no money left in {years} ‖ {donors}的 {n} 项相符承诺在 {years} 年资金已用尽"
  case someBudgets =
    "{n} offers of {donors} that fit have no money left in one or more years of {years} ‖ {donors}的 {n} 项相符承诺在 {years} 年中一年或多年资金已用尽"
  case donors = "{n} donors ‖ {n} 个支援方"
  case pair = "{donor} with {region} ‖ {donor}对{region}"
  case needs =
    "{n} proposal is funded in full: {some}|{n} proposals are funded in full, among them {some} ‖ {n} 个项目已足额，如{some}"
  case coInvestments =
    "one donor may give a proposal at most {share} of its need: reached at {some}|one donor may give a proposal at most {share} of its need: reached at {n} proposals, among them {some} ‖ 单一支援方至多承担项目需求的 {share}：{n} 个项目已达上限，如{some}"
  case concentrations =
    "a donor may give one region at most {share} of its money: reached by {some}|a donor may give one region at most {share} of its money: reached by {n} pairs, among them {some} ‖ 支援方给予同一地区的资金不得超过 {share}：{n} 对已达上限，如{some}"
  case ownLimits =
    "{some}: its own limits for a region are reached|{n} offers have reached their own limits for a region, among them {some} ‖ {n} 项承诺已达对单一地区的自定上限，如{some}"
  case bonds =
    "the coal bond of {some} comes first|{n} coal bonds come first, among them {some} ‖ {n} 项用煤责任优先，如{some}"
  case levels =
    "the level guaranteed to {some} comes first|the levels guaranteed to {n} groups come first, among them {some} ‖ {n} 个地区的公平保障优先，如{some}"
  case fixedPairs =
    "the policy fixes money for {some}|the policy fixes money for {n} pairs, among them {some} ‖ 规则为 {n} 对固定了金额，如{some}"
}
