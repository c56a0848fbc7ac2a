import Foundation
import Plans
import Testing

@testable import Service

/// Reviewed workbooks beside the texts that say what to mend.
@Suite struct ReviewedFilesTests {
  private static let jetbd = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jetbd").path

  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rounds/tiny").path

  @Test func comeWithAProblemAndGoWithIt() async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(in: home, worker: [Self.jetbd, "solve"])
    let proposals = try #require(text(at: Self.sample + "/proposals.csv"))
    for name in ["links.csv", "offers.csv", "policy.yaml", "regions.csv"] {
      try put(try #require(text(at: Self.sample + "/" + name)), at: service.inbox + "/r/" + name)
    }
    try put(
      proposals.replacingOccurrences(of: ",192.45,", with: ",a lot,"),
      at: service.inbox + "/r/proposals.csv")
    try await service.publishedPlan(of: "r")
    _ = try await service.status(of: "r") { status in
      status.state == .current && status.problems.contains { $0.kind == "not-a-number" }
    }
    let reviewed = service.plans + "/r/proposals.csv.reviewed.xlsx"
    let bytes = try #require(FileManager.default.contents(atPath: reviewed))
    #expect(bytes.starts(with: Array("PK".utf8)))
    #expect(
      FileManager.default.contents(
        atPath: service.plans + "/r/latest/reviewed/proposals.csv.reviewed.xlsx") == bytes)
    try put(proposals, at: service.inbox + "/r/proposals.csv")
    try await service.publishedPlan(of: "r")
    #expect(!FileManager.default.fileExists(atPath: reviewed))
    try await service.stop()
  }

  @Test func comeWithoutAnyPlan() async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(in: home, worker: [Self.jetbd, "solve"])
    try put("id,recipient,sector,need\nP1,R1,wind,a lot\n", at: service.inbox + "/r/p.csv")
    _ = try await service.status(of: "r") { status in
      status.problems.contains { $0.kind == "not-a-number" }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: service.plans + "/r")
    #expect(names.contains("p.csv.reviewed.xlsx"))
    #expect(names.contains("p.csv.problems.txt"))
    #expect(!names.contains("latest"))
    try await service.stop()
  }

  /// What a planner takes back brings the run in force back, and the workbooks of its files.
  @Test func areThoseOfTheRunThatCounts() throws {
    let home = try TemporaryFolder()
    let folder = RoundFolder(plans: home.path, round: "r")
    try put("old", at: folder.run("1") + "/reviewed/a.csv.reviewed.xlsx")
    try put("new", at: home.path + "/job/reviewed/a.csv.reviewed.xlsx")
    try put("new", at: home.path + "/job/reviewed/b.csv.reviewed.xlsx")
    try put("kept", at: folder.path + "/b.csv.problems.txt")
    func names() throws -> [String] {
      try Files.list(folder.path).filter { $0.contains(".csv") }.sorted()
    }
    try ReviewedFiles(folder: folder).replace(from: home.path + "/job")
    #expect(
      try names() == ["a.csv.reviewed.xlsx", "b.csv.problems.txt", "b.csv.reviewed.xlsx"])
    try ReviewedFiles(folder: folder).replace(from: folder.run("1"))
    #expect(try names() == ["a.csv.reviewed.xlsx", "b.csv.problems.txt"])
    #expect(text(at: folder.path + "/a.csv.reviewed.xlsx") == "old")
    try ReviewedFiles(folder: folder).replace(from: home.path + "/none")
    #expect(try names() == ["b.csv.problems.txt"])
  }
}
