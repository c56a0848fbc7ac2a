import Foundation
import Plans
import Testing

@testable import Service

/// What a service finds that an earlier one left.
@Suite struct RestartTests {
  @Test func anUnchangedFolderMakesNoNewRun() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home)
    try put("good", at: service.inbox + "/r/a.csv")
    try put("BROKEN", at: service.inbox + "/r/b.csv")
    try await service.publishedPlan(of: "r")
    let before = try await service.status(of: "r") { $0.state == .current }
    try await service.stop()

    service = try await RunningService(in: home)
    try await service.event("unchanged") { $0 == .unchanged(round: "r") }
    let after = try await service.status(of: "r") { $0.state == .current }
    #expect(after.files == before.files)
    #expect(after.problems == before.problems)
    #expect(after.problems.count == 1)
    #expect(service.runs(of: "r").count == 1)
    try await service.stop()
  }

  @Test func lastGoodVersionsSurvive() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home)
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try put("BROKEN", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try await service.stop()

    service = try await RunningService(in: home)
    try put("BROKEN otherwise", at: service.inbox + "/r/a.csv")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\ngood")
    try await service.stop()
  }

  @Test func whatChangedMeanwhileIsPlanned() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home)
    try put("good", at: service.inbox + "/r/a.csv")
    try put("good", at: service.inbox + "/gone/a.csv")
    try await service.publishedPlan(of: "r")
    try await service.publishedPlan(of: "gone")
    try await service.stop()
    try put("better", at: service.inbox + "/r/a.csv")
    try FileManager.default.removeItem(atPath: service.inbox + "/gone")

    service = try await RunningService(in: home)
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\nbetter")
    let gone = try await service.status(of: "gone") { $0.state == .stale }
    #expect(gone.files.map(\.state) == [.withdrawn])
    try await service.stop()
  }

  @Test func halfPublishedRunsAreClearedAway() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home)
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try await service.stop()
    let round = service.plans + "/r"
    try put("half", at: round + "/runs/.20990101T000000Z-00000000.tmp/plans.json")
    try FileManager.default.removeItem(atPath: round + "/latest")
    try put("{", at: round + "/status.json")
    try put("left", at: home.path + "/state/jobs/7/job.json")

    service = try await RunningService(in: home)
    try await service.event("unchanged") { $0 == .unchanged(round: "r") }
    #expect(service.runs(of: "r").count == 1)
    #expect(service.plan(of: "r") == "== a.csv\ngood")
    #expect(!FileManager.default.fileExists(atPath: home.path + "/state/jobs/7"))
    try await service.stop()
  }

  /// What cannot be cleared away, as on a read-only disk, must not hide the versions in force.
  @Test func whatCannotBeClearedAwayHidesNothing() async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(in: home)
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try await service.stop()
    // A name that is not UTF-8 cannot be removed by its text, whoever runs the test.
    let stuck = try home.folder("plans/r/runs/.x.tmp")
    #expect(mkdir(Array(stuck.utf8CString.dropLast()) + [0x2F, -1, 0], 0o755) == 0)
    try put("BROKEN", at: service.inbox + "/r/a.csv")
    try put("other", at: service.inbox + "/r/b.csv")
    let again = try await RunningService(in: home)
    #expect(try await again.publishedPlan(of: "r") == "== a.csv\ngood== b.csv\nother")
    try await again.stop()
  }

  @Test func twoServicesDoNotShareAStateFolder() async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(in: home)
    let second = PlanningService(
      configuration: ServiceConfiguration(
        inbox: service.inbox, plans: service.plans, state: home.path + "/state"),
      workerCommand: [], verifyCommand: nil, notifier: Notifier { _ in },
      logger: .init(label: "test"))
    await #expect(throws: FileError.self) { try await second.run() }
    try await service.stop()
  }
}
