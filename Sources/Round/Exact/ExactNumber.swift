import BigInt

/// A rational number `numerator / denominator`, for rules that must hold to the last unit.
///
/// A number in a file is the shortest decimal that reads back to it: that decimal is what the planner wrote, and it is what
/// this type takes from a `Double`.
public struct ExactNumber: Sendable {
  public var numerator: BigInt
  public var denominator: BigInt

  public init(_ numerator: BigInt, over denominator: BigInt = 1) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The shortest decimal of a finite number.
  public init(shortestDecimalOf value: Double) {
    // "-1234.5e-07": sign, digits, fraction, exponent.
    let text = value.description.split(separator: "e")
    let mantissa = (text.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let exponent = (text.count > 1 ? Int(text[1]) ?? 0 : 0) - fraction.utf8.count
    let digits = BigInt(String((mantissa.first ?? "0") + fraction)) ?? 0
    if exponent >= 0 {
      self.init(digits * BigInt(10).power(exponent))
    } else {
      self.init(digits, over: BigInt(10).power(-exponent))
    }
  }

  public static func + (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    ExactNumber(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  public static func * (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    ExactNumber(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  public func divided(by count: Int) -> ExactNumber {
    ExactNumber(numerator, over: denominator * BigInt(count))
  }

  /// The largest whole number of units, a millionth of one M each, that is no more than this many M; at least 0.
  public var wholeUnits: Int {
    let units = numerator * BigInt(unitsPerM) / denominator
    return units > 0 ? Int(clamping: units) : 0
  }
}

/// One M in whole units of the currency.
public let unitsPerM = 1_000_000

/// Whole units as M: the double nearest to it, whose shortest decimal is exactly the amount.
public func millions(_ units: Int) -> Double { Double(units) / Double(unitsPerM) }
