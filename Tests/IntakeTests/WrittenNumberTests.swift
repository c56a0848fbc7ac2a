import Testing

@testable import Intake

@Suite struct WrittenNumberTests {
  static let readable: [(String, Double)] = [
    ("12", 12), ("1,234.5", 1234.5), ("1 234.5", 1234.5), ("１，２３４．５", 1234.5), ("-3", -3),
    ("−3", -3),
    ("+3", 3), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1.2E+03", 1200), ("1e-2", 0.01),
    ("1,234,567", 1_234_567), ("0.1", 0.1), ("123456789012345678", 123_456_789_012_345_680),
    ("0.30000000000000004", 0.30000000000000004), ("00012", 12), ("0", 0), ("-0", 0),
  ]

  @Test(arguments: readable)
  func reads(_ text: String, _ value: Double) throws {
    let number = try WrittenNumber(text)
    #expect(number.isBare)
    #expect(number.value() == value)
  }

  @Test(arguments: ["nan", "inf", "-", "", "abc", "%", "."])
  func refusesWhatHasNoDigits(_ text: String) {
    #expect(throws: WrittenNumber.Failure.notANumber) { try WrittenNumber(text) }
  }

  @Test(arguments: ["0x1p3", "12x", "12-15", "1/2", "P7", "12 months", "1e", "1.2.3e"])
  func leavesTextAroundTheNumberToItsReader(_ text: String) {
    let number = try? WrittenNumber(text)
    #expect(number?.isBare != true)
  }

  @Test(arguments: ["12,34", "1,2345", "1.2.3", "1,234.5,6", "1,,234", ",123,4"])
  func refusesSeparatorsThatPartNoThousands(_ text: String) {
    #expect(throws: WrittenNumber.Failure.badGroups) { try WrittenNumber(text) }
  }

  @Test func hasNoValueBeyondDoubles() throws {
    #expect(try WrittenNumber("1e400").value() == nil)
    #expect(try WrittenNumber("1e99999999999999999999").value() == nil)
    #expect(try WrittenNumber("1e-400").value() == nil)
  }

  /// A unit shifts the point in the text; multiplying doubles would miss the nearest one.
  @Test func shiftsThePointInTheText() throws {
    #expect(0.07 * 100 != 7)
    #expect(try WrittenNumber("0.07").value(shiftedBy: 2) == 7)
    #expect(4.35 * 100 != 435)
    #expect(try WrittenNumber("4.35").value(shiftedBy: 2) == 435)
    #expect(try WrittenNumber("1234.56").value(shiftedBy: -2) == 12.3456)
    #expect(try WrittenNumber("0.29").value(shiftedBy: 2) == 29)
    #expect(
      try WrittenNumber("123456789.123456789").value(shiftedBy: -2) == 1_234_567.891_234_567_9)
  }

  @Test func readsDecimalCommasWhereTheFileHasThem() throws {
    #expect(try WrittenNumber("1.234,5", decimal: .comma).value() == 1234.5)
    #expect(try WrittenNumber("1.234", decimal: .comma).value() == 1234)
    #expect(try WrittenNumber("1,234", decimal: .comma).value() == 1.234)
    #expect(try WrittenNumber("1,234.5", decimal: .comma).value() == 1234.5)
    #expect(try WrittenNumber("0,5", decimal: .undecided).value() == 0.5)
    #expect(throws: WrittenNumber.Failure.ambiguous) {
      try WrittenNumber("1.234", decimal: .undecided)
    }
  }

  @Test func tellsTheDecimalSignOfAFileFromAllItsCells() {
    #expect(WrittenNumber.decimal(of: ["1.234", "0,5", "x"]) == .comma)
    #expect(WrittenNumber.decimal(of: ["1.234", "0.5"]) == .point)
    #expect(WrittenNumber.decimal(of: ["1.234", "7"]) == .undecided)
    #expect(WrittenNumber.decimal(of: ["0,5", "0.5"]) == .undecided)
  }

  @Test func readsShares() throws {
    func share(_ text: String) throws -> Double? { Share.value(try WrittenNumber(text)) }
    #expect(try share("12%") == 0.12)
    #expect(try share("１２％") == 0.12)
    #expect(try share("0.12") == 0.12)
    #expect(try share("100%") == 1)
    #expect(try share("12") == nil)
    #expect(try share("101%") == nil)
    #expect(try share("-1%") == nil)
    #expect(Share.meant(try WrittenNumber("12.5")) == "12.5%")
  }

  @Test func readsYearsAndDates() {
    #expect(CalendarYear.read("2026") == 2026)
    #expect(CalendarYear.read("２０２６年") == 2026)
    #expect(CalendarYear.read("2026-03-31") == 2026)
    #expect(CalendarYear.read("2026/3/31") == 2026)
    #expect(CalendarYear.read("2026年3月31日") == 2026)
    #expect(CalendarYear.read("2026-03-31T08:00:00") == 2026)
    // As programs of other countries write a CSV: which is the day and which the month does not matter here.
    #expect(CalendarYear.read("12/31/2026") == 2026)
    #expect(CalendarYear.read("31.03.2026 08:00") == 2026)
    #expect(CalendarYear.read("1-1-2026") == 2026)
    #expect(CalendarYear.read("13/31/2026") == nil)
    #expect(CalendarYear.read("12/32/2026") == nil)
    #expect(CalendarYear.read("12/31/26") == nil)
    #expect(CalendarYear.read("12/31/1850") == nil)
    #expect(CalendarYear.read("1.2.3.2026") == nil)
    #expect(CalendarYear.read("20260331") == nil)
    #expect(CalendarYear.read("2026-3-32") == nil)
    #expect(CalendarYear.read("2026.5.x") == nil)
    #expect(CalendarYear.read("1850") == nil)
  }
}
