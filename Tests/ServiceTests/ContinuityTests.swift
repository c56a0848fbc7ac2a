import Foundation
import Plans
import Records
import Testing

@testable import Service

/// The service hands the plan in force on to the next run.
@Suite struct ContinuityTests {
  /// Keeps the job of every attempt, then works as the worker that ships.
  private static func keepingWorker(in home: TemporaryFolder) throws -> [String] {
    let jetbd = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "jetbd").path
    let script = """
      n=$(ls "\(home.path)/seen" | wc -l)
      cp "$1/job.json" "\(home.path)/seen/$n.json"
      exec "\(jetbd)" solve "$1"
      """
    _ = try home.folder("seen")
    try put(script, at: home.path + "/worker.sh")
    return ["/bin/sh", home.path + "/worker.sh"]
  }

  @Test func theRecommendedPlanInForceIsHandedOnAndTriggersNothing() async throws {
    let home = try TemporaryFolder()
    let worker = try Self.keepingWorker(in: home)
    let tiny = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rounds/tiny").path
    var service = try await RunningService(in: home, worker: worker)
    var proposals = ""
    for name in ["links.csv", "offers.csv", "policy.yaml", "proposals.csv", "regions.csv"] {
      let original: String = try #require(text(at: tiny + "/" + name))
      if name == "proposals.csv" { proposals = original }
      try put(original, at: service.inbox + "/r/" + name)
    }
    let first = try await service.publishedPlan(of: "r")
    #expect(try seen(0, in: home).continues == nil)
    let run = try #require(
      Files.linkTarget(service.plans + "/r/latest")?.split(separator: "/").last)
    try put(
      proposals.replacingOccurrences(of: ",144.94,", with: ",154.94,"),
      at: service.inbox + "/r/proposals.csv")
    try await service.publishedPlan(of: "r")
    let earlier = try #require(try seen(1, in: home).continues)
    let document = try JSON.value(PlansDocument.self, from: Array(first.utf8))
    #expect(earlier == EarlierPlan(run: String(run), recommendedOf: document))
    #expect(!earlier.pairings.isEmpty)

    // By now the plan in force is another one than the one that was continued.
    service.service.reloadConfiguration()
    try await service.stop()
    service = try await RunningService(in: home, worker: worker)
    try await service.event("unchanged") { $0 == .unchanged(round: "r") }
    #expect(service.runs(of: "r").count == 2)
    try await service.stop()
  }

  @Test func aPlanThatCannotBeReadIsNotContinued() async throws {
    let home = try TemporaryFolder()
    let worker = try Self.keepingWorker(in: home)
    let service = try await RunningService(in: home, worker: worker)
    try put("id,donor,2026\nO1,D1,5\n", at: service.inbox + "/r/offers.csv")
    try put("id,recipient,sector,need\nP1,R1,wind,4\n", at: service.inbox + "/r/proposals.csv")
    try await service.publishedPlan(of: "r")
    try put("{", at: service.plans + "/r/latest/plans.json")
    try put("id,donor,2026\nO1,D1,6\n", at: service.inbox + "/r/offers.csv")
    try await service.publishedPlan(of: "r")
    #expect(try seen(1, in: home).continues == nil)
    try await service.stop()
  }

  private func seen(_ number: Int, in home: TemporaryFolder) throws -> Job {
    let path = "\(home.path)/seen/\(number).json"
    return try #require(JSON.document(Job.self, at: path))
  }
}
