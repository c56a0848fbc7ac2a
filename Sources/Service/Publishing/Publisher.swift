import Plans
import Records

/// Makes a finished run visible: written whole first, then shown by one rename.
struct Publisher: Sendable {
  var folder: RoundFolder
  /// The wall clock, which names the run.
  var now: @Sendable () -> Timestamp

  /// Publishes what the worker left in the job's folder.
  ///
  /// The order makes every moment a good one to be killed at: first the inputs, so that a run never names
  /// bytes that are not kept; then the run; then `latest`.
  /// - Returns: the run now in force.
  func publish(_ job: JobFolder, of files: [Job.File], inputs: InputsDocument)
    throws(FileError) -> PublishedRun
  {
    try Files.makeFolder(folder.runs)
    try Files.makeFolder(folder.inputs)
    var stored = false
    for hash in inputs.hashes where !Files.exists(folder.input(hash)) {
      try Files.copy(job.input(hash), to: folder.input(hash), durable: true)
      stored = true
    }
    if stored { try Files.storeFolder(folder.inputs) }

    let id = freeID(for: files)
    // Job and plans may lie on different mounts, so the run is copied before it is renamed.
    let hidden = folder.runs + "/." + id + ".tmp"
    do {
      try Files.removeTree(hidden)
      try Files.copyTree(job.run, to: hidden)
      try Files.rename(hidden, to: folder.run(id))
    } catch {
      try? Files.removeTree(hidden)
      throw error
    }
    try Files.storeFolder(folder.runs)
    try Files.replaceLink(folder.latest, to: "runs/" + id)
    for name in RoundFolder.copied {
      let source = folder.run(id) + "/" + name
      if Files.exists(source) {
        try Files.copy(source, to: folder.path + "/" + name, durable: false)
      } else {
        try Files.remove(folder.path + "/" + name)
      }
    }
    return PublishedRun(id: id, inputs: inputs)
  }

  /// The UTC time and the first 8 digits of the hash over the planners' inputs; a second later where the name is taken.
  private func freeID(for files: [Job.File]) -> String {
    let digits = InputsDocument.runDigits(of: files.map { ($0.name, $0.hash) })
    var time = now()
    while Files.exists(folder.run("\(time.compact)-\(digits)")) { time.seconds += 1 }
    return "\(time.compact)-\(digits)"
  }
}
