import Logging
import Plans
import Records

/// Starting attempts and taking in how they end.
extension PlanningService {
  /// Starts attempts of queued rounds, the longest waiting first, while workers are free.
  func startAttempts(at now: Instant) {
    var free = configuration.workers - rounds.values.count { $0.running != nil }
    let queued = rounds.values.compactMap { record -> (Instant, String)? in
      // An abandoned attempt has to be gone first: two must not publish into one folder.
      guard case .queued(let changes) = record.machine.phase, record.running == nil else {
        return nil
      }
      return (changes.first, record.name)
    }
    for (_, name) in queued.sorted(by: <) where free > 0 {
      start(name, at: now)
      free -= 1
    }
  }

  private func start(_ name: String, at now: Instant) {
    guard var record = rounds[name], let order = record.machine.begin(at: now) else { return }
    lastAttempt += 1
    let id = lastAttempt
    let job = JobFolder(path: configuration.state + "/jobs/\(id)")
    let seconds = configuration.workerTimeLimit / .seconds(1)
    let attempt = Attempt(
      preparation: Preparation(
        round: name, look: record.machine.look, order: order, scanner: scanner,
        folder: record.folder, inForce: record.published?.inputs, known: record.hashes,
        sizeLimit: configuration.inputLimits.fileSize),
      job: job,
      // The worker stops by itself first, so that its best plan is not lost.
      limits: Job.Limits(
        solveSeconds: seconds * 0.8, memoryBytes: configuration.workerMemoryLimit,
        inputs: configuration.inputLimits),
      worker: WorkerProcess(
        command: configuration.worker + workerCommand, timeLimit: configuration.workerTimeLimit),
      verifier: verifyCommand.map {
        WorkerProcess(
          command: configuration.worker + $0, timeLimit: configuration.workerTimeLimit)
      },
      publisher: Publisher(folder: record.folder, now: wallClock),
      published: record.published,
      answered: record.answer?.inputs,
      answersAnew: record.answeredUnder.map { $0 != configuration.inputLimits } ?? false)
    let task = Task { [post] in
      _ = post.yield(.ended(round: name, attempt: id, await attempt.run()))
    }
    record.running = RoundRecord.Running(
      id: id, task: task, job: job, inputLimits: configuration.inputLimits, at: wallClock())
    record.isStatusDue = true
    rounds[name] = record
    onEvent(.planning(round: name))
    logger.debug("planning", metadata: ["round": "\(name)", "job": "\(id)"])
  }

  /// Takes in the end of an attempt.
  func ended(_ name: String, _ id: Int, _ report: Attempt.Report) {
    guard var record = rounds[name], let running = record.running, running.id == id else { return }
    record.running = nil
    record.isStatusDue = true
    let before = record.published?.files ?? []
    for remark in report.remarks {
      logger.warning("\(remark)", metadata: ["round": "\(name)"])
    }
    switch report.end {
    case .published, .kept: record.answeredUnder = running.inputLimits
    default: break
    }
    // What was published counts even if the attempt was abandoned a moment too late.
    if case .published(let run, let outcome) = report.end {
      record.published = run
      record.remember(
        RoundStatus.Ended(
          outcome, run: run.id, at: wallClock(), started: running.started, from: before,
          to: run.files, effect: report.effect))
      record.publishedAnswer = RoundRecord.Answer(outcome, inputs: run.files)
      record.answer = record.publishedAnswer
    }
    if running.isAbandoned {
      onEvent(.abandoned(round: name))
    } else {
      record.hashes = report.hashes
      tellLeftOut(report, of: record)
      record.leftOut = report.leftOut
      take(report, into: &record, before: before, started: running.started)
    }
    rounds[name] = record
  }

  /// - Parameter before: the planners' files of the run that was in force.
  private func take(
    _ report: Attempt.Report, into record: inout RoundRecord, before: [Job.File],
    started: Timestamp
  ) {
    let name = record.name
    var end: RoundMachine.End = report.isPartial ? .failed : .done
    record.isEmptied = false
    record.trouble = nil
    record.retry = nil
    let event: ServiceEvent
    switch report.end {
    case .published(let run, let outcome):
      event = .published(round: name, run: run.id)
      logger.info(
        "published",
        metadata: outcome.logged(of: name, since: before, inputs: run.files)
          .merging(["run": "\(run.id)"]) { $1 })
    case .kept(let outcome, let files):
      let answer = RoundRecord.Answer(outcome, inputs: files)
      record.answer = answer
      record.remember(
        RoundStatus.Ended(
          outcome, at: wallClock(), started: started, from: before, to: files,
          effect: report.effect))
      event = .kept(round: name, outcome.kind)
      logger.notice(
        "no new plan: \(answer.whyNoPlan.en)",
        metadata: outcome.logged(of: name, since: before, inputs: files)
          .merging(["outcome": "\(outcome.kind.rawValue)"]) { $1 })
    case .asPublished:
      record.answer = record.publishedAnswer
      tellProblems(of: record)
      event = .unchanged(round: name)
    case .asBefore:
      // An attempt that was abandoned may have told those of other inputs.
      tellProblems(of: record)
      event = .unchanged(round: name)
    case .empty:
      record.isEmptied = true
      event = .emptied(round: name)
    case .moved(let names):
      end = .moved(names)
      record.nextLook = .now
      event = .moved(round: name)
    case .abandoned:
      end = .moved([])
      event = .abandoned(round: name)
    case .failed(let message):
      end = .failed
      record.trouble = message
      record.remember(
        RoundStatus.Ended(at: wallClock().iso, outcome: .failed, reason: message))
      event = .failed(round: name, reason: message.en)
      logger.error(
        "\(message.en); the last plan stays", metadata: ["round": "\(name)"])
    }
    record.machine.ended(end, at: .now)
    if case .backingOff(let until) = record.machine.phase {
      record.retry = Timestamp(
        seconds: wallClock().seconds + Int((until - .now).components.seconds))
    }
    onEvent(event)
  }

  /// Files that are newly left out, or for another reason than before.
  private func tellLeftOut(_ report: Attempt.Report, of record: RoundRecord) {
    for (file, leftOut) in report.leftOut.sorted(by: { $0.key < $1.key })
    where record.leftOut[file] != leftOut {
      logger.warning(
        "left out: \(leftOut.reason.en)",
        metadata: [
          "round": "\(record.name)", "file": "\(file)", "state": "\(leftOut.state.rawValue)",
        ])
    }
  }

  /// The problems of the run in force are the ones that count again.
  private func tellProblems(of record: RoundRecord) {
    do throws(FileError) {
      try ProblemFiles(folder: record.folder, language: record.answer?.language ?? .both)
        .replace(with: record.answer?.problems ?? [])
      let run = record.published.map { record.folder.run($0.id) } ?? ""
      try ReviewedFiles(folder: record.folder).replace(from: run)
    } catch {
      logger.error("\(error)", metadata: ["round": "\(record.name)"])
    }
  }

  /// Ends the attempt under way; its end is waited for, but no longer matters.
  func abandon(_ record: inout RoundRecord) {
    record.running?.isAbandoned = true
    record.running?.task.cancel()
  }

  func abandonAll() {
    for name in rounds.keys {
      rounds[name]?.running?.isAbandoned = true
      rounds[name]?.running?.task.cancel()
    }
  }
}
