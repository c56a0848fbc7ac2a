import Foundation
import Plans
import Records
import TestSupport
import Testing

@Suite("The sample rounds")
struct SampleRoundTests {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Models/rounds/shanxi-2026").standardizedFileURL

  @Test func shanxiReadsWithoutAProblemOrANote() async throws {
    let run = try await Tool.run("check", folder.path, "--language", "en")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("0 problems, 0 notes in 11 files\n"))
  }

  /// What its README says of the answer.
  @Test func shanxiPlansAsItsReadmeSays() async throws {
    try await RoundFolder.inTemporaryFolder { out in
      let run = try await Tool.run("plan", folder.path, "--out", out.path, "--language", "en")
      #expect(run.status == 0)
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
      let plan = try #require(document.plans.first { $0.id == "A" })
      #expect(plan.status == .optimal)
      #expect(plan.scorecard.benefit.rounded() == 34477)
      #expect(document.benefitOnly?.rounded() == 35086)
      // The room that kept stages leave is never spent on a pairing of a few thousand yuan: it was 43, one of them 2,535 yuan.
      #expect(plan.pairings.count == 42)
      #expect((plan.pairings.map(\.amount).min() ?? 0) > 1)
      let second = plan.pairings[1]
      #expect(second.donor == "CN-BJ" && second.recipient == "CN-SX")
      #expect(second.proposals.contains("SX-13"))
      #expect(Set(plan.pairings.map(\.recipient)).count == 11)
      let recommended = try #require(document.plans.first)
      #expect(recommended.id == "D" && document.recommended == "D")
      #expect(recommended.scorecard.benefit.rounded() == 34219)
      #expect(abs(recommended.scorecard.lowestLevel - 0.896) < 0.001)
      #expect(recommended.pairings.count == 41)
      #expect(abs(recommended.received(by: "CN-SX") - plan.received(by: "CN-SX") + 352) < 1)
    }
  }

  /// Its offers and proposals are workbooks.
  @Test func mpumalangaPlansAsItsReadmeSays() async throws {
    let folder = folder.deletingLastPathComponent().appending(path: "mpumalanga-2026")
    let check = try await Tool.run("check", folder.path, "--language", "en")
    #expect(check.output.hasSuffix("0 problems, 0 notes in 6 files\n"))
    try await RoundFolder.inTemporaryFolder { out in
      let run = try await Tool.run("plan", folder.path, "--out", out.path)
      #expect(run.status == 0)
      let document = try JSONDecoder().decode(
        PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
      let plan = try #require(document.plans.first { $0.id == "A" })
      #expect(document.currency == "USD")
      #expect(abs(plan.scorecard.benefit - 1952.96481) < 0.001)
      #expect(plan.pairings.count == 25)
      #expect(plan.scorecard.reciprocityMet > 0.999999)
      let recommended = try #require(document.plans.first)
      #expect(recommended.id == "B" && document.recommended == "B")
      #expect(abs(recommended.scorecard.benefit - 1923.67) < 0.01)
      #expect(abs(recommended.received(by: "ZA-MP-DC31") - 1041.9) < 0.1)
    }
  }
}

extension Plan {
  fileprivate func received(by region: RegionCode) -> Double {
    pairings.filter { $0.recipient == region }.reduce(0) { $0 + $1.amount }
  }
}
