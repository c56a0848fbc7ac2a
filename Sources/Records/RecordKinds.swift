/// A region: a donor, a recipient, or a community of a recipient with figures of its own.
public struct Region: Hashable, Sendable {
  public var code: RegionCode
  public var name: String?
  public var nameZh: String?
  /// The numeric columns by name: `need_weight`, `gdp`, `coal_output_mt`, and any other. A blank cell has no entry.
  public var measures: [String: Double]
  public var origin: Origin

  public init(
    code: RegionCode, name: String? = nil, nameZh: String? = nil, measures: [String: Double] = [:],
    origin: Origin
  ) {
    self.code = code
    self.name = name
    self.nameZh = nameZh
    self.measures = measures
    self.origin = origin
  }
}

/// Coal that a donor received from a recipient, and whether the two are partners already.
public struct Link: Hashable, Sendable {
  public var donor: RegionCode
  public var recipient: RegionCode
  /// Mt received in `year`, or over the years meant where there is none.
  public var coalMt: Double
  public var year: Int?
  public var existingPairing: Bool
  public var origin: Origin

  public init(
    donor: RegionCode, recipient: RegionCode, coalMt: Double = 0, year: Int? = nil,
    existingPairing: Bool = false, origin: Origin
  ) {
    self.donor = donor
    self.recipient = recipient
    self.coalMt = coalMt
    self.year = year
    self.existingPairing = existingPairing
    self.origin = origin
  }
}

/// What a donor offers: money by instrument, or expertise.
public struct Offer: Hashable, Sendable {
  /// How much, in M (expertise: person-months).
  public enum Amount: Hashable, Sendable {
    /// In all, spread equally over the years of the horizon.
    case total(Double)
    /// By year; a year without an entry has none.
    case byYear([Int: Double])
  }

  public var id: OfferID
  public var donor: RegionCode
  public var instrument: Instrument
  public var amount: Amount
  /// The sectors it is for; empty means any.
  public var sectors: [Sector]
  /// The recipients it is for; empty means any.
  public var recipients: [RegionCode]
  /// The largest share of the offer that may go to one recipient.
  public var maxSharePerRecipient: Double
  /// The least that it gives to a proposal it funds, in M; 0 sets no limit.
  public var minTicket: Double
  public var policyAreas: [PolicyArea]
  public var title: String?
  /// How the figures came about: `announced`, `estimated`, …
  public var basis: String?
  public var origin: Origin

  public init(
    id: OfferID, donor: RegionCode, instrument: Instrument = .grant, amount: Amount,
    sectors: [Sector] = [], recipients: [RegionCode] = [], maxSharePerRecipient: Double = 1,
    minTicket: Double = 0, policyAreas: [PolicyArea] = [], title: String? = nil,
    basis: String? = nil,
    origin: Origin
  ) {
    self.id = id
    self.donor = donor
    self.instrument = instrument
    self.amount = amount
    self.sectors = sectors
    self.recipients = recipients
    self.maxSharePerRecipient = maxSharePerRecipient
    self.minTicket = minTicket
    self.policyAreas = policyAreas
    self.title = title
    self.basis = basis
    self.origin = origin
  }
}

/// A project of a recipient that seeks funding.
public struct Proposal: Hashable, Sendable {
  /// When the funding is drawn.
  public enum Draw: Hashable, Sendable {
    /// Equally over `years` years from `start` (the horizon's first year where it is nil).
    case span(start: Int?, years: Int)
    /// By relative weights.
    case weights([Int: Double])
  }

  public var id: ProposalID
  public var title: String?
  public var titleZh: String?
  public var recipient: RegionCode
  public var community: String?
  public var sector: Sector
  /// External funding sought, in M.
  public var need: Double
  /// The instruments it accepts; empty means any.
  public var instruments: [Instrument]
  public var draw: Draw
  /// The least share of its need that makes it go ahead; 0 sets no limit.
  public var minFunding: Double
  /// From 0 (an idea) to 1 (ready to build).
  public var readiness: Double
  /// Benefit at full funding by indicator: `jobs`, `co2_avoided_t`, `value_added`, and any other numeric column.
  public var benefits: [Indicator: Double]
  public var policyAreas: [PolicyArea]
  /// Person-months of expertise asked for.
  public var expertiseMonths: Double
  /// How the figures came about: `announced`, `estimated`, …
  public var basis: String?
  public var origin: Origin

  public init(
    id: ProposalID, title: String? = nil, titleZh: String? = nil, recipient: RegionCode,
    community: String? = nil, sector: Sector, need: Double, instruments: [Instrument] = [],
    draw: Draw = .span(start: nil, years: 1), minFunding: Double = 0, readiness: Double = 1,
    benefits: [Indicator: Double] = [:], policyAreas: [PolicyArea] = [],
    expertiseMonths: Double = 0,
    basis: String? = nil, origin: Origin
  ) {
    self.id = id
    self.title = title
    self.titleZh = titleZh
    self.recipient = recipient
    self.community = community
    self.sector = sector
    self.need = need
    self.instruments = instruments
    self.draw = draw
    self.minFunding = minFunding
    self.readiness = readiness
    self.benefits = benefits
    self.policyAreas = policyAreas
    self.expertiseMonths = expertiseMonths
    self.basis = basis
    self.origin = origin
  }
}
