import Plans
import Records
import Round

/// A round as the rows of the full program see it: places by name, upper bounds, limits.
struct RoundIndex: Sendable {
  let round: Round
  let offers: [OfferID: Int]
  let experts: [OfferID: Int]
  let projects: [ProposalID: Int]
  let donors: [RegionCode: Int]
  let recipients: [RegionCode: Int]
  let groups: [String: Int]
  let years: [Int: Int]
  /// Eligible pairs by offer and project.
  private let pairs: [Place: Int]
  /// By eligible pair: `min(N, co-investment, B/f, own limit)`.
  let ceilings: [Double]
  /// By recipient: the share that one of its sectors may have, 1 where the rule is off.
  let sectorShares: [Double]
  /// The amounts of fixed pairs.
  let fixed: [DonorRecipient: Double]
  /// The targets of bonds that some offer can honour.
  let targets: [DonorRecipient: Double]
  /// The plan that continuity keeps to: `Yprev` of pairs that can carry money, and the sum over the others.
  let before: [DonorRecipient: Double]
  let lost: Double
  /// Whether there is such a plan.
  let continues: Bool
  let open: Set<DonorRecipient>
  let expertise: [(expert: Int, project: Int, pair: DonorRecipient)]

  private struct Place: Hashable, Sendable {
    var offer: Int
    var project: Int
  }

  init(_ round: Round, continuing earlier: EarlierPlan?) {
    func places<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
      Dictionary(zip(names, names.indices)) { first, _ in first }
    }
    self.round = round
    offers = places(round.offers.map(\.id))
    experts = places(round.experts.map(\.id))
    projects = places(round.projects.map(\.id))
    donors = places(round.donors.map(\.code))
    recipients = places(round.recipients.map(\.code))
    groups = places(round.groups.map(\.name))
    years = places(round.years)
    let eligible = round.eligible
    pairs = Dictionary(
      eligible.indices.map {
        (Place(offer: eligible.offer[$0], project: eligible.project[$0]), $0)
      }, uniquingKeysWith: { first, _ in first })
    ceilings = eligible.indices.map { round.ceiling(ofPair: $0) }
    sectorShares = round.recipients.map { round.sectorShare(of: $0) }
    fixed = Dictionary(
      round.fixedPairs.compactMap { rule in rule.pair.map { ($0, rule.record.amount - rule.slack) }
      },
      uniquingKeysWith: max)
    targets = Dictionary(
      round.bonds.compactMap { bond in
        bond.pair.flatMap { bond.target > 0 ? ($0, bond.target) : nil }
      }, uniquingKeysWith: max)
    open = Set(round.openPairs)
    expertise = round.expertiseEntries
    var before: [DonorRecipient: Double] = [:]
    var lost = 0.0
    for entry in earlier?.pairings ?? [] {
      if let donor = donors[entry.donor], let recipient = recipients[entry.recipient],
        open.contains(DonorRecipient(donor: donor, recipient: recipient))
      {
        before[DonorRecipient(donor: donor, recipient: recipient), default: 0] += entry.amount
      } else {
        lost += entry.amount
      }
    }
    self.before = before
    self.lost = lost
    continues = earlier != nil
  }

  func pair(_ offer: OfferID, _ proposal: ProposalID) -> Int? {
    guard let offer = offers[offer], let project = projects[proposal] else { return nil }
    return pairs[Place(offer: offer, project: project)]
  }

  func partners(_ donor: RegionCode?, _ recipient: RegionCode?) -> DonorRecipient? {
    guard let donor = donor.flatMap({ donors[$0] }),
      let recipient = recipient.flatMap({ recipients[$0] })
    else { return nil }
    let pair = DonorRecipient(donor: donor, recipient: recipient)
    return open.contains(pair) ? pair : nil
  }

  /// `Σ ub(x)` by pair of donor and recipient; more than a sum in floating point can be off by is added.
  func roomOfPairs() -> [DonorRecipient: Double] {
    let sums = round.eligible.indices.reduce(into: [DonorRecipient: Double]()) { room, pair in
      room[round.partners(ofPair: pair), default: 0] += ceilings[pair]
    }
    return sums.mapValues { $0 * (1 + 1e-9) }
  }

  /// `Σ B[o]`.
  var money: Double { round.offers.reduce(0) { $0 + $1.total } }
}

extension Round {
  /// `CN-GD → CN-SX`.
  func name(_ pair: DonorRecipient) -> String {
    "\(donors[pair.donor].code) → \(recipients[pair.recipient].code)"
  }

  fileprivate func ceiling(ofPair pair: Int) -> Double {
    let project = projects[eligible.project[pair]]
    let offer = offers[eligible.offer[pair]]
    var ceiling = project.need
    if let limit = project.donorLimit(policy) { ceiling = min(ceiling, limit) }
    if let limit = offer.ownLimit { ceiling = min(ceiling, limit) }
    for (share, budget) in zip(project.draw, offer.budget) where share > 0 {
      // A quotient may be rounded down: one step more is never too little.
      ceiling = min(ceiling, (budget / share).nextUp)
    }
    return ceiling
  }

  /// `max(max_sector_share, 1/n_r)`.
  fileprivate func sectorShare(of recipient: Recipient) -> Double {
    guard policy.maxSectorShare < 1 else { return 1 }
    let open = recipient.projects.filter { !eligible.pairs(ofProject: $0).isEmpty }
    let sectors = Set(open.map { projects[$0].record.sector })
    return max(policy.maxSectorShare, 1 / Double(max(1, sectors.count)))
  }
}
