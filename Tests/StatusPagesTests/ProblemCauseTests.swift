import Plans
import Records
import Testing

/// Problems by their causes, as `status.json` keeps them.
@Suite struct ProblemCauseTests {
  private func problem(row: Int, found: String?, others: [Origin] = []) -> LocatedProblem {
    LocatedProblem(
      Problem(
        .problem, kind: "not-a-number",
        at: Origin(file: "p.csv", place: .cell(sheet: nil, row: row, column: 3)), others: others,
        message: Bilingual(
          en: "`need`: `\(found ?? "")` is not a number", zh: "“need”：“\(found ?? "")”不是数字"),
        found: found, allowed: "a number"))
  }

  @Test func whatIsAlikeIsSaidOnceAndNoPlaceIsLost() throws {
    let problems = (2..<10_002).map { problem(row: $0, found: "abc\($0)") }
    let causes = ProblemCause.grouped(problems)
    #expect(causes.count == 1)
    #expect(causes[0].count == 10_000)
    #expect(causes.flatMap(\.problems) == problems)
    #expect(causes[0].generalMessage.en == "`need`: `…` is not a number")
    // Much less than the same list of whole problems.
    #expect(try jsonText(causes).count * 4 < jsonText(problems).count)
  }

  @Test func otherPlacesCountAndStay() {
    let place = Origin(file: "q.csv", place: .row(sheet: nil, row: 4))
    let problems = [
      problem(row: 2, found: "x", others: [place]), problem(row: 3, found: nil),
      problem(row: 4, found: "{found}"), problem(row: 5, found: "need"),
    ]
    let causes = ProblemCause.grouped(problems)
    #expect(Set(causes.flatMap(\.problems)) == Set(problems))
    #expect(causes.reduce(0) { $0 + $1.count } == 5)
  }
}
