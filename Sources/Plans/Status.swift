import Records

/// `status.json` of a round: every file with its state, problems and what was published last.
public struct RoundStatus: Hashable, Sendable, Codable {
  public struct File: Hashable, Sendable, Codable {
    public var name: String
    public var hash: ContentHash?
    public var state: FileState
    /// ISO 8601, UTC: when the file came into this state.
    public var since: String
    /// Why it is in this state, where the state does not say it all.
    public var reason: Bilingual?

    public init(
      name: String, hash: ContentHash?, state: FileState, since: String, reason: Bilingual?
    ) {
      self.name = name
      self.hash = hash
      self.state = state
      self.since = since
      self.reason = reason
    }
  }

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
  public var state: State
  public var reason: Bilingual?
  /// ISO 8601, UTC.
  public var updated: String
  /// The run that `latest` names.
  public var run: String?
  public var progress: RunProgress?
  public var files: [File]
  public var lastGood: [InputsDocument.LastGood]
  public var conflict: Conflict?
  public var problems: [LocatedProblem]

  public init(
    round: String, state: State, reason: Bilingual? = nil, updated: String, run: String? = nil,
    progress: RunProgress? = nil, files: [File] = [], lastGood: [InputsDocument.LastGood] = [],
    conflict: Conflict? = nil, problems: [LocatedProblem] = []
  ) {
    self.round = round
    self.state = state
    self.reason = reason
    self.updated = updated
    self.run = run
    self.progress = progress
    self.files = files
    self.lastGood = lastGood
    self.conflict = conflict
    self.problems = problems
  }

  enum CodingKeys: String, CodingKey {
    case format, round, state, reason, updated, run, progress, files, conflict, problems
    case lastGood = "last_good"
  }
}
