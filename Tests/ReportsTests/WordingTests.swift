import Pages
import Records
import Testing

@testable import Reports

@Suite struct WordingTests {
  private let yuan = Money(currency: "CNY", offered: 20_000)
  private let dollars = Money(currency: "USD", offered: 50)

  @Test(arguments: [
    (21_240.0, "CNY\u{A0}21.2\u{A0}bn", "212.4\u{A0}亿元"),
    (340, "CNY\u{A0}340\u{A0}M", "3.4\u{A0}亿元"),
    (13, "CNY\u{A0}13\u{A0}M", "1300\u{A0}万元"), (3.42, "CNY\u{A0}3.4\u{A0}M", "342\u{A0}万元"),
    (999.7, "CNY\u{A0}1.0\u{A0}bn", "10.0\u{A0}亿元"), (0, "CNY\u{A0}0\u{A0}M", "0\u{A0}万元"),
    (0.000001, "CNY\u{A0}&lt;0.1\u{A0}M", "&lt;1\u{A0}万元"),
    (1_234_567, "CNY\u{A0}1.23\u{A0}tn", "1.23\u{A0}万亿元"),
  ])
  func moneyInProse(value: Double, en: String, zh: String) {
    #expect(yuan.prose(value) == .markup(en, zh))
  }

  @Test(arguments: [
    (3050.0, "3.05", "30.5"), (4.9, "&lt;0.01", "&lt;0.1"), (0, "0", "0"), (5, "0.01", "0.1"),
  ])
  func moneyInTables(value: Double, en: String, zh: String) {
    #expect(yuan.cell(value) == .markup(en, zh))
  }

  @Test func aSmallRoundIsInMillions() {
    #expect(dollars.unit == .markup("USD\u{A0}M", "万美元"))
    #expect(dollars.cell(3.5) == .markup("3.50", "350"))
    #expect(Money(currency: "XYZ", offered: 5000).unit.zh == "亿\u{A0}XYZ")
  }

  @Test(arguments: [
    (1.0, "100\u{A0}%"), (0.999, "&gt;99\u{A0}%"), (0.72, "72\u{A0}%"), (0.001, "&lt;1\u{A0}%"),
    (0, "0\u{A0}%"), (0.9999999, "100\u{A0}%"),
  ])
  func aShareClaimsNoMoreThanItIs(value: Double, written: String) {
    #expect(share(value) == .markup(written))
  }

  @Test(arguments: [
    (999.0, "999", "999"), (1234, "1,234", "1234"), (44_890, "44,890", "44\u{202F}890"),
    (-1234, "−1,234", "−1234"),
  ])
  func numbersAreGrouped(value: Double, en: String, zh: String) {
    #expect(grouped(value) == .markup(en, zh))
  }

  @Test func textIsEscapedByScalars() {
    #expect(escaped("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#39;")
    // One character each, and still a quote and an angle for a browser.
    #expect(escaped("\"\u{0301}<\u{0338}") == "&quot;\u{0301}&lt;\u{0338}")
    #expect(escaped("a\0b\u{202E}c\u{2066}d\u{1B}") == "a bcd ")
    #expect(escaped("👩‍🏭 山西") == "👩‍🏭 山西")
  }

  @Test func aLongTextIsShortened() {
    #expect(escaped(String(repeating: "长", count: 10_000)).count == 120)
    let marks = "a" + String(repeating: "\u{0301}", count: 100_000)
    #expect(escaped(marks).unicodeScalars.count < 400)
  }

  @Test func aTextAlikeInBothLanguagesStandsOnce() {
    #expect(Words("x").renderText == "x")
    #expect(
      Words(Bilingual(en: "a", zh: "甲")).renderText
        == "<span lang=\"en\">a</span><span lang=\"zh-Hans\">甲</span>")
  }

  @Test func theHashOfATextIsAsPoliciesNameIt() {
    #expect(
      contentSource(of: "") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}
