import Pages
import Plans
import Records
import Round

extension Conflict {
  /// The conflict as it is published, with every rule, repair and growth in the planners' words.
  public func told(of round: Round) -> Conflict { ConflictWords(round).told(published) }
}

/// The rules of a conflict and what would help, in words, with names and exact amounts.
struct ConflictWords {
  private let names: Names
  private let rules: RuleWords
  private let money: Money
  private let givers: Set<RegionCode>

  init(_ round: Round) {
    givers = Set(round.offers.map(\.record.donor))
    names = Names(round)
    rules = RuleWords(names: names, policy: round.policy)
    money = Money(currency: round.policy.currency, offered: 0)
  }

  func told(_ conflict: Conflict) -> Conflict {
    var told = conflict
    told.rules = conflict.rules.map(self.told)
    told.repair.fixedPairs = conflict.repair.fixedPairs.map { pair in
      var pair = pair
      pair.text = plain(lower(pair))
      return pair
    }
    told.growth?.limits = (conflict.growth?.limits ?? []).map { limit in
      var limit = limit
      limit.text = plain(grow(limit))
      limit.rule = self.told(limit.rule)
      return limit
    }
    return told
  }

  private func told(_ rule: Rule) -> Rule {
    var rule = rule
    rule.text = plain(words(rule))
    return rule
  }

  /// Names that end in Latin letters bring their own space along.
  private func plain(_ words: Words) -> Bilingual {
    Bilingual(en: words.plain.en, zh: words.plain.zh.replacing("  ", with: " "))
  }

  private typealias Rule = Conflict.Rule

  private func words(_ rule: Rule) -> Words {
    let text: ConflictRuleText =
      switch rule.rule {
      case .fixedPair: .fixedPair
      case .forbiddenPair: .forbiddenPair
      case .noPair: (rule.lacks ?? []).isEmpty ? nothing(rule) : .noPair
      case .budget: .budget
      case .need: .need
      case .coInvestment: .coInvestment
      case .concentration: .concentration
      case .ownLimit: .ownLimit
      case .diversification: .diversification
      case .maxRecipients: .maxRecipients
      case .maxDonors: .maxDonors
      case .minPairing: .minPairing
      case .minTicket: .minTicket
      case .minFunding: .minFunding
      }
    let winning = WinningWords(names: names)
    let proposal = rule.proposal.flatMap(names.proposal)
    return text([
      "donor": rule.donor.map { Words(names.region($0)) } ?? .none,
      "region": (rule.recipient ?? proposal?.recipient).map { Words(names.region($0)) } ?? .none,
      "offer": rule.offer.map(names.called) ?? .none,
      "year": rule.year.map { .markup(String($0)) } ?? .none,
      "title": rule.proposal.map { Words(names.title($0)) } ?? .none,
      "sector": rule.sector.map(sectorName) ?? .none,
      "amount": rule.amount.map(money.exact) ?? .none,
      "count": rule.count.map { .markup(String($0)) } ?? .none,
      "share": rule.share.map(exactShare) ?? .none,
      "lacks": (rule.lacks ?? []).map(winning.lack).joined(),
    ])
  }

  /// Why there is nothing to pair.
  private func nothing(_ rule: Rule) -> ConflictRuleText {
    rule.donor.map(givers.contains) ?? false ? .nobodyAsks : .nobodyGives
  }

  private func lower(_ pair: Conflict.Repair.Amount) -> Words {
    ConflictRuleText.lower([
      "donor": Words(names.region(pair.donor)), "region": Words(names.region(pair.recipient)),
      "fixed": money.exact(pair.fixed), "possible": money.exact(pair.possible),
    ])
  }

  private func grow(_ limit: Conflict.Growth.Limit) -> Words {
    let what = limit.rule.name.map { rules.limit($0) } ?? words(limit.rule)
    return ConflictRuleText.grow([
      "limit": what, "from": money.exact(limit.rule.amount ?? 0), "to": money.exact(limit.to),
    ])
  }

  /// `50 %`, `12.5 %`.
  private func exactShare(_ value: Double) -> Words {
    let places = (0...2).first { fixed(value * 100, $0) == fixed(value * 100, 4).trimmed } ?? 2
    return share(value, decimals: places)
  }
}

extension String {
  /// A decimal number without zeros at its end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }
}

enum ConflictRuleText: String, Phrase {
  case fixedPair =
    "the policy fixes at least {amount} from {donor} for {region} ‖ 规则固定{donor}给予{region}至少 {amount}"
  case forbiddenPair =
    "the policy forbids that {donor} gives to {region} ‖ 规则禁止{donor}与{region}结对"
  case noPair =
    "no offer of {donor} may fund any proposal of {region}; what comes nearest: {lacks} ‖ {donor}没有任何承诺可资助{region}的项目；最接近者：{lacks}"
  case nobodyGives = "{donor} offers no money ‖ {donor}没有资金承诺"
  case nobodyAsks = "{region} has no proposal ‖ {region}没有申报项目"
  case budget = "{offer} can pay {amount} in {year}, no more ‖ {offer} {year} 年最多支付 {amount}"
  case need =
    "{title} ({region}) asks for {amount}, no more ‖ {region}的{title}最多申请 {amount}"
  case coInvestment =
    "{donor} may give {title} at most {share} of its need, that is {amount} ‖ {donor}至多承担{title}需求的 {share}，即 {amount}"
  case concentration =
    "{donor} may give {region} at most {share} of its money, that is {amount} ‖ {donor}给予{region}的资金不得超过其总额的 {share}，即 {amount}"
  case ownLimit =
    "{offer} gives {region} at most {share} of its money, that is {amount} ‖ {offer}给予{region}的资金不超过其总额的 {share}，即 {amount}"
  case diversification =
    "{sector} may have at most {share} of what {region} receives ‖ {region}所获资金用于{sector}领域不得超过 {share}"
  case maxRecipients =
    "recipients of one donor: {count} at most ‖ 每个支援方最多有 {count} 个受援方"
  case maxDonors = "donors of one recipient: {count} at most ‖ 每个受援方最多有 {count} 个支援方"
  case minPairing =
    "a pair that has anything has at least {amount} ‖ 每对结对要么没有资金，要么至少 {amount}"
  case minTicket =
    "{offer} gives a proposal at least {amount} or nothing ‖ {offer}对每个项目要么不给，要么至少给予 {amount}"
  case minFunding =
    "{title} ({region}) takes at least {share} of its need, that is {amount}, or nothing ‖ {region}的{title}至少需要其需求的 {share}，即 {amount}，否则不接受"
  case lower =
    "{donor} with {region}: {possible} instead of {fixed} ‖ {donor}与{region}：{fixed}改为 {possible}"
  case grow = "{limit}: {to} instead of {from} ‖ {limit}：{from}增至 {to}"
}
