import Records

/// The data of one round: section 1 of the formulation, computed from its records.
///
/// Positions are plain integers into the arrays of this type (`donors`, `recipients`, `offers`, `experts`, `projects`,
/// `groups`); every array stands in the order of its names, so that a round does not depend on the order of files and rows.
public struct Round: Sendable {
  public internal(set) var records: RecordSet
  /// The years of the horizon, `T`.
  public let years: [Int]
  /// Everyone who offers money or expertise.
  public let donors: [Donor]
  /// Everyone with a proposal that is in.
  public let recipients: [Recipient]
  /// `O`.
  public let offers: [MoneyOffer]
  /// `X`.
  public let experts: [ExpertiseOffer]
  /// `P`: the proposals that are in.
  public internal(set) var projects: [Project]
  /// `E`, with the value of one M in each pair.
  public internal(set) var eligible: EligiblePairs
  /// Pairs of donor and recipient in which some offer may fund some proposal.
  public let openPairs: [DonorRecipient]
  /// The weights of the indicators, scaled to sum 1 over those with a norm above 0.
  public internal(set) var weights: [Indicator: Double]
  /// `norm[i]`: benefit per M over all proposals.
  public internal(set) var norms: [Indicator: Double]
  public let bonds: [Bond]
  /// The regions or communities among which fairness is kept.
  public internal(set) var groups: [FairnessGroup]
  /// Where a project counts for fairness: its place in `groups`, nil for one without an eligible pair.
  public internal(set) var groupOfProject: [Int?]
  public let fixedPairs: [FixedPairRule]

  public var policy: Policy { records.policy }

  /// `stability.draws`: unless the policy says otherwise 50 up to 20,000 eligible pairs, 10 beyond.
  public var stabilityDraws: Int { policy.stabilityDraws ?? (eligible.count <= 20_000 ? 50 : 10) }

  public init(_ records: RecordSet) {
    let policy = records.policy
    let years = Array(records.horizon)
    let donorCodes = Set(records.offers.map(\.donor)).sorted()
    let donorPlace = Dictionary(uniqueKeysWithValues: zip(donorCodes, donorCodes.indices))

    var offers: [MoneyOffer] = []
    var experts: [ExpertiseOffer] = []
    for record in records.offers {
      guard let donor = donorPlace[record.donor] else { continue }
      if record.instrument == .expertise {
        experts.append(ExpertiseOffer(record, donor: donor, years: years))
      } else {
        offers.append(MoneyOffer(record, donor: donor, years: years))
      }
    }

    let drawn = records.proposals.compactMap { record in
      drawProfile(of: record.draw, years: years).map { (record: record, draw: $0) }
    }
    let recipientCodes = Set(drawn.map(\.record.recipient)).sorted()
    let recipientPlace = Dictionary(
      uniqueKeysWithValues: zip(recipientCodes, recipientCodes.indices))
    let (weights, norms) = indicatorWeights(policy: policy, proposals: drawn.map(\.record))
    let projects = drawn.compactMap { proposal in
      recipientPlace[proposal.record.recipient].map { recipient in
        Project(
          proposal.record, recipient: recipient, draw: proposal.draw,
          quality: quality(of: proposal.record, weights: weights, norms: norms))
      }
    }

    let donors = donorCodes.indices.map { place in
      Donor(
        code: donorCodes[place], offers: offers.indices.filter { offers[$0].donor == place },
        money: offers.reduce(0) { $0 + ($1.donor == place ? $1.total : 0) },
        policyAreas: Set(
          records.offers.filter { $0.donor == donorCodes[place] }.flatMap(\.policyAreas)))
    }
    let ties = Ties(records.links)
    let eligible = EligiblePairs(
      offers: offers, projects: projects, donors: donors, recipients: recipientCodes, ties: ties,
      policy: policy)
    let openPairs = eligible.openPairs(offers: offers, projects: projects)

    self.records = records
    self.years = years
    self.donors = donors
    self.recipients = recipientCodes.indices.map { place in
      Recipient(
        code: recipientCodes[place],
        projects: projects.indices.filter { projects[$0].recipient == place })
    }
    self.offers = offers
    self.experts = experts
    self.projects = projects
    self.eligible = eligible
    self.openPairs = openPairs
    self.weights = weights
    self.norms = norms
    bonds = makeBonds(
      ties: ties, donors: donors, recipients: recipientPlace, openPairs: Set(openPairs),
      share: policy.reciprocityShare)
    (groups, groupOfProject) = fairnessGroups(
      records: records, recipients: recipientCodes, projects: projects, eligible: eligible,
      money: offers.reduce(0) { $0 + $1.total })
    fixedPairs = FixedPairRule.rules(
      policy.fixedPairs, donors: donorPlace, recipients: recipientPlace)
  }
}

/// A donor and a recipient by their places in the round.
public struct DonorRecipient: Hashable, Comparable, Sendable {
  public var donor: Int
  public var recipient: Int

  public init(donor: Int, recipient: Int) {
    self.donor = donor
    self.recipient = recipient
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.donor, left.recipient) < (right.donor, right.recipient)
  }
}
