/// What the round's planners decided: the rules of formats.md's policy table, with its defaults.
public struct Policy: Hashable, Sendable {
  public enum Language: String, Hashable, Sendable, Codable { case en, zh, both }
  public enum FairnessLevel: String, Hashable, Sendable, Codable { case region, community }

  /// The unit of a bare number of money.
  public enum MoneyUnit: String, Hashable, Sendable, CaseIterable {
    case millions = "M"
    case wan = "万"
    case yi = "亿"
    case thousands = "k"
    case billions = "bn"
  }

  public var title: String?
  /// ISO 4217.
  public var currency = "CNY"
  /// nil: not stated; a bare number is then in M, but under a Chinese header it is asked for.
  public var moneyUnit: MoneyUnit?
  public var language = Language.both
  /// nil: from the years of the offers, else of the proposals.
  public var years: ClosedRange<Int>?

  public var profile = "bond-first"
  /// Profiles of the round's own, by name.
  public var profiles: [String: [StageRequest]] = [:]
  /// The profile in force, written out; it goes before `profile`.
  public var stages: [StageRequest]?

  /// Weights of the indicators; empty means equal weights over `Indicator.usual` as far as present.
  public var weights: [Indicator: Double] = [:]
  public var bondBonus = 0.2
  public var alignmentBonus = 0.1
  public var pairingBonus = 0.1

  public var reciprocityShare = 0.3
  public var fairnessMeasure = "need_weight"
  public var fairnessLevel = FairnessLevel.region
  public var fairnessTolerance = 0.02

  /// The largest share of a need that one donor may give, 1 sets no limit …
  public var maxDonorShare = 1.0
  /// … for needs of at least this many M.
  public var coInvestmentAbove = 0.0
  public var maxRecipientShare = 1.0
  public var maxSectorShare = 1.0

  public var fixedPairs: [FixedPair] = []
  public var forbiddenPairs: [ForbiddenPair] = []

  public var maxRecipientsPerDonor: Int?
  public var maxDonorsPerRecipient: Int?
  public var minPairing: Double?
  public var continuityWithin: Double?
  public var focusWithin: Double?
  public var focusSmall: Double?

  public var monthsPerM = 0.05
  public var alternativesWithin = 0.03
  public var alternativesCount = 4
  public var stabilityDraws: Int?
  public var stabilitySpread = 0.2
  /// By scorecard column; a negative weight counts a column down.
  public var rankWeights: [String: Double] = Policy.usualRankWeights

  /// Where each setting was written, by its dotted name (`reciprocity.share`); nothing for defaults.
  public var origins: [String: Origin] = [:]

  public init() {}

  public static let usualRankWeights: [String: Double] = [
    "benefit": 4, "lowest_level": 2, "reciprocity_met": 2, "mean_level": 1, "gini": 1,
  ]
}

/// One stage of a profile, by name, with the share of its value that later stages must leave.
public struct StageRequest: Hashable, Sendable, Codable {
  public var stage: StageName
  /// nil: as much as the formulation keeps by default.
  public var keep: Double?

  public init(_ stage: StageName, keep: Double? = nil) {
    self.stage = stage
    self.keep = keep
  }
}

/// The stages of a plan.
public enum StageName: String, Hashable, Sendable, Codable {
  case reciprocity, fairness, benefit, continuity, focus
  case coDesign = "co-design"
  /// The integer rules, which follow the other stages that move money wherever a round has any.
  case integer

  /// Those that a profile can name.
  public static let requestable: [StageName] = [
    .reciprocity, .fairness, .benefit, .continuity, .focus, .coDesign,
  ]
}

/// A pair that the policy fixes: the donor gives the recipient at least `amount` M.
public struct FixedPair: Hashable, Sendable {
  public var donor: RegionCode
  public var recipient: RegionCode
  public var amount: Double
  public var origin: Origin

  public init(donor: RegionCode, recipient: RegionCode, amount: Double, origin: Origin) {
    self.donor = donor
    self.recipient = recipient
    self.amount = amount
    self.origin = origin
  }
}

/// A pair that the policy forbids.
public struct ForbiddenPair: Hashable, Sendable {
  public var donor: RegionCode
  public var recipient: RegionCode
  public var origin: Origin

  public init(donor: RegionCode, recipient: RegionCode, origin: Origin) {
    self.donor = donor
    self.recipient = recipient
    self.origin = origin
  }
}
