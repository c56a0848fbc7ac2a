import Pages
import Plans
import Records
import Round

/// Why a pairing stands, and which rules keep it from being larger.
struct PairingReasons {
  private let facts: Facts
  private let bonds: [RegionCode: [RegionCode: Bond]]
  private let coalMt: [RegionCode: [RegionCode: Double]]
  private let existing: [RegionCode: Set<RegionCode>]

  init(_ facts: Facts) {
    self.facts = facts
    var bonds: [RegionCode: [RegionCode: Bond]] = [:]
    for bond in facts.round.bonds {
      bonds[facts.round.donors[bond.donor].code, default: [:]][bond.recipient] = bond
    }
    var coalMt: [RegionCode: [RegionCode: Double]] = [:]
    var existing: [RegionCode: Set<RegionCode>] = [:]
    for link in facts.round.records.links {
      coalMt[link.donor, default: [:]][link.recipient, default: 0] += link.coalMt
      if link.existingPairing { existing[link.donor, default: []].insert(link.recipient) }
    }
    self.bonds = bonds
    self.coalMt = coalMt
    self.existing = existing
  }

  func why(_ pairing: Pairing) -> [Words] {
    let donor = facts.name(pairing.donor)
    let region = facts.name(pairing.recipient)
    var lines: [Words] = []
    if let bond = bonds[pairing.donor]?[pairing.recipient], bond.target > 0 {
      let met = min(1, pairing.amount / bond.target)
      lines.append(
        ReasonText.bond([
          "donor": donor, "region": region, "target": facts.money.prose(bond.target),
          "coal": coal(coalMt[pairing.donor]?[pairing.recipient] ?? 0),
          "met": met >= 1 - 1e-6 ? ReasonText.met.words : ReasonText.partMet(["share": share(met)]),
        ]))
    } else {
      lines.append(ReasonText.noBond.words)
    }
    if existing[pairing.donor]?.contains(pairing.recipient) == true {
      lines.append(
        ReasonText.existing([
          "bonus": share(facts.round.policy.pairingBonus, decimals: 0)
        ]))
    }
    let fixed = facts.round.policy.fixedPairs.filter {
      $0.donor == pairing.donor && $0.recipient == pairing.recipient
    }
    lines += fixed.map { ReasonText.fixedPair(["amount": facts.money.prose($0.amount)]) }
    if let stability = pairing.stability {
      lines.append(
        ReasonText.stability([
          "share": share(stability), "spread": share(facts.round.policy.stabilitySpread),
        ]))
    }
    return lines
  }

  /// Years without money stand together for each offer.
  func limits(_ pairing: Pairing) -> [Words] {
    var spent: [String: [Int]] = [:]
    for (offer, year) in pairing.boundBy.compactMap(Self.budget) {
      spent[offer, default: []].append(year)
    }
    return pairing.boundBy.compactMap { rule in
      guard let budget = Self.budget(rule) else { return limit(rule, of: pairing) }
      let years = spent.removeValue(forKey: budget.offer)
      return years.map { years in
        ReasonText.budget([
          "offer": facts.names.called(OfferID(budget.offer)),
          "years": yearSpans(years),
        ])
      }
    }
  }

  /// An offer's id may hold blanks; the year is what follows the last.
  private static func budget(_ rule: String) -> (offer: String, year: Int)? {
    let subject = rule.dropFirst("budget ".count)
    guard rule.hasPrefix("budget "), let blank = subject.lastIndex(of: " "),
      let year = Int(subject[subject.index(after: blank)...])
    else { return nil }
    return (String(subject[..<blank]), year)
  }

