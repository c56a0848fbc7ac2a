import Foundation
import Plans
import Records
import Testing

@testable import Service

/// `status.json` of the real service in every state that it can come into, against its schema, held by another validator.
@Suite struct StatusSchemaTests {
  /// Documents of one test, kept as they were.
  private final class Kept {
    let home: TemporaryFolder
    private(set) var documents: [String] = []

    init(_ home: TemporaryFolder) { self.home = home }

    /// Keeps the status of a round as it is on disk now.
    func keep(_ round: String, of service: RunningService) throws {
      let path = "\(home.path)/kept-\(documents.count).json"
      try Data(Files.read("\(service.plans)/\(round)/status.json"))
        .write(to: URL(fileURLWithPath: path))
      documents.append(path)
    }

    /// What the validator finds wrong.
    func findings() throws -> String {
      let schema = home.path + "/status.schema.json"
      try Data(DocumentSchema.status.text).write(to: URL(fileURLWithPath: schema))
      let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Schemas/schema.py").path
      let output = home.path + "/findings.txt"
      try Data().write(to: URL(fileURLWithPath: output))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", script, "valid", schema] + documents
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return text(at: output) ?? "nothing"
    }
  }

  @Test func everyStateOfTheServiceIsDescribed() async throws {
    let home = try TemporaryFolder()
    let kept = Kept(home)
    var service = try await RunningService(in: home) { $0.scanInterval = .milliseconds(50) }
    let gate = home.path + "/gate"
    try put("GATE \(gate)", at: service.inbox + "/r/a.csv")
    let planning = try await service.status(of: "r") { $0.state == .planning && $0.progress != nil }
    #expect(planning.progress?.work == nil)
    try kept.keep("r", of: service)
    try put("", at: gate)
    try await service.publishedPlan(of: "r")
    _ = try await service.status(of: "r") { $0.state == .current }
    try kept.keep("r", of: service)
    // A broken file whose last good version stands in, a name that is no UTF-8's, and one full of marks.
    try put("BROKEN", at: service.inbox + "/r/a.csv")
    try put("good", at: service.inbox + "/r/<script>\u{202E}=x.csv")
    try await service.publishedPlan(of: "r")
    _ = try await service.status(of: "r") { $0.state == .current && !$0.lastGood.isEmpty }
    try kept.keep("r", of: service)
    try put("NOPLAN", at: service.inbox + "/r/b.csv")
    try await service.event("kept") { $0 == .kept(round: "r", .noPlan) }
    _ = try await service.status(of: "r") { $0.state == .stale }
    try kept.keep("r", of: service)
    try put("NOPLAN", at: service.inbox + "/w/b.csv")
    try await service.event("kept") { $0 == .kept(round: "w", .noPlan) }
    _ = try await service.status(of: "w") { $0.state == .waiting && $0.reason != nil }
    try kept.keep("w", of: service)
    try put("CRASH", at: service.inbox + "/f/a.csv")
    _ = try await service.status(of: "f") { $0.failure != nil && !$0.history.isEmpty }
    try kept.keep("f", of: service)
    try FileManager.default.removeItem(atPath: service.inbox + "/w/b.csv")
    try await service.event("emptied") { $0 == .emptied(round: "w") }
    _ = try await service.status(of: "w") { $0.files.contains { $0.state == .withdrawn } }
    try kept.keep("w", of: service)
    try await service.stop()
    for round in ["r", "w", "f"] { try kept.keep(round, of: service) }

    // Quiet never comes.
    service = try await RunningService(in: home) {
      ($0.settle, $0.settleMost) = (.seconds(3600), .seconds(3600))
    }
    try put("good", at: service.inbox + "/s/a.csv")
    _ = try await service.status(of: "s") { $0.state == .settling }
    try kept.keep("s", of: service)
    try await service.stop()
    #expect(try kept.findings() == "")
  }

  /// What the worker that ships adds: headline, scorecards, effects, conflicts with their rules, problems with cells.
  @Test func whatTheRealWorkerAddsIsDescribed() async throws {
    let home = try TemporaryFolder()
    let kept = Kept(home)
    let jetbd = EffectOfRunsTests.jetbd
    let service = try await RunningService(
      in: home, worker: [jetbd, "solve"], verifier: [jetbd, "verify"])
    try EffectOfRunsTests.drop("conflict", into: service.inbox + "/c")
    try await service.event("kept") { $0 == .kept(round: "c", .conflict) }
    let conflict = try await service.status(of: "c") { $0.state == .waiting && $0.conflict != nil }
    #expect(conflict.history.first?.outcome == .conflict)
    try kept.keep("c", of: service)

    try EffectOfRunsTests.drop(into: service.inbox + "/r")
    let working = try await service.status(of: "r") { $0.progress?.work != nil }
    #expect(working.state == .planning)
    try kept.keep("r", of: service)
    try await service.publishedPlan(of: "r")
    let first = try await service.status(of: "r") { $0.state == .current }
    try EffectOfRunsTests.drop(into: service.inbox + "/r") { name, text in
      guard name == "proposals.csv" else { return text }
      return text.replacingOccurrences(of: ",144.94,", with: ",44.94,")
        .replacingOccurrences(of: ",192.45,", with: ",a lot,")
    }
    try await service.publishedPlan(of: "r")
    let second = try await service.status(of: "r") { $0.state == .current && $0.run != first.run }
    #expect(second.history.first?.effect != nil && !second.problems.isEmpty)
    try kept.keep("r", of: service)
    try await service.stop()
    #expect(try kept.findings() == "")
  }
}
