import BigInt

/// An exact fraction: what a decimal text in a file says, with nothing lost to binary floating point.
public struct Rational: Hashable, Sendable {
  let numerator: BigInt
  /// Always positive, without a common divisor.
  let denominator: BigInt

  public static let zero = Rational(0)
  public static let one = Rational(1)

  public init(_ whole: Int) {
    numerator = BigInt(whole)
    denominator = 1
  }

  init(_ numerator: BigInt, over denominator: BigInt) {
    precondition(denominator != 0, "division by zero")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  /// Reads `-12.5`, `3`, `1e-7`; nil for anything else.
  public init?(decimal text: String) {
    var mantissa = Substring(text)
    var exponent = 0
    if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let written = Int(text[text.index(after: mark)...]), abs(written) < 400 else {
        return nil
      }
      exponent = written
      mantissa = text[..<mark]
    }
    let negative = mantissa.hasPrefix("-")
    if negative || mantissa.hasPrefix("+") { mantissa = mantissa.dropFirst() }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard parts.count <= 2, !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let whole = BigInt(digits, radix: 10)
    else { return nil }
    exponent -= parts.count == 2 ? parts[1].count : 0
    let power = BigInt(10).power(abs(exponent))
    let signed = negative ? -whole : whole
    self = exponent < 0 ? Rational(signed, over: power) : Rational(signed * power, over: 1)
  }

  /// The shortest decimal that reads back to `value`: what was written where `value` was read.
  public init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    self.init(decimal: value.description)
  }

  public var double: Double { Double(numerator) / Double(denominator) }

  /// The whole number that this is; nil for a fraction.
  public var whole: Int? { denominator == 1 ? Int(exactly: numerator) : nil }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  public static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  public static func - (left: Rational, right: Rational) -> Rational {
    left + Rational(-right.numerator, over: right.denominator)
  }

  public static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  public static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }
}

extension Sequence where Element == Rational {
  func sum() -> Rational { reduce(.zero, +) }
}
