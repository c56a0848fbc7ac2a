import Foundation
import Plans
import Records
import StatusPages
import Testing

@testable import Service

/// What the service tells of a round's state: `status.json`, `status.html` and `index.html`.
@Suite struct StatusTests {
  private func page(_ service: RunningService, _ name: String) throws -> String {
    try #require(text(at: service.plans + "/" + name), "\(name)")
  }

  @Test func thePagesTellOfEveryRound() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    try put("good", at: service.inbox + "/r/a.csv")
    try put("BROKEN", at: service.inbox + "/r/b.csv")
    try put("good", at: service.inbox + "/<b>&?#/a.csv")
    try await service.publishedPlan(of: "r")
    try await service.publishedPlan(of: "<b>&?#")
    for round in ["r", "<b>&?#"] {
      _ = try await service.status(of: round) { $0.state == .current }
    }
    try await service.stop()
    let round = try page(service, "r/status.html")
    for text in [
      "a.csv", "is broken", "损坏", "href=\"report.html\"", "href=\"b.csv.problems.txt\"",
      "href=\"../index.html\"",
    ] { #expect(round.contains(text), "\(text)") }
    let index = try page(service, "index.html")
    for text in ["r/status.html", "%3Cb%3E%26%3F%23/status.html", "%3Cb%3E%26%3F%23/report.html"] {
      #expect(index.contains("href=\"\(text)\""), "\(text)")
    }
    #expect(!index.contains("<b>&"))
  }

  @Test func whatLiesInTheFolderIsLinked() throws {
    let home = try TemporaryFolder()
    let folder = RoundFolder(plans: home.path, round: "r")
    let origin = Origin(file: "offices/a b.csv")
    let problem = Problem(
      .problem, kind: "x", at: origin, message: Bilingual(en: "wrong", zh: "有误"))
    let status = RoundStatus(
      round: "r", state: .waiting, updated: "",
      problems: ProblemCause.grouped([LocatedProblem(problem)]))
    try put("", at: folder.path + "/offices__a b.csv.reviewed.xlsx")
    let links = StatusLinks(status, in: folder)
    #expect(links.reviewed == [origin.file: "offices__a%20b.csv.reviewed.xlsx"])
    #expect(links.problems.isEmpty)
    #expect(links.report == nil)
  }

  @Test func whatChangedForEachRunIsToldAndSurvivesARestart() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home)
    try put("good", at: service.inbox + "/r/a.csv")
    try put("good", at: service.inbox + "/r/b.csv")
    try await service.publishedPlan(of: "r")
    try put("better", at: service.inbox + "/r/a.csv")
    try FileManager.default.removeItem(atPath: service.inbox + "/r/b.csv")
    try await service.publishedPlan(of: "r")
    try put("NOPLAN", at: service.inbox + "/r/c.csv")
    try await service.event("kept") { $0 == .kept(round: "r", .noPlan) }
    let status = try await service.status(of: "r") { $0.state == .stale }
    try await service.stop()

    #expect(status.history.map(\.outcome) == [.noPlan, .planned, .planned])
    let changes = status.history.map(\.changes)
    #expect(changes[2]?.added == ["a.csv", "b.csv"])
    #expect(changes[1]?.changed == ["a.csv"])
    #expect(changes[1]?.withdrawn == ["b.csv"])
    #expect(changes[0]?.added == ["c.csv"])
    #expect(status.history[1].run == status.run)

    service = try await RunningService(in: home)
    let after = try await service.status(of: "r") { $0.watched && $0.history.count == 3 }
    try await service.stop()
    #expect(after.history == status.history)
    // Without a status the runs themselves tell when there was a plan.
    try FileManager.default.removeItem(atPath: service.plans + "/r/status.json")
    service = try await RunningService(in: home)
    let bare = try await service.status(of: "r") { $0.watched }
    try await service.stop()
    #expect(bare.history.compactMap(\.run) == status.history.compactMap(\.run))
    #expect(bare.history.map(\.changes).suffix(2) == [nil, nil])
  }

  /// A worker that was abandoned by a stop is no longer planning.
  @Test func aServiceStoppedInMidRunSaysSo() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home)
    let gate = home.path + "/gate"
    try put("GATE \(gate)", at: service.inbox + "/r/a.csv")
    _ = try await service.status(of: "r") { $0.state == .planning }
    try await service.stop()
    let path = service.plans + "/r/status.json"
    let status = try #require(JSON.document(RoundStatus.self, at: path))
    #expect(status.state == .waiting)
    #expect(!status.watched)
    #expect(status.progress == nil)
    #expect(status.reason == RoundRecord.stopped)
    #expect(try page(service, "r/status.html").contains("was stopped"))
    #expect(try page(service, "index.html").contains("service stopped"))

    try put("", at: gate)
    service = try await RunningService(in: home)
    try await service.publishedPlan(of: "r")
    let again = try await service.status(of: "r") { $0.state == .current }
    #expect(again.watched)
    try await service.stop()
  }

  @Test func anEarlierVersionIsInForceSinceItFirstStoodIn() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home)
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try put("BROKEN", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    var status = try await service.status(of: "r") { !$0.lastGood.isEmpty }
    try await service.stop()
    let since = "2001-01-01T00:00:00Z"
    status.lastGood[0].since = since
    status.watched = false
    try Data(jsonText(status)).write(to: URL(fileURLWithPath: service.plans + "/r/status.json"))
    try put("BROKEN otherwise", at: service.inbox + "/r/a.csv")
    service = try await RunningService(in: home)
    try await service.publishedPlan(of: "r")
    let after = try await service.status(of: "r") { $0.state == .current }
    #expect(after.lastGood.map(\.since) == [since])
    try await service.stop()
  }

  /// A failure is told once, with when it is tried again.
  @Test func aFailingWorkerIsToldToOperators() async throws {
    let service = try await RunningService(in: TemporaryFolder()) {
      $0.scanInterval = .milliseconds(50)
    }
    try put("CRASH", at: service.inbox + "/r/a.csv")
    for _ in 0..<3 {
      try await service.event("failed") { if case .failed = $0 { true } else { false } }
    }
    let status = try await service.status(of: "r") { ($0.failure?.times ?? 0) >= 3 }
    #expect(status.history.count == 1)
    #expect(status.history.first?.outcome == .failed)
    try await service.stop()
    #expect(try page(service, "r/status.html").contains("journalctl -u jetbd"))
  }

  /// Pages that somebody removed are written anew.
  @Test func removedPagesComeBack() async throws {
    let service = try await RunningService(in: TemporaryFolder()) {
      $0.scanInterval = .milliseconds(50)
    }
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    _ = try await service.status(of: "r") { $0.state == .current }
    for name in ["r/status.html", "index.html"] {
      let path = service.plans + "/" + name
      while !FileManager.default.fileExists(atPath: path) {
        try await Task.sleep(for: .milliseconds(2))
      }
      try FileManager.default.removeItem(atPath: path)
      let deadline = ContinuousClock.now + patience
      while !FileManager.default.fileExists(atPath: path) {
        try #require(ContinuousClock.now < deadline)
        try await Task.sleep(for: .milliseconds(2))
      }
    }
    try await service.stop()
  }
}
