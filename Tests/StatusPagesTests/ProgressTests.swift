import Plans
import Records
import TestSupport
import Testing

@testable import StatusPages

/// The run under way, and a page that is looked at meanwhile.
@Suite struct ProgressTests {
  private func status(_ work: RunProgress?) -> RoundStatus {
    RoundStatus(
      round: "r", state: .planning, updated: "2026-11-24T09:31:35Z",
      progress: .init(
        started: "2026-11-24T09:30:30Z", heard: "2026-11-24T09:31:32Z", seconds: 65, work: work),
      history: [
        .init(at: "2026-11-24T09:00:00Z", outcome: .planned, run: "x", seconds: 51)
      ])
  }

  private let work = RunProgress(step: "reading", iterations: 0, number: 1)
    .followed(by: "reciprocity", plan: "A", at: 0.42)
    .followed(by: "benefit", plan: "A", at: 12.4)

  @Test func stepsBehindItAreToldWithTheirTimes() {
    #expect(work.done.map(\.step) == ["reading", "reciprocity"])
    #expect(work.number == 3 && work.began == 12.4)
    #expect(abs(work.done[1].seconds - 11.98) < 1e-9)
  }

  /// However many steps there are, the latest are named and none is given the time of those left out.
  @Test func ofVeryManyStepsTheLatestAreKept() {
    let many = (1...100).reduce(RunProgress(step: "0", iterations: 0, number: 1)) {
      $0.followed(by: "\($1)", at: Double($1))
    }
    #expect(many.done.count == RunProgress.mostDone)
    #expect(many.done.allSatisfy { $0.seconds == 1 })
    #expect(many.number == 101 && many.done.last?.step == "99")
  }

  @Test func aWatchingPlannerReadsStagePlanTimeAndTheLastBeat() throws {
    let page = try statusPage(status(work), links: StatusLinks())
    for text in [
      "Under way for 1\u{A0}min 5\u{A0}s", "已进行 1\u{A0}分 5\u{A0}秒", "last word of it at 09:31:32",
      "plan A, benefit", "方案 A：效益", "aria-current=\"step\"", "coal bonds", "12\u{A0}s",
      "0.4\u{A0}s",
      "The last plan took 51\u{A0}s", "data-late=\"2026-11-24T09:31:35Z\"",
      "http-equiv=\"refresh\" content=\"3\"", "data-refresh=\"3\"",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(unbalanced(page) == nil)
    #expect(try statusPage(status(nil), links: StatusLinks()).contains("taking in the files"))
  }

  @Test func aStoppedServiceHasNothingUnderWay() throws {
    var status = status(work)
    status.watched = false
    let page = try statusPage(status, links: StatusLinks())
    #expect(!page.contains("id=\"progress\"") && !page.contains("data-late=\""))
    #expect(page.contains("was stopped"))
  }

  @Test func everySpanReadsWell() {
    #expect(span(0).en == "&lt;0.1\u{A0}s")
    #expect(span(0.44).en == "0.4\u{A0}s")
    #expect(span(9.96).zh == "10\u{A0}秒")
    #expect(span(59.6).en == "1\u{A0}min 0\u{A0}s")
    #expect(span(3725).zh == "62\u{A0}分 5\u{A0}秒")
  }
}
