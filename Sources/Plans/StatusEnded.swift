import Records

extension RoundStatus {
  /// How an attempt ended.
  public struct Ended: Hashable, Sendable, Codable {
    public enum Outcome: String, Hashable, Sendable, Codable {
      case planned, conflict, failed
      case noPlan = "no-plan"
    }

    /// ISO 8601, UTC.
    public var at: String
    public var outcome: Outcome
    /// With `planned`: the run's name.
    public var run: String?
    public var reason: Bilingual?
    /// Against the run that was in force; nil where it is not known.
    public var changes: Changes?
    /// Of the recommended plan.
    public var scorecard: Scorecard?
    /// What it did against the run that was in force; nil where there was none or that cannot be told.
    public var effect: RunEffect?
    /// How long it took; nil where it is not known.
    public var seconds: Int?

    public init(
      at: String, outcome: Outcome, run: String? = nil, reason: Bilingual? = nil,
      changes: Changes? = nil, scorecard: Scorecard? = nil, effect: RunEffect? = nil,
      seconds: Int? = nil
    ) {
      self.at = at
      self.outcome = outcome
      self.run = run
      self.reason = reason
      self.changes = changes
      self.scorecard = scorecard
      self.effect = effect
      self.seconds = seconds
    }

    /// What another version said of an effect is passed over: that there was a run, and when, is worth more.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      at = try values.decode(String.self, forKey: .at)
      outcome = try values.decode(Outcome.self, forKey: .outcome)
      run = try values.decodeIfPresent(String.self, forKey: .run)
      reason = try values.decodeIfPresent(Bilingual.self, forKey: .reason)
      changes = try values.decodeIfPresent(Changes.self, forKey: .changes)
      scorecard = try values.decodeIfPresent(Scorecard.self, forKey: .scorecard)
      effect = try? values.decodeIfPresent(RunEffect.self, forKey: .effect)
      seconds = try values.decodeIfPresent(Int.self, forKey: .seconds)
    }
  }
}
