import Glibc
import Plans
import Records

/// One attempt to plan a round: gathers the inputs, runs the worker, publishes.
///
/// It knows nothing of the service around it and may be cancelled at any time.
struct Attempt: Sendable {
  enum End: Sendable {
    case published(PublishedRun, RoundOutcome)
    /// The worker says why there is no new plan: the last one stays.
    case kept(RoundOutcome, files: [Job.File])
    /// The inputs are those of the run in force.
    case asPublished
    /// The inputs are those of the last attempt, which ended without a plan.
    case asBefore
    /// The round has no files.
    case empty
    case moved(Set<String>)
    case abandoned
    /// Neither the inputs nor the planners are to blame.
    case failed(Bilingual)
  }

  struct Report: Sendable {
    var end: End
    var leftOut: [String: Preparation.LeftOut] = [:]
    var hashes: [String: Preparation.HashedFile] = [:]
    var isPartial = false
    /// What the run did against the one that was in force.
    var effect: RunEffect?
    /// Lines for the log.
    var remarks: [String] = []
  }

  var preparation: Preparation
  var job: JobFolder
  var limits: Job.Limits
  var worker: WorkerProcess
  /// Checks a finished run before it is published; nil where nothing does.
  var verifier: WorkerProcess?
  var publisher: Publisher
  var published: PublishedRun?
  /// The inputs of the last attempt that the worker answered without a plan.
  var answered: [Job.File]?
  /// Whether the same inputs may be answered otherwise by now: other limits are in force.
  var answersAnew = false

  func run() async -> Report {
    let gathered = await onDiskThread { isCancelled in
      Swift.Result { () throws(FileError) in
        try job.make()
        return try preparation.gather(into: job, isCancelled: isCancelled)
      }
    }
    var report: Report
    switch gathered {
    case .failure(let error): report = Report(end: .failed(error.message))
    case .success(let inputs):
      report = Report(
        end: .abandoned, leftOut: inputs.leftOut, hashes: inputs.hashes,
        isPartial: inputs.isPartial)
      if Task.isCancelled {
        report.end = .abandoned
      } else if !inputs.moved.isEmpty {
        report.end = .moved(inputs.moved)
      } else if inputs.files.isEmpty {
        report.end = .empty
      } else if inputs.files == published?.files, !answersAnew {
        report.end = .asPublished
      } else if inputs.files == answered, !answersAnew {
        report.end = .asBefore
      } else {
        await work(on: inputs, &report)
      }
    }
    let remark = await onDiskThread { _ in
      do throws(FileError) {
        try job.remove()
        return ""
      } catch {
        return error.description
      }
    }
    if !remark.isEmpty { report.remarks.append(remark) }
    return report
  }

  private func work(on inputs: Preparation.Result, _ report: inout Report) async {
    let earlier = await earlierPlan(inputs.inForce)
    var job = Job(
      round: preparation.round, files: inputs.files, inForce: inputs.inForce,
      continues: earlier.plan, since: earlier.since, limits: limits)
    for isFirst in [true, false] {
      do {
        try self.job.write(job)
      } catch {
        report.end = .failed(Attempt.message(of: error))
        return
      }
      let end = await worker.run(on: self.job)
      guard !Task.isCancelled else {
        report.end = .abandoned
        return
      }
      do throws(JobFault) {
        let outcome = try self.job.result(of: job)
        if end != .exited(0) {
          report.remarks.append("the worker's result is whole although it \(end.message.en)")
        }
        try await verify(outcome)
        guard !Task.isCancelled else {
          report.end = .abandoned
          return
        }
        report.effect = await onDiskThread { _ in self.job.effect }
        report.end = await publish(outcome, job)
        return
      } catch {
        let message = Attempt.message(of: end, error, withoutMemory: self.job.ranOutOfMemory)
        report.end = .failed(message)
        let words = self.job.lastWords()
        if isFirst || !words.isEmpty {
          report.remarks.append(message.en + (words.isEmpty ? "" : ": \(words)"))
        }
      }
      switch end {
      // A command that cannot be started will not start the other way either.
      case .notStarted: return
      // Nothing in a worker sends it SIGKILL: whoever did has nothing against its way, and the same way gives
      // the same bytes as if it had been left alone.
      case .killed(signal: SIGKILL): job.secondTry = false
      default: job.secondTry = true
      }
    }
  }

