import Records

/// The figures by which plans are compared, of the published amounts.
public struct Scorecard: Hashable, Sendable {
  public var benefit: Double
  /// M.
  public var invested: Double
  /// What the money brings, by indicator.
  public var indicators: [Indicator: Double]
  public var reciprocityMet: Double
  public var lowestLevel: Double
  public var meanLevel: Double
  public var gini: Double
  public var largestPairShare: Double
  public var pairings: Int
  public var personMonths: Double
  /// Distance to plan A: the share of money on other pairs.
  public var distance: Double

  public init(
    benefit: Double, invested: Double, indicators: [Indicator: Double], reciprocityMet: Double,
    lowestLevel: Double, meanLevel: Double, gini: Double, largestPairShare: Double, pairings: Int,
    personMonths: Double, distance: Double
  ) {
    self.benefit = benefit
    self.invested = invested
    self.indicators = indicators
    self.reciprocityMet = reciprocityMet
    self.lowestLevel = lowestLevel
    self.meanLevel = meanLevel
    self.gini = gini
    self.largestPairShare = largestPairShare
    self.pairings = pairings
    self.personMonths = personMonths
    self.distance = distance
  }

  /// The figure in a column of `rank_weights`; nil for a name that is none.
  public subscript(column: String) -> Double? {
    switch column {
    case "benefit": benefit
    case "invested": invested
    case "reciprocity_met": reciprocityMet
    case "lowest_level": lowestLevel
    case "mean_level": meanLevel
    case "gini": gini
    case "largest_pair_share": largestPairShare
    case "pairings": Double(pairings)
    case "person_months": personMonths
    case "distance": distance
    default: indicators[Indicator(column)]
    }
  }
}

/// In JSON the indicators stand among the fixed columns: `{"benefit": …, "jobs": …}`.
extension Scorecard: Codable {
  private static let fixed: Set<String> = [
    "benefit", "invested", "reciprocity_met", "lowest_level", "mean_level", "gini",
    "largest_pair_share", "pairings", "person_months", "distance",
  ]

  public init(from decoder: any Decoder) throws {
    var figures = try decoder.singleValueContainer().decode([String: Double].self)
    func take(_ column: String) throws -> Double {
      guard let value = figures.removeValue(forKey: column) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "scorecard without \(column)"))
      }
      return value
    }
    benefit = try take("benefit")
    invested = try take("invested")
    reciprocityMet = try take("reciprocity_met")
    lowestLevel = try take("lowest_level")
    meanLevel = try take("mean_level")
    gini = try take("gini")
    largestPairShare = try take("largest_pair_share")
    let count = try take("pairings")
    guard let whole = Int(exactly: count) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(count) pairings"))
    }
    pairings = whole
    personMonths = try take("person_months")
    distance = try take("distance")
    indicators = Dictionary(uniqueKeysWithValues: figures.map { (Indicator($0.key), $0.value) })
  }

  public func encode(to encoder: any Encoder) throws {
    var figures: [String: Double] = [:]
    for (indicator, value) in indicators { figures[indicator.text] = value }
    for column in Scorecard.fixed { figures[column] = self[column] }
    try figures.encode(to: encoder)
  }
}
