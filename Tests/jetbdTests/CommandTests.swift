import Foundation
import TestSupport
import Testing

/// What a user meets who names the wrong place, or asks too early.
@Suite struct CommandTests {
  private let round = RoundFolder.golden(named: "tiny").path

  @Test func aPlanThatCannotBeWrittenIsSaidInWords() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let file = folder.appending(path: "taken")
      try Data().write(to: file)
      for out in [file.path, file.path + "/deeper"] {
        let run = try await Tool.run("plan", round, "--out", out)
        #expect(run.status == 2)
        #expect(run.errors.contains("the plan cannot be written to \(out)"))
        #expect(run.errors.contains("--out"))
        #expect(!run.errors.contains("Domain") && !run.errors.contains("Written to"))
      }
    }
  }

  @Test func aRoundThatIsNoFolderIsUsage() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      for path in [folder.path + "/none", round + "/policy.yaml"] {
        let run = try await Tool.run("plan", path, in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("is not a folder"))
      }
    }
  }

  @Test func saysWhereThePlanReallyIs() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let copy = folder.appending(path: "round")
      try FileManager.default.copyItem(at: RoundFolder.golden(named: "tiny"), to: copy)
      let here = try await Tool.run("plan", ".", "--language", "en", in: copy)
      #expect(here.status == 0)
      #expect(here.output.contains("/round-plan\n") && !here.output.contains(".-plan"))
      #expect(FileManager.default.fileExists(atPath: copy.path + "-plan/plans.json"))
      let named = try await Tool.run("plan", "round/", "--language", "en", in: folder)
      #expect(named.output.contains("Written to round-plan\n"))
    }
  }

  @Test func checkSaysWhyARoundWaits() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let run = try await Tool.run("check", folder.path)
      #expect(run.status == 0)
      #expect(run.output.contains("0 problems, 0 notes in 0 files"))
      #expect(run.output.contains("no good offer and no good proposal has been read"))
      try Data("id,donor,2026\nO1,D1,5\n".utf8).write(to: folder.appending(path: "o.csv"))
      let one = try await Tool.run("check", folder.path + "/o.csv", "--language", "en")
      #expect(one.output.contains("o.csv: accepted, 1 offer\n"))
      #expect(!one.output.contains("waits"))
    }
  }

  @Test func checkWaitsForNoPipe() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let pipe = folder.path + "/pipe.xlsx"
      mkfifo(pipe, 0o644)
      let run = try await Tool.run("check", pipe)
      #expect(run.status == 1)
      #expect(run.errors.contains("it is no regular file"))
      let whole = try await Tool.run("check", folder.path)
      #expect(whole.output.contains("0 problems, 0 notes in 0 files"))
    }
  }

  @Test func aPlannerWhoAsksForChineseReadsNoEnglish() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: "round")
      try FileManager.default.copyItem(
        at: RoundFolder.golden(named: "conflict"), to: round)
      try FileManager.default.removeItem(at: round.appending(path: "expected.json"))
      try Data("donor,recipient\nD000,R001\nD000,X\nX,R001\n".utf8).write(
        to: round.appending(path: "more.csv"))
      let check = try await Tool.run("check", round.path, "--language", "zh")
      #expect(check.output.contains("more.csv B3: 问题: "))
      #expect(check.output.contains("还有：more.csv A4"))
      #expect(check.output.contains("处问题，"))
      let plan = try await Tool.run("plan", round.path, "--language", "zh")
      #expect(plan.status == 3)
      for english in ["fixed", "cheapest", "Written", "problem:", "also"] {
        #expect(!plan.output.replacing("fixed_pairs", with: "").contains(english))
        #expect(!plan.errors.contains(english))
      }
    }
  }

  @Test func jsonStandsAloneOnTheOutput() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let plan = try await Tool.run("plan", round, "--out", folder.path, "--json")
      let check = try await Tool.run("check", round, "--json")
      for run in [plan, check] {
        #expect(run.status == 0)
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        }
      }
    }
  }
}
