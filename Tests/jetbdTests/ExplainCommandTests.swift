import Foundation
import Plans
import TestSupport
import Testing

/// Finished runs, asked why; and their plans, adopted.
@Suite struct ExplainCommandTests {
  private let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Models/rounds/shanxi-2026").standardizedFileURL

  private func planned(
    _ round: URL, _ body: (String) async throws -> Void
  ) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = folder.appending(path: "run").path
      let run = try await Tool.run("plan", round.path, "--out", out)
      try #require(run.status == 0)
      try await body(out)
    }
  }

  @Test func everyKindOfNameIsExplainedInBothLanguages() async throws {
    try await planned(sample) { run in
      for (names, en, zh) in [
        (["Guangdong", "Shanxi"], "Guangdong with Shanxi, in plan", "广东与山西，方案"),
        (["山西", "CN-GD"], "Guangdong with Shanxi, in plan", "广东与山西，方案"),
        (["CN-NM"], "Inner Mongolia, in plan", "内蒙古，方案"),
        (["广东"], "Guangdong, in plan", "广东，方案"),
        (["SX-13"], "(SX-13, Shanxi), in plan", "（SX-13，山西），方案"),
      ] {
        let english = try await Tool.run(["explain", run] + names + ["--language", "en"])
        #expect(english.status == 0)
        #expect(english.output.contains(en), "\(names)")
        let chinese = try await Tool.run(["explain", run] + names + ["--language", "zh"])
        #expect(chinese.output.contains(zh), "\(names)")
        #expect(!chinese.output.contains("What "))
      }
      let json = try await Tool.run("explain", run, "Guangdong", "Shanxi", "--plan", "A", "--json")
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect(object?["subjects"] as? [String] == ["region:CN-GD", "region:CN-SX"])
      #expect((object?["pairings"] as? [Any])?.count == 1)
    }
  }

  @Test func whatIsNotThereIsSaidWithWhatIs() async throws {
    try await planned(RoundFolder.golden(named: "tiny")) { run in
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: URL(fileURLWithPath: run + "/plans.json")))
      let donor = try #require(document.plans.first?.pairings.first).donor.text
      for (arguments, told) in [
        ([run, donor + "x"], "did you mean “\(donor)”"),
        ([run, "Atlantis"], "is called “Atlantis”"),
        ([run, donor, "--plan", "Q"], "the run has no plan Q; its plans are A"),
        ([run, donor, donor, donor], "name one thing, or a donor and a region"),
        ([run + "/inputs", donor], "holds no finished run"),
      ] {
        let answer = try await Tool.run(["explain"] + arguments)
        #expect(answer.status == 2, "\(arguments)")
        #expect(answer.errors.contains(told), "\(answer.errors)")
        #expect(answer.output == "")
      }
      let chinese = try await Tool.run("explain", run, "Atlantis", "--language", "zh")
      #expect(chinese.errors.contains("本轮没有名为“Atlantis”的内容"))
    }
  }

  /// As the service leaves it: the inputs of all runs beside `runs`, `latest` a link.
  @Test func aRunOfTheServiceIsReadThroughItsLink() async throws {
    try await planned(RoundFolder.golden(named: "tiny")) { run in
      let manager = FileManager.default
      let plans = run + "-service"
      try manager.createDirectory(atPath: plans + "/runs", withIntermediateDirectories: true)
      try manager.copyItem(atPath: run, toPath: plans + "/runs/R1")
      try manager.moveItem(atPath: plans + "/runs/R1/inputs", toPath: plans + "/inputs")
      try manager.createSymbolicLink(
        atPath: plans + "/latest", withDestinationPath: "runs/R1")
      let here = try await Tool.run("adopt", run, "A")
      let there = try await Tool.run("adopt", plans + "/latest", "A")
      #expect(there.status == 0)
      #expect(there.output == here.output)

      let kept = try #require(try manager.contentsOfDirectory(atPath: plans + "/inputs").first)
      try Data("other".utf8).write(to: URL(fileURLWithPath: plans + "/inputs/" + kept))
      let changed = try await Tool.run("adopt", plans + "/latest", "A")
      #expect(changed.status == 1)
      #expect(changed.errors.contains("has other bytes than its name says"))
      try manager.removeItem(atPath: plans + "/inputs/" + kept)
      let lost = try await Tool.run("adopt", plans + "/latest", "A")
      #expect(lost.status == 1)
      #expect(lost.errors.contains("is not kept at"))
    }
  }

  @Test(arguments: ["yaml", "csv"])
  func anAdoptedPlanHoldsWhenTheRoundIsPlannedAgain(format: String) async throws {
    try await planned(sample) { run in
      let before = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: URL(fileURLWithPath: run + "/plans.json")))
      let plan = try #require(before.plans.first { $0.id == "A" })
      let adopted = try await Tool.run("adopt", run, "A", "--format", format)
      #expect(adopted.status == 0)
      let round = URL(fileURLWithPath: run + "-round/shanxi-2026")
      try FileManager.default.createDirectory(
        at: round.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: sample, to: round)
      try Data(adopted.output.utf8).write(to: round.appending(path: "agreed." + format))

      let again = try await Tool.run("plan", round.path, "--out", run + "-again")
      #expect(again.status == 0, "\(again.errors)")
      let after = try JSONDecoder().decode(
        PlansDocument.self,
        from: Data(contentsOf: URL(fileURLWithPath: run + "-again/plans.json")))
      let held = try #require(after.plans.first { $0.id == "A" })
      for pairing in plan.pairings {
        let now = held.pairings.first {
          $0.donor == pairing.donor && $0.recipient == pairing.recipient
        }
        // Publishing whole units may take one for each ticket and year.
        #expect(
          (now?.amount ?? 0) >= pairing.amount - 1e-4, "\(pairing.donor) \(pairing.recipient)")
      }
    }
  }

  @Test func fewPairsAreAdoptedWhereFewAreAskedFor() async throws {
    try await planned(RoundFolder.golden(named: "tiny")) { run in
      let one = try await Tool.run("adopt", run, "A", "--pairs", "1")
      #expect(one.output.components(separatedBy: "{donor: ").count == 2)
      let none = try await Tool.run("adopt", run, "A", "--pairs", "0")
      #expect(none.status == 2)
      #expect(none.errors.contains("--pairs must be at least 1"))
      let unknown = try await Tool.run("adopt", run, "Q")
      #expect(unknown.status == 2)
      #expect(unknown.errors.contains("the run has no plan Q"))
    }
  }
}
