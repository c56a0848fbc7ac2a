import Plans
import Records
import StatusPages

/// What the service knows of one round.
struct RoundRecord {
  typealias Instant = ContinuousClock.Instant

  /// What the files came to in the last attempt that a worker answered.
  struct Answer: Hashable, Sendable {
    var kind: RoundOutcome.Kind
    var reason: Bilingual?
    var files: [InputsDocument.File]
    var lastGood: [InputsDocument.LastGood]
    var problems: [ProblemCause]
    var language: Policy.Language
    var headline: Headline?
    var conflict: Conflict?
    /// The inputs it answers.
    var inputs: [Job.File]

    init(_ outcome: RoundOutcome, inputs: [Job.File]) {
      kind = outcome.kind
      reason = outcome.reason
      files = outcome.files
      lastGood = outcome.lastGood
      problems = ProblemCause.grouped(outcome.problems.map(LocatedProblem.init))
      language = outcome.language ?? .both
      headline = outcome.headline
      conflict = outcome.conflict
      self.inputs = inputs
    }

    /// Of a run published before this start.
    init(_ run: PublishedRun, problems: [ProblemCause], headline: Headline?) {
      kind = .planned
      files = run.inputs.files
      lastGood = run.inputs.lastGood
      self.problems = problems
      language = headline.flatMap { Policy.Language(rawValue: $0.language) } ?? .both
      self.headline = headline
      inputs = run.files
    }
  }

  struct Running: Sendable {
    var id: Int
    var task: Task<Void, Never>
    var job: JobFolder
    var inputLimits: InputLimits
    var started: Timestamp
    /// Its end no longer matters to the round.
    var isAbandoned = false
    var progress: RunProgress?
    /// When the worker said something else than before.
    var heard: Timestamp

    init(id: Int, task: Task<Void, Never>, job: JobFolder, inputLimits: InputLimits, at: Timestamp)
    {
      self.id = id
      self.task = task
      self.job = job
      self.inputLimits = inputLimits
      started = at
      heard = at
    }

    /// What the worker says now.
    mutating func hear(_ progress: RunProgress?, at now: Timestamp) {
      self.progress = progress ?? self.progress
      heard = now
    }
  }

  let name: String
  let folder: RoundFolder
  var machine: RoundMachine
  /// The run in force, and its answer.
  var published: PublishedRun?
  var publishedAnswer: Answer?
  /// The last answer: that of the run in force unless the inputs since gave no plan.
  var answer: Answer?
  /// The limits under which a worker last answered; nil before the first answer since the start.
  var answeredUnder: InputLimits?
  /// Why the last attempt failed, where the inputs are not to blame, and when it is tried again.
  var trouble: Bilingual?
  var retry: Timestamp?
  /// How attempts ended, the newest first.
  var history: [RoundStatus.Ended] = []
  /// Whether the round had files once and has none now.
  var isEmptied = false
  var leftOut: [String: Preparation.LeftOut] = [:]
  var hashes: [String: Preparation.HashedFile] = [:]
  var running: Running?
  /// When to look at the folder next, and when it was looked at last.
  var nextLook: Instant?
  var lastLook: Instant?
  /// Entries that the log has told about.
  var told: Set<String> = []
  /// The status as written last, what its page linked to, and whether anything happened since that it may have to tell.
  var status: RoundStatus?
  var links: StatusLinks?
  var isStatusDue = true

  init(name: String, folder: RoundFolder, timing: RoundMachine.Timing) {
    self.name = name
    self.folder = folder
    machine = RoundMachine(timing: timing)
  }

  /// Takes up what an earlier service published.
  mutating func recover() throws(FileError) {
    isStatusDue = true
    status = JSON.document(RoundStatus.self, at: folder.status)
    (published, publishedAnswer, answer) = (nil, nil, nil)
    guard Files.exists(folder.path) else { return }
    published = try folder.recover()
    recoverHistory()
    if let published {
      // Unless the round was current its status tells the problems of inputs that gave no plan.
      let isCurrent = status?.run == published.id && status?.state == .current
      let problems = isCurrent ? status?.problems : problems(of: published)
      publishedAnswer = Answer(
        published, problems: problems ?? [], headline: status?.headline)
      answer = publishedAnswer
    }
    // Last: what cannot be cleared away, as on a read-only disk, must not hide what is in force.
    try folder.tidy()
  }

  private func problems(of run: PublishedRun) -> [ProblemCause]? {
    struct Problems: Decodable { var problems: [LocatedProblem] }
    return JSON.document(Problems.self, at: folder.run(run.id) + "/plans.json")
      .map { ProblemCause.grouped($0.problems) }
  }

  /// Whether there is nothing to keep of it.
  var isForgettable: Bool {
    machine.look == FolderLook() && published == nil && status == nil && running == nil
      && machine.phase == .resting
  }

  /// The bytes of its files as known: what the look found and an attempt has read since.
  func hash(of name: String) -> ContentHash? {
    guard let stamp = machine.look.files[name], let known = hashes[name], known.stamp == stamp
    else { return nil }
    return known.hash
  }
}
