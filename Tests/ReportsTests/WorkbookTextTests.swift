import Foundation
import Pages
import Plans
import Records
import Testing

@testable import Reports
@testable import Spreadsheets

/// Planners' text in a workbook.
@Suite struct WorkbookTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("城镇供热 🏭", "城镇供热 🏭"), ("", ""), ("=1+1", "'=1+1"), ("+86", "'+86"),
    ("-3", "'-3"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "'\nx"), ("＝1", "'＝1"),
    ("=\u{0301}1", "'=\u{0301}1"), ("nul\0here", "nul\u{FFFD}here"),
    ("bell\u{7}", "bell\u{FFFD}"), ("no\u{FFFE}", "no\u{FFFD}"), ("two\r\nlines", "two\nlines"),
    ("_x0041_", "_x005F_x0041_"), ("a_b", "a_b"),
  ])
  func textIsMadeHarmless(text: String, written: String) {
    #expect(cellText(text) == written)
  }

  @Test func textIsCutAtWhatACellCanHold() {
    let long = cellText(String(repeating: "🏭", count: 20_000))
    #expect(long.utf16.count <= 32_767)
    #expect(long.hasSuffix("🏭…"))
    #expect(cellText(String(repeating: "a", count: 32_767)).hasSuffix("a"))
    #expect(cellText(String(repeating: "a", count: 32_768)).hasSuffix("…"))
  }

  @Test func sheetNamesAreAllowedAndEachOnce() {
    var names = SheetNames()
    #expect(names.name("", "Ranking") == "Ranking")
    #expect(names.name("A", "Pairings") == "A Pairings")
    #expect(names.name("a", "pairings") == "a pairings 2")
    #expect(names.name("'[x]:*?/\\'", "Tickets") == "-x------’ Tickets")
    let long = String(repeating: "方案🏭", count: 20)
    let first = names.name(long, "Pairings 结对")
    #expect(first.utf16.count <= 31)
    #expect(first.hasSuffix("… Pairings 结对"))
    #expect(names.name(long, "Pairings 结对") != first)
  }

  @Test(arguments: HostileTests.texts)
  func everyTextGivesAWorkbookThatCanBeRead(text: String) throws {
    let round = HostileTests.round(text)
    let greedy = GreedyPlan(round)
    var plan = greedy.plan(id: text, profile: text)
    plan.pairings[0].boundBy = [text, "need " + text]
    plan.pairings[0].policyAreas = [PolicyArea(text)]
    var document = greedy.document(plans: [plan])
    let problem = LocatedProblem(
      Problem(
        .problem, kind: text, at: Origin(file: text, place: .path(text, line: 3)),
        message: Bilingual(en: text, zh: text), found: text, allowed: text, suggestion: text))
    document.title = text
    document.currency = text
    document.problems = [problem]
    let book = try ReadWorkbook(
      PlanWorkbook(document.published, round: round, inputs: Self.inputs(text)).bytes())
    #expect(book.isWellFormed)
    #expect(book.sheetNames.count >= 7)
    #expect(book.sheetNames.allSatisfy { $0.utf16.count <= 31 && !$0.contains(/[\[\]:*?\/\\']/) })
    #expect(Set(book.sheetNames.map { $0.lowercased() }).count == book.sheetNames.count)
    #expect(book.charts.count == 2)
    for chart in book.charts {
      #expect(chart.values.allSatisfy { !$0.isEmpty }, "\(chart)")
      #expect(chart.sheets.allSatisfy(book.sheetNames.contains), "\(chart)")
    }
    let formula = try Regex("<f>|t=\"str\"")
    for (name, part) in book.parts where name.hasPrefix("xl/worksheets/") {
      #expect(!part.contains(formula))
    }
    for sheet in book.sheetNames {
      for case .text(let cell) in book.rows(sheet).joined() {
        #expect(!"=+-@\t".contains(cell.first ?? " "), "\(cell)")
      }
    }
  }

  private static func inputs(_ text: String) -> InputsDocument {
    var inputs = SmallRound.inputs
    inputs.files[0].name = text
    inputs.lastGood = [
      .init(name: text, hash: inputs.files[0].hash, keys: ["proposals": [text]], whole: false)
    ]
    return inputs
  }
}
