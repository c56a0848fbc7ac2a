import Plans
import Records

/// A job on disk, as `Job` describes it: what the service hands to a worker and gets back.
struct JobFolder: Hashable, Sendable {
  let path: String

  /// Bytes. The service keeps an outcome in memory, some times over, and its other rounds live there too.
  static let largestOutcome = 64 << 20
  /// Bytes. It stays in the status.
  static let largestEffect = 1 << 20

  var inputs: String { path + "/" + Job.Name.inputs }
  var run: String { path + "/" + Job.Name.run }
  var output: String { path + "/worker.log" }

  func input(_ hash: ContentHash) -> String { inputs + "/" + hash.digits }

  /// Makes the folder, empty; whatever had its name is gone.
  func make() throws(FileError) {
    try Files.removeTree(path)
    try Files.makeFolder(inputs)
  }

  func remove() throws(FileError) { try Files.removeTree(path) }

  /// Writes `job.json` and clears away what an earlier try left.
  func write(_ job: Job) throws {
    for name in [Job.Name.run, Job.Name.outcome, Job.Name.progress, Job.Name.effect] {
      try Files.removeTree(path + "/" + name)
    }
    try Files.replace(path + "/" + Job.Name.job, with: jsonText(job), durable: false)
  }

  /// How far the worker says it is.
  var progress: RunProgress? { JSON.document(RunProgress.self, at: path + "/" + Job.Name.progress) }

  /// Tells that the service itself goes on with `step`.
  func note(_ step: String) {
    guard let progress, let text = try? jsonText(progress.followed(by: step, at: progress.seconds))
    else { return }
    try? Files.replace(path + "/" + Job.Name.progress, with: text, durable: false)
  }

  /// What the run did against the one in force; nil where the worker could not tell.
  var effect: RunEffect? {
    let effectPath = path + "/" + Job.Name.effect
    guard Files.size(effectPath) <= JobFolder.largestEffect else { return nil }
    return JSON.document(RunEffect.self, at: effectPath)
  }

  /// What the worker left, if it is whole.
  func result(of job: Job) throws(JobFault) -> RoundOutcome {
    let outcomePath = path + "/" + Job.Name.outcome
    guard Files.size(outcomePath) <= JobFolder.largestOutcome else { throw .tooLarge }
    guard let bytes = try? Files.read(outcomePath) else { throw .noOutcome }
    guard let outcome = try? JSON.value(RoundOutcome.self, from: bytes) else {
      throw .unreadable(Job.Name.outcome)
    }
    guard outcome.kind == .planned else { return outcome }
    for name in ["plans.json", "inputs.json"] where !Files.exists(run + "/" + name) {
      throw .missing(name)
    }
    let inputs = try runInputs()
    // A run that does not say which bytes it used could neither be verified nor tell the next what is in force.
    let used = inputs.files.map { Job.File(name: $0.name, hash: $0.hash) }
    guard inputs.round == job.round, Set(used) == Set(job.files) else { throw .otherInputs }
    let known = Set(job.files.map(\.hash)).union(job.inForce?.hashes ?? [])
    guard known.isSuperset(of: inputs.hashes) else { throw .otherInputs }
    return outcome
  }

  /// `inputs.json` of the finished run.
  func runInputs() throws(JobFault) -> InputsDocument {
    guard let inputs = JSON.document(InputsDocument.self, at: run + "/inputs.json") else {
      throw .unreadable("inputs.json")
    }
    return inputs
  }

  /// The last lines that the worker wrote, for the log.
  func lastWords(lines: Int = 5) -> String {
    tail.split(whereSeparator: \.isNewline).suffix(lines).joined(separator: " | ")
  }

  /// The first line that a command wrote.
  func firstWords() -> String {
    let bytes = (try? Files.read(output)) ?? []
    let line = String(decoding: bytes.prefix(4096), as: UTF8.self)
      .split(whereSeparator: \.isNewline).first
    return line.map { String($0.prefix(500)) } ?? "no word why"
  }

  /// Whether a worker that died says that it got no more memory: in the words of Swift, of C++ and of GLPK.
  var ranOutOfMemory: Bool {
    ["failed to allocate", "bad_alloc", "no memory available"].contains { tail.contains($0) }
  }

  /// The end of what the worker wrote.
  private var tail: String {
    guard let bytes = try? Files.read(output) else { return "" }
    return String(decoding: bytes.suffix(4096), as: UTF8.self)
  }
}

/// Why what a worker left is no result.
enum JobFault: Error, Hashable, Sendable {
  case noOutcome
  case unreadable(String)
  case missing(String)
  case otherInputs
  case tooLarge
  /// Its plans do not hold; what was found first.
  case invalid(String)
  case unverified(Bilingual)

  var message: Bilingual {
    switch self {
    case .noOutcome:
      Bilingual(en: "it left no outcome", zh: "未留下结果")
    case .unreadable(let name):
      Bilingual(en: "its \(name) cannot be read", zh: "其 \(name) 无法读取")
    case .missing(let name):
      Bilingual(en: "its run lacks \(name)", zh: "其结果缺少 \(name)")
    case .tooLarge:
      Bilingual(
        en: "its \(Job.Name.outcome) is too large; mend or remove the file with the most problems",
        zh: "其 \(Job.Name.outcome) 过大；请改正或移除问题最多的文件")
    case .invalid(let finding):
      Bilingual(
        en: "its run does not hold against its own inputs and proof: \(finding)",
        zh: "其结果与输入和证明不符：\(finding)")
    case .unverified(let end):
      Bilingual(en: "its run could not be verified (that \(end.en))", zh: "其结果无法核验（\(end.zh)）")
    case .otherInputs:
      Bilingual(en: "its run names other inputs than it was given", zh: "其结果所列输入与所给不符")
    }
  }
}

extension InputsDocument {
  /// Every version that this run used.
  var hashes: Set<ContentHash> {
    Set(files.map(\.hash)).union(lastGood.map(\.hash))
  }
}
