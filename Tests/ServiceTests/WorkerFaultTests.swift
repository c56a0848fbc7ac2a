import Foundation
import Glibc
import Plans
import Testing

@testable import Service

/// Workers that die, hang or lie leave the service up and the last plan in place.
@Suite struct WorkerFaultTests {
  private static let good = "== a.csv\ngood"

  /// A service with a plan in force, whose file then becomes `text`.
  private func serviceWithPlan(
    thenPut text: String, configure: (inout ServiceConfiguration) -> Void = { _ in }
  ) async throws -> RunningService {
    let service = try await RunningService(in: TemporaryFolder(), configure: configure)
    try put("good", at: service.inbox + "/r/a.csv")
    #expect(try await service.publishedPlan(of: "r") == Self.good)
    try put(text, at: service.inbox + "/r/a.csv")
    return service
  }

  private func failure(_ service: RunningService) async throws -> String {
    let event = try await service.event("failed") {
      if case .failed = $0 { true } else { false }
    }
    guard case .failed(_, let reason) = event else { return "" }
    return reason
  }

  @Test(arguments: [
    ("CRASH", "signal 9"), ("ABORT", "signal 6"), ("GARBAGE", "outcome.json cannot be read"),
    ("PARTIAL", "left no outcome"), ("FOREIGN", "other inputs"),
    ("BLOATED", "too large"), ("MEMORY", "raise `worker_memory_limit`"),
  ])
  func aFailedWorkerLeavesTheLastPlan(_ text: String, _ reason: String) async throws {
    let service = try await serviceWithPlan(thenPut: text)
    #expect(try await failure(service).contains(reason))
    let status = try await service.status(of: "r") { $0.state == .stale }
    #expect(try #require(status.reason).en.contains(reason))
    #expect(service.plan(of: "r") == Self.good)
    #expect(service.runs(of: "r").count == 1)
    // The next change is tried at once, not after the pause.
    try put("mended", at: service.inbox + "/r/a.csv")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\nmended")
    try await service.stop()
  }

  @Test func aCrashIsTriedOnceTheOtherWay() async throws {
    let service = try await serviceWithPlan(thenPut: "CRASHONCE")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\nCRASHONCE")
    try await service.stop()
  }

  /// Killed from outside it is no fault of the solver's way: the same way gives the same bytes.
  @Test func aKilledWorkerIsTriedOnceTheSameWay() async throws {
    let service = try await serviceWithPlan(thenPut: "KILLONCE")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\nKILLONCE")
    try await service.stop()
  }

  @Test func aHangingWorkerIsEndedWithEverythingItStarted() async throws {
    let service = try await serviceWithPlan(thenPut: "HANG") {
      $0.workerTimeLimit = .milliseconds(300)
    }
    #expect(try await failure(service).contains("worker_time_limit"))
    #expect(service.plan(of: "r") == Self.good)
    try await allGone(service)
    try await service.stop()
  }

  @Test func killingTheWorkerFromOutsideHarmsNothing() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    let gate = service.home.path + "/gate"
    try put("GATE \(gate)", at: service.inbox + "/r/a.csv")
    // Both tries, each killed as an operator would.
    for _ in 0..<2 {
      let victim = try await worker(of: service)
      kill(victim, SIGKILL)
      while kill(victim, 0) == 0 { try await Task.sleep(for: .milliseconds(2)) }
    }
    #expect(try await failure(service).contains("signal 9"))
    try put("", at: gate)
    try put("other", at: service.inbox + "/r/b.csv")
    let plan = try await service.publishedPlan(of: "r")
    #expect(plan.hasSuffix("== b.csv\nother"))
    try await service.stop()
  }

  @Test func aChangeDuringARunAbandonsIt() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    try put("GATE \(service.home.path)/never", at: service.inbox + "/r/a.csv")
    let victim = try await worker(of: service)
    try put("changed", at: service.inbox + "/r/a.csv")
    try await service.event("abandoned") { $0 == .abandoned(round: "r") }
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\nchanged")
    #expect(kill(victim, 0) != 0)
    #expect(service.runs(of: "r").count == 1)
    try await service.stop()
  }

  @Test func aWorkerThatCannotBeStartedIsSaidSo() async throws {
    let service = try await RunningService(
      in: TemporaryFolder(), worker: ["/no/such/program", "solve"])
    try put("good", at: service.inbox + "/r/a.csv")
    #expect(try await failure(service).contains("could not be started"))
    _ = try await service.status(of: "r") { $0.state == .waiting && $0.reason != nil }
    try await service.stop()
  }

  @Test func stoppingDuringARunEndsTheWorker() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    try put("GATE \(service.home.path)/never", at: service.inbox + "/r/a.csv")
    _ = try await worker(of: service)
    try await service.stop()
    try await allGone(service)
    #expect(service.runs(of: "r").isEmpty)
  }

  /// The worker that the service has running now.
  private func worker(of service: RunningService) async throws -> pid_t {
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
      // The job is last on the worker's command line; a shell it forks has the same one, so take the leader.
      for process in try processes(naming: service.home.path + "/state/jobs/")
      where getpgid(process) == process { return process }
      try await Task.sleep(for: .milliseconds(2))
    }
    throw CancellationError()
  }

  /// Waits until no process of the worker's is left: those it started end a moment after it.
  private func allGone(_ service: RunningService) async throws {
    let deadline = ContinuousClock.now + patience
    while try !processes(naming: service.home.path).isEmpty {
      try #require(ContinuousClock.now < deadline)
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Processes, zombies left out, whose command line has `text`.
  private func processes(naming text: String) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
      guard let process = pid_t(name),
        let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline"),
        String(decoding: line, as: UTF8.self).contains(text)
      else { return nil }
      return process
    }
  }
}
