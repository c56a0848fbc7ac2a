import Foundation
import Plans
import TestSupport
import Testing

/// `jetbd plan --continue`.
@Suite("Continuing an earlier run")
struct ContinueTests {
  /// A run whose recommended plan is like no other.
  private func writeEarlierRun(_ text: String? = nil, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let plans =
      text ?? """
        {"format": "jetb.plans/1", "recommended": "B", "plans": [
          {"id": "A", "pairings": [{"donor": "D001", "recipient": "R001", "amount": 1}]},
          {"id": "B", "pairings": [{"donor": "D001", "recipient": "R000", "amount": 7.5},
                                   {"donor": "D000", "recipient": "R001", "amount": 2}]}]}
        """
    try Data(plans.utf8).write(to: folder.appending(path: "plans.json"))
  }

  @Test("Bytes do not depend on it where no continuity is asked for", arguments: ["tiny", "rich"])
  func changesNoOtherRound(name: String) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = RoundFolder.golden(named: name).path
      let earlier = folder.appending(path: "earlier")
      try writeEarlierRun(to: earlier)
      let alone = folder.appending(path: "alone")
      let continuing = folder.appending(path: "continuing")
      let one = try await Tool.run("plan", round, "--out", alone.path, "--json")
      let two = try await Tool.run(
        "plan", round, "--out", continuing.path, "--json", "--continue", earlier.path)
      #expect(one.status == 0 && two.status == 0)
      #expect(one.output == two.output)
      #expect(try runFiles(alone) == runFiles(continuing))
      let inputs = try Data(contentsOf: alone.appending(path: "inputs.json"))
      #expect(try Data(contentsOf: continuing.appending(path: "inputs.json")) == inputs)
      #expect(!String(decoding: inputs, as: UTF8.self).contains("continues"))
    }
  }

  /// Where the policy asks for it, the plan stays near the one it continues, and `inputs.json` says which that is.
  @Test func aRoundWithContinuityKeepsToIt() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      try FileManager.default.copyItem(at: RoundFolder.golden(named: "tiny"), to: round)
      let policy = round.appending(path: "policy.yaml")
      let text = String(decoding: try Data(contentsOf: policy), as: UTF8.self)
      try Data((text + "\n  continuity: {within: 0.3}\n").utf8).write(to: policy)
      let earlier = folder.appending(path: "20260101T000000Z-0a0b0c0d")
      try writeEarlierRun(to: earlier)
      let latest = folder.appending(path: "latest")
      try FileManager.default.createSymbolicLink(at: latest, withDestinationURL: earlier)

      func plan(_ name: String, _ arguments: String...) async throws -> (URL, PlansDocument) {
        let out = folder.appending(path: name)
        let run = try await Tool.run(["plan", round.path, "--out", out.path] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        let plans = try Data(contentsOf: out.appending(path: "plans.json"))
        return (out, try JSONDecoder().decode(PlansDocument.self, from: plans))
      }
      func inputs(_ run: URL) throws -> InputsDocument {
        try JSONDecoder().decode(
          InputsDocument.self, from: Data(contentsOf: run.appending(path: "inputs.json")))
      }
      let (first, free) = try await plan("first")
      #expect(try inputs(first).continues == nil)
      let (second, kept) = try await plan("second", "--continue", latest.path)
      let continued = try #require(try inputs(second).continues)
      #expect(continued.run == "20260101T000000Z-0a0b0c0d" && continued.plan == "B")
      #expect(continued.pairings.map(\.amount) == [2, 7.5])

      func moved(_ document: PlansDocument) throws -> Double {
        let plan = try #require(document.plans.first { $0.id == "A" })
        var amounts: [String: Double] = [:]
        for pairing in plan.pairings {
          amounts["\(pairing.donor) \(pairing.recipient)", default: 0] += pairing.amount
        }
        for pairing in continued.pairings {
          amounts["\(pairing.donor) \(pairing.recipient)", default: 0] -= pairing.amount
        }
        return amounts.values.reduce(0) { $0 + abs($1) }
      }
      #expect(try moved(kept) < moved(free) - 1)
      let stages = try #require(kept.plans.first { $0.id == "A" }).stages
      let stage = try #require(stages.first { $0.stage == .continuity })
      #expect(abs(try #require(stage.value) - moved(kept)) < 0.01)
      // A run is made again from its own folder: the same plan continued gives the same bytes.
      let (third, _) = try await plan("third", "--continue", earlier.path)
      #expect(try runFiles(third) == runFiles(second))
    }
  }

  @Test func aFolderThatIsNoRunIsUsage() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = RoundFolder.golden(named: "tiny").path
      let out = folder.appending(path: "out").path
      let none = try await Tool.run("plan", round, "--out", out, "--continue", folder.path + "/no")
      #expect(none.status == 2)
      #expect(none.errors.contains("--continue takes the folder of a run"))
      for (index, text) in [
        "{", #"{"format": "jetb.plans/0", "recommended": "A", "plans": []}"#,
        #"{"format": "jetb.plans/1", "recommended": null, "plans": []}"#,
      ].enumerated() {
        let run = folder.appending(path: "run-\(index)")
        try writeEarlierRun(text, to: run)
        let wrong = try await Tool.run("plan", round, "--out", out, "--continue", run.path)
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("recommends no plan that could be continued"))
      }
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }
}
