import Testing

@testable import Reports

@Suite struct FigureTests {
  @Test(arguments: [
    (0.1 + 0.2, 0.3), (1.0 / 3, 0.333333333), (123_456_789.6, 123_456_790.0), (2.1e-9, 2.1e-9),
    (-0.0, 0.0), (1e300, 1e300), (36012.70000001, 36012.7), (1e-300, 1e-300),
  ])
  func aSolverValueHasNineSignificantDigits(value: Double, published: Double) {
    #expect(value.published == published)
    #expect(value.published.sign == published.sign)
  }

  @Test(arguments: [
    (123_456_789.123456, 123_456_789.123456), (0.1 + 0.2, 0.3), (-0.0, 0.0),
    (0.0000004, 0.0), (99_999.999999, 99_999.999999),
  ])
  func moneyIsExactToTheUnit(value: Double, published: Double) {
    #expect(value.wholeUnits == published)
    #expect(value.wholeUnits.sign == published.sign)
  }

  @Test(arguments: [
    (0.0, "0"), (12.0, "12"), (0.000001, "0.000001"), (1.5e-7, "0.00000015"),
    (1e20, "100000000000000000000"),
    (-2.5e-5, "-0.000025"), (123456.789, "123456.789"), (1.25e16, "12500000000000000"),
    (1e-9, "0.000000001"),
  ])
  func aNumberInCSVHasNoExponent(value: Double, written: String) {
    #expect(plainDecimal(value) == written)
  }
}
