import Plans
import Records
import Round
import Testing

@testable import Reports
@testable import Spreadsheets

@Suite struct TerminalTests {
  @Test(arguments: [
    ("abc", 3), ("山西", 4), ("é", 1), ("e\u{0301}", 1), ("🏭", 2), ("❤️", 2), ("→", 1), ("（", 2),
    ("", 0),
  ])
  func widthCountsWideCharactersTwice(text: String, width: Int) {
    #expect(terminalWidth(text) == width)
  }

  @Test func rankingInEnglish() {
    let table = rankingTable(
      plans: SmallRound.document(), round: SmallRound.round, language: .en)
    #expect(
      table == """
        plan  profile     status   score  benefit  invested  lowest level  bond met  pairings
        A     bond-first  optimal  0.877    120.1     100.0        66.7 %   100.0 %         1

        Plan A, recommended:
        #  donor         recipient  CNY M  benefit  proposals
        1  Guangdong  →  Shanxi     100.0    120.1          2

        """)
  }

  @Test func rankingInChinese() {
    let table = rankingTable(
      plans: SmallRound.document(), round: SmallRound.round, language: .zh)
    #expect(
      table == """
        方案  取向      状态   得分   效益   安排  最低水平  责任兑现  结对
        A     责任优先  最优  0.877  120.1  100.0    66.7 %   100.0 %     1

        推荐方案 A：
        #  支援方     受援方  CNY M   效益  项目
        1  广东    →  山西    100.0  120.1     2

        """)
  }

  @Test func aNameCannotMoveTheCursorOrTurnTheLine() {
    let round = Round(SmallRound.records(regionName: "Shan\u{1B}[2Jxi\u{202E}\nX"))
    let table = rankingTable(plans: SmallRound.document(), round: round, language: .en)
    #expect(!table.contains("\u{1B}"))
    #expect(!table.contains("\u{202E}"))
    #expect(table.contains("Shan [2Jxi X"))
  }

  @Test func aLongNameIsCut() {
    let round = Round(SmallRound.records(regionName: String(repeating: "汉", count: 10_000)))
    let table = rankingTable(plans: SmallRound.document(), round: round, language: .en)
    #expect(table.contains(String(repeating: "汉", count: 19) + "…"))
    #expect(!table.contains(String(repeating: "汉", count: 20)))
    #expect(shortened("é\u{0301}abc", to: 3) == "é\u{0301}a…")
    #expect(shortened("abc", to: 3) == "abc")
  }

  @Test func aRunStoppedBeforeItPlacedAnythingDoesNotSayThatNothingCanBe() {
    var plan = SmallRound.plan
    plan.pairings = []
    plan.status = .stopped
    let document = SmallRound.document(plans: [plan])
    let english = rankingTable(plans: document, round: nil, language: .en)
    #expect(english.contains("The run was stopped before any money was placed"))
    #expect(!english.contains("No money can be placed."))
  }

  @Test func nothingToPlaceIsSaid() {
    var plan = SmallRound.plan
    plan.pairings = []
    let table = rankingTable(
      plans: SmallRound.document(plans: [plan]), round: nil, language: .en)
    #expect(table.contains("No money can be placed."))
    #expect(rankingTable(plans: SmallRound.document(plans: []), round: nil, language: .en) == "")
  }
}
