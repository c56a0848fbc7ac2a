import Plans
import Records

/// A run that was published: what is in force.
struct PublishedRun: Hashable, Sendable {
  /// Its folder's name: `20261124T093000Z-1a2b3c4d`.
  var id: String
  var inputs: InputsDocument

  /// The planners' files as the run found them.
  var files: [Job.File] { inputs.files.map { Job.File(name: $0.name, hash: $0.hash) } }
}

/// A round's output folder, `plans/ROUND`: what lies where in it.
struct RoundFolder: Hashable, Sendable {
  let path: String

  init(plans: String, round: String) { path = plans + "/" + round }

  var runs: String { path + "/runs" }
  var latest: String { path + "/latest" }
  var inputs: String { path + "/inputs" }
  var status: String { path + "/status.json" }
  var statusPage: String { path + "/status.html" }

  func run(_ id: String) -> String { runs + "/" + id }

  /// Where the bytes of an input in force are kept.
  func input(_ hash: ContentHash) -> String { inputs + "/" + hash.digits }

  /// Files of a run that lie beside `latest` as plain copies, for shares that do not know links.
  static let copied = ["report.html", "plans.xlsx"]

  /// What `latest` names; nil where nothing was published or what was is not whole.
  func published() -> PublishedRun? {
    guard let id = linkTarget().flatMap(runID) else { return nil }
    return published(id)
  }

  private func published(_ id: String) -> PublishedRun? {
    JSON.document(InputsDocument.self, at: run(id) + "/inputs.json").map {
      PublishedRun(id: id, inputs: $0)
    }
  }

  /// The names of the runs that are there, the newest first.
  func runIDs() -> [String] {
    ((try? Files.list(runs)) ?? []).filter { !$0.hasPrefix(".") }.reversed()
  }

  /// Removes what an end in the middle of publishing left half-written.
  func tidy() throws(FileError) {
    for folder in [path, runs, inputs] where Files.exists(folder) {
      for name in try Files.list(folder) where name.hasSuffix(".tmp") {
        try Files.removeTree(folder + "/" + name)
      }
    }
  }

  /// What is in force. Where `latest` names nothing whole, it is made to name the newest run.
  func recover() throws(FileError) -> PublishedRun? {
    if let published = published() { return published }
    guard Files.exists(runs) else { return nil }
    let whole = try Files.list(runs).lazy.compactMap { published($0) }
    guard let newest = whole.last else { return nil }
    try Files.replaceLink(latest, to: "runs/" + newest.id)
    return newest
  }

  /// Whether `latest` still names `run`, or nothing where there is none. True as well where that cannot be told.
  func stillNames(_ run: PublishedRun?) -> Bool {
    guard let id = linkTarget().flatMap(runID) else {
      return run == nil || !Files.isMissing(latest)
    }
    if id == run?.id { return !Files.isMissing(self.run(id) + "/inputs.json") }
    return run == nil && published(id) == nil
  }

  private func linkTarget() -> String? { Files.linkTarget(latest) }

  private func runID(_ target: String) -> String? {
    guard target.hasPrefix("runs/") else { return nil }
    let id = target.dropFirst("runs/".count)
    return id.isEmpty || id.contains("/") ? nil : String(id)
  }
}
