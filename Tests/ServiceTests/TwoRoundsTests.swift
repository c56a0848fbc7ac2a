import Foundation
import Plans
import Testing

@testable import Service

/// The service as a whole: what planners do, and what is published.
@Suite struct TwoRoundsTests {
  /// After every step the published run is, byte for byte, what the worker gives on what should be in force.
  @Test func dropEditBreakMendAndRemoveInTwoRoundsAtOnce() async throws {
    let home = try TemporaryFolder()
    let worker = try RunningService.fakeWorker(in: home)
    let service = try await RunningService(in: home, worker: worker)
    let rounds = ["east", "west"]
    let scratch = try home.folder("scratch")
    var expectations = rounds.map {
      Expectation(
        worker: worker, round: $0, folder: service.inbox + "/" + $0, scratch: scratch)
    }

    func step(_ name: String, _ change: (_ folder: String, _ round: String) throws -> Void)
      async throws
    {
      for round in rounds { try change(service.inbox + "/" + round, round) }
      for (index, round) in rounds.enumerated() {
        try await service.publishedPlan(of: round)
        let expected = try #require(try expectations[index].plan())
        #expect(contents(of: "\(service.plans)/\(round)/latest") == expected, "\(name), \(round)")
        #expect(
          text(at: "\(service.plans)/\(round)/report.html")
            == text(at: "\(service.plans)/\(round)/latest/report.html"))
      }
    }

    try await step("drop") { folder, round in
      try put("\(round) offers\n", at: folder + "/offers.csv")
      try put("\(round) proposals\n", at: folder + "/office 7/proposals.csv")
    }
    try await step("edit") { folder, round in
      try put("\(round) offers, more\n", at: folder + "/offers.csv")
    }
    try await step("break") { folder, _ in try put("BROKEN\n", at: folder + "/offers.csv") }
    for round in rounds {
      #expect(try #require(service.plan(of: round)).contains("offers, more"))
      let status = try await service.status(of: round) { $0.state == .current }
      #expect(status.files.map(\.state) == [.lastGoodInForce, .accepted])
      #expect(text(at: "\(service.plans)/\(round)/offers.csv.problems.txt") != nil)
    }
    try await step("break differently") { folder, _ in
      try put("BROKEN again\n", at: folder + "/offers.csv")
    }
    try await step("mend") { folder, round in
      try put("\(round) offers, mended\n", at: folder + "/offers.csv")
    }
    for round in rounds {
      #expect(text(at: "\(service.plans)/\(round)/offers.csv.problems.txt") == nil)
    }
    try await step("remove") { folder, _ in
      try FileManager.default.removeItem(atPath: folder + "/offers.csv")
    }
    for round in rounds {
      let status = try await service.status(of: round) { $0.state == .current }
      #expect(status.files.map(\.state) == [.withdrawn, .accepted])
      #expect(service.runs(of: round).count == 6)
    }
    try await service.stop()
  }

  /// What a round holds is its own: files beside the sub-folders form the round `default`.
  @Test func filesInTheInboxItselfAreTheDefaultRound() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    try put("one", at: service.inbox + "/a.csv")
    #expect(try await service.publishedPlan(of: "default") == "== a.csv\none")
    try put("two", at: service.inbox + "/default/b.csv")
    #expect(
      try await service.publishedPlan(of: "default") == "== a.csv\none== default/b.csv\ntwo")
    try put("other", at: service.inbox + "/north/a.csv")
    #expect(try await service.publishedPlan(of: "north") == "== a.csv\nother")
    #expect(service.runs(of: "default").count == 2)
    try await service.stop()
  }

  /// Rewriting a file with the same bytes, or going back to what is published, makes no new run.
  @Test func sameBytesMakeNoNewRun() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    try put("one", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try put("one", at: service.inbox + "/r/a.csv")
    try await service.event("unchanged") { $0 == .unchanged(round: "r") }
    try put("CONFLICT", at: service.inbox + "/r/a.csv")
    try await service.event("kept") { $0 == .kept(round: "r", .conflict) }
    let stale = try await service.status(of: "r") { $0.state == .stale }
    #expect(stale.reason != nil)
    try put("one", at: service.inbox + "/r/a.csv")
    try await service.event("unchanged") { $0 == .unchanged(round: "r") }
    _ = try await service.status(of: "r") { $0.state == .current && $0.conflict == nil }
    #expect(service.runs(of: "r").count == 1)
    try await service.stop()
  }
}
