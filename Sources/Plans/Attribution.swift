import Records

/// Which input changed the plan: the older run's records planned again with each change alone.
public struct Attribution: Hashable, Sendable, Codable {
  /// How planning again ended.
  public enum Outcome: String, Hashable, Sendable, Codable {
    case planned, conflict
    /// The solver found no answer.
    case failed
  }

  /// What one change does alone.
  public struct Alone: Hashable, Sendable, Codable {
    /// Its place in the list of changes, from 0.
    public var change: Int
    public var outcome: Outcome
    /// nil where there are no two plans to compare.
    public var shift: PlanShift?

    public init(change: Int, outcome: Outcome, shift: PlanShift?) {
      self.change = change
      self.outcome = outcome
      self.shift = shift
    }
  }

  /// In the order of the changes.
  public var alone: [Alone]
  /// How many changes that count were not tried alone.
  public var notTried: Int
  /// All changes at once; nil where one of the two has no plan.
  public var together: PlanShift?
  /// What all do at once beyond the sum of what each that was tried does alone; nil where that is not known of one of them.
  public var leftOver: PlanFigures?
  /// Whether planning the older run's records again gives its own plan: another version of the program may not.
  public var isReproduced: Bool

  public init(
    alone: [Alone], notTried: Int, together: PlanShift?, leftOver: PlanFigures?, isReproduced: Bool
  ) {
    self.alone = alone
    self.notTried = notTried
    self.together = together
    self.leftOver = leftOver
    self.isReproduced = isReproduced
  }

  enum CodingKeys: String, CodingKey {
    case alone, together
    case notTried = "not_tried"
    case leftOver = "left_over"
    case isReproduced = "is_reproduced"
  }
}

/// How far a recommended plan moved.
public struct PlanShift: Hashable, Sendable, Codable {
  public var figures: PlanFigures
  /// Pairings that came, went, grew or shrank.
  public var pairings: [PairingChange.Step: Int]
  /// The profile recommended now, where it is another one.
  public var profile: String?
  /// Whether benefit is counted in another unit: one M of average yield is not what it was.
  public var unitChanges: Bool

  public init(
    figures: PlanFigures, pairings: [PairingChange.Step: Int], profile: String?, unitChanges: Bool
  ) {
    self.figures = figures
    self.pairings = pairings
    self.profile = profile
    self.unitChanges = unitChanges
  }

  enum CodingKeys: String, CodingKey {
    case figures, pairings, profile
    case unitChanges = "unit_changes"
  }

  /// Whether it moved at all.
  public var isNothing: Bool { figures.isNothing && pairings.isEmpty && profile == nil }
}

/// Changes of a plan's figures.
public struct PlanFigures: Hashable, Sendable, Codable {
  /// In M of average yield.
  public var benefit: Double
  /// M.
  public var invested: Double
  public var indicators: [Indicator: Double]
  /// Of shares, in points: 0.02 is two hundredths more.
  public var lowestLevel: Double
  public var reciprocityMet: Double

  enum CodingKeys: String, CodingKey {
    case benefit, invested, indicators
    case lowestLevel = "lowest_level"
    case reciprocityMet = "reciprocity_met"
  }

  /// From one scorecard to another; differences below what planning itself leaves open are 0.
  public init(from older: Scorecard, to newer: Scorecard) {
    func change(_ older: Double, _ newer: Double) -> Double {
      let change = newer - older
      return abs(change) <= 1e-7 * max(1, abs(older), abs(newer)) ? 0 : change
    }
    benefit = change(older.benefit, newer.benefit)
    invested = change(older.invested, newer.invested)
    indicators = Dictionary(
      uniqueKeysWithValues: Set(older.indicators.keys).union(newer.indicators.keys).map {
        ($0, change(older.indicators[$0] ?? 0, newer.indicators[$0] ?? 0))
      })
    lowestLevel = change(older.lowestLevel, newer.lowestLevel)
    reciprocityMet = change(older.reciprocityMet, newer.reciprocityMet)
  }

  public var isNothing: Bool {
    benefit == 0 && invested == 0 && lowestLevel == 0 && reciprocityMet == 0
      && indicators.values.allSatisfy { $0 == 0 }
  }

  /// What `self` is beyond `other`.
  public static func - (left: PlanFigures, right: PlanFigures) -> PlanFigures {
    func rest(_ left: Double, _ right: Double) -> Double {
      let rest = left - right
      return abs(rest) <= 1e-7 * max(1, abs(left), abs(right)) ? 0 : rest
    }
    var figures = left
    figures.benefit = rest(left.benefit, right.benefit)
    figures.invested = rest(left.invested, right.invested)
    for (indicator, value) in right.indicators {
      figures.indicators[indicator] = rest(left.indicators[indicator] ?? 0, value)
    }
    figures.lowestLevel = rest(left.lowestLevel, right.lowestLevel)
    figures.reciprocityMet = rest(left.reciprocityMet, right.reciprocityMet)
    return figures
  }
}
