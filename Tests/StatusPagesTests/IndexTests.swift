import Plans
import Records
import TestSupport
import Testing

@testable import StatusPages

/// `index.html` over no round, one and many.
@Suite struct IndexTests {
  static func entry(
    _ name: String, _ state: RoundStatus.State = .current, problems: Int = 0,
    watched: Bool = true, planned: Bool = true, failure: RoundStatus.Failure? = nil
  ) -> IndexEntry {
    let problem = LocatedProblem(
      Problem(
        .problem, kind: "k", at: Origin(file: "a.csv"), message: Bilingual(en: "x", zh: "x")))
    let scorecard = EffectTests.scorecard(invested: 2340)
    return IndexEntry(
      RoundStatus(
        round: name,
        headline: Headline(title: name, currency: "EUR", language: "en", scorecard: scorecard),
        state: state,
        reason: state == .current ? nil : Bilingual(en: "pairs conflict.", zh: "冲突。"),
        watched: watched, updated: "2026-11-24T09:31:00Z", run: planned ? "run" : nil,
        failure: failure,
        problems: ProblemCause.grouped(Array(repeating: problem, count: problems)),
        history: planned
          ? [
            .init(
              at: "2026-11-24T09:30:00Z", outcome: .planned, run: "run", scorecard: scorecard)
          ] : []),
      folder: address(name), hasReport: planned)
  }

  private func page(_ entries: [IndexEntry], watched: Bool = true) throws -> String {
    let page = try indexPage(entries, watched: watched, updated: "2026-11-24T09:31:00Z")
    #expect(unbalanced(page) == nil)
    return page
  }

  private func order(_ names: [String], in page: String) -> Bool {
    let places = names.map { page.range(of: "href=\"\($0)/status.html\"")?.lowerBound }
    guard !places.contains(nil) else { return false }
    let found = places.compactMap { $0 }
    return found == found.sorted()
  }

  @Test func noRoundSaysWhatToDo() throws {
    let page = try page([])
    #expect(page.contains("put files into the watched folder"))
    #expect(!page.contains("<table"))
  }

  @Test func oneRoundTellsItsPlanAndLeadsThere() throws {
    let page = try page([Self.entry("r")])
    for text in [
      "EUR\u{A0}2.3\u{A0}bn", "23.4\u{A0}亿欧元", "in 4 pairings", "up to date",
      "href=\"r/status.html\"",
      "href=\"r/report.html\"", "No round needs mending",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("come first"))
  }

  @Test func whatNeedsSomebodyComesFirst() throws {
    let failure = RoundStatus.Failure(reason: Bilingual(en: "x", zh: "x"), times: 1, retry: nil)
    let page = try page([
      Self.entry("a"), Self.entry("b", problems: 2), Self.entry("c", .stale),
      Self.entry("d", .planning),
      Self.entry("e", .waiting, planned: false), Self.entry("f", failure: failure),
      Self.entry("g", problems: 1),
    ])
    #expect(order(["c", "e", "f", "b", "g", "a", "d"], in: page))
    for text in [
      "3 rounds have no plan of their files as they are", "last plan stays<", "pairs conflict<",
      "content=\"5\"", "come first",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func aStoppedServiceIsSaid() throws {
    let page = try page([Self.entry("r", watched: false)], watched: false)
    #expect(page.contains("was stopped on") && page.contains("service stopped"))
  }

  @Test(arguments: [50, 3000])
  func manyRoundsStaySmall(count: Int) throws {
    let page = try page((0..<count).map { Self.entry("round \($0)", .stale) })
    #expect(page.utf8.count < 900_000)
    #expect(page.contains("2,500 more rounds are not named here") == (count == 3000))
  }
}
