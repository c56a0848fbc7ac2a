import Records

/// Someone who offers money or expertise.
public struct Donor: Sendable {
  public let code: RegionCode
  /// Its money offers.
  public let offers: [Int]
  /// `B[d]`: M over all its money offers and years.
  public let money: Double
  /// `A(d)`: the policy areas of all its offers, money and expertise.
  public let policyAreas: Set<PolicyArea>
}

/// Someone with a proposal that is in.
public struct Recipient: Sendable {
  public let code: RegionCode
  public let projects: [Int]
}

/// A money offer.
public struct MoneyOffer: Sendable {
  public let record: Offer
  public let donor: Int
  /// `B[o,t]`: M by place of the year.
  public let budget: [Double]
  /// `B[o]`.
  public let total: Double

  public var id: OfferID { record.id }

  init(_ record: Offer, donor: Int, years: [Int]) {
    self.record = record
    self.donor = donor
    budget = record.amount.byYear(years)
    total = record.amount.total(years)
  }

  /// The most that one recipient may get from this offer, in M; nil where the offer sets no limit.
  public var ownLimit: Double? {
    record.maxSharePerRecipient < 1 ? record.maxSharePerRecipient * total : nil
  }
}

/// An expertise offer.
public struct ExpertiseOffer: Sendable {
  public let record: Offer
  public let donor: Int
  /// `B[j]`: person-months over the horizon.
  public let months: Double

  public var id: OfferID { record.id }

  init(_ record: Offer, donor: Int, years: [Int]) {
    self.record = record
    self.donor = donor
    months = record.amount.total(years)
  }

  /// Whether it may give months to `project` of `recipient`.
  public func fits(_ project: Project, of recipient: RegionCode) -> Bool {
    project.record.expertiseMonths > 0 && record.donor != recipient
      && (record.recipients.isEmpty || record.recipients.contains(recipient))
      && record.policyAreas.contains { project.record.policyAreas.contains($0) }
  }
}

extension Offer.Amount {
  /// The amount of each year: a total is spread equally.
  func byYear(_ years: [Int]) -> [Double] {
    switch self {
    case .total(let amount): years.map { _ in amount / Double(years.count) }
    case .byYear(let amounts): years.map { amounts[$0] ?? 0 }
    }
  }

  func total(_ years: [Int]) -> Double {
    switch self {
    case .total(let amount): amount
    case .byYear(let amounts): years.reduce(0) { $0 + (amounts[$1] ?? 0) }
    }
  }
}

/// A proposal that is in.
public struct Project: Sendable {
  public let record: Proposal
  public let recipient: Int
  /// `f[p,t]`: the share of its funding paid in each year, by place of the year; the shares sum to 1.
  public let draw: [Double]
  /// `q[p]`: the value of one M, before any affinity with the donor; 1 is average yield.
  public let quality: Double

  public var id: ProposalID { record.id }
  /// `N[p]`, in M.
  public var need: Double { record.need }

  init(_ record: Proposal, recipient: Int, draw: [Double], quality: Double) {
    self.record = record
    self.recipient = recipient
    self.draw = draw
    self.quality = quality
  }

  /// The most that one donor may give it, in M; nil where co-investment does not apply.
  public func donorLimit(_ policy: Policy) -> Double? {
    policy.maxDonorShare < 1 && need >= policy.coInvestmentAbove ? policy.maxDonorShare * need : nil
  }
}

/// `f[p,t]` by place of the year: weights over their sum, or equal shares of the years that lie in the horizon.
/// nil where no year does.
func drawProfile(of draw: Proposal.Draw, years: [Int]) -> [Double]? {
  guard let first = years.first else { return nil }
  let weights: [Double] =
    switch draw {
    case .span(let start, let length):
      years.map { ((start ?? first)..<((start ?? first) + length)).contains($0) ? 1 : 0 }
    case .weights(let byYear):
      years.map { byYear[$0] ?? 0 }
    }
  let sum = weights.reduce(0, +)
  return sum > 0 ? weights.map { $0 / sum } : nil
}
