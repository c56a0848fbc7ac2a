import Foundation
import TestSupport
import Testing

/// Templates as planners meet them: written, filled with a round's records by a script, checked and planned.
@Suite("Templates") struct TemplateCommandTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let rounds = tests.appending(path: "../Models/rounds").standardizedFileURL

  /// `fill_template.py` fills the template by what the template itself says of its columns.
  private func fill(
    _ round: String, _ language: String, _ format: String, _ out: URL, kinds: String = ""
  )
    async throws
  {
    let run = try await Tool.script(
      "fill_template.py", in: "Templates", Tool.path, Self.rounds.appending(path: round).path,
      language, format, out.path, kinds)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test(
    arguments: ["shanxi-2026", "mpumalanga-2026"],
    ["xlsx en", "xlsx zh", "csv en", "csv zh", "yaml en", "yaml zh"])
  func filledWithARoundReadsWithoutANoteAndPlansTheSame(_ round: String, _ kind: String)
    async throws
  {
    let words = kind.split(separator: " ").map(String.init)
    try await RoundFolder.inTemporaryFolder { folder in
      let filled = folder.appending(path: round)
      try await fill(round, words[1], words[0], filled)
      let check = try await Tool.run("check", filled.path, "--language", "en")
      #expect(check.output.contains("\n0 problems, 0 notes in "))
      try await expectTheSamePlan(as: round, filled, in: folder)
    }
  }

  /// The Chinese workbook of the sample, alone in a folder that bears the round's name.
  @Test func theChineseWorkbookOfShanxiPlansToTheSameBytes() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let copy = folder.appending(path: "shanxi-2026")
      try FileManager.default.copyItem(at: Self.rounds.appending(path: "shanxi-2026-zh"), to: copy)
      let check = try await Tool.run("check", copy.path, "--language", "en")
      #expect(check.output.hasSuffix("0 problems, 0 notes in 2 files\n"))
      try await expectTheSamePlan(as: "shanxi-2026", copy, in: folder)
    }
  }

  /// An office fills the proposals alone; the tables that it leaves empty are no problem.
  @Test func aTemplateWithProposalsAloneTakesThePlaceOfTheirFiles() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let copy = folder.appending(path: "shanxi-2026")
      try FileManager.default.copyItem(at: Self.rounds.appending(path: "shanxi-2026"), to: copy)
      for name in try FileManager.default.contentsOfDirectory(atPath: copy.path)
      where name.hasPrefix("proposals") || name == "README.md" {
        try FileManager.default.removeItem(at: copy.appending(path: name))
      }
      try await fill("shanxi-2026", "zh", "xlsx", copy, kinds: "proposals")
      let check = try await Tool.run("check", copy.path, "--language", "en")
      #expect(check.output.contains("shanxi-2026.xlsx: accepted, 90 proposals\n"))
      #expect(check.output.hasSuffix("0 problems, 0 notes in 7 files\n"))
      try await expectTheSamePlan(as: "shanxi-2026", copy, in: folder)
    }
  }

  private func expectTheSamePlan(as round: String, _ other: URL, in folder: URL) async throws {
    let expected = folder.appending(path: "expected")
    let found = folder.appending(path: "found")
    for (inputs, out) in [(Self.rounds.appending(path: round), expected), (other, found)] {
      let run = try await Tool.run("plan", inputs.path, "--out", out.path)
      try #require(run.status == 0, "\(run.errors)")
    }
    let files = try runFiles(found)
    #expect(files.count >= 6)
    #expect(try runFiles(expected) == files)
  }

  @Test(arguments: ["xlsx", "csv", "yaml"], ["en", "zh"])
  func plansAsItComes(_ format: String, _ language: String) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
      let run = try await Tool.run(
        "template", "--format", format, "--language", language,
        "--out", "round/template" + (format == "csv" ? "" : "." + format), in: folder)
      #expect(run.status == 0 && run.errors == "")
      let plan = try await Tool.run("plan", "round", "--strict", in: folder)
      #expect(plan.status == 0)
      #expect(plan.errors == "")
    }
  }

  @Test func takesItsWordsFromARoundThatStillWaits() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
      for (name, text) in [
        ("r.csv", "code,name_zh,need_weight\nZA-MP,普马兰加,1\nGB,英国,\n"),
        ("p.yaml", "policy: {currency: ZAR, years: [2031, 2032], language: zh}\n"),
        ("o.csv", "id,donor,amount,instrument,sectors\nO1,GB,5,swap,mine-closure;wind\n"),
      ] { try Data(text.utf8).write(to: round.appending(path: name)) }
      let run = try await Tool.run(
        "template", "--round", "round", "--format", "csv", "--out", "t", in: folder)
      #expect(run.status == 0)
      let offers = try String(contentsOf: folder.appending(path: "t/供给.csv"), encoding: .utf8)
      #expect(offers.contains("2031年（万兰特）,2032年（万兰特）"))
      let explanation = try String(contentsOf: folder.appending(path: "t/说明.csv"), encoding: .utf8)
      #expect(explanation.contains("swap") && explanation.contains("mine-closure；风电"))
      // Dropped into its round, it contradicts nothing there.
      try FileManager.default.moveItem(
        at: folder.appending(path: "t"), to: round.appending(path: "t"))
      let check = try await Tool.run("check", "round", "--language", "en", in: folder)
      #expect(check.output.contains("0 problems, 0 notes in 9 files"))
    }
  }

  @Test func writesOverNothingAndRefusesWhatItDoesNotKnow() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let place = folder.appending(path: "filled.xlsx")
      try Data("kept".utf8).write(to: place)
      let taken = try await Tool.run("template", "--out", place.path)
      #expect(taken.status == 2 && taken.errors.contains("exists already"))
      #expect(try Data(contentsOf: place) == Data("kept".utf8))
      for wrong in [
        ["--currency", "YUAN"], ["--years", "2030-2026"], ["--format", "pdf"], ["--unit", "kg"],
        ["--round", "none"],
      ] {
        let run = try await Tool.run(["template", "--out", "t"] + wrong, in: folder)
        #expect(run.status == 2, "\(wrong)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["filled.xlsx"])
    }
  }
}
