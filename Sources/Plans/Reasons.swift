import Records

// Why a plan is as it is. Every figure says what was held fixed: prices and unused pairs hold "in the last benefit program,
// all else held"; winning changes, stability and the effect of weights were found by planning the whole round again.

/// What a rule's limit is worth in the last benefit program, all else held.
///
/// In JSON the rule's name stands among the other keys, with `price` and `holds_for` for readers that want one figure.
public struct Price: Hashable, Sendable {
  /// One way in which a limit can change.
  public struct Side: Hashable, Sendable {
    /// The change of benefit per M that the limit rises. On the side of less it is what each M taken away costs.
    public var price: Double
    /// For how many M of change this price holds, all else held; nil: however far. 0: the limit cannot move this way at all
    /// without breaking what the earlier stages keep; then the price says nothing.
    public var upTo: Double?
    /// The change of each indicator per M that the limit rises.
    public var indicators: [Indicator: Double]

    public init(price: Double, upTo: Double?, indicators: [Indicator: Double]) {
      self.price = price
      self.upTo = upTo
      self.indicators = indicators
    }
  }

  public var name: RuleName
  /// The limit as it stands, in M.
  public var limit: Double
  /// What happens when the limit falls.
  public var less: Side
  /// What happens when the limit rises.
  public var more: Side

  public init(name: RuleName, limit: Double, less: Side, more: Side) {
    self.name = name
    self.limit = limit
    self.less = less
    self.more = more
  }

  /// Whether both sides have the one price.
  public var isTwoSided: Bool {
    abs(less.price - more.price) <= 1e-6 * max(1, abs(less.price), abs(more.price))
  }
}

extension Price.Side: Codable {
  enum CodingKeys: String, CodingKey {
    case price, indicators
    case upTo = "up_to"
  }

  /// Every key is always there, with `null` where there is no end.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(price, forKey: .price)
    try container.encode(upTo, forKey: .upTo)
    try container.encode(indicators, forKey: .indicators)
  }
}

extension Price: Codable {
  enum CodingKeys: String, CodingKey {
    case limit, price, less, more
    case holdsFor = "holds_for"
  }

  public init(from decoder: any Decoder) throws {
    name = try RuleName(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    limit = try container.decode(Double.self, forKey: .limit)
    less = try container.decode(Side.self, forKey: .less)
    more = try container.decode(Side.self, forKey: .more)
  }

  /// `price` is that of a rising limit; `holds_for` is the change, from below to above, in which it holds.
  public func encode(to encoder: any Encoder) throws {
    try name.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(limit, forKey: .limit)
    try container.encode(more.price, forKey: .price)
    try container.encode(less, forKey: .less)
    try container.encode(more, forKey: .more)
    try container.encode([isTwoSided ? less.upTo.map { -$0 } : 0, more.upTo], forKey: .holdsFor)
  }
}

/// A pair with eligible proposals that carries no money, and what it would take (last benefit program, all else held).
public struct UnusedPair: Hashable, Sendable, Codable {
  public var donor: RegionCode
  public var recipient: RegionCode
  /// The offer and the proposal that come nearest.
  public var offer: OfferID
  public var proposal: ProposalID
  /// The share by which one M of that ticket would have to bring more benefit: 0.12 is 12 %. nil where it brings none at all,
  /// so that no share of it would do.
  public var moreBenefitPerM: Double?
  /// The same in benefit per M. nil: no benefit would do, what the earlier stages keep leaves no money for it.
  public var shortBy: Double?

  public init(
    donor: RegionCode, recipient: RegionCode, offer: OfferID, proposal: ProposalID,
    moreBenefitPerM: Double?, shortBy: Double?
  ) {
    self.donor = donor
    self.recipient = recipient
    self.offer = offer
    self.proposal = proposal
    self.moreBenefitPerM = moreBenefitPerM
    self.shortBy = shortBy
  }

  enum CodingKeys: String, CodingKey {
    case donor, recipient, offer, proposal
    case moreBenefitPerM = "more_benefit_per_M"
    case shortBy = "short_by"
  }

  /// Every key is always there, with `null` where there is nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(donor, forKey: .donor)
    try container.encode(recipient, forKey: .recipient)
    try container.encode(offer, forKey: .offer)
    try container.encode(proposal, forKey: .proposal)
    try container.encode(moreBenefitPerM, forKey: .moreBenefitPerM)
    try container.encode(shortBy, forKey: .shortBy)
  }
}

/// The smallest change with which a proposal gets its part when the whole round is planned again.
public struct WinningChange: Hashable, Sendable, Codable {
  /// The profile that plans again.
  public var profile: String
  /// The share of its need that counts as its part: one half, or its `min_funding`.
  public var part: Double
  /// The share by which all its indicators would have to be larger, its need as it is: 0.3 is 30 %. nil: no change that was
  /// tried does it.
  public var moreBenefit: Double?
  /// The share by which it would have to ask for less, its indicators as they are. nil: none that was tried does it.
  public var lessNeed: Double?

  public init(profile: String, part: Double, moreBenefit: Double?, lessNeed: Double?) {
    self.profile = profile
    self.part = part
    self.moreBenefit = moreBenefit
    self.lessNeed = lessNeed
  }

  enum CodingKeys: String, CodingKey {
    case profile, part
    case moreBenefit = "more_benefit"
    case lessNeed = "less_need"
  }

  /// Every key is always there, with `null` where there is nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(profile, forKey: .profile)
    try container.encode(part, forKey: .part)
    try container.encode(moreBenefit, forKey: .moreBenefit)
    try container.encode(lessNeed, forKey: .lessNeed)
  }
}

/// Whether a weight moves anything: what changes when it is dropped and, for a weight of the benefit, the whole round planned again.
public struct WeightEffect: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A weight of `rank_weights`.
    case ranking
    /// A weight of `weights`: what benefit is made of.
    case benefit
  }

  public var kind: Kind
  /// The scorecard's column, or the indicator.
  public var name: String
  public var weight: Double
  /// Whether another plan is recommended without it.
  public var recommendedChanges: Bool
  /// Whether the recommended plan's first pairing is another one.
  public var firstPairingChanges: Bool
  /// Whether the plans stand in another order.
  public var orderChanges: Bool

  public init(
    kind: Kind, name: String, weight: Double, recommendedChanges: Bool, firstPairingChanges: Bool,
    orderChanges: Bool
  ) {
    self.kind = kind
    self.name = name
    self.weight = weight
    self.recommendedChanges = recommendedChanges
    self.firstPairingChanges = firstPairingChanges
    self.orderChanges = orderChanges
  }

  enum CodingKeys: String, CodingKey {
    case kind, name, weight
    case recommendedChanges = "recommended_changes"
    case firstPairingChanges = "first_pairing_changes"
    case orderChanges = "order_changes"
  }

  /// Whether dropping it changes anything at all.
  public var matters: Bool { recommendedChanges || firstPairingChanges || orderChanges }
}
