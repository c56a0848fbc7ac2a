import Records

/// The pairs `(o,p)` in which money may flow, listed project by project, each project's offers in order.
///
/// `k(o)` accepted by `p`, `s(p)` within the offer's sectors, `r(p)` within its recipients, `d(o) ≠ r(p)`, the pair not
/// forbidden, and money in every year in which `p` draws.
public struct EligiblePairs: Sendable {
  /// Where each project's pairs begin; one entry more than projects.
  private let starts: [Int]
  /// The offer of each pair.
  public let offer: [Int]
  /// The project of each pair.
  public let project: [Int]
  /// `a[d(o),p]`: how well the donor of each pair suits the project.
  public let affinity: [Double]
  /// `v[o,p] = q[p] · a[d(o),p]`: the benefit of one M in each pair.
  public private(set) var value: [Double]

  public var count: Int { offer.count }
  public var indices: Range<Int> { offer.indices }

  /// The pairs of one project.
  public func pairs(ofProject project: Int) -> Range<Int> { starts[project]..<starts[project + 1] }

  init(
    offers: [MoneyOffer], projects: [Project], donors: [Donor], recipients: [RegionCode],
    ties: Ties,
    policy: Policy
  ) {
    var forbidden: [RegionCode: Set<RegionCode>] = [:]
    for pair in policy.forbiddenPairs { forbidden[pair.donor, default: []].insert(pair.recipient) }
    let rules = offers.map(OfferRule.init)
    var starts = [0]
    var pairOffer: [Int] = []
    var pairProject: [Int] = []
    var affinities: [Double] = []
    for place in projects.indices {
      let project = projects[place]
      let recipient = recipients[project.recipient]
      let instruments = Set(project.record.instruments)
      var ofDonor = [Double?](repeating: nil, count: donors.count)
      for (offer, rule) in zip(offers.indices, rules)
      where rule.accepts(project, of: recipient, instruments: instruments)
        && !(forbidden[offers[offer].record.donor]?.contains(recipient) ?? false)
      {
        let donor = offers[offer].donor
        let suits =
          ofDonor[donor]
          ?? donorAffinity(
            of: donors[donor], with: project, recipient: recipient, ties: ties, policy: policy)
        ofDonor[donor] = suits
        pairOffer.append(offer)
        pairProject.append(place)
        affinities.append(suits)
      }
      starts.append(pairOffer.count)
    }
    self.starts = starts
    offer = pairOffer
    project = pairProject
    affinity = affinities
    value = zip(pairProject, affinities).map { projects[$0].quality * $1 }
  }

  /// The same pairs where `projects` have other qualities.
  func valued(by projects: [Project]) -> EligiblePairs {
    var copy = self
    copy.value = zip(project, affinity).map { projects[$0].quality * $1 }
    return copy
  }

  /// The pairs of donor and recipient with at least one eligible pair, in order.
  func openPairs(offers: [MoneyOffer], projects: [Project]) -> [DonorRecipient] {
    Set(
      indices.map {
        DonorRecipient(donor: offers[offer[$0]].donor, recipient: projects[project[$0]].recipient)
      }
    ).sorted()
  }
}

/// What an offer asks of a proposal, its lists as sets.
private struct OfferRule {
  let offer: MoneyOffer
  let sectors: Set<Sector>
  let recipients: Set<RegionCode>

  init(_ offer: MoneyOffer) {
    self.offer = offer
    sectors = Set(offer.record.sectors)
    recipients = Set(offer.record.recipients)
  }

  func accepts(_ project: Project, of recipient: RegionCode, instruments: Set<Instrument>) -> Bool {
    guard instruments.isEmpty || instruments.contains(offer.record.instrument) else { return false }
    guard sectors.isEmpty || sectors.contains(project.record.sector) else { return false }
    guard recipients.isEmpty || recipients.contains(recipient) else { return false }
    guard offer.record.donor != recipient else { return false }
    return zip(project.draw, offer.budget).allSatisfy { $0 == 0 || $1 > 0 }
  }
}

extension Round {
  /// `Σ v·x` of money by place in `eligible`.
  public func benefit(of money: [Double]) -> Double {
    zip(eligible.value, money).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The donor and the recipient between whom the money of an eligible pair flows.
  public func partners(ofPair pair: Int) -> DonorRecipient {
    DonorRecipient(
      donor: offers[eligible.offer[pair]].donor,
      recipient: projects[eligible.project[pair]].recipient)
  }
}
