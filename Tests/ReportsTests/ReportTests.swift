import Foundation
import Plans
import Records
import Round
import Testing

@testable import Reports

@Suite struct ReportTests {
  static let problems = [
    LocatedProblem(
      Problem(
        .problem, kind: "unknown-sector",
        at: Origin(file: "大同市-项目申报.xlsx", place: .cell(sheet: "Sheet1", row: 14, column: 3)),
        others: [
          Origin(file: "大同市-项目申报.xlsx", place: .cell(sheet: "Sheet1", row: 15, column: 3))
        ],
        message: Bilingual(en: "Sector is not known. The row is left out.", zh: "领域未知。该行未采用。"),
        found: "hydrgen", allowed: "a sector of the round", suggestion: "hydrogen")),
    LocatedProblem(
      Problem(
        .note, kind: "unknown-column", at: Origin(file: "links.csv"),
        message: Bilingual(en: "Column “remarks” is kept but not used.", zh: "“备注”列保留但未使用。"))),
  ]

  static func page(
    _ round: Round, plans: [Plan]? = nil, problems: [LocatedProblem] = [],
    inputs: InputsDocument = SmallRound.inputs
  ) throws -> String {
    let document = GreedyPlan(round).document(plans: plans, problems: problems)
    return try report(document: document.published, round: round, inputs: inputs)
  }

  /// Writes pages to look at: `REPORT_PREVIEW=FOLDER swift test --filter ReportTests`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_PREVIEW"] != nil))
  func preview() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["REPORT_PREVIEW"])
    func write(_ name: String, _ page: String) throws {
      try page.write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
    }
    let big = Round(BigRound.records(policy: BigRound.policy))
    let greedy = GreedyPlan(big)
    let second = GreedyPlan(big, share: 0.9)
      .plan(id: "B", rank: 2, profile: "benefit-first", score: 0.694)
    let third = GreedyPlan(big, share: 0.7)
      .plan(id: "C", rank: 3, profile: "alternative 1", score: 0.682)
    try write(
      "big",
      Self.page(big, plans: [greedy.plan(), second, third], problems: Self.problems))
    try write("small", Self.page(SmallRound.round, plans: [SmallRound.plan]))
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
    try write(
      "conflict",
      report(
        document: greedy.document(plans: [], problems: Self.problems, conflict: conflict),
        round: big, inputs: SmallRound.inputs))
  }
}
