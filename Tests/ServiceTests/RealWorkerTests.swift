import Foundation
import Plans
import Testing

@testable import Service

/// The service with the worker that ships: `jetbd solve`.
@Suite struct RealWorkerTests {
  /// Beside the test bundle, where the package manager puts every executable of the package.
  private static let jetbd = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jetbd").path

  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rounds/tiny").path

  private static let files = [
    "links.csv", "offers.csv", "policy.yaml", "proposals.csv", "regions.csv",
  ]

  /// What planners do to both rounds in one step.
  private struct Step {
    var name: String
    /// New texts by file; nil removes it.
    var changes: [String: String?]
    /// What should be in force of them; the same texts where nothing is broken.
    var inForce: [String: String?]

    init(_ name: String, _ changes: [String: String?], inForce: [String: String?]? = nil) {
      self.name = name
      self.changes = changes
      self.inForce = inForce ?? changes
    }

    var isClean: Bool { changes == inForce }
  }

  private static func steps() throws -> [Step] {
    var texts: [String: String] = [:]
    for name in files {
      let original: String = try #require(text(at: sample + "/" + name))
      texts[name] = original
    }
    let proposals = try #require(texts["proposals.csv"])
    let edited = proposals.replacingOccurrences(of: ",144.94,", with: ",154.94,")
    let brokenRow = edited.replacingOccurrences(of: ",192.45,", with: ",a lot,")
    let mended = edited.replacingOccurrences(of: ",192.45,", with: ",182.45,")
    #expect(Set([proposals, edited, brokenRow, mended]).count == 4)
    return [
      Step("drop", texts),
      Step("edit", ["proposals.csv": edited]),
      Step("break a row", ["proposals.csv": brokenRow], inForce: ["proposals.csv": edited]),
      Step(
        "break a file", ["offers.csv": "\u{0}\u{1}\u{2}"],
        inForce: ["offers.csv": texts["offers.csv"]]),
      Step(
        "mend", ["proposals.csv": mended, "offers.csv": texts["offers.csv"]]),
      Step("remove", ["links.csv": String?.none]),
    ]
  }

  /// After every step the published run is, byte for byte, what the worker gives on what should be in force; and its
  /// plans are those of `jetbd plan` on a folder that holds just that.
  @Test func dropEditBreakMendAndRemoveInTwoRoundsAtOnce() async throws {
    let home = try TemporaryFolder()
    let worker = [Self.jetbd, "solve"]
    let service = try await RunningService(
      in: home, worker: worker, verifier: [Self.jetbd, "verify"])
    let rounds = ["east", "west"]
    let scratch = try home.folder("scratch")
    var expectations = rounds.map {
      Expectation(worker: worker, round: $0, folder: service.inbox + "/" + $0, scratch: scratch)
    }
    for step in try Self.steps() {
      for round in rounds {
        try apply(step.changes, to: service.inbox + "/" + round, of: round)
        try apply(step.inForce, to: home.path + "/in-force/" + round, of: round)
      }
      for (index, round) in rounds.enumerated() {
        try await service.publishedPlan(of: round)
        let latest = "\(service.plans)/\(round)/latest"
        let published = contents(of: latest)
        let expected = try #require(try expectations[index].plan())
        #expect(published == expected, "\(step.name), \(round)")

        let out = "\(home.path)/out/\(round)"
        try run([Self.jetbd, "plan", "\(home.path)/in-force/\(round)", "--out", out])
        let planned = try #require(JSON.document(PlansDocument.self, at: out + "/plans.json"))
        let document = try #require(JSON.document(PlansDocument.self, at: latest + "/plans.json"))
        #expect(document.plans == planned.plans, "\(step.name), \(round)")
        if step.isClean {
          var direct = contents(of: out)
          direct["inputs"] = nil
          #expect(published == direct, "\(step.name), \(round)")
        }
        let status = try await service.status(of: round) { $0.state == .current }
        #expect(status.problems.contains { $0.severity == .problem } != step.isClean)
        #expect(status.headline?.scorecard?.pairings == planned.plans.first?.scorecard.pairings)
        if step.name == "break a row" {
          #expect(status.lastGood.map(\.version.money) == [["proposals": 192.45]])
        }
      }
    }
    try await service.stop()
  }

  /// The worker is told the limits of the configuration, and a raised one counts although no file has changed.
  @Test func aRaisedLimitOfRowsCountsAtTheReload() async throws {
    let home = try TemporaryFolder()
    let plain = ServiceConfiguration(
      inbox: home.path + "/收件箱", plans: home.path + "/plans", state: home.path + "/state")
    let service = try await RunningService(
      in: home, worker: [Self.jetbd, "solve"], verifier: [Self.jetbd, "verify"]
    ) {
      $0.inputLimits.rows = 4
    } reload: {
      var configuration = plain
      configuration.settle = .milliseconds(100)
      return configuration
    }
    let folder = service.inbox + "/r"
    for name in Self.files {
      try put(try #require(text(at: Self.sample + "/" + name)), at: folder + "/" + name)
    }
    try put("code,name\nX1,a\nX2,b\nX3,c\nX4,d\n", at: folder + "/more.csv")
    let before = try await service.status(of: "r") {
      $0.problems.contains { $0.file == "more.csv" && $0.kind == "over-limit" }
    }
    #expect(before.files.first { $0.name == "more.csv" }?.state == .rejected)
    service.service.reloadConfiguration()
    let after = try await service.status(of: "r") {
      $0.files.first { $0.name == "more.csv" }?.state == .accepted
    }
    #expect(!after.problems.contains { $0.kind == "over-limit" })
    try await service.stop()
  }

  /// The second round is the first with other money, so that neither can stand in for the other.
  private func apply(_ changes: [String: String?], to folder: String, of round: String) throws {
    for (name, text) in changes {
      guard let text else {
        try FileManager.default.removeItem(atPath: folder + "/" + name)
        continue
      }
      let own = round == "west" ? text.replacingOccurrences(of: ",75.12,", with: ",95.12,") : text
      try put(own, at: folder + "/" + name)
    }
  }

  private func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
  }
}
