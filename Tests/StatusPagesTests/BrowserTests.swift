import Foundation
import Plans
import Records
import TestSupport
import Testing

@testable import StatusPages

/// The pages of state in headless Chromium, of every kind of file, run and text, and over no round and fifty.
@Suite("Pages of state in a browser") struct BrowserTests {
  @Test func theyCanBeRead() async throws {
    let entries = (0..<50).map {
      IndexTests.entry(
        "round-\($0)", $0 % 7 == 0 ? .stale : $0 % 11 == 0 ? .planning : .current, problems: $0 % 5)
    }
    // A page that loads itself anew cannot be looked at for long.
    func still(_ page: String) -> String {
      page.replacing(/\ data-refresh="\d+"/, with: "")
        .replacing(/<noscript>.*?<\/noscript>/.dotMatchesNewlines(), with: "")
    }
    let texts = StatusPageTests.hostile.enumerated()
    let pages =
      [
        "status": try statusPage(StatusPageTests.status(), links: StatusLinks(report: "r.html")),
        "index": try indexPage(entries, watched: true, updated: "2026-11-24T09:31:00Z"),
        "none": try indexPage([], watched: false, updated: "2026-11-24T09:31:00Z"),
      ].merging(
        try texts.map { place, text in
          ("hostile-\(place)", try statusPage(StatusPageTests.status(text), links: StatusLinks()))
        }
      ) { first, _ in first }
    try await RoundFolder.inTemporaryFolder { folder in
      let paths = try pages.sorted { $0.key < $1.key }.map { name, page in
        let path = folder.appending(path: name + ".html")
        try still(page).write(to: path, atomically: true, encoding: .utf8)
        return path.path
      }
      let run = try await Program.script("check_pages.py", in: "Browser", ["look"] + paths)
      #expect(run.output == "" && run.status == 0, "\(run.output)\(run.errors)")
    }
  }
}
