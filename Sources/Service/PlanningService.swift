import Dispatch
import Logging
import Plans
import Records
import ServiceLifecycle
import StatusPages

/// The service: watches a folder, and keeps a plan published for every round in it.
///
/// One loop does everything in turns: it takes in hints and ends of attempts, looks at the rounds that may have
/// changed, lets their machines decide, starts attempts and writes status files. What can take long, reading
/// planners' files and solving, happens in attempts beside the loop.
public actor PlanningService: ServiceLifecycle.Service {
  typealias Instant = ContinuousClock.Instant

  enum Message: Sendable {
    /// The watch has events.
    case hints
    case timer
    case ended(round: String, attempt: Int, Attempt.Report)
    case reload
    case stop
  }

  /// The pause between two looks at one round, so that a file written in many small steps does not
  /// keep the service busy.
  static let lookGap: Duration = .milliseconds(50)
  /// How often a worker's progress is passed on.
  static let progressInterval: Duration = .seconds(1)
  /// How long a stop waits for attempts to end.
  static let stopPatience: Duration = .seconds(5)

  var configuration: ServiceConfiguration
  /// The worker's own command, to which the job's path is added: `/usr/bin/jetbd solve`.
  let workerCommand: [String]
  /// What verifies a finished run, to which the run's path is added: `/usr/bin/jetbd verify`; nil to publish unverified.
  let verifyCommand: [String]?
  let notifier: Notifier
  let logger: Logger
  /// Reads the configuration anew; nil where there is nothing to read.
  let reload: (@Sendable () throws -> ServiceConfiguration)?
  let wallClock: @Sendable () -> Timestamp
  let onEvent: @Sendable (ServiceEvent) -> Void

  var rounds: [String: RoundRecord] = [:]
  var watch: FolderWatch?
  var hintSource: HintSource?
  var inboxError: FileError?
  var nextScan: Instant?
  var lastScan: Instant?
  var lastAttempt = 0
  var statusLine = ""
  /// What the log was told of the watch failing and of statuses that could not be written.
  var toldWatchError: FileError?
  var toldStatusError: FileError?
  /// What `index.html` tells.
  var index: [IndexEntry]?
  let messages: AsyncStream<Message>
  let post: AsyncStream<Message>.Continuation

  /// - Parameters:
  ///   - workerCommand: what solves a job; the job's path is added.
  ///   - verifyCommand: what verifies a finished run, ending with 0 where all of it holds; the run's path is added.
  ///   - reload: reads the configuration anew, for `reloadConfiguration`.
  public init(
    configuration: ServiceConfiguration, workerCommand: [String], verifyCommand: [String]?,
    notifier: Notifier = Notifier(),
    logger: Logger, reload: (@Sendable () throws -> ServiceConfiguration)? = nil,
    wallClock: @escaping @Sendable () -> Timestamp = Timestamp.now,
    onEvent: @escaping @Sendable (ServiceEvent) -> Void = { _ in }
  ) {
    self.configuration = configuration
    self.workerCommand = workerCommand
    self.verifyCommand = verifyCommand
    self.notifier = notifier
    self.logger = logger
    self.reload = reload
    self.wallClock = wallClock
    self.onEvent = onEvent
    (messages, post) = AsyncStream.makeStream()
  }

  var scanner: InboxScanner { InboxScanner(inbox: configuration.inbox) }

  var timing: RoundMachine.Timing {
    RoundMachine.Timing(
      settle: configuration.settle, settleMost: configuration.settleMost,
      retryFirst: min(.seconds(5), configuration.scanInterval),
      retryMost: max(.seconds(300), configuration.scanInterval))
  }

  /// Asks for the configuration to be read anew.
  public nonisolated func reloadConfiguration() { post.yield(.reload) }

  /// Runs until it is asked to shut down gracefully, or is cancelled.
  /// - Throws: `FileError` when the service's own folders cannot be used.
  public func run() async throws {
    let lock = try open()
    // A task of its own: in a cancelled one the messages would end before the workers do.
    let loop = Task { await self.loop() }
    await withTaskCancellationOrGracefulShutdownHandler {
      await loop.value
    } onCancelOrGracefulShutdown: { [post] in
      post.yield(.stop)
    }
    close()
    _ = consume lock
    onEvent(.stopped)
  }

  private func loop() async {
    turn()
    notifier.tell(.ready, .status(statusLine))
    onEvent(.ready)
    logger.info("ready", metadata: ["rounds": "\(rounds.count)"])
    var timer = wake(at: nextTurn())
    var stopBy: Instant?
    for await message in messages {
      timer.cancel()
      take(message)
      if case .stop = message, stopBy == nil {
        notifier.tell(.stopping, .status("stopping"))
        abandonAll()
        stopBy = .now + PlanningService.stopPatience
      }
      if let stopBy {
        if .now >= stopBy || !rounds.values.contains(where: { $0.running != nil }) { break }
        timer = wake(at: stopBy)
        continue
      }
      turn()
      timer = wake(at: nextTurn())
    }
    timer.cancel()
    writeStatuses(isWatched: false)
  }

  private func wake(at instant: Instant) -> Task<Void, Never> {
    Task { [post] in
      try? await Task.sleep(until: instant, clock: .continuous)
      if !Task.isCancelled { post.yield(.timer) }
    }
  }

  private func take(_ message: Message) {
    switch message {
    case .hints: takeHints()
    case .ended(let round, let attempt, let report): ended(round, attempt, report)
    case .reload: applyReload()
    case .timer, .stop: break
    }
  }

  /// Does everything that is due.
  private func turn() {
    let now = Instant.now
    if nextScan.map({ $0 <= now }) ?? true { scan(at: now) }
    if inboxError == nil {
      for name in rounds.keys.sorted() { step(name, at: now) }
      startAttempts(at: now)
    }
    writeStatuses()
    tellStatus()
    // Here the loop has really gone round: folders were looked at, not only waited for.
    if notifier.watchdogInterval != nil { notifier.tell(.watchdog) }
  }

  private func nextTurn() -> Instant {
    let now = Instant.now
    var next = nextScan ?? now
    if let interval = notifier.watchdogInterval { next = min(next, now + interval / 2) }
    guard inboxError == nil else { return next }
    for record in rounds.values {
      if let look = record.nextLook { next = min(next, look) }
      if let deadline = record.machine.deadline { next = min(next, deadline) }
      if record.running != nil { next = min(next, now + PlanningService.progressInterval) }
    }
    return next
  }
}
