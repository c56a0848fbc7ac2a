import Foundation
import Plans
import Records
import Round
import Testing

@testable import Reports
@testable import Spreadsheets

/// A plan's first sheet, its charts, and what stands at the end of `plans.xlsx`.
@Suite struct WorkbookOverviewTests {
  private static func book(
    _ document: PlansDocument = SmallRound.document(), policy: Policy = english,
    inputs: InputsDocument = SmallRound.inputs
  ) throws -> ReadWorkbook {
    let round = Round(SmallRound.records(policy: policy))
    return try ReadWorkbook(
      PlanWorkbook(document.published, round: round, inputs: inputs).bytes())
  }

  private static var english: Policy {
    var policy = Policy()
    policy.language = .en
    return policy
  }

  /// What stands right of a text in its row.
  private func beside(_ text: String, _ sheet: String, of book: ReadWorkbook)
    -> [ReadWorkbook.Value]
  {
    book.rows(sheet).first { $0.contains(.text(text)) }.map { row in
      Array(row.drop { $0 != .text(text) }.dropFirst()).filter { $0 != .none }
    } ?? []
  }

  @Test func saysWhatThePlanReachesWithItsUnits() throws {
    let book = try Self.book()
    let sheet = "A Overview"
    #expect(book.rows(sheet).first?.first == .text("Plan A, bond-first"))
    #expect(
      beside("Money placed", sheet, of: book).prefix(2) == [
        .number(100.000001), .text("CNY\u{A0}M"),
      ])
    #expect(beside("Money pledged", sheet, of: book).first == .number(150))
    #expect(beside("Benefit", sheet, of: book).first == .number(120.123457))
    #expect(beside("Number of pairings", sheet, of: book).last == .text("1 donor, 1 region"))
    #expect(beside("Lowest level of fairness", sheet, of: book).first == .number(0.666666667))
    #expect(
      beside("CO₂ avoided", sheet, of: book) == [.number(21_000), .text("t a year")])
    #expect(
      book.rows(sheet)[1].first == .text("Recommended · rank 1 of 1 · score 0.877 · optimal"))
  }

  @Test func showsYearsPairsAimsMatrixAndLevels() throws {
    let book = try Self.book()
    let sheet = "A Overview"
    #expect(
      beside("2027", sheet, of: book) == [
        .number(50), .number(20.000001), .number(29.999999), .number(20.000001 / 50),
      ])
    #expect(
      beside("Guangdong → Shanxi", sheet, of: book).prefix(3) == [
        .number(100.000001), .number(1), .number(120.123457),
      ])
    #expect(
      beside("Coal bonds honoured", sheet, of: book) == [
        .number(45), .number(45), .text("CNY\u{A0}M"), .number(0),
      ])
    let rows = book.rows(sheet)
    let matrix = try #require(
      rows.firstIndex { $0.prefix(3) == [.text("Recipient"), .text("Guangdong"), .text("All")] })
    #expect(
      rows[matrix + 1].prefix(3) == [.text("Shanxi"), .number(100.000001), .number(100.000001)])
    let levels = try #require(
      rows.firstIndex { $0.prefix(2) == [.text("Coal region"), .text("Level")] })
    #expect(
      rows[levels + 1].prefix(5) == [
        .text("Shanxi"), .number(0.666666673), .number(100.000001), .number(150), .number(280),
      ])
    #expect(book.xml(sheet).contains("<dataBar>"))
  }

  @Test func chartsDrawTheCellsOfTheirSheet() throws {
    let book = try Self.book()
    #expect(
      book.charts.map(\.title) == ["Largest pairings, CNY\u{A0}M", "Money by year, CNY\u{A0}M"])
    #expect(book.charts.map(\.values) == [[[100.000001]], [[80, 20.000001], [20, 29.999999]]])
    #expect(book.charts[0].places == [["Guangdong → Shanxi"]])
    #expect(book.charts[1].places == [["2026", "2027"], ["2026", "2027"]])
    #expect(Set(book.charts.flatMap(\.sheets)) == ["A Overview"])
  }

  @Test func plansAreDrawnByBenefitAndLowestLevel() throws {
    var second = SmallRound.plan
    (second.id, second.rank) = ("B", 2)
    second.scorecard.benefit = 110
    second.scorecard.lowestLevel = 0.7
    let book = try Self.book(SmallRound.document(plans: [SmallRound.plan, second]))
    let chart = try #require(book.charts.first)
    #expect(chart.sheets.allSatisfy { $0 == "Trade-offs" })
    #expect(chart.values == [[0.666666667], [0.7]])
    #expect(chart.places == [["0.924026592"], ["0.846153846"]])
    #expect(book.parts.values.contains { $0.contains("A recommended") })
  }

  @Test func noChartIsEmpty() throws {
    var plan = SmallRound.plan
    (plan.pairings, plan.tickets) = ([], [])
    plan.scorecard.invested = 0
    let empty = try Self.book(SmallRound.document(plans: [plan]))
    #expect(empty.charts.map(\.values) == [[[0, 0], [100, 50]]])
    #expect(beside("It places no money: no pairing is possible.", "A Overview", of: empty) == [])
    #expect(
      empty.rows("A Overview").contains {
        $0.first == .text("It places no money: no pairing is possible.")
      })
    let conflict = Conflict(
      rules: [
        .init(donor: "CN-GD", recipient: "CN-SX", amount: 400, file: "policy.yaml", at: "line 3")
      ],
      repair: .init(
        total: 250,
        fixedPairs: [.init(donor: "CN-GD", recipient: "CN-SX", fixed: 400, possible: 150)]))
    let book = try Self.book(SmallRound.document(plans: [], conflict: conflict))
    #expect(book.charts.isEmpty)
    #expect(book.sheetNames == ["Conflict", "Policy", "Inputs"])
    #expect(
      beside("Guangdong → Shanxi", "Conflict", of: book) == [
        .number(400), .number(150), .number(250),
      ])
  }

  @Test func everySheetPrintsOnA4AcrossWithAnAreaAndThePage() throws {
    let book = try Self.book(BigPlan.document)
    let names = try #require(book.parts["xl/workbook.xml"])
    for sheet in book.sheetNames {
      #expect(names.contains("_xlnm.Print_Area\" localSheetId="))
      #expect(
        names.contains(">'\(sheet)'!$A$1:$") || names.contains(">\(sheet)!$A$1:$"), "\(sheet)")
      let xml = book.xml(sheet)
      #expect(xml.contains("<pageSetup paperSize=\"9\""))
      #expect(xml.contains("orientation=\"landscape\""))
      #expect(!xml.contains("fitToWidth="), "\(sheet) is several pages wide")
      #expect(xml.contains("Page &amp;P of &amp;N"))
    }
    #expect(names.matches(of: /_xlnm\.Print_Area/).count == book.sheetNames.count)
  }

  @Test func listsInputsWithTheirHashesAndVersionsInForce() throws {
    var inputs = SmallRound.inputs
    let old = ContentHash(of: Array("old".utf8))
    inputs.files[0].state = .acceptedInPart
    inputs.lastGood = [
      .init(
        name: "round.xlsx", hash: old, keys: ["proposals": ["P2"]], whole: false,
        money: ["proposals": 200])
    ]
    let book = try Self.book(inputs: inputs)
    #expect(
      book.column("State", of: "Inputs") == [
        .text("accepted in part"), .text("earlier version in force"),
      ])
    #expect(
      book.column("SHA-256", of: "Inputs") == [
        .text(inputs.files[0].hash.digits), .text(old.digits),
      ])
    #expect(book.column("Records kept from that version", of: "Inputs").last == .text("P2"))
    #expect(book.column("They ask for,\nCNY\u{A0}M", of: "Inputs").last == .number(200))
  }

  @Test func listsProblemsWithTheirPlaces() throws {
    let problem = LocatedProblem(
      Problem(
        .problem, kind: "k",
        at: Origin(file: "a.csv", place: .cell(sheet: nil, row: 14, column: 3)),
        message: Bilingual(en: "no such sector", zh: "没有此领域"), found: "hydrgen",
        suggestion: "hydrogen"))
    var note = problem
    note.severity = .note
    let book = try Self.book(SmallRound.document(problems: [note, problem]))
    #expect(book.column("Kind", of: "Problems") == [.text("problem"), .text("note")])
    #expect(book.column("Place", of: "Problems").first == .text("C14"))
    #expect(book.column("What is the matter", of: "Problems").first == .text("no such sector"))
    #expect(book.column("Suggested", of: "Problems").first == .text("hydrogen"))
  }

  @Test func tellsThePolicyAndWhatOfItIsDefault() throws {
    var policy = Self.english
    policy.reciprocityShare = 0.4
    policy.origins["reciprocity.share"] = Origin(
      file: "policy.yaml", place: .path("policy.reciprocity.share", line: 9))
    policy.fixedPairs = [
      FixedPair(
        donor: "CN-GD", recipient: "CN-SX", amount: 7, origin: Origin(file: "policy.yaml"))
    ]
    let book = try Self.book(policy: policy)
    let share = beside("Share of money that follows the coal", "Policy", of: book)
    #expect(
      share == [
        .number(0.4), .text("share"), .text("the policy"),
        .text("policy.yaml · policy.reciprocity.share (line 9)"), .text("reciprocity.share"),
      ])
    #expect(
      beside("Fairness may give way by", "Policy", of: book).prefix(3) == [
        .number(0.02), .text("share"), .text("default"),
      ])
    #expect(
      beside("Re-plans for stability", "Policy", of: book).first == .number(50))
    #expect(
      beside("Fixed pair: Guangdong → Shanxi", "Policy", of: book).first == .number(7))
    // Nothing is weighed by the policy: two indicators count alike.
    #expect(
      beside("Weight in the benefit: Jobs", "Policy", of: book).prefix(2) == [
        .number(0.5), .text("default"),
      ])
  }

  @Test func allButTheInputsIsTheSameWhenFilesAreRenamed() throws {
    var inputs = SmallRound.inputs
    inputs.files[0].name = "another.xlsx"
    let (one, two) = (try Self.book(), try Self.book(inputs: inputs))
    #expect(one.sheetNames == two.sheetNames)
    for sheet in one.sheetNames {
      #expect((one.rows(sheet) == two.rows(sheet)) == (sheet != "Inputs"), "\(sheet)")
    }
  }

  @Test func sectorsAndAreasHaveTheirUsualNames() throws {
    var policy = Policy()
    policy.language = .zh
    let book = try Self.book(policy: policy)
    #expect(book.column("领域", of: "A 资金安排") == [.text("heat"), .text("风电")])
    #expect(book.column("共同政策领域", of: "A 结对") == [.text("技能培训")])
    #expect(book.column("资助项目", of: "A 结对") == [.text("城镇供热；Wind farm")])
  }
}
