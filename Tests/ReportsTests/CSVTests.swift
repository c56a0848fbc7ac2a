import Testing

@testable import Reports

@Suite struct CSVTests {
  private func line(_ text: String) -> String {
    var table = CSVTable(header: ["t"])
    table.append([.text(text)])
    return String(decoding: table.bytes.dropFirst(6), as: UTF8.self)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-3", "'-3"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""),
    ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
    // With a combining mark the first character is no longer `=`, the first scalar is.
    ("=\u{0301}1", "'=\u{0301}1"), ("＝1", "'＝1"),
  ])
  func textLikeAFormulaIsNeutralised(text: String, written: String) {
    #expect(line(text) == written + "\r\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\r\nlines", "\"two\r\nlines\""), (" edge ", "\" edge \""), ("a=b", "a=b"),
    ("城镇供热 🏭", "城镇供热 🏭"), ("nul\0here", "nul\u{FFFD}here"),
    ("left\u{202E}right", "left\u{202E}right"),
  ])
  func textIsQuotedWhereItMustBe(text: String, written: String) {
    #expect(line(text) == written + "\r\n")
  }

  @Test func aLongTextStaysWhole() {
    let long = String(repeating: "长", count: 10_000)
    #expect(line(long) == long + "\r\n")
  }

  @Test func aTableBeginsWithAByteOrderMark() {
    #expect(CSVTable(header: ["a", "b"]).bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n".utf8))
  }
}
