import Testing

@testable import Proof

/// What intervals say holds for exact numbers: held with fractions of small integers, whose sums and products are exact in
/// integers.
@Suite("Intervals")
struct IntervalTests {
  @Test func holdWhatCannotBeWrittenExactly() {
    var sum = Interval.zero
    for _ in 0..<1000 { sum += Interval(0.1) }
    // 1000 times the double 0.1, which is a little more than a tenth.
    #expect(sum.lower < 100 && sum.upper > 100)
    #expect(sum.upper - sum.lower < 1e-9)
    let product = Interval(0.1) * 3
    #expect(product.lower < 0.30000000000000004 && product.upper > 0.3)
  }

  @Test func keepTheirEndsInOrder() {
    let wide = Interval(1) - Interval(3) + Interval(0.5)
    let turned = wide * -2
    #expect(wide.lower <= wide.upper && turned.lower <= turned.upper)
    #expect(turned.lower <= 3 && 3 <= turned.upper)
    let negative = -turned
    #expect(negative.lower == -turned.upper && negative.upper == -turned.lower)
  }

  @Test func differencesOfNearNumbersAreCovered() {
    let (a, b) = (1e16, 1.0)
    let lost = Interval(a) + Interval(b) - Interval(a)
    #expect(lost.lower <= 1 && 1 <= lost.upper)
  }
}
