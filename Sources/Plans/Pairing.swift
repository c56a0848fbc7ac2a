import Records

/// Who pairs with whom, how much, in what.
public struct Pairing: Hashable, Sendable, Codable {
  public var rank: Int
  public var donor: RegionCode
  public var recipient: RegionCode
  /// M, exact.
  public var amount: Double
  public var benefit: Double
  /// The share of draws, in which every benefit and need is a little off, in which the pair is used when the round is planned
  /// again; nil where that was not tried.
  public var stability: Double?
  public var byInstrument: [Instrument: Double]
  /// By calendar year, written out.
  public var byYear: [String: Double]
  /// Those that the pair funds, the largest amount first.
  public var proposals: [ProposalID]
  /// What the pair's money brings, by indicator.
  public var indicators: [Indicator: Double]
  public var personMonths: Double
  /// Where the donor's areas meet those that the pair's proposals ask for.
  public var policyAreas: [PolicyArea]
  /// The rules that hold with equality for this pair, by name: `concentration`, `own-limit O3`, `need P7`, `budget O3 2027`.
  public var boundBy: [String]

  public init(
    rank: Int, donor: RegionCode, recipient: RegionCode, amount: Double, benefit: Double,
    stability: Double? = nil, byInstrument: [Instrument: Double], byYear: [String: Double],
    proposals: [ProposalID],
    indicators: [Indicator: Double], personMonths: Double, policyAreas: [PolicyArea],
    boundBy: [String]
  ) {
    self.rank = rank
    self.donor = donor
    self.recipient = recipient
    self.amount = amount
    self.benefit = benefit
    self.stability = stability
    self.byInstrument = byInstrument
    self.byYear = byYear
    self.proposals = proposals
    self.indicators = indicators
    self.personMonths = personMonths
    self.policyAreas = policyAreas
    self.boundBy = boundBy
  }

  enum CodingKeys: String, CodingKey {
    case rank, donor, recipient, amount, benefit, stability, proposals, indicators
    case byInstrument = "by_instrument"
    case byYear = "by_year"
    case personMonths = "person_months"
    case policyAreas = "policy_areas"
    case boundBy = "bound_by"
  }

  /// Every key is always there, with `null` where there is nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rank, forKey: .rank)
    try container.encode(donor, forKey: .donor)
    try container.encode(recipient, forKey: .recipient)
    try container.encode(amount, forKey: .amount)
    try container.encode(benefit, forKey: .benefit)
    try container.encode(stability, forKey: .stability)
    try container.encode(byInstrument, forKey: .byInstrument)
    try container.encode(byYear, forKey: .byYear)
    try container.encode(proposals, forKey: .proposals)
    try container.encode(indicators, forKey: .indicators)
    try container.encode(personMonths, forKey: .personMonths)
    try container.encode(policyAreas, forKey: .policyAreas)
    try container.encode(boundBy, forKey: .boundBy)
  }
}

/// The money that one offer puts into one proposal, in M, exact to the currency's unit.
public struct Ticket: Hashable, Sendable, Codable {
  public var offer: OfferID
  public var proposal: ProposalID
  public var amount: Double
  /// By calendar year, written out.
  public var byYear: [String: Double]

  public init(offer: OfferID, proposal: ProposalID, amount: Double, byYear: [String: Double]) {
    self.offer = offer
    self.proposal = proposal
    self.amount = amount
    self.byYear = byYear
  }

  enum CodingKeys: String, CodingKey {
    case offer, proposal, amount
    case byYear = "by_year"
  }
}

/// The person-months that an expertise offer gives to a proposal.
public struct ExpertiseTicket: Hashable, Sendable, Codable {
  public var offer: OfferID
  public var proposal: ProposalID
  public var months: Double

  public init(offer: OfferID, proposal: ProposalID, months: Double) {
    self.offer = offer
    self.proposal = proposal
    self.months = months
  }
}

/// A proposal that gets less than it needs, and why.
public struct UnfundedProposal: Hashable, Sendable, Codable {
  public var proposal: ProposalID
  /// Share of its need, from 0 to less than 1.
  public var funded: Double
  /// The rules that stand in the way of its nearest offer, the heaviest first (last benefit program); `no-offer` where none
  /// may fund it.
  public var stoppedBy: [RuleName]
  /// The proposals that got the money of those rules instead, the one that would lose it first in front.
  public var instead: [ProposalID]
  /// With `no-offer`: what each offer lacks, as far as it is nearest to fitting.
  public var lacks: [Lack]
  /// nil where it was not tried, or no change that was tried wins.
  public var winsWith: WinningChange?

  public init(
    proposal: ProposalID, funded: Double, stoppedBy: [RuleName] = [], instead: [ProposalID] = [],
    lacks: [Lack] = [], winsWith: WinningChange? = nil
  ) {
    self.proposal = proposal
    self.funded = funded
    self.stoppedBy = stoppedBy
    self.instead = instead
    self.lacks = lacks
    self.winsWith = winsWith
  }

  enum CodingKeys: String, CodingKey {
    case proposal, funded, instead, lacks
    case stoppedBy = "stopped_by"
    case winsWith = "wins_with"
  }

  /// Every key is always there, with `null` where there is nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(proposal, forKey: .proposal)
    try container.encode(funded, forKey: .funded)
    try container.encode(stoppedBy, forKey: .stoppedBy)
    try container.encode(instead, forKey: .instead)
    try container.encode(lacks, forKey: .lacks)
    try container.encode(winsWith, forKey: .winsWith)
  }
}
