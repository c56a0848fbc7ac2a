import Records

/// One way to pair the round's donors and recipients.
public struct Plan: Hashable, Sendable, Codable {
  public enum Status: String, Hashable, Sendable, Codable {
    /// Every stage's gap is at most 1e-6, that of integer rules at most 1e-4.
    case optimal
    /// Valid, but ended by a limit before the last stage, or before integer rules were searched to that gap.
    case stopped
  }

  public var id: String
  public var rank: Int
  public var profile: String
  public var score: Double
  public var status: Status
  public var stages: [StageValue]
  public var scorecard: Scorecard
  public var pairings: [Pairing]
  public var tickets: [Ticket]
  public var expertise: [ExpertiseTicket]
  /// Proposals that get less than their need, the least funded first.
  public var unfunded: [UnfundedProposal]
  /// Pairs with eligible proposals that carry no money, the nearest first.
  public var unusedPairs: [UnusedPair] = []
  /// What each limit is worth that the last benefit program stands at.
  public var prices: [Price] = []
  /// What it gives up against plan A, or plan A against the recommended plan; nil where there is nothing to compare.
  public var givesUp: Trade?
  /// An upper bound on the benefit of any plan that keeps the earlier stages.
  public var bound: Double?
  /// `|bound - value| / max(1, |bound|)` of the benefit stage.
  public var gap: Double?
  /// With integer rules `bound` and `gap` are those of their stage, which rest on the search; this one is proven by multipliers, for
  /// any plan that keeps the earlier stages whole. nil without integer rules.
  public var linearBound: Double?
  /// The benefit stage's value less the published plan's benefit: what whole units cost.
  public var rounding: Double?

  public init(
    id: String, rank: Int, profile: String, score: Double, status: Status, stages: [StageValue],
    scorecard: Scorecard, pairings: [Pairing], tickets: [Ticket], expertise: [ExpertiseTicket],
    unfunded: [UnfundedProposal],
    bound: Double?, gap: Double?, rounding: Double?
  ) {
    self.id = id
    self.rank = rank
    self.profile = profile
    self.score = score
    self.status = status
    self.stages = stages
    self.scorecard = scorecard
    self.pairings = pairings
    self.tickets = tickets
    self.expertise = expertise
    self.unfunded = unfunded
    self.bound = bound
    self.gap = gap
    self.rounding = rounding
  }

  enum CodingKeys: String, CodingKey {
    case id, rank, profile, score, status, stages, scorecard, pairings, tickets, expertise, unfunded
    case prices, bound, gap, rounding
    case unusedPairs = "unused_pairs"
    case givesUp = "gives_up"
    case linearBound = "lp_bound"
  }

  /// Every key is always there, with `null` where there is nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(rank, forKey: .rank)
    try container.encode(profile, forKey: .profile)
    try container.encode(score, forKey: .score)
    try container.encode(status, forKey: .status)
    try container.encode(stages, forKey: .stages)
    try container.encode(scorecard, forKey: .scorecard)
    try container.encode(pairings, forKey: .pairings)
    try container.encode(tickets, forKey: .tickets)
    try container.encode(expertise, forKey: .expertise)
    try container.encode(unfunded, forKey: .unfunded)
    try container.encode(unusedPairs, forKey: .unusedPairs)
    try container.encode(prices, forKey: .prices)
    try container.encode(givesUp, forKey: .givesUp)
    try container.encode(bound, forKey: .bound)
    try container.encode(gap, forKey: .gap)
    try container.encode(linearBound, forKey: .linearBound)
    try container.encode(rounding, forKey: .rounding)
  }
}

/// What one stage reached.
public struct StageValue: Hashable, Sendable, Codable {
  public var stage: StageName
  /// Benefit in M of average yield, co-design in person-months.
  public var value: Double?
  /// Reciprocity: bond targets that no plan can meet, in M.
  public var shortfall: Double?
  /// Reciprocity: the sum of the reachable bonds' targets, in M.
  public var target: Double?
  /// Reciprocity: the sum of the targets of bonds without any eligible pair, in M.
  public var unreachable: Double?
  /// Integer rules: the share by which what earlier stages keep had to be loosened, `t`.
  public var loosened: Double?
  /// Integer rules: no smaller share would do; it rests on the search.
  public var loosenedBound: Double?
  /// Integer rules: no choices that loosen no more reach more benefit; it rests on the search.
  public var bound: Double?
  /// Integer rules: what multipliers prove of the benefit of any plan that keeps the earlier stages whole.
  public var linearBound: Double?
  /// Fairness: the guaranteed share of its entitlement, by region or community.
  public var levels: [String: Double]?
  /// Fairness: entitlements in M, by region or community.
  public var entitlements: [String: Double]?
  /// Fairness: the rules that hold a region or community where it is, for each below level 1.
  public var heldBy: [String: [RuleName]]?
  /// The benefit that the same stages reach without this one, less the plan's.
  public var price: Double?

  public init(
    stage: StageName, value: Double? = nil, shortfall: Double? = nil, target: Double? = nil,
    unreachable: Double? = nil, loosened: Double? = nil, loosenedBound: Double? = nil,
    bound: Double? = nil, linearBound: Double? = nil, levels: [String: Double]? = nil,
    entitlements: [String: Double]? = nil, heldBy: [String: [RuleName]]? = nil,
    price: Double? = nil
  ) {
    self.stage = stage
    self.value = value
    self.loosened = loosened
    self.loosenedBound = loosenedBound
    self.bound = bound
    self.linearBound = linearBound
    self.shortfall = shortfall
    self.target = target
    self.unreachable = unreachable
    self.levels = levels
    self.entitlements = entitlements
    self.heldBy = heldBy
    self.price = price
  }

  enum CodingKeys: String, CodingKey {
    case stage, value, shortfall, target, unreachable, loosened, bound, levels, entitlements, price
    case loosenedBound = "loosened_bound"
    case linearBound = "lp_bound"
    case heldBy = "held_by"
  }

  /// Whether what the stage costs in benefit can be asked.
  public var canHavePrice: Bool {
    switch stage {
    case .reciprocity, .fairness, .continuity, .focus: true
    case .benefit, .coDesign, .integer: false
    }
  }

  /// A stage has the keys of its kind; those that have a price have it always, with `null` where it is not known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(stage, forKey: .stage)
    try container.encodeIfPresent(value, forKey: .value)
    try container.encodeIfPresent(shortfall, forKey: .shortfall)
    try container.encodeIfPresent(target, forKey: .target)
    try container.encodeIfPresent(unreachable, forKey: .unreachable)
    try container.encodeIfPresent(loosened, forKey: .loosened)
    try container.encodeIfPresent(loosenedBound, forKey: .loosenedBound)
    try container.encodeIfPresent(bound, forKey: .bound)
    if stage == .integer { try container.encode(linearBound, forKey: .linearBound) }
    try container.encodeIfPresent(levels, forKey: .levels)
    try container.encodeIfPresent(entitlements, forKey: .entitlements)
    try container.encodeIfPresent(heldBy, forKey: .heldBy)
    if canHavePrice { try container.encode(price, forKey: .price) }
  }
}
