import Records

/// A rule of a round, by what it is about: `budget` of offer O1 in 2026, `concentration` of Guangdong on Shanxi.
///
/// In JSON the parts that the rule has stand beside its name: `{"rule": "budget", "offer": "O1", "year": 2026}`.
public struct RuleName: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// What an offer can pay in a year: `offer`, `year`.
    case budget
    /// What a proposal asks for: `proposal`.
    case need
    /// What one donor may give one large proposal: `donor`, `proposal`.
    case coInvestment = "co-investment"
    /// What one donor may give one recipient: `donor`, `recipient`.
    case concentration
    /// What an offer itself gives one recipient at most: `offer`, `recipient`.
    case ownLimit = "own-limit"
    /// The share of one sector in what a recipient gets: `recipient`, `sector`.
    case diversification
    /// A pair that the policy fixes: `donor`, `recipient`.
    case fixedPair = "fixed-pair"
    /// The shortfall of all bonds together that the plan keeps to.
    case reciprocity
    /// The bond of one pair, as far as the kept shortfall asks for it: `donor`, `recipient`.
    case bond
    /// The least that a region or community must get: `group`.
    case fairness
    /// The benefit that an earlier stage keeps.
    case benefit
    /// How far the plan may move from the one it continues.
    case continuity
    /// A pair that the focused plan leaves out: `donor`, `recipient`.
    case focus
    /// How much an alternative may leave on the pairs of the plans before it.
    case difference
    /// The months of shared work that the plan keeps.
    case coDesign = "co-design"
    /// A pair that the integer rules leave without money: `donor`, `recipient`.
    case partners
    /// The least that a pair must have where it has anything: `donor`, `recipient`.
    case minPairing = "min-pairing"
    /// The least that a proposal must have where it has anything: `proposal`.
    case minFunding = "min-funding"
    /// The least that an offer gives a proposal where it gives anything: `offer`, `proposal`.
    case minTicket = "min-ticket"
    /// No offer may fund the proposal at all: `proposal`.
    case noOffer = "no-offer"
  }

  public var rule: Kind
  public var offer: OfferID?
  public var year: Int?
  public var proposal: ProposalID?
  public var donor: RegionCode?
  public var recipient: RegionCode?
  public var sector: Sector?
  /// `RECIPIENT` or `RECIPIENT/COMMUNITY`.
  public var group: String?

  public init(
    _ rule: Kind, offer: OfferID? = nil, year: Int? = nil, proposal: ProposalID? = nil,
    donor: RegionCode? = nil, recipient: RegionCode? = nil, sector: Sector? = nil,
    group: String? = nil
  ) {
    self.rule = rule
    self.offer = offer
    self.year = year
    self.proposal = proposal
    self.donor = donor
    self.recipient = recipient
    self.sector = sector
    self.group = group
  }
}

extension RuleName: Codable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case rule, offer, year, proposal, donor, recipient, sector, group
  }

  /// Writes the parts that are there; used by what carries a rule's name among its own keys too.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule, forKey: .rule)
    try container.encodeIfPresent(offer, forKey: .offer)
    try container.encodeIfPresent(year, forKey: .year)
    try container.encodeIfPresent(proposal, forKey: .proposal)
    try container.encodeIfPresent(donor, forKey: .donor)
    try container.encodeIfPresent(recipient, forKey: .recipient)
    try container.encodeIfPresent(sector, forKey: .sector)
    try container.encodeIfPresent(group, forKey: .group)
  }
}
