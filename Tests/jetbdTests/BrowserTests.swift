import Foundation
import TestSupport
import Testing

/// The reports of rounds as they come, in headless Chromium: a silent console, both languages, sorting, filtering, unfolding,
/// printing, and every figure held against plans.json.
@Suite("Reports in a browser against plans.json") struct BrowserTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Models/rounds").standardizedFileURL

  /// Whatever is kept by hash changes its order from one process to the next; a page made anew must not.
  @Test func thePageDoesNotDependOnTheProcess() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = folder.appending(path: "rich")
      let planned = try await Tool.run(
        "plan", RoundFolder.golden(named: "rich").path, "--out", out.path)
      #expect(planned.status == 0, "\(planned.errors)")
      let page = try String(contentsOf: out.appending(path: "report.html"), encoding: .utf8)
      #expect(page.contains("data-rest="))
      for _ in 1...5 {
        let verified = try await Tool.run("verify", out.path)
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
      }
    }
  }

  @Test func whatTheyShowIsWhatThePlansSay() async throws {
    let rounds =
      ["shanxi-2026", "mpumalanga-2026"].map { Self.samples.appending(path: $0) }
      + ["rich", "communities", "integer-pairs"].map { RoundFolder.golden(named: $0) }
    try await RoundFolder.inTemporaryFolder { folder in
      var pages: [String] = []
      for round in rounds {
        let out = folder.appending(path: round.lastPathComponent)
        let run = try await Tool.run("plan", round.path, "--out", out.path)
        #expect(run.status == 0, "\(run.errors)")
        pages += [out.path, round.path]
      }
      let run = try await Tool.script("check_pages.py", in: "Browser", ["report"] + pages)
      #expect(run.output == "" && run.status == 0, "\(run.output)\(run.errors)")
    }
  }
}