  private func limit(_ rule: String, of pairing: Pairing) -> Words {
    let parts = rule.split(separator: " ", maxSplits: 1).map(String.init)
    let subject = parts.count > 1 ? parts[1] : ""
    switch parts.first {
    case "concentration":
      return ReasonText.concentration([
        "donor": facts.name(pairing.donor), "share": share(facts.round.policy.maxRecipientShare),
      ])
    case "own-limit":
      return ReasonText.ownLimit(["offer": facts.names.called(OfferID(subject))])
    case "min-pairing": return ReasonText.minPairing.words
    case "min-ticket":
      return ReasonText.minTicket(["offer": facts.names.called(OfferID(subject))])
    case "min-funding":
      return ReasonText.minFunding(["title": Words(facts.names.title(ProposalID(subject)))])
    case "need":
      return ReasonText.need(["title": Words(facts.names.title(ProposalID(subject)))])
    case "co-investment":
      return ReasonText.coInvestment([
        "title": Words(facts.names.title(ProposalID(subject))),
        "share": share(facts.round.policy.maxDonorShare),
      ])
    case "diversification":
      return ReasonText.diversification([
        "share": share(facts.round.policy.maxSectorShare),
        "region": facts.name(pairing.recipient),
      ])
    case "bond": return ReasonText.atBond(["region": facts.name(pairing.recipient)])
    case "fairness": return ReasonText.atFloor(["region": facts.name(pairing.recipient)])
    case "fixed-pair": return ReasonText.atFixedAmount([:])
    default: return Words(rule)
    }
  }
}

enum ReasonText: String, Phrase {
  case bond =
    "Coal bond: {donor} received {coal} from {region}, which sets a target of {target}; {met}. ‖ 用煤责任：{donor}自{region}调入煤炭 {coal}，目标 {target}，{met}。"
  case met = "it is met ‖ 已兑现"
  case partMet = "{share} of it is met ‖ 兑现 {share}"
  case noBond =
    "No coal bond between the two: the pairing stands on benefit and on its region’s fairness level. ‖ 两地之间无用煤责任：本结对凭效益和该地区的公平水平成立。"
  case existing = "An existing support pairing: +{bonus} in value. ‖ 已有对口支援关系：价值加 {bonus}。"
  case fixedPair = "The policy fixes at least {amount} for this pair. ‖ 规则要求本结对至少 {amount}。"
  case minPairing =
    "The pairing has the smallest amount that the rules allow. ‖ 本结对只有规则允许的最低金额。"
  case minTicket = "{offer} gives its smallest amount. ‖ {offer}只出最低金额。"
  case minFunding =
    "{title} has just the share with which it can go ahead. ‖ {title}恰达可实施的最低比例。"
  case stability =
    "Used in {share} of re-plans with benefits and needs varied by up to ±{spread} (the whole round planned again). ‖ 效益与需求上下浮动至多 {spread} 时，{share} 的重算中出现（整轮重新规划）。"
  case concentration =
    "{donor} may give one region at most {share} of its money. ‖ {donor}给予同一地区的资金不得超过 {share}。"
  case ownLimit = "{offer}: its own limit for one region is reached. ‖ {offer}对单一地区已达自定上限。"
  case need = "{title}: fully funded, cannot take more. ‖ {title}：已足额，无法再增。"
  case coInvestment =
    "{title}: one donor may give at most {share} of its need. ‖ {title}：单一支援方至多承担其需求的 {share}。"
  case diversification =
    "One sector may have at most {share} of what {region} receives. ‖ {region}单一领域不得超过所获资金的 {share}。"
  case budget = "{offer}: no money left in {years}. ‖ {offer} {years} 年资金已用尽。"
  case atBond =
    "It gives {region} just what the coal bond asks for: more would do more good elsewhere. ‖ 对{region}恰好兑现用煤责任：更多资金在别处效益更高。"
  case atFloor =
    "{region} stands at the level that fairness guarantees: more would do more good elsewhere. ‖ {region}处于公平保障水平：更多资金在别处效益更高。"
  case atFixedAmount = "It is just what the policy fixes. ‖ 恰为规则固定的金额。"
  case offer = "Offer {id} ‖ 承诺 {id} "
  case offerOf = "{donor}’s offer {id} ‖ {donor}承诺 {id} "
}
