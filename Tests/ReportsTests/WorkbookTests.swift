import Foundation
import Pages
import Plans
import Records
import Round
import Testing

@testable import Reports
@testable import Spreadsheets

@Suite struct WorkbookTests {
  private func workbook(_ language: Policy.Language = .en, plans: [Plan] = [SmallRound.plan])
    throws -> ReadWorkbook
  {
    var policy = Policy()
    policy.language = language
    let round = Round(SmallRound.records(policy: policy))
    return try ReadWorkbook(
      PlanWorkbook(
        SmallRound.document(plans: plans).published, round: round, inputs: SmallRound.inputs
      ).bytes())
  }

  @Test func hasASheetForEachTableOfEachPlan() throws {
    var second = SmallRound.plan
    second.id = "B"
    second.expertise = [ExpertiseTicket(offer: "O1", proposal: "P1", months: 4)]
    second.unfunded = []
    let book = try workbook(plans: [SmallRound.plan, second])
    #expect(
      book.sheetNames == [
        "Ranking", "Trade-offs", "A Overview", "A Pairings", "A Tickets", "A Unfunded",
        "B Overview", "B Pairings", "B Tickets", "B Expertise", "Policy", "Inputs",
      ])
    #expect(book.isWellFormed)
    #expect(book.column("Experts,\nperson-months", of: "B Expertise") == [.number(4)])
  }

  @Test func figuresAreNumbersExactToTheUnit() throws {
    let book = try workbook()
    #expect(book.column("Amount,\nCNY\u{A0}M", of: "A Pairings") == [.number(100.000001)])
    #expect(book.column("2027,\nCNY\u{A0}M", of: "A Tickets") == [.number(0), .number(20.000001)])
    #expect(book.column("Lowest level of fairness", of: "Ranking") == [.number(0.666666667)])
    #expect(book.column("Asks,\nCNY\u{A0}M", of: "A Unfunded") == [.number(200)])
    #expect(book.column("Received,\nCNY\u{A0}M", of: "A Unfunded") == [.number(20.000001)])
    #expect(book.column("Missing,\nCNY\u{A0}M", of: "A Unfunded") == [.number(179.999999)])
    #expect(book.column("Offers that fit,\nnumber", of: "A Unfunded") == [.number(1)])
    #expect(
      book.column("Limited by", of: "A Pairings") == [
        .text("need met: Town heating; budget used: Guangdong’s offer O1 2027")
      ])
    #expect(
      book.formats("Ranking").prefix(10)
        == [
          "#,##0", "General", "General", "General", "#,##0.000", "#,##0.00", "0.0%", "#,##0.00",
          "#,##0", "#,##0",
        ])
    #expect(book.formats("Ranking")[10] == "0.0%")
  }

  @Test func aSmallRoundShowsMoreDecimals() throws {
    var plan = SmallRound.plan
    plan.scorecard.invested = 0.2
    #expect(try workbook(plans: [plan]).formats("A Tickets").contains("#,##0.0000"))
  }

  @Test func headsAreInTheRoundsLanguages() throws {
    let zh = try workbook(.zh)
    #expect(zh.sheetNames == ["排名", "A 概览", "A 结对", "A 资金安排", "A 未足额", "规则", "输入"])
    #expect(zh.column("金额\n百万元", of: "A 结对") == [.number(100.000001)])
    #expect(zh.column("支援方", of: "A 结对") == [.text("广东")])
    #expect(zh.column("赠款\n百万元", of: "A 结对") == [.number(100.000001)])
    let both = try workbook(.both)
    #expect(both.sheetNames.prefix(2) == ["Ranking 排名", "A Overview 概览"])
    #expect(
      both.column("2026,\nCNY\u{A0}M\n2026年\n百万元", of: "A Tickets 资金安排") == [
        .number(80), .number(0),
      ])
    #expect(both.column("Donor\n支援方", of: "A Pairings 结对") == [.text("Guangdong / 广东")])
  }

  @Test func headsAreFrozenFilteredAndPrintedOnEveryPage() throws {
    let book = try workbook()
    let sheet = book.xml("A Tickets")
    #expect(sheet.contains("<pane xSplit=\"3\" ySplit=\"1\" topLeftCell=\"D2\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:L3\"/>"))
    #expect(sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("fitToHeight=\"0\""))
    let names = try #require(book.parts["xl/workbook.xml"])
    #expect(names.contains(">'A Tickets'!$1:$1<"))
    #expect(names.contains(">'A Tickets'!$A$1:$I$3<"))
    let created = "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z"
    #expect(book.parts["docProps/core.xml"]?.contains(created) == true)
    #expect(book.parts["docProps/core.xml"]?.contains("<dc:title>Small round") == true)
  }

  @Test func widthsCountAChineseCharacterTwice() {
    func width(_ text: String) -> Double {
      var width = ColumnWidth(head: "x", .text)
      let lines = width.takes(text)
      #expect(lines == 1)
      return width.width
    }
    #expect(width("采煤沉陷区光伏基地") == width("eighteen letters.."))
    #expect(width("采煤沉陷区光伏基地") > 18)
    var long = ColumnWidth(head: "x", .text)
    let lines = long.takes(String(repeating: "长", count: 27))
    #expect(lines == 2)
    #expect(long.width < 57)
    var head = ColumnWidth(head: "Money on other pairs than plan A’s\n与方案 A 不同的资金占比", .text)
    head.takes(0.5, decimals: 4)
    #expect(head.width < 26)
    #expect((4...7).contains(head.headLines))
  }

  @Test func planWithoutTicketsHasHeadsOnly() throws {
    var plan = SmallRound.plan
    plan.tickets = []
    plan.pairings = []
    let book = try workbook(plans: [plan])
    #expect(book.rows("A Tickets").count == 1)
    #expect(book.isWellFormed)
  }

  @Test func aRoundThatIsNotKnownIsCalledByCodes() throws {
    let book = try ReadWorkbook(
      PlanWorkbook(SmallRound.document().published, round: nil, inputs: SmallRound.inputs).bytes())
    #expect(book.column("Donor\n支援方", of: "A Pairings 结对") == [.text("CN-GD")])
    #expect(book.isWellFormed)
  }

  @Test func sameArgumentsGiveTheSameBytesAtAnyTime() throws {
    let document = BigPlan.document
    let first = try PlanWorkbook(
      document, round: BigPlan.round, inputs: SmallRound.inputs
    ).bytes()
    // The clock of zip entries and of document properties goes by seconds, of zip entries by two.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(
      try PlanWorkbook(
        document, round: BigPlan.round, inputs: SmallRound.inputs
      ).bytes() == first)
    #expect(first.starts(with: Array("PK\u{3}\u{4}".utf8)))
  }

  @Test func whatASheetCannotHoldGoesOnInTheNext() throws {
    let workbook = try Workbook(title: "t", subject: "r")
    let sheet = Sheet(
      name: "Tickets", frozen: 0,
      columns: [SheetColumn<Int>("n", .number(decimals: 0)) { .whole($0) }], rows: Array(1...5))
    try workbook.add(sheet, owner: "A", rowsPerSheet: 2)
    let book = try ReadWorkbook(workbook.bytes())
    #expect(book.sheetNames == ["A Tickets", "A Tickets 2", "A Tickets 3"])
    #expect(book.column("n", of: "A Tickets 3") == [.number(5)])
  }

  @Test func noFigureThatIsNoNumberIsWritten() throws {
    let workbook = try Workbook(title: "t", subject: "r")
    let sheet = Sheet(
      name: "s", frozen: 0, columns: [SheetColumn<Double>("n", .share) { .number($0) }],
      rows: [.nan, .infinity, 1])
    try workbook.add(sheet)
    #expect(try ReadWorkbook(workbook.bytes()).column("n", of: "s").contains(.number(1)))
    #expect(throws: WorkbookError.self) { try workbook.bytes() }
  }
}

/// A plan of the generated round.
enum BigPlan {
  static var round: Round { Round(BigRound.records(policy: BigRound.policy)) }
  static var document: PlansDocument { GreedyPlan(round).document().published }
}
