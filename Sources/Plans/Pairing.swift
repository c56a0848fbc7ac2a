import Records

/// Who pairs with whom, how much, in what.
public struct Pairing: Hashable, Sendable, Codable {
  public var rank: Int
  public var donor: RegionCode
  public var recipient: RegionCode
  /// M, exact.
  public var amount: Double
  public var benefit: Double
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
    byInstrument: [Instrument: Double], byYear: [String: Double], proposals: [ProposalID],
    indicators: [Indicator: Double], personMonths: Double, policyAreas: [PolicyArea],
    boundBy: [String]
  ) {
    self.rank = rank
    self.donor = donor
    self.recipient = recipient
    self.amount = amount
    self.benefit = benefit
    self.byInstrument = byInstrument
    self.byYear = byYear
    self.proposals = proposals
    self.indicators = indicators
    self.personMonths = personMonths
    self.policyAreas = policyAreas
    self.boundBy = boundBy
  }

  enum CodingKeys: String, CodingKey {
    case rank, donor, recipient, amount, benefit, proposals, indicators
    case byInstrument = "by_instrument"
    case byYear = "by_year"
    case personMonths = "person_months"
    case policyAreas = "policy_areas"
    case boundBy = "bound_by"
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

/// A proposal that gets less than it needs.
public struct UnfundedProposal: Hashable, Sendable, Codable {
  public var proposal: ProposalID
  /// Share of its need, from 0 to less than 1.
  public var funded: Double

  public init(proposal: ProposalID, funded: Double) {
    self.proposal = proposal
    self.funded = funded
  }
}
