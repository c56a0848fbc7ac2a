import Foundation
import Plans
import TestSupport
import Testing

/// `jetbd diff` on runs that `jetbd plan` wrote.
@Suite("What changed between two runs", .serialized)
struct DiffTests {
  private let rounds = SmallRounds()

  @Test func namesEveryChangedInputWithItsPlace() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let older = try await rounds.run("older", in: folder)
      let newer = try await rounds.run("newer", in: folder, rounds.everything())
      let difference = try await rounds.difference(older, newer)
      let lines = difference.changes.map { change in
        let fields = change.fields.map { field in
          "\(field.name) \(field.older ?? "-") \(field.newer ?? "-")"
            + (field.at.map { " \($0.at)" } ?? "")
        }
        let place = change.after ?? change.before
        return "\(change.kind.rawValue) \(change.key) \(change.step.rawValue): "
          + fields.joined(separator: ", ") + " @ \(place?.file ?? "") \(place?.at ?? "")"
          + (change.counts ? "" : " (words)")
      }
      #expect(
        lines == [
          "setting reciprocity.share added: reciprocity.share 0.3 0.5 @ policy.yaml policy.reciprocity.share (line 5)",
          "fixed-pair D2 > R1 added: amount - 4 @ policy.yaml policy.fixed_pairs[0] (line 6)",
          "link D2 > R1 added: coal_mt - 6 C5 @ links.csv row 5",
          "offer O1 edited: 2027 40 55 E2 @ offers.csv row 2",
          "proposal P1 edited: title Wind farm Wind farm on the pit B2 @ proposals.csv row 2 (words)",
          "proposal P2 edited: need 50 65 E3, jobs 40 44 H3 @ proposals.csv row 3",
          "proposal P3 withdrawn: recipient R2 - C4, sector reskilling - D4, need 30 - E4, start_year 2026 - F4, years 2 - G4, jobs 150 - H4, title Retraining - B4 @ proposals.csv row 4",
          "proposal P4 added: recipient - R2 B2, sector - solar C2, need - 20 D2, start_year - 2026 E2, years - 1, jobs - 90 F2 @ more.csv row 2",
        ])
      #expect(
        difference.files.map { "\($0.name) \($0.step.rawValue)" } == [
          "links.csv edited", "more.csv added", "offers.csv edited", "policy.yaml edited",
          "proposals.csv edited",
        ])

      // Seven changes count; what each does alone and the rest give what all do together.
      let attribution = difference.attribution
      #expect(attribution.alone.map(\.change) == [0, 1, 2, 3, 5, 6, 7])
      #expect(attribution.notTried == 0 && attribution.isReproduced)
      let together = try #require(attribution.together)
      let rest = try #require(attribution.leftOver)
      let alone = attribution.alone.compactMap(\.shift)
      #expect(alone.count == 7)
      for figure in [\PlanFigures.benefit, \.invested, \.lowestLevel] {
        let sum = alone.reduce(rest[keyPath: figure]) { $0 + $1.figures[keyPath: figure] }
        #expect(abs(sum - together.figures[keyPath: figure]) < 1e-4)
      }
      let (before, after) = (try rounds.scorecard(older), try rounds.scorecard(newer))
      #expect(abs(together.figures.benefit - (after.benefit - before.benefit)) < 1e-4)
      #expect(difference.older.scorecard == before && difference.newer.scorecard == after)
      #expect(
        alone.map(\.unitChanges) == [false, false, false, false, true, true, true]
          && together.unitChanges)
    }
  }

  /// What a change is said to do alone is what planning a folder with just that change gives.
  @Test func oneChangeAloneDoesWhatItIsSaidToDo() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let older = try await rounds.run("older", in: folder)
      let newer = try await rounds.run("newer", in: folder, rounds.everything())
      let all = try await rounds.difference(older, newer)
      let changes: [(Int, [String: String?])] = [
        (0, ["policy.yaml": "policy: {currency: EUR, reciprocity: {share: 0.5}}"]),
        (3, try rounds.edited("offers.csv", "60,40", "60,55")),
        (6, try rounds.edited("proposals.csv", "\nP3,Retraining,R2,reskilling,30,2026,2,150", "")),
      ]
      for (place, change) in changes {
        let single = try await rounds.run("single-\(place)", in: folder, change)
        let one = try await rounds.difference(older, single)
        #expect(one.attribution.alone.count == 1)
        let shift = try #require(one.attribution.alone.first?.shift)
        #expect(shift == one.attribution.together)
        #expect(one.attribution.leftOver?.isNothing == true)
        let said = all.attribution.alone.first { $0.change == place }
        #expect(said?.shift == shift)
        let (before, after) = (try rounds.scorecard(older), try rounds.scorecard(single))
        #expect(abs(shift.figures.invested - (after.invested - before.invested)) < 1e-5)
        let jobs = (after.indicators[.jobs] ?? 0) - (before.indicators[.jobs] ?? 0)
        #expect(abs((shift.figures.indicators[.jobs] ?? 0) - jobs) < 1e-4)
      }
    }
  }

  @Test func saysItInBothLanguages() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let older = try await rounds.run("older", in: folder)
      let newer = try await rounds.run("newer", in: folder, rounds.everything())
      let en = try await Tool.run("diff", older, newer)
      for line in [
        "Two fields: older → newer\n", "Money is in EUR M (millions).\n", "New files: more.csv\n",
        "1  setting reciprocity.share: 0.3 → 0.5 (was not written before) – policy.yaml policy.reciprocity.share (line 5)\n",
        "6  proposal P2: need 50 → 65, jobs 40 → 44 – proposals.csv E3, H3\n",
        "names and notes only, which change no plan – proposals.csv B2\n",
        "7  proposal P3 is gone (withdrawn, or left out for a problem) – it stood at proposals.csv row 4\n",
        "larger    Port     →  Northfield", "P3 Retraining",
        "The round of before was planned again with each change alone.",
        "all changes together", "interplay",
        "* Benefit is counted in M of this round's average yield.",
      ] { #expect(en.output.contains(line), "\(line)\n\(en.output)") }
      let zh = try await Tool.run("diff", older, newer, "--language", "zh")
      #expect(zh.status == 0)
      for line in ["资金需求 50 → 65", "京城", "哪项变化", "相互作用"] {
        #expect(zh.output.contains(line), "\(line)\n\(zh.output)")
      }
      for english in ["change", "proposal ", "before", "benefit", "{", "}"] {
        #expect(!zh.output.contains(english), "\(english)\n\(zh.output)")
      }
      #expect(!en.output.contains("{") && !en.output.contains("‖"))
    }
  }

  @Test func namesAndMovedRowsChangeNoPlan() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let older = try await rounds.run("older", in: folder)
      let renamed = try await rounds.run(
        "renamed", in: folder, rounds.edited("regions.csv", "Northfield", "North Field"))
      let words = try await rounds.difference(older, renamed)
      #expect(words.changes.map(\.counts) == [false])
      #expect(words.attribution.alone.isEmpty && words.attribution.notTried == 0)

      let proposals = try #require(SmallRounds.files["proposals.csv"]).split(separator: "\n")
      let moved = try await rounds.run(
        "moved", in: folder,
        [
          "proposals.csv": String?.none,
          "a.csv": proposals[0] + "\n" + proposals[3] + "\n",
          "b.csv": proposals[0] + "\n" + proposals[2] + "\n" + proposals[1] + "\n",
        ])
      let same = try await rounds.difference(older, moved)
      #expect(same.changes.isEmpty && same.pairings.isEmpty && same.proposals.isEmpty)
      #expect(same.files.map(\.name) == ["a.csv", "b.csv", "proposals.csv"])
      let text = try await Tool.run("diff", older, moved)
      #expect(text.output.contains("Nothing: every record and every setting"))
    }
  }

  @Test func aConflictIsToldWithTheChangeThatMakesIt() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let older = try await rounds.run("older", in: folder)
      let newer = try await rounds.run(
        "newer", in: folder,
        [
          "policy.yaml":
            "policy: {currency: EUR, language: en, title: Two fields, fixed_pairs: [{donor: D2, recipient: R1, amount: 900}]}"
        ])
      let difference = try await rounds.difference(older, newer)
      #expect(difference.attribution.alone.map(\.outcome) == [.conflict])
      #expect(difference.attribution.together == nil && difference.newer.plan == nil)
      let text = try await Tool.run("diff", older, newer)
      #expect(text.status == 0)
      #expect(text.output.contains("newer has no plan: its fixed pairs cannot all hold."))
      #expect(text.output.contains("Alone, 1 would leave fixed pairs that cannot all hold."))
    }
  }

  /// Of very many changes those with most money at stake are tried, and the others are counted.
  @Test func triesNoMoreThanFortyAlone() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let older = try await rounds.run("older", in: folder)
      let rows = (10..<53).map { "Q\($0),R\($0 % 2 + 1),wind,\($0),2026,\($0)\n" }
      let newer = try await rounds.run(
        "newer", in: folder,
        ["more.csv": "id,recipient,sector,need,start_year,jobs\n" + rows.joined()])
      let difference = try await rounds.difference(older, newer)
      #expect(difference.changes.count == 43)
      #expect(difference.attribution.alone.map(\.change) == Array(3..<43))
      #expect(difference.attribution.notTried == 3)
      let text = try await Tool.run("diff", older, newer)
      #expect(text.output.contains("3 more changes were not tried alone"))
      #expect(text.output.contains("Interplay here also holds the changes that were not tried"))
    }
  }

  /// Runs of the service share the inputs two folders above, and `latest` names one.
  @Test func readsRunsOfTheService() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let manager = FileManager.default
      let plans = folder.appending(path: "plans/two-fields")
      try manager.createDirectory(
        at: plans.appending(path: "inputs"), withIntermediateDirectories: true)
      try manager.createDirectory(
        at: plans.appending(path: "runs"), withIntermediateDirectories: true)
      for (name, changes) in [("1-old", [:]), ("2-new", try rounds.everything())] {
        let out = try await rounds.run(name, in: folder, changes)
        for hash in try manager.contentsOfDirectory(atPath: out + "/inputs") {
          try? manager.moveItem(
            atPath: out + "/inputs/" + hash, toPath: plans.path + "/inputs/" + hash)
        }
        try manager.removeItem(atPath: out + "/inputs")
        try manager.moveItem(atPath: out, toPath: plans.path + "/runs/" + name)
      }
      try manager.createSymbolicLink(
        atPath: plans.path + "/latest", withDestinationPath: "runs/2-new")
      let difference = try await rounds.difference(
        plans.path + "/runs/1-old", plans.path + "/latest")
      #expect(difference.older.run == "1-old" && difference.newer.run == "2-new")
      #expect(difference.changes.count == 8)

      try manager.removeItem(at: plans.appending(path: "inputs"))
      let lost = try await Tool.run("diff", plans.path + "/runs/1-old", plans.path + "/latest")
      #expect(lost.status == 1)
      #expect(lost.errors.contains("is not kept at"))
      let none = try await Tool.run("diff", plans.path, plans.path + "/latest")
      #expect(none.status == 2)
      #expect(none.errors.contains("holds no finished run"))
    }
  }
}
