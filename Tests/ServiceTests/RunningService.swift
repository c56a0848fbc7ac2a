import Foundation
import Logging
import Plans
import Synchronization
import Testing

@testable import Service

/// How long a test waits for what must come. It only ends a test that fails: a busy machine may take its time.
let patience = Duration.seconds(300)

/// A service that runs inside a test, on folders of its own, and what it did so far.
final class RunningService: Sendable {
  let home: TemporaryFolder
  let inbox: String
  let plans: String
  let service: PlanningService
  private let task: Task<Void, any Error>
  private let heard: Heard

  /// The worker: a command to which the job's path is added.
  static func fakeWorker(in home: TemporaryFolder) throws -> [String] {
    try FakeWorker.write(to: home.path + "/worker.sh")
    return ["/bin/sh", home.path + "/worker.sh"]
  }

  init(
    in home: TemporaryFolder, worker: [String]? = nil, verifier: [String]? = nil,
    notifier: Notifier = Notifier { _ in },
    configure: (inout ServiceConfiguration) -> Void = { _ in },
    reload: (@Sendable () throws -> ServiceConfiguration)? = nil,
    log: (@Sendable (String) -> Void)? = nil
  ) async throws {
    self.home = home
    inbox = try home.folder("收件箱")
    plans = home.path + "/plans"
    var configuration = ServiceConfiguration(
      inbox: inbox, plans: plans, state: home.path + "/state")
    configuration.settle = .milliseconds(100)
    configuration.settleMost = .seconds(20)
    configuration.workers = 2
    configuration.workerTimeLimit = .seconds(60)
    configure(&configuration)
    let heard = Heard()
    self.heard = heard
    let command = try worker ?? RunningService.fakeWorker(in: home)
    let service = PlanningService(
      configuration: configuration, workerCommand: command, verifyCommand: verifier,
      notifier: notifier,
      logger: Logger(label: "test") { _ in
        guard let log else { return SwiftLogNoOpLogHandler() }
        return LineLogHandler(threshold: .init(.info), write: log)
      }, reload: reload,
      onEvent: { heard.take($0) })
    self.service = service
    task = Task { try await service.run() }
    try await event("ready") { $0 == .ready }
  }

  deinit { task.cancel() }

  /// Stops the service and waits for its end.
  func stop() async throws {
    task.cancel()
    try await task.value
  }

  /// Waits for an event that `matches`, of those not yet waited for. Each event is waited for once: a second plan
  /// where one was expected is found by the next wait.
  @discardableResult
  func event(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    where matches: @escaping @Sendable (ServiceEvent) -> Bool
  ) async throws -> ServiceEvent {
    let event = await heard.next(within: patience, where: matches)
    return try #require(
      event, "no event: \(what); heard \(heard.all)", sourceLocation: sourceLocation)
  }

  /// Waits until `round` is published once more, and gives the plan.
  @discardableResult
  func publishedPlan(
    of round: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await event("published \(round)", sourceLocation: sourceLocation) {
      if case .published(round, _) = $0 { true } else { false }
    }
    return try #require(plan(of: round), sourceLocation: sourceLocation)
  }

  func plan(of round: String) -> String? { text(at: "\(plans)/\(round)/latest/plans.json") }

  func runs(of round: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(plans)/\(round)/runs")
    return (names ?? []).sorted()
  }

  /// Waits until the status of `round` is as wanted.
  func status(
    of round: String, sourceLocation: SourceLocation = #_sourceLocation,
    where matches: (RoundStatus) -> Bool
  ) async throws -> RoundStatus {
    let path = "\(plans)/\(round)/status.json"
    let deadline = ContinuousClock.now + patience
    var last: RoundStatus?
    while ContinuousClock.now < deadline {
      last = JSON.document(RoundStatus.self, at: path)
      if let last, matches(last) { return last }
      try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record(
      "status of \(round) is \(String(describing: last))", sourceLocation: sourceLocation)
    return try #require(last, sourceLocation: sourceLocation)
  }
}

/// Events in the order they came; each is waited for once.
private final class Heard: Sendable {
  private struct State {
    var events: [ServiceEvent] = []
    var unheard: [ServiceEvent] = []
    var waiter: (@Sendable (ServiceEvent) -> Bool, CheckedContinuation<ServiceEvent?, Never>)?
  }

  private let state = Mutex(State())

  var all: [ServiceEvent] { state.withLock { $0.events } }

  func take(_ event: ServiceEvent) {
    let continuation = state.withLock { state -> CheckedContinuation<ServiceEvent?, Never>? in
      state.events.append(event)
      if let (matches, continuation) = state.waiter, matches(event) {
        state.waiter = nil
        return continuation
      }
      state.unheard.append(event)
      return nil
    }
    continuation?.resume(returning: event)
  }

  func next(
    within limit: Duration, where matches: @escaping @Sendable (ServiceEvent) -> Bool
  ) async -> ServiceEvent? {
    let timeout = Task {
      try await Task.sleep(for: limit)
      state.withLock { state in
        defer { state.waiter = nil }
        return state.waiter?.1
      }?.resume(returning: nil)
    }
    defer { timeout.cancel() }
    return await withCheckedContinuation { continuation in
      let found = state.withLock { state -> ServiceEvent? in
        if let index = state.unheard.firstIndex(where: matches) {
          let event = state.unheard[index]
          state.unheard.remove(at: index)
          return event
        }
        state.waiter = (matches, continuation)
        return nil
      }
      if let found { continuation.resume(returning: found) }
    }
  }
}