  /// The recommended plan of the run in force, and the run's name where all that it stands on is in the job. What no longer can be
  /// read is no reason not to plan.
  /// - Parameter inputs: of the run in force, as far as they are still kept.
  private func earlierPlan(
    _ inputs: InputsDocument?
  ) async -> (plan: EarlierPlan?, since: String?) {
    guard let published else { return (nil, nil) }
    let path = publisher.folder.run(published.id) + "/plans.json"
    return await onDiskThread { _ in
      guard let text = try? Files.read(path) else { return (nil, nil) }
      let plan = EarlierPlan(run: published.id, plansText: text)
      do throws(FileError) {
        guard plan != nil, inputs == published.inputs else { return (plan, nil) }
        try Files.linkOrCopy(path, to: job.path + "/" + Job.Name.inForcePlans)
        return (plan, published.id)
      } catch {
        return (plan, nil)
      }
    }
  }

  private func publish(_ outcome: RoundOutcome, _ job: Job) async -> End {
    await onDiskThread { _ in
      do {
        try Files.makeFolder(publisher.folder.path)
        try ProblemFiles(folder: publisher.folder, language: outcome.language ?? .both).replace(
          with: ProblemCause.grouped(outcome.problems.map(LocatedProblem.init)))
        try ReviewedFiles(folder: publisher.folder).replace(from: self.job.run)
        guard outcome.kind == .planned else { return .kept(outcome, files: job.files) }
        let inputs = try self.job.runInputs()
        let run = try publisher.publish(self.job, of: job.files, inputs: inputs)
        return .published(run, outcome)
      } catch {
        return .failed(Attempt.message(of: error))
      }
    }
  }

  /// Nothing is published that a process of its own does not find valid and proven.
  private func verify(_ outcome: RoundOutcome) async throws(JobFault) {
    guard let verifier, outcome.kind == .planned else { return }
    job.note("verifying")
    let end = await verifier.run(on: job.run, output: job.output)
    switch end {
    case .exited(0): return
    case .exited(1): throw .invalid(job.firstWords())
    default: throw .unverified(end.message)
    }
  }

  private static func message(of error: any Error) -> Bilingual {
    switch error {
    case let error as FileError: error.message
    case let error as JobFault: error.message
    default: Bilingual(en: "\(error)", zh: "\(error)")
    }
  }

  private static func message(
    of end: WorkerProcess.End, _ fault: JobFault, withoutMemory: Bool
  ) -> Bilingual {
    let end = end.message
    if withoutMemory {
      return Bilingual(
        en: "the worker ran out of memory (it \(end.en)); raise `worker_memory_limit`",
        zh: "计算进程内存不足（\(end.zh)）；请调高 `worker_memory_limit`")
    }
    return Bilingual(
      en: "the worker \(end.en) and \(fault.message.en)", zh: "计算进程\(end.zh)，\(fault.message.zh)")
  }
}

extension WorkerProcess.End {
  /// What the worker did, to follow "the worker".
  var message: Bilingual {
    switch self {
    case .exited(let code): Bilingual(en: "ended with code \(code)", zh: "以代码 \(code) 结束")
    case .killed(let signal):
      Bilingual(en: "was ended by signal \(signal)", zh: "被信号 \(signal) 终止")
    case .timedOut:
      Bilingual(en: "was ended at `worker_time_limit`", zh: "超过 `worker_time_limit` 被终止")
    case .notStarted(let why):
      Bilingual(en: "could not be started (\(why))", zh: "无法启动（\(why)）")
    }
  }
}
