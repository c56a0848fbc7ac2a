import Testing

@testable import Intake

@Suite struct CellsTests {
  private func trimmed(_ text: String) -> String {
    var builder = CellTexts.Builder(given: Array(text.utf8))
    builder.add(given: 0..<text.utf8.count)
    return builder.finished().text(0)
  }

  @Test(arguments: [
    "", " ", "a", " a", "a ", "\u{3000}资金\u{3000}", "资金", "资金 ", "\u{A0}1", "1\u{A0}", "\u{FEFF}id",
    "é", "é\u{2009}", "\u{200B}x\u{200B}", "，", "（万元）", "\t12\r\n", "氢\u{202F}", "😀", " 😀 ",
    "\u{7F}",
    "\u{3000}", "x\u{205F}", "①", "Ａ", "、",
  ])
  func textsAreTrimmedAsStringsAre(_ text: String) {
    #expect(trimmed(text) == text.trimmed)
    var shared = SharedTexts()
    var copy = text
    copy.withUTF8 { shared.append($0) }
    #expect(shared.parts[0].count == text.trimmed.utf8.count)
  }

  @Test func partsOfBothKindsKeepTheirPlaces() {
    var builder = CellTexts.Builder(given: Array("first,第二".utf8))
    builder.add(given: 6..<12)
    [UInt8]("new".utf8).withUnsafeBufferPointer { builder.add($0) }
    builder.add(.blank)
    builder.add(given: 0..<5)
    let texts = builder.finished()
    #expect((0..<4).map { texts.text($0) } == ["第二", "new", "", "first"])
    #expect((0..<4).map { texts.isBlank($0) } == [false, false, true, false])
    let row = RowCells(texts, 1..<4)
    #expect(row == ["new", "", "first"])
    #expect(row.firstFilled == 0)
    #expect(row.part(1..<9) == ["", "first"])
    #expect(row.part(5..<9).isEmpty)
  }

  @Test func aChangedRowLeavesTheOthersAlone() {
    let row = RowCells(["a", "b", "c"])
    var other = row
    other[1] = "B"
    other.append("")
    other.append("资金")
    #expect(other == ["a", "B", "c", "", "资金"])
    #expect(row == ["a", "b", "c"])
  }

  @Test func cellsOfATableTellBlanksFaultsAndNumbers() throws {
    let cells = TableCells(RowCells(["", "1,234", "x", "５%"]), faults: [2: .errorCell("x")])
    #expect(cells[0] == .blank)
    #expect(cells[1] == .text("1,234"))
    #expect(cells[2] == .fault(.errorCell("x")))
    #expect((0..<4).map { cells.isBlank($0) } == [true, false, false, false])
    #expect(try cells.number(0, .point) == nil)
    #expect(try cells.number(1, .point)?.value() == 1234)
    #expect(try cells.number(2, .point) == nil)
    #expect(try cells.number(3, .point)?.suffix == "%")
    #expect(throws: WrittenNumber.Failure.badGroups) {
      try TableCells(RowCells(["1,23"])).number(0, .point)
    }
  }
}

@Suite struct DigitsTests {
  private func digits(_ text: String) -> Digits {
    var digits = Digits()
    for byte in text.utf8 { digits.append(byte) }
    return digits
  }

  @Test(arguments: [
    "7", "1234567890123456789", "12345678901234567890", "99999999999999999999999999",
  ])
  func longOnesAreKeptWhole(_ text: String) {
    #expect(digits(text).text == text)
    #expect(digits("000" + text) == digits(text))
    #expect(digits(text).count == text.utf8.count)
  }

  @Test func whatADoubleHoldsIsExact() {
    #expect(digits("999999999999999").exact == 999_999_999_999_999)
    #expect(digits("1000000000000000").exact == nil)
    #expect(digits("000").isZero)
    #expect(digits("000").text == "")
  }
}

@Suite struct MemoTests {
  @Test func aTextIsUnderstoodOnceAndNoVocabularyIsForgotten() {
    let memo = Memo<Int>()
    var made = 0
    func look(_ text: String) -> Int? {
      memo.value(of: text) {
        made += 1
        return Int(text)
      }
    }
    #expect(look("7") == 7)
    #expect(look("7") == 7)
    #expect(made == 1)
    #expect(look("seven") == nil)
    #expect(look("seven") == nil)
    #expect(made == 3)
    for number in 0..<3_000 { #expect(look("\(number)") == number) }
    #expect(look("2999") == 2999)
  }
}
