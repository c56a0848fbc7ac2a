/// A real number that is known to lie between two others.
///
/// Every operation rounds outward by one unit in the last place, which is more than a rounding to nearest can be off by, so that
/// what follows from intervals holds for the exact numbers (Neumaier & Shcherbina 2004, "Safe bounds in linear and mixed-integer
/// linear programming").
struct Interval: Hashable, Sendable {
  var lower: Double
  var upper: Double

  init(_ value: Double) {
    lower = value
    upper = value
  }

  private init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  static let zero = Interval(0)

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(lower: (left.lower + right.lower).nextDown, upper: (left.upper + right.upper).nextUp)
  }

  static func - (left: Interval, right: Interval) -> Interval {
    Interval(lower: (left.lower - right.upper).nextDown, upper: (left.upper - right.lower).nextUp)
  }

  static prefix func - (value: Interval) -> Interval {
    Interval(lower: -value.upper, upper: -value.lower)
  }

  static func * (left: Interval, right: Double) -> Interval {
    let (one, other) = (left.lower * right, left.upper * right)
    return Interval(lower: min(one, other).nextDown, upper: max(one, other).nextUp)
  }

  static func += (left: inout Interval, right: Interval) { left = left + right }
  static func -= (left: inout Interval, right: Interval) { left = left - right }
}
