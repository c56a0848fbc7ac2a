import Records

/// `status.json` of a round: every file with its state, problems, runs and what was published last.
public struct RoundStatus: Hashable, Sendable, Codable {
  public enum State: String, Hashable, Sendable, Codable {
    /// Files are still changing.
    case settling
    case planning
    /// The published plan is that of the folder as it is.
    case current
    /// The published plan stands although the folder could not be planned; `reason` says why.
    case stale
    /// Nothing was published yet; `reason` says why.
    case waiting
  }

  public var format = "jetb.status/1"
  public var round: String
  /// Of the round as it was read last; nil where it never gave one to plan.
  public var headline: Headline?
  public var state: State
  public var reason: Bilingual?
  /// Whether a service watches the round; false since it was stopped.
  public var watched: Bool
  /// ISO 8601, UTC.
  public var updated: String
  /// The run that `latest` names.
  public var run: String?
  /// Of the run under way; nil where there is none.
  public var progress: Progress?
  public var failure: Failure?
  public var files: [File]
  public var lastGood: [LastGood]
  public var conflict: Conflict?
  public var problems: [ProblemCause]
  /// How attempts ended, the newest first; the oldest are left out.
  public var history: [Ended]

  public init(
    round: String, headline: Headline? = nil, state: State, reason: Bilingual? = nil,
    watched: Bool = true, updated: String, run: String? = nil, progress: Progress? = nil,
    failure: Failure? = nil, files: [File] = [], lastGood: [LastGood] = [],
    conflict: Conflict? = nil, problems: [ProblemCause] = [], history: [Ended] = []
  ) {
    self.round = round
    self.headline = headline
    self.state = state
    self.reason = reason
    self.watched = watched
    self.updated = updated
    self.run = run
    self.progress = progress
    self.failure = failure
    self.files = files
    self.lastGood = lastGood
    self.conflict = conflict
    self.problems = problems
    self.history = history
  }

  enum CodingKeys: String, CodingKey {
    case format, round, headline, state, reason, watched, updated, run, progress, failure, files
    case conflict, problems, history
    case lastGood = "last_good"
  }

  /// How many places have something of `severity`.
  public func count(_ severity: Problem.Severity) -> Int {
    problems.lazy.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
  }
}
