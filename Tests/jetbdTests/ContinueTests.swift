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
