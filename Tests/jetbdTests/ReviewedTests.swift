import Foundation
import TestSupport
import Testing

/// Reviewed workbooks as a planner meets them: written by the tool, read by another program.
@Suite struct ReviewedTests {
  private static let regions = """
    code,name,name_zh,need_weight
    R1,Region One,一区,3
    R2,Region Two,二区,5
    D1,Donor One,甲省,

    """

  /// Makes a round of regions and the files given, checks it and hands over its folder and that of the workbooks.
  private func reviewing(
    _ files: [String: String], _ body: (_ round: URL, _ reviewed: URL) async throws -> Void
  ) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
      for (name, text) in files.merging(["regions.csv": Self.regions], uniquingKeysWith: { $1 }) {
        try Data(text.utf8).write(to: round.appending(path: name))
      }
      try await body(round, folder.appending(path: "reviewed"))
    }
  }

  @Test func theSuggestionsAloneMendTenMistakes() async throws {
    try await reviewing([:]) { round, reviewed in
      let book = round.appending(path: "申报.xlsx").path
      let made = try await Tool.script("ten_mistakes.py", book)
      try #require(made.status == 0, "\(made.errors)")
      let before = try await Tool.run("check", round.path, "--reviewed", reviewed.path)
      #expect(before.status == 1)
      let review = reviewed.appending(path: "申报.xlsx.reviewed.xlsx").path
      let applied = try await Tool.script("apply_suggestions.py", review, book)
      #expect(applied.output == "12\n", "\(applied.errors)")
      let after = try await Tool.run("check", round.path, "--language", "en")
      #expect(after.status == 0, "\(after.output)")
      #expect(after.output.contains("0 problems"))
      // And says what was meant: 3 亿 are 30,000 万.
      let again = try await Tool.run("check", round.path, "--reviewed", reviewed.path)
      #expect(again.status == 0)
      #expect(!FileManager.default.fileExists(atPath: review))
    }
  }

  @Test func theSuggestionsAloneMendACSV() async throws {
    let proposals = """
      id,recipient,sector,need,readiness,start_yaer,instruments
      P1,Regoin One,wind,1O0,12,2026,grant
      P2,R2,wind,约120,80%,FY26,"grant,equity"

      """
    let offers = "id,donor,2026\nO1,D1,5O\n"
    try await reviewing(["p.csv": proposals, "o.csv": offers]) { round, reviewed in
      for file in ["p.csv", "o.csv"] {
        // A header that is mended brings what stands below it to light.
        for _ in 0..<2 {
          _ = try await Tool.run("check", round.path, "--reviewed", reviewed.path)
          let review = reviewed.appending(path: file + ".reviewed.xlsx").path
          guard FileManager.default.fileExists(atPath: review) else { break }
          let applied = try await Tool.script(
            "apply_suggestions.py", review, round.appending(path: file).path)
          #expect(applied.status == 0, "\(applied.errors)")
        }
      }
      let after = try await Tool.run("check", round.path, "--language", "en")
      #expect(after.status == 0, "\(after.output)")
      #expect(after.output.contains("0 problems"))
    }
  }

  @Test func everyCellAtFaultIsColouredAndSaysWhy() async throws {
    let policy = "policy: {language: zh, years: [2026, 2027]}\n"
    let proposals = """
      id,recipient,sector,need,jobs
      P1,R1,wind,lots,=1+1
      P2,R9,wind,12.5,120
      P3,R9,wind,7,,

      """
    try await reviewing(["policy.yaml": policy]) { round, reviewed in
      let office = round.appending(path: "offices")
      try FileManager.default.createDirectory(at: office, withIntermediateDirectories: true)
      try Data("id,donor,2026\nO1,D1,much\n".utf8).write(to: office.appending(path: "p.csv"))
      try Data(proposals.utf8).write(to: round.appending(path: "p.csv"))
      _ = try await Tool.run("check", round.path, "--reviewed", reviewed.path)
      let shown = try await Shown(reviewed.appending(path: "p.csv.reviewed.xlsx").path)
      #expect(shown.sheets == ["问题", "p"])
      #expect(Set(shown.cells.keys) == ["p!D2", "p!E2", "p!B3", "p!B4"])
      #expect(shown.links.sorted() == ["'p'!B3", "'p'!B4", "'p'!D2", "'p'!E2"])
      #expect(shown.cells.values.allSatisfy { $0.tone == "problem" })
      #expect(shown.cells["p!D2"]?.comment.contains("“lots”不是数字") == true)
      #expect(shown.cells["p!E2"]?.value == "'=1+1")
      let reviewedNames = try FileManager.default.contentsOfDirectory(atPath: reviewed.path)
      #expect(reviewedNames.contains("offices__p.csv.reviewed.xlsx"))
    }
  }

  @Test func conflictsOfFixedPairsAreMarkedInThePolicy() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      let run = try await Tool.run(
        "plan", RoundFolder.golden(named: "conflict").path, "--out", out.path)
      #expect(run.status == 3)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: out.appending(path: "reviewed").path)
      let policy = try #require(names.first { $0.hasPrefix("policy") })
      let shown = try await Shown(out.appending(path: "reviewed/" + policy).path)
      #expect(!shown.cells.isEmpty)
      #expect(shown.cells.values.allSatisfy { $0.comment.contains("cannot hold together with") })
    }
  }

  @Test func doesNotWriteIntoTheRound() async throws {
    try await reviewing([:]) { round, _ in
      let run = try await Tool.run("check", round.path, "--reviewed", round.path + "/reviewed")
      #expect(run.status == 2)
      #expect(run.errors.contains("--reviewed must not lie inside"))
    }
  }
}
