import Pages
import Plans
import Records
import Round

/// The rules of a round in words: what a rule stops, and which limit it is.
struct RuleWords {
  let names: Names
  let policy: Policy

  func stop(_ rule: RuleName) -> Words {
    let text: StopText =
      switch rule.rule {
      case .budget: .budget
      case .need: .need
      case .coInvestment: .coInvestment
      case .concentration: .concentration
      case .ownLimit: .ownLimit
      case .diversification: .diversification
      case .fixedPair: .fixedPair
      case .reciprocity: .reciprocity
      case .bond: .bond
      case .fairness: .fairness
      case .benefit: .benefit
      case .continuity: .continuity
      case .focus: .focus
      case .difference: .difference
      case .coDesign: .coDesign
      case .partners: .partners
      case .minPairing: .minPairing
      case .minFunding: .minFunding
      case .minTicket: .minTicket
      case .noOffer: .noOffer
      }
    return text(values(rule))
  }

  /// The limit that a rule sets, as what can be more or less: `money of GD-FUND in 2027`.
  func limit(_ rule: RuleName) -> Words {
    let text: LimitNameText =
      switch rule.rule {
      case .budget: .budget
      case .need: .need
      case .coInvestment: .coInvestment
      case .concentration: .concentration
      case .ownLimit: .ownLimit
      case .diversification: .diversification
      case .fixedPair: .fixedPair
      case .reciprocity: .reciprocity
      case .bond: .bond
      case .fairness: .fairness
      case .benefit: .benefit
      case .continuity: .continuity
      case .focus: .focus
      case .difference: .difference
      case .coDesign: .coDesign
      case .partners: .partners
      case .minPairing: .minPairing
      case .minFunding: .minFunding
      case .minTicket: .minTicket
      case .noOffer: .noOffer
      }
    return text(values(rule))
  }

  private func values(_ rule: RuleName) -> KeyValuePairs<String, Words> {
    return [
      "offer": rule.offer.map(names.called) ?? .none,
      "years": rule.year.map { .markup(String($0)) } ?? .none,
      "title": rule.proposal.map { Words(names.title($0)) } ?? .none,
      "donor": rule.donor.map { Words(names.region($0)) } ?? .none,
      "region": rule.recipient.map { Words(names.region($0)) } ?? .none,
      "sector": rule.sector.map(sectorName) ?? .none,
      "group": rule.group.map { Words(names.group($0)) } ?? .none,
      "share": share(of: rule),
    ]
  }

  /// The share that a rule allows.
  func share(of rule: RuleName) -> Words {
    switch rule.rule {
    case .coInvestment: Pages.share(policy.maxDonorShare)
    case .concentration: Pages.share(policy.maxRecipientShare)
    case .diversification: Pages.share(policy.maxSectorShare)
    default: .none
    }
  }
}

extension Names {
  /// An offer by its title, else by its donor and id.
  func called(_ id: OfferID) -> Words {
    let offer = offer(id)
    if let title = offer?.title, !title.isEmpty { return Words(title) }
    guard let offer else { return ReasonText.offer(["id": Words(id.text)]) }
    return ReasonText.offerOf(["id": Words(id.text), "donor": Words(region(offer.donor))])
  }
}

/// What a rule does where it stops something.
enum StopText: String, Phrase {
  case budget = "{offer}: no money left in {years} ‖ {offer} {years} 年资金已用尽"
  case need = "{title} is funded in full ‖ {title}已足额"
  case coInvestment =
    "{donor} may give {title} at most {share} of its need ‖ {donor}至多承担{title}需求的 {share}"
  case concentration =
    "{donor} may give {region} at most {share} of its money ‖ {donor}给予{region}的资金不得超过 {share}"
  case ownLimit = "{offer}: its own limit for {region} is reached ‖ {offer}对{region}已达自定上限"
  case diversification =
    "{sector} may have at most {share} of what {region} receives ‖ {region}所获资金用于{sector}领域不得超过 {share}"
  case fixedPair =
    "the policy fixes money for {donor} with {region} ‖ 规则为{donor}与{region}固定了金额"
  case reciprocity = "the coal bonds come first ‖ 用煤责任优先"
  case bond =
    "the coal bond of {donor} with {region} comes first ‖ {donor}对{region}的用煤责任优先"
  case fairness = "the level guaranteed to {group} comes first ‖ {group}的公平保障优先"
  case benefit = "the benefit already reached is kept ‖ 须保持已达到的效益"
  case continuity =
    "the plan stays near the one that it continues ‖ 方案须接近所延续的方案"
  case focus =
    "the pairing of {donor} with {region} is left out as small ‖ {donor}与{region}的结对因过小而略去"
  case difference =
    "this plan is an alternative, which must differ from the plans before it ‖ 本方案为备选，须有别于之前的方案"
  case coDesign = "the months of shared work are kept ‖ 须保持共同设计的人月"
  case partners =
    "{donor} and {region} are not paired: the rules ask for few partners or a smallest amount ‖ {donor}与{region}不结对：规则限制结对数量或最低金额"
  case minPairing =
    "the pairing of {donor} with {region} has the smallest amount that the rules allow ‖ {donor}与{region}的结对只有规则允许的最低金额"
  case minFunding =
    "{title} goes ahead only with its smallest share of funding ‖ {title}须达到最低资助比例才能实施"
  case minTicket =
    "{offer} gives {title} nothing or at least its smallest amount ‖ {offer}对{title}要么不出资，要么不低于最低金额"
  case noOffer = "no offer may fund {title} ‖ 没有可资助{title}的承诺"
}

/// A limit as what can be more or less.
enum LimitNameText: String, Phrase {
  case budget = "money of {offer} in {years} ‖ {offer} {years} 年资金"
  case need = "what {title} asks for ‖ {title}的申请额"
  case coInvestment = "what {donor} may give {title} ‖ {donor}给予{title}的上限"
  case concentration = "what {donor} may give {region} ‖ {donor}给予{region}的上限"
  case ownLimit = "what {offer} may give {region} ‖ {offer}给予{region}的上限"
  case diversification =
    "money for {sector} in {region} above {share} of what it receives ‖ {region}的{sector}领域超出所获资金 {share} 的部分"
  case fixedPair =
    "what the policy fixes for {donor} with {region} ‖ 规则为{donor}与{region}固定的金额"
  case reciprocity = "coal bonds left unmet ‖ 未兑现的用煤责任"
  case bond = "coal bond of {donor} with {region} ‖ {donor}对{region}的用煤责任"
  case fairness = "money guaranteed to {group} ‖ 对{group}的资金保障"
  case benefit = "benefit that is kept ‖ 须保持的效益"
  case continuity =
    "money moved away from the plan that is continued ‖ 偏离所延续方案的资金"
  case focus = "what {donor} may give {region}, a small pairing ‖ {donor}给予{region}的上限（小额结对）"
  case difference = "money on the pairs of earlier plans ‖ 仍在先前方案结对上的资金"
  case coDesign = "months of shared work that are kept ‖ 须保持的共同设计人月"
  case partners = "what {donor} may give {region}, who are not paired ‖ {donor}给予{region}的上限（未结对）"
  case minPairing = "least amount between {donor} and {region} ‖ {donor}与{region}结对的最低金额"
  case minFunding = "least funding of {title} ‖ {title}的最低资助额"
  case minTicket = "least amount of {offer} for {title} ‖ {offer}给予{title}的最低金额"
  case noOffer = "offers that may fund {title} ‖ 可资助{title}的承诺"
}
