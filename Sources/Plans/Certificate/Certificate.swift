import Records

/// `certificate.json`: what proves the plans of a run to someone who trusts none of this program.
///
/// Each stage shows how good it could be at best (the multipliers of its program's rows, from which anyone can compute a bound
/// over all eligible pairs) and that so much was reached (a point that keeps every row). Numbers have all their digits.
public struct Certificate: Hashable, Sendable, Codable {
  public static let currentFormat = "jetb.certificate/1"

  public var format = currentFormat
  public var round: String
  /// Of the most benefit that the hard rules allow; nil where that is not known.
  public var benefitOnly: StageProof?
  /// In the order of the plans' ranks.
  public var plans: [PlanProof]

  public init(round: String, benefitOnly: StageProof? = nil, plans: [PlanProof]) {
    self.round = round
    self.benefitOnly = benefitOnly
    self.plans = plans
  }

  enum CodingKeys: String, CodingKey {
    case format, round, plans
    case benefitOnly = "benefit_only"
  }
}

/// The proof of one plan.
public struct PlanProof: Hashable, Sendable, Codable {
  /// The plan's id.
  public var plan: String
  /// The plan whose stages this one keeps before its own: plan A for an alternative; nil for others.
  public var after: String?
  /// In the order in which they were solved. A stopped plan has those that it finished.
  public var stages: [StageProof]
  /// The point whose money, rounded down to whole units of the currency, is the plan.
  public var selected: CertifiedPoint

  public init(plan: String, after: String? = nil, stages: [StageProof], selected: CertifiedPoint) {
    self.plan = plan
    self.after = after
    self.stages = stages
    self.selected = selected
  }
}

/// What one stage reached, and why no plan that keeps the stages before it can do better.
public struct StageProof: Hashable, Sendable, Codable {
  /// What is solved: the stages of a profile, and what makes an alternative differ.
  public enum Kind: String, Hashable, Sendable, Codable {
    case reciprocity, fairness, benefit, continuity, focus, integer, difference
    case coDesign = "co-design"
  }

  public var stage: Kind
  /// Whether it came to its end; one that a limit ended has the value and the bound of where it stood.
  public var finished = true
  /// The stage's programs in their order: one for each round of fairness, then benefit once more after continuity and focus.
  public var programs: [ProvenProgram]
  /// Reaches the stage's value; keeps every row.
  public var point: CertifiedPoint
  /// Focus: the pairs that it leaves out.
  public var closed: [Pair]?
  /// Difference: how heavily each pair counts that was used before; others do not.
  public var uses: [Pair]?
  /// Difference: the share of plan A's benefit that may be given up.
  public var within: Double?
  /// Difference with integer rules, where the least rests on a search: the most money by `uses` that is left.
  public var most: Double?
  /// Integer rules: the share by which what earlier stages keep is loosened. That no less would do rests on the search.
  public var loosened: Double?
  /// What was chosen; what comes after keeps it.
  public var choices: [Choice]?

  public init(stage: Kind, programs: [ProvenProgram] = [], point: CertifiedPoint = CertifiedPoint())
  {
    self.stage = stage
    self.programs = programs
    self.point = point
  }

  /// A yes or no of the integer rules: whether a pair is used, a proposal funded, or a ticket given.
  public struct Choice: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
      case pair, proposal, ticket
    }

    public var choice: Kind
    public var donor: RegionCode?
    public var recipient: RegionCode?
    public var offer: OfferID?
    public var proposal: ProposalID?
    public var isOn: Bool

    public init(
      donor: RegionCode? = nil, recipient: RegionCode? = nil, offer: OfferID? = nil,
      proposal: ProposalID? = nil, isOn: Bool
    ) {
      choice = offer != nil ? .ticket : proposal != nil ? .proposal : .pair
      self.donor = donor
      self.recipient = recipient
      self.offer = offer
      self.proposal = proposal
      self.isOn = isOn
    }

    enum CodingKeys: String, CodingKey {
      case choice, donor, recipient, offer, proposal
      case isOn = "on"
    }
  }

  /// A donor and a recipient, with how heavily they count.
  public struct Pair: Hashable, Sendable, Codable {
    public var donor: RegionCode
    public var recipient: RegionCode
    public var weight: Double?

    public init(donor: RegionCode, recipient: RegionCode, weight: Double? = nil) {
      self.donor = donor
      self.recipient = recipient
      self.weight = weight
    }
  }
}

/// One linear program: its value, and the multipliers that bound it.
public struct ProvenProgram: Hashable, Sendable, Codable {
  /// What is maximised or minimised.
  public enum Objective: String, Hashable, Sendable, Codable {
    /// `min Σ u`: bond targets missed, in M.
    case shortfall
    /// `max t`: the level of all groups that are not fixed yet.
    case level
    /// `max Σ v·x`.
    case benefit
    /// `min Σ |Y - Yprev|`, in M.
    case deviation
    /// `min Σ use·Y`, in M.
    case difference
    /// `max Σ s`: months of shared work.
    case sharedMonths = "shared-months"

    public var isMaximum: Bool {
      switch self {
      case .level, .benefit, .sharedMonths: true
      case .shortfall, .deviation, .difference: false
      }
    }
  }

  public var objective: Objective
  public var value: Double
  /// No point that keeps the rows is better than this.
  public var bound: Double
  /// A round of fairness: the groups whose level it fixes.
  public var fixes: [String]?
  /// Those that are not 0, by row.
  public var multipliers: [Multiplier]

  public init(
    objective: Objective, value: Double, bound: Double, fixes: [String]? = nil,
    multipliers: [Multiplier]
  ) {
    self.objective = objective
    self.value = value
    self.bound = bound
    self.fixes = fixes
    self.multipliers = multipliers
  }

  /// `|bound - value| / max(1, |bound|)`.
  public var gap: Double { abs(bound - value) / max(1, abs(bound)) }

  /// The largest gap of a stage that counts as optimal.
  public static let allowedGap = 1e-6
}

/// The change of a program's value per unit of a row's right side.
public struct Multiplier: Hashable, Sendable {
  public var row: CertifiedRow
  public var value: Double

  public init(_ row: CertifiedRow, _ value: Double) {
    self.row = row
    self.value = value
  }
}

/// In JSON the row's parts stand beside the multiplier.
extension Multiplier: Codable {
  private enum CodingKeys: String, CodingKey {
    case multiplier
  }

  public init(from decoder: any Decoder) throws {
    row = try CertifiedRow(from: decoder)
    value = try decoder.container(keyedBy: CodingKeys.self).decode(Double.self, forKey: .multiplier)
  }

  public func encode(to encoder: any Encoder) throws {
    try row.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .multiplier)
  }
}

/// Money and months: `x[o,p]` in M and `e[j,p]` in person-months, by offer and proposal; those that are 0 are missing.
public struct CertifiedPoint: Hashable, Sendable, Codable {
  public var money: [OfferID: [ProposalID: Double]]
  public var months: [OfferID: [ProposalID: Double]]

  public init(
    money: [OfferID: [ProposalID: Double]] = [:], months: [OfferID: [ProposalID: Double]] = [:]
  ) {
    self.money = money
    self.months = months
  }
}

extension StageProof.Kind {
  /// As the stage of a profile is proven.
  public init(_ stage: StageName) {
    switch stage {
    case .reciprocity: self = .reciprocity
    case .fairness: self = .fairness
    case .benefit: self = .benefit
    case .continuity: self = .continuity
    case .focus: self = .focus
    case .integer: self = .integer
    case .coDesign: self = .coDesign
    }
  }
}
