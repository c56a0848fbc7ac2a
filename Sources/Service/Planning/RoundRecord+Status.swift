import Plans
import Records

extension RoundRecord {
  /// A withdrawn file stays in the status for 30 days.
  static let withdrawnShown = 30 * 86_400

  /// The round as `status.json` tells it.
  /// - Parameters:
  ///   - inboxError: why the watched folder cannot be read at present.
  ///   - isWatched: whether the service goes on; false as it stops.
  func currentStatus(at now: Timestamp, inboxError: FileError?, isWatched: Bool = true)
    -> RoundStatus
  {
    let (state, reason) = stateAndReason(inboxError, isWatched)
    return RoundStatus(
      round: name, headline: answer?.headline ?? publishedAnswer?.headline ?? status?.headline,
      state: state, reason: reason, watched: isWatched, updated: now.iso, run: published?.id,
      progress: progress(at: now),
      failure: trouble.map {
        .init(reason: $0, times: max(1, machine.failures), retry: retry?.iso)
      },
      files: fileStates(at: now), lastGood: lastGood(at: now), conflict: answer?.conflict,
      problems: answer?.problems ?? [], history: history)
  }

  private func progress(at now: Timestamp) -> RoundStatus.Progress? {
    guard let running, !running.isAbandoned else { return nil }
    return RoundStatus.Progress(
      started: running.started.iso, heard: running.heard.iso,
      seconds: max(0, now.seconds - running.started.seconds), work: running.progress)
  }

  /// The earlier versions in force, each since it first stood in.
  private func lastGood(at now: Timestamp) -> [RoundStatus.LastGood] {
    func key(_ version: InputsDocument.LastGood) -> [String] {
      [version.name, version.hash.digits]
    }
    let earlier = Dictionary(
      (status?.lastGood ?? []).map { (key($0.version), $0.since) },
      uniquingKeysWith: { first, _ in first })
    return (answer?.lastGood ?? []).map {
      RoundStatus.LastGood(version: $0, since: earlier[key($0)] ?? now.iso)
    }
  }

  private func stateAndReason(_ inboxError: FileError?, _ isWatched: Bool)
    -> (RoundStatus.State, Bilingual?)
  {
    let notCurrent: RoundStatus.State = published == nil ? .waiting : .stale
    if let inboxError { return (notCurrent, inboxError.message) }
    if let error = machine.look.unreadable[""] { return (notCurrent, error.message) }
    switch machine.phase {
    case .settling where !isWatched, .queued where !isWatched, .planning where !isWatched:
      return (notCurrent, RoundRecord.stopped)
    case .settling: return (.settling, trouble)
    case .queued:
      return (
        .planning, Bilingual(en: "waits for another round's worker to end", zh: "等待其他轮次的计算结束")
      )
    case .planning: return (.planning, nil)
    case .backingOff:
      return (notCurrent, trouble ?? RoundRecord.someUnreadable)
    case .resting:
      if isEmptied {
        return (notCurrent, leftOut.isEmpty ? RoundRecord.emptied : RoundRecord.noneUsable)
      }
      guard let answer else { return (.waiting, nil) }
      if answer.kind == .planned { return (.current, nil) }
      return (notCurrent, answer.whyNoPlan)
    }
  }

  /// Every file's state. A file that did not change since it was answered keeps the answer's.
  private func fileStates(at now: Timestamp) -> [RoundStatus.File] {
    var states: [String: (ContentHash?, FileState, Bilingual?)] = [:]
    var records: [String: [String: Int]] = [:]
    let answered = Dictionary(
      (answer?.files ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for name in machine.look.files.keys {
      let hash = hash(of: name)
      if let leftOut = leftOut[name] {
        states[name] = (hash, leftOut.state, leftOut.reason)
      } else if let file = answered[name], file.hash == hash ?? file.hash, !isChanged(name, file) {
        states[name] = (file.hash, file.state, nil)
        records[name] = file.records
      } else {
        states[name] = (hash, .waiting, nil)
      }
    }
    for (name, reason) in machine.look.unusable { states[name] = (nil, .ignored, reason) }
    // Nobody knows what lies in them: they stand for themselves.
    for (folder, error) in machine.look.unreadable where !folder.isEmpty {
      states[folder + "/"] = (nil, .waiting, error.message)
    }
    for file in answered.values where states[file.name] == nil {
      if let error = machine.look.hides(file.name) {
        states[file.name] = (file.hash, file.state, error.message)
      } else {
        states[file.name] = (file.hash, .withdrawn, nil)
      }
    }
    let earlier = Dictionary(
      (status?.files ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let oldest = Timestamp(seconds: now.seconds - RoundRecord.withdrawnShown).iso
    for file in earlier.values where states[file.name] == nil {
      if file.state == .withdrawn, file.since < oldest { continue }
      // Entries that could never be read were no inputs: they leave without a word.
      if (file.state != .ignored || file.hash != nil) && !file.name.hasSuffix("/") {
        states[file.name] = (file.hash, .withdrawn, nil)
      }
    }
    return states.map { name, value in
      let (hash, state, reason) = value
      let before = earlier[name]
      let same = before?.state == state && (before?.hash == hash || before?.hash == nil)
      return RoundStatus.File(
        name: name, hash: hash, state: state, since: same ? before?.since ?? now.iso : now.iso,
        reason: reason, records: records[name])
    }.sorted { $0.name < $1.name }
  }

  /// Whether the file on disk is known to be, or may be, another than the answered one.
  private func isChanged(_ name: String, _ file: InputsDocument.File) -> Bool {
    if let hash = hash(of: name) { return hash != file.hash }
    // After a start the folder is taken for unchanged until it has been read.
    guard let known = hashes[name] else { return machine.look.files[name]?.size != file.size }
    return known.stamp != machine.look.files[name]
  }

  static let stopped = Bilingual(
    en:
      "the service was stopped before it had planned the files as they are; it goes on when it runs again",
    zh: "服务在按现有文件制定方案之前已停止；重新启动后将继续")
  static let emptied = Bilingual(
    en: "the round has no files", zh: "该轮次没有任何文件")
  static let noneUsable = Bilingual(
    en: "none of the round's files can be used; each says why", zh: "该轮次没有可用的文件；原因见各文件")
  static let someUnreadable = Bilingual(
    en: "some files cannot be read at present; tried again by itself", zh: "部分文件暂时无法读取；将自动重试")
}

extension RoundRecord.Answer {
  /// Why there is no new plan; the worker's own words where it has some.
  var whyNoPlan: Bilingual {
    reason ?? (kind == .conflict ? RoundRecord.Answer.conflicted : RoundRecord.Answer.unplannable)
  }

  private static let unplannable = Bilingual(
    en: "the files give no round to plan", zh: "现有文件不足以制定方案")
  private static let conflicted = Bilingual(
    en: "the fixed pairs cannot all hold", zh: "固定结对无法同时成立")
}
