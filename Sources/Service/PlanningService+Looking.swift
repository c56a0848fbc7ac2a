import Logging
import Records

/// Looking at the watched folder.
extension PlanningService {
  /// Marks the rounds that the waiting events tell of.
  func takeHints() {
    guard let hints = watch?.hints() else { return }
    hintSource?.resume()
    let now = Instant.now
    let inbox = configuration.inbox
    for hint in hints {
      guard case .changed(let folder, let name, let isFolder) = hint else {
        logger.notice("change events were lost; looking at everything")
        scanSoon(at: now)
        continue
      }
      if folder == inbox {
        // A file of the default round, or a sub-folder that came or went. The inbox itself has no name.
        guard let name else {
          scanSoon(at: now)
          continue
        }
        guard !FileNames.isLeftAlone(name) else { continue }
        if isFolder, rounds[name] == nil { scanSoon(at: now) }
        lookSoon(isFolder ? name : InboxScanner.defaultRound, at: now)
      } else if let path = Files.relative(folder, to: inbox) {
        lookSoon(String(Files.split(path).first), at: now)
      }
    }
  }

  private func scanSoon(at now: Instant) {
    let earliest = max(now, (lastScan ?? now) + PlanningService.lookGap)
    nextScan = min(nextScan ?? earliest, earliest)
  }

  private func lookSoon(_ round: String, at now: Instant) {
    guard let record = rounds[round], record.nextLook == nil else { return }
    let earliest = record.lastLook.map { $0 + PlanningService.lookGap } ?? now
    rounds[round]?.nextLook = max(now, earliest)
  }

  /// Finds the rounds there are and marks all of them for a look.
  func scan(at now: Instant) {
    let found: Set<String>
    do {
      found = try scanner.rounds { enter($0) }
    } catch {
      lost(error, at: now)
      return
    }
    if inboxError != nil {
      inboxError = nil
      for name in rounds.keys { rounds[name]?.isStatusDue = true }
      logger.notice("the watched folder is back", metadata: ["inbox": "\(configuration.inbox)"])
      onEvent(.inboxFound)
    }
    for name in found where rounds[name] == nil {
      rounds[name] = RoundRecord(
        name: name, folder: RoundFolder(plans: configuration.plans, round: name), timing: timing)
      recover(name)
    }
    rounds = rounds.filter { found.contains($0.key) || !$0.value.isForgettable }
    for name in rounds.keys {
      rounds[name]?.nextLook = now
      checkPublished(of: name)
    }
    lastScan = now
    nextScan = now + configuration.scanInterval
  }

  /// The watched folder itself cannot be read. That withdraws nothing: everything stays as it is until it can.
  private func lost(_ error: FileError, at now: Instant) {
    if inboxError != error {
      logger.error("\(error); everything stays as it is", metadata: ["inbox": "\(error.path)"])
      onEvent(.inboxLost(error.description))
      for name in rounds.keys { rounds[name]?.isStatusDue = true }
    }
    inboxError = error
    nextScan = now + min(.seconds(2), configuration.scanInterval)
  }

  /// Looks at a round where a look is due, and lets its machine decide.
  func step(_ name: String, at now: Instant) {
    guard let record = rounds[name] else { return }
    let isDue = record.machine.deadline.map { $0 <= now } ?? false
    if isDue || record.nextLook.map({ $0 <= now }) ?? false {
      guard look(at: name, now) else { return }
    }
    guard var record = rounds[name] else { return }
    let phase = record.machine.phase
    record.machine.tick(at: now)
    if record.machine.phase != phase { record.isStatusDue = true }
    if let running = record.running {
      let progress = running.job.progress
      if progress != running.progress { record.running?.hear(progress, at: wallClock()) }
      // However long the worker is silent, the status does not look as if nobody cared.
      record.isStatusDue = true
    }
    rounds[name] = record
  }

  /// - Returns: whether the watched folder could be read.
  private func look(at name: String, _ now: Instant) -> Bool {
    var entered: Set<String> = []
    let look: FolderLook
    do {
      look = try scanner.look(at: name) { folder in
        entered.insert(folder)
        enter(folder)
      }
    } catch {
      lost(error, at: now)
      return false
    }
    if name != InboxScanner.defaultRound {
      watch?.forget(below: scanner.folder(of: name), except: entered)
    }
    guard var record = rounds[name] else { return true }
    record.nextLook = nil
    record.lastLook = .now
    if look != record.machine.look {
      record.isStatusDue = true
      tellUnusable(look, of: &record)
      onEvent(.changed(round: name))
      logger.debug(
        "changed", metadata: ["round": "\(name)", "files": "\(look.files.count)"])
      if record.machine.looked(look, at: now) { abandon(&record) }
    }
    rounds[name] = record
    return true
  }

  private func tellUnusable(_ look: FolderLook, of record: inout RoundRecord) {
    for (entry, reason) in look.unusable where record.told.insert(entry).inserted {
      logger.warning(
        "left alone: \(reason.en)", metadata: ["round": "\(record.name)", "file": "\(entry)"])
    }
    for (folder, error) in look.unreadable
    where record.told.insert(error.description).inserted {
      logger.warning("\(error)", metadata: ["round": "\(record.name)", "folder": "\(folder)"])
    }
  }

  /// Watches a folder that a look enters.
  private func enter(_ folder: String) {
    do throws(FileError) {
      // The operator may have made the watched folder a link; in it no link is followed.
      try watch?.watch(folder, followsLink: folder == configuration.inbox)
    } catch {
      // Gone again: the next look says so. Else the periodic scan has to do.
      guard !error.isMissing, toldWatchError?.code != error.code else { return }
      toldWatchError = error
      logger.warning("\(error)")
    }
  }
}
