import Glibc
import Logging
import Plans
import Records

/// Opening and closing, status and configuration.
extension PlanningService {
  /// Makes the service's folders its own, clears away what an earlier end left, and begins to watch.
  /// - Returns: the lock on the state folder, to be kept as long as the service runs.
  func open() throws(FileError) -> Descriptor {
    let state = configuration.state
    try Files.makeFolder(state)
    let lock = try Descriptor.open(state + "/lock", flags: O_RDWR | O_CREAT, mode: 0o644)
    guard flock(lock.raw, LOCK_EX | LOCK_NB) == 0 else {
      throw FileError(.lock, state + "/lock", code: errno)
    }
    try Files.removeTree(state + "/jobs")
    try Files.makeFolder(state + "/jobs")
    try Files.makeFolder(configuration.plans)
    for name in try Files.list(configuration.plans)
    where Files.exists(RoundFolder(plans: configuration.plans, round: name).status) {
      rounds[name] = RoundRecord(
        name: name, folder: RoundFolder(plans: configuration.plans, round: name), timing: timing)
      recover(name)
    }
    do throws(FileError) {
      let watch = try FolderWatch()
      self.watch = watch
      hintSource = HintSource(watch.descriptor) { [post] in post.yield(.hints) }
    } catch {
      logger.warning("\(error)")
    }
    return lock
  }

  func close() {
    hintSource?.end()
    hintSource = nil
    watch = nil
    post.finish()
  }

  /// Takes up what was published of a round. What cannot be taken up is planned anew.
  func recover(_ name: String) {
    do throws(FileError) {
      try rounds[name]?.recover()
    } catch {
      logger.error("\(error)", metadata: ["round": "\(name)"])
    }
    // Its folder may have gone while no service ran: only an attempt finds that there are no files.
    if rounds[name]?.status != nil || rounds[name]?.published != nil {
      rounds[name]?.machine.wake(at: .now)
    }
  }

  /// Takes up what is published anew where it is no longer what the service published last: an operator removed it, or the
  /// plans were restored from a backup or mounted late.
  func checkPublished(of name: String) {
    guard let record = rounds[name], record.running == nil else { return }
    if !record.folder.stillNames(record.published) {
      logger.warning(
        "another run is published than the service published last; taking up what is there",
        metadata: ["round": "\(name)", "run": "\(record.published?.id ?? "none")"])
      recover(name)
      // Without files on disk there is nothing to recover, and all the more to plan.
      rounds[name]?.machine.wake(at: .now)
    } else if record.status != nil {
      // Its files may have been removed.
      rounds[name]?.isStatusDue = true
    }
  }

  /// Tells systemd what the rounds do, where that changed.
  func tellStatus() {
    let count = rounds.values.count { $0.status != nil }
    var line = "\(count) round\(count == 1 ? "" : "s")"
    if let inboxError {
      line = "\(inboxError)"
    } else {
      let counts = Dictionary(grouping: rounds.values.compactMap { $0.status?.state }) { $0 }
      for (state, rounds) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        line += ", \(rounds.count) \(state.rawValue)"
      }
    }
    guard line != statusLine else { return }
    statusLine = line
    notifier.tell(.status(line))
  }

  /// Takes up the configuration as it is now. A faulty one is refused, and the old one stays.
  func applyReload() {
    guard let reload else { return }
    notifier.tell(.reloading)
    do {
      var new = try reload()
      let old = configuration
      if (new.inbox, new.plans, new.state) != (old.inbox, old.plans, old.state) {
        logger.warning("inbox, plans and state are taken up at the next start only")
        (new.inbox, new.plans, new.state) = (old.inbox, old.plans, old.state)
      }
      configuration = new
      for name in rounds.keys {
        rounds[name]?.machine.timing = timing
        // A limit may have been all that was in the way.
        rounds[name]?.machine.wake(at: .now)
      }
      nextScan = .now
      logger.notice("configuration reloaded")
      onEvent(.reloaded)
    } catch {
      for line in "\(error)".split(whereSeparator: \.isNewline) {
        logger.error("configuration refused, the old one stays: \(line)")
      }
      onEvent(.reloadRefused("\(error)"))
    }
    notifier.tell(.ready)
  }
}
