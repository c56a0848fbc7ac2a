import Records

/// `plans.json`: the answer to a round. Money is in M; lists stand in rank order.
public struct PlansDocument: Hashable, Sendable, Codable {
  /// What this version writes in `format`.
  public static let currentFormat = "jetb.plans/1"

  public var format = currentFormat
  public var round: String
  public var title: String
  public var currency: String
  /// How many (offer, proposal) pairs may carry money.
  public var eligiblePairs: Int
  /// The most benefit that the hard rules allow, without any bond or fairness.
  public var benefitOnly: Double?
  /// The id of the recommended plan; nil with a conflict.
  public var recommended: String?
  public var plans: [Plan]
  /// Which weights of the policy move anything.
  public var weights: [WeightEffect] = []
  public var conflict: Conflict?
  public var problems: [LocatedProblem]

  public init(
    round: String, title: String, currency: String, eligiblePairs: Int, benefitOnly: Double?,
    recommended: String?, plans: [Plan], conflict: Conflict?, problems: [LocatedProblem]
  ) {
    self.round = round
    self.title = title
    self.currency = currency
    self.eligiblePairs = eligiblePairs
    self.benefitOnly = benefitOnly
    self.recommended = recommended
    self.plans = plans
    self.conflict = conflict
    self.problems = problems
  }

  enum CodingKeys: String, CodingKey {
    case format, round, title, currency, recommended, plans, weights, conflict, problems
    case eligiblePairs = "eligible_pairs"
    case benefitOnly = "benefit_only"
  }

  /// Every key is always there, with `null` where there is nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(format, forKey: .format)
    try container.encode(round, forKey: .round)
    try container.encode(title, forKey: .title)
    try container.encode(currency, forKey: .currency)
    try container.encode(eligiblePairs, forKey: .eligiblePairs)
    try container.encode(benefitOnly, forKey: .benefitOnly)
    try container.encode(recommended, forKey: .recommended)
    try container.encode(plans, forKey: .plans)
    try container.encode(weights, forKey: .weights)
    try container.encode(conflict, forKey: .conflict)
    try container.encode(problems, forKey: .problems)
  }
}

/// A problem as programs read it in `plans.json` and `status.json`.
public struct LocatedProblem: Hashable, Sendable, Codable {
  public var file: String
  public var at: String
  public var severity: Problem.Severity
  public var kind: String
  public var message: Bilingual
  public var found: String?
  public var allowed: String?
  public var suggestion: String?
  /// Further places with the same cause: `proposals.csv C15`.
  public var others: [String]

  public init(
    file: String, at: String, severity: Problem.Severity, kind: String, message: Bilingual,
    found: String?, allowed: String?, suggestion: String?, others: [String]
  ) {
    self.file = file
    self.at = at
    self.severity = severity
    self.kind = kind
    self.message = message
    self.found = found
    self.allowed = allowed
    self.suggestion = suggestion
    self.others = others
  }

  public init(_ problem: Problem) {
    file = problem.origin.file
    at = problem.origin.at
    severity = problem.severity
    kind = problem.kind
    message = problem.message
    found = problem.found
    allowed = problem.allowed
    suggestion = problem.suggestion
    others = problem.others.map { $0.at.isEmpty ? $0.file : "\($0.file) \($0.at)" }
  }

  /// Every key is always there, with `null` where there is nothing to say.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(at, forKey: .at)
    try container.encode(severity, forKey: .severity)
    try container.encode(kind, forKey: .kind)
    try container.encode(message, forKey: .message)
    try container.encode(found, forKey: .found)
    try container.encode(allowed, forKey: .allowed)
    try container.encode(suggestion, forKey: .suggestion)
    try container.encode(others, forKey: .others)
  }
}
