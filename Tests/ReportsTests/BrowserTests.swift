import Foundation
import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Reports

/// Reports of rounds of every kind in headless Chromium: a silent console, nothing cut off, empty or lying over another,
/// and what an accessibility engine has to say.
///
/// `REPORT_PREVIEW=FOLDER` keeps the pages, to be looked at.
@Suite("Reports in a browser", .serialized) struct BrowserTests {
  @Test func everyKindOfRoundCanBeRead() async throws {
    try await inFolder { folder in
      let pages = try Self.pages().map { name, page in
        let path = folder.appending(path: name + ".html")
        try page.write(to: path, atomically: true, encoding: .utf8)
        return path.path
      }
      let run = try await Program.script("check_pages.py", in: "Browser", ["look"] + pages)
      #expect(run.output == "" && run.status == 0, "\(run.output)\(run.errors)")
    }
  }

  @Test(arguments: [500, 5000])
  func manyProposalsAreSortedFilteredAndPaged(proposals: Int) async throws {
    let round = LargeRound.round(proposals: proposals)
    let plan = LargeRound.plan(round)
    let page = try ReportTests.page(round, plans: [plan])
    #expect(page.utf8.count < (proposals == 500 ? 1_500_000 : 8_000_000), "\(page.utf8.count)")
    try await inFolder { folder in
      let path = folder.appending(path: "\(proposals).html")
      try page.write(to: path, atomically: true, encoding: .utf8)
      let lacking = plan.unfunded.count { $0.funded < 1 - 1e-6 }
      let run = try await Program.script(
        "check_pages.py", in: "Browser",
        ["long", path.path, "pairings=\(plan.pairings.count)", "unfunded=\(lacking)"])
      #expect(run.output == "" && run.status == 0, "\(run.output)\(run.errors)")
    }
  }

  private func inFolder(_ body: (URL) async throws -> Void) async throws {
    if let kept = ProcessInfo.processInfo.environment["REPORT_PREVIEW"] {
      return try await body(URL(filePath: kept))
    }
    try await RoundFolder.inTemporaryFolder(body)
  }

  /// Pages by name.
  static func pages() throws -> [(String, String)] {
    let big = Round(BigRound.records(policy: BigRound.policy))
    let greedy = GreedyPlan(big)
    var stopped = SmallRound.plan
    stopped.status = .stopped
    stopped.pairings = []
    stopped.tickets = []
    return [
      (
        "big",
        try ReportTests.page(
          big,
          plans: [
            greedy.plan(),
            GreedyPlan(big, share: 0.9)
              .plan(id: "B", rank: 2, profile: "benefit-first", score: 0.694),
            GreedyPlan(big, share: 0.7)
              .plan(id: "C", rank: 3, profile: "alternative-1", score: 0.682),
          ], problems: ReportTests.problems)
      ),
      ("one-pairing", try ReportTests.page(SmallRound.round, plans: [SmallRound.plan])),
      ("reasons", try ReportTests.page(ReasonedPlan.round(), plans: [ReasonedPlan.plan])),
      ("stopped", try ReportTests.page(SmallRound.round, plans: [stopped])),
      ("conflict", try conflict(big, greedy)),
      (
        "many-regions",
        try ReportTests.page(LargeRound.round(proposals: 90, donors: 30, recipients: 30))
      ),
      ("hostile", try hostile()),
    ]
  }

  private static func conflict(_ round: Round, _ greedy: GreedyPlan) throws -> String {
    let conflict = Conflict(
      rules: [
        .init(
          donor: "CN-GD", recipient: "CN-SX", amount: 9000, file: "policy.yaml",
          at: "fixed_pairs[0] (line 3)"),
        .init(
          donor: "CN-GD", recipient: "CN-NM", amount: 4000, file: "policy.yaml",
          at: "fixed_pairs[1] (line 4)"),
      ],
      repair: .init(
        total: 2500,
        fixedPairs: [.init(donor: "CN-GD", recipient: "CN-SX", fixed: 9000, possible: 6500)]))
    return try report(
      document: greedy.document(
        plans: [], problems: ReportTests.problems, conflict: conflict.told(of: round)),
      round: round, inputs: SmallRound.inputs)
  }

  /// A region, an offer and a proposal for every hostile text.
  private static func hostile() throws -> String {
    let texts = HostileTests.texts
    var records = HostileTests.round(texts[0]).records
    for (place, text) in texts.enumerated().dropFirst() {
      let other = HostileTests.round(text + "\(place)").records
      records.regions += other.regions
      records.links += other.links
      records.offers += other.offers
      records.proposals += other.proposals
    }
    // What is no currency by its code does not get past the reader.
    records.policy.currency = "CNY"
    return try ReportTests.page(Round(records), problems: ReportTests.problems)
  }
}
