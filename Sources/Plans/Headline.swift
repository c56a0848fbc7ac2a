/// What is said of a round before all else: how it is called, and what its plan reaches.
public struct Headline: Hashable, Sendable, Codable {
  public var title: String
  /// ISO 4217.
  public var currency: String
  /// The language that the round speaks: `en`, `zh` or `both`.
  public var language: String
  /// Of the recommended plan; nil where there is none.
  public var scorecard: Scorecard?

  public init(title: String, currency: String, language: String, scorecard: Scorecard?) {
    self.title = title
    self.currency = currency
    self.language = language
    self.scorecard = scorecard
  }
}
