import Records
import Testing

@testable import Intake

/// A file far larger than any of the others: nothing is lost, exchanged or cut where there are many rows.
@Suite struct LargeFileTests {
  private static let rows = 60_000

  private static func need(_ number: Int) -> Double { Double(number % 977 + 1) / 4 }

  private static func title(_ number: Int) -> String {
    switch number % 5 {
    case 0: "Mine \(number), second \"phase\""
    case 1: "矿区 \(number) 风电"
    case 2: "Solar farm\nof \(number)"
    default: "Battery plant \(number) on the old pit"
    }
  }

  private static func table(_ rows: Int) -> String {
    var text = "id,title,recipient,sector,need,jobs,instruments,2026,2027\n"
    for number in 1...rows {
      let title = title(number).replacing("\"", with: "\"\"")
      let years = number % 3 == 0 ? "1,3" : ","
      text += "P\(number),\"\(title)\",R\(number % 2 + 1),\(number % 7 == 0 ? "风电" : "solar"),"
      text += "\(need(number)),\(number % 50),grant;equity,\(years)\n"
    }
    return text
  }

  @Test func everyRecordOfAFileOfSixtyThousandIsItsOwn() throws {
    var files = Sample.files(without: ["proposals"])
    files["proposals.csv"] = LargeFileTests.table(LargeFileTests.rows)
    let reading = Sample.read(files)
    #expect(reading.kinds() == [])
    let proposals = try #require(reading.records).proposals
    #expect(proposals.count == LargeFileTests.rows)
    #expect(Set(proposals.map(\.id)).count == LargeFileTests.rows)
    var wrong: [Proposal] = []
    for proposal in proposals {
      let number = try #require(Int(proposal.id.text.dropFirst()))
      let draw: Proposal.Draw =
        number % 3 == 0 ? .weights([2026: 1, 2027: 3]) : .span(start: nil, years: 1)
      let isRight =
        proposal.title == LargeFileTests.title(number)
        && proposal.need == LargeFileTests.need(number)
        && proposal.recipient.text == "R\(number % 2 + 1)"
        && proposal.sector == (number % 7 == 0 ? "wind" : "solar")
        && proposal.instruments == ["equity", "grant"] && proposal.draw == draw
        && proposal.benefits == [.jobs: Double(number % 50)]
        && proposal.origin.place == .row(sheet: nil, row: number + 1)
      if !isRight { wrong.append(proposal) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func oneBadRowAmongManyIsNamedAndNoOther() throws {
    var files = Sample.files(without: ["proposals"])
    let lines = LargeFileTests.table(12_000).split(
      separator: "\n", omittingEmptySubsequences: false)
    let bad = try #require(lines.firstIndex { $0.hasPrefix("P8999,") })
    var mended = lines.map(String.init)
    mended[bad] = "P8999,x,R1,solar,many,1,grant,,"
    files["proposals.csv"] = mended.joined(separator: "\n")
    let reading = Sample.read(files)
    #expect(reading.kinds() == ["not-a-number"])
    #expect(reading.problems.first { $0.severity == .problem }?.origin.at == "E9000")
    #expect(reading.records?.proposals.count == 11_999)
  }
}
