import Records

/// `job.json` of a job folder: what the service hands to a worker. The inputs lie beside it as `inputs/HASH`.
///
/// The service never looks into a planner's bytes; it names them by their hash and moves them.
public struct Job: Hashable, Sendable, Codable {
  /// A file as it lay in the round's folder.
  public struct File: Hashable, Sendable, Codable {
    /// Relative to the round's folder, with `/`.
    public var name: String
    public var hash: ContentHash

    public init(name: String, hash: ContentHash) {
      self.name = name
      self.hash = hash
    }
  }

  public struct Limits: Hashable, Sendable, Codable {
    /// Seconds after which the worker stops solving and hands over the best valid plan it has.
    public var solveSeconds: Double?
    /// Bytes of address space that the worker allows itself.
    public var memoryBytes: Int?
    /// How large the planners' files may be; nil for the usual limits.
    public var inputs: InputLimits?

    public init(
      solveSeconds: Double? = nil, memoryBytes: Int? = nil, inputs: InputLimits? = nil
    ) {
      self.solveSeconds = solveSeconds
      self.memoryBytes = memoryBytes
      self.inputs = inputs
    }

    enum CodingKeys: String, CodingKey {
      case solveSeconds = "solve_seconds"
      case memoryBytes = "memory_bytes"
      case inputs
    }
  }

  public var format = "jetb.job/1"
  public var round: String
  public var files: [File]
  /// `inputs.json` of the run in force, if there is one; its versions lie in `inputs/` too.
  public var inForce: InputsDocument?
  /// The recommended plan of the run in force, which a round with continuity keeps to; nil where there is none.
  public var continues: EarlierPlan?
  /// The run in force, where its `plans.json` and all its inputs lie in the job: what changed since is told as well.
  public var since: String?
  public var limits: Limits
  /// The second try after a worker died: another way through the solver (other simplex, no warm start).
  public var secondTry: Bool

  public init(
    round: String, files: [File], inForce: InputsDocument? = nil, continues: EarlierPlan? = nil,
    since: String? = nil, limits: Limits = Limits(), secondTry: Bool = false
  ) {
    self.round = round
    self.files = files
    self.inForce = inForce
    self.continues = continues
    self.since = since
    self.limits = limits
    self.secondTry = secondTry
  }

  enum CodingKeys: String, CodingKey {
    case format, round, files, continues, since, limits
    case inForce = "in_force"
    case secondTry = "second_try"
  }

  /// The names inside a job folder.
  public enum Name {
    public static let job = "job.json"
    public static let inputs = "inputs"
    /// The finished run folder's files; without a plan only the reviewed workbooks.
    public static let run = "run"
    /// In the run folder: the reviewed workbooks of files with a problem.
    public static let reviewed = "reviewed"
    /// A `RoundOutcome`, written last but for the reviewed workbooks: a job without one is not whole.
    public static let outcome = "outcome.json"
    /// A `RunProgress`, replaced by rename as the work goes on.
    public static let progress = "progress.json"
    /// `plans.json` of the run in force.
    public static let inForcePlans = "in-force.plans.json"
    /// A `RunEffect`, written last of all: a job is whole without one.
    public static let effect = "effect.json"
  }
}

/// `outcome.json`: how a job ended and what every file of it came to.
public struct RoundOutcome: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    /// The run folder holds plans to publish.
    case planned
    /// The fixed pairs cannot all hold: the last plan stays.
    case conflict
    /// The inputs give no round to plan, `reason` says why: the last plan stays.
    case noPlan = "no-plan"
  }

  public var format = "jetb.outcome/1"
  public var kind: Kind
  public var reason: Bilingual?
  public var files: [InputsDocument.File]
  public var lastGood: [InputsDocument.LastGood]
  public var problems: [Problem]
  /// The language that the round speaks, in which its planners are answered; nil for both.
  public var language: Policy.Language?
  /// Present with `conflict`.
  public var conflict: Conflict?
  /// Present where there was a round to plan.
  public var headline: Headline?

  public init(
    kind: Kind, reason: Bilingual? = nil, files: [InputsDocument.File],
    lastGood: [InputsDocument.LastGood], problems: [Problem], language: Policy.Language?,
    conflict: Conflict? = nil, headline: Headline? = nil
  ) {
    self.kind = kind
    self.reason = reason
    self.files = files
    self.lastGood = lastGood
    self.problems = problems
    self.language = language
    self.conflict = conflict
    self.headline = headline
  }

  enum CodingKeys: String, CodingKey {
    case format, kind, reason, files, problems, language, conflict, headline
    case lastGood = "last_good"
  }
}
