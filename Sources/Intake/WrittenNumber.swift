/// A number as a planner wrote it, before its unit is applied: its digits and where the point stands, so that a unit shifts the point in the text and the value is rounded once.
struct WrittenNumber: Equatable, Sendable {
  /// Which sign parts the fraction. A file separated by `;` may write `1.234,5`.
  enum Decimal: Sendable {
    case point
    case comma
    /// Either; what reads well both ways (`1.234`) is refused.
    case undecided
  }

  enum Failure: Error, Equatable {
    case notANumber
    /// Thousands separators that do not part groups of three.
    case badGroups
    /// `1.234` where both signs are in use.
    case ambiguous
  }

  var negative: Bool
  /// ASCII digits without point; never empty.
  var digits: [UInt8]
  /// The power of ten that the digits are multiplied with.
  var exponent: Int
  /// What stands around the number: a currency, a unit, `%`.
  var prefix: String
  var suffix: String

  var isBare: Bool { prefix.isEmpty && suffix.isEmpty }
  var isZero: Bool { digits.allSatisfy { $0 == 48 } }

  /// The double nearest to the number times 10 to the power of `shift`; nil where it is beyond all doubles.
  func value(shiftedBy shift: Int = 0) -> Double? {
    let significant = digits.drop { $0 == 48 }
    if significant.isEmpty { return 0 }
    let power = exponent + shift
    let magnitude: Double
    // Both operands are exact, so one operation rounds correctly (Clinger 1990, the fast path).
    if significant.count <= 15, abs(power) <= 22 {
      let whole = Double(significant.reduce(0) { $0 * 10 + Int($1 - 48) })
      let factor = WrittenNumber.powersOfTen[abs(power)]
      magnitude = power < 0 ? whole / factor : whole * factor
    } else {
      let text = String(decoding: significant, as: UTF8.self) + "e\(power)"
      guard let parsed = Double(text) else { return nil }
      magnitude = parsed
    }
    guard magnitude.isFinite, magnitude > 0 else { return nil }
    return negative ? -magnitude : magnitude
  }

  /// The number times 10 to the power of `shift` in plain digits, which reads the same whichever sign parts fractions; nil
  /// where that would be long.
  func plainText(shiftedBy shift: Int) -> String? {
    let power = exponent + shift
    var text = String(decoding: digits.drop { $0 == 48 }, as: UTF8.self)
    guard !text.isEmpty, text.count <= 15, abs(power) <= 15 else { return nil }
    if power >= 0 {
      text += String(repeating: "0", count: power)
    } else {
      text = String(repeating: "0", count: max(0, 1 - power - text.count)) + text
      var fraction = text.suffix(-power)
      text = String(text.dropLast(-power))
      while fraction.last == "0" { fraction = fraction.dropLast() }
      // Three digits might be a group of thousands.
      if !fraction.isEmpty { text += "." + fraction + (fraction.count == 3 ? "0" : "") }
    }
    return (negative ? "-" : "") + text
  }

  private static let powersOfTen: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }
}

extension WrittenNumber {
  init(_ text: String, decimal: Decimal = .point) throws(Failure) {
    let bytes = Array(text.halfWidth.trimmed.utf8)
    var index = 0
    var negative = false
    if let sign = bytes.first, sign == 0x2B || sign == 0x2D {
      negative = sign == 0x2D
      index = 1
    }
    let prefixStart = index
    while index < bytes.count, !WrittenNumber.startsNumber(bytes, index) { index += 1 }
    guard index < bytes.count else { throw .notANumber }
    var prefixEnd = index
    if index > prefixStart, bytes[index - 1] == 0x2D {
      negative.toggle()
      prefixEnd -= 1
    }
    prefix = String(decoding: bytes[prefixStart..<prefixEnd], as: UTF8.self).trimmed

    let runStart = index
    while index < bytes.count, WrittenNumber.continuesNumber(bytes, index) { index += 1 }
    let run = bytes[runStart..<index]
    let point = WrittenNumber.split(run, decimal: 0x2E, group: 0x2C)
    let comma = decimal == .point ? nil : WrittenNumber.split(run, decimal: 0x2C, group: 0x2E)
    let parts: (digits: [UInt8], fraction: Int)?
    switch decimal {
    case .point: parts = point
    case .comma: parts = comma ?? point
    case .undecided:
      if let point, let comma, point != comma { throw .ambiguous }
      parts = point ?? comma
    }
    guard let parts else { throw .badGroups }

    var exponent = -parts.fraction
    if index + 1 < bytes.count, bytes[index] | 0x20 == 0x65 {
      var end = index + 1
      let signed = bytes[end] == 0x2B || bytes[end] == 0x2D
      let down = bytes[end] == 0x2D
      if signed { end += 1 }
      let start = end
      var power = 0
      while end < bytes.count, (48...57).contains(bytes[end]) {
        // Far beyond every double; more digits would only overflow.
        power = min(power * 10 + Int(bytes[end] - 48), 1_000_000)
        end += 1
      }
      if end > start {
        exponent += down ? -power : power
        index = end
      }
    }
    self.negative = negative
    self.exponent = exponent
    digits = parts.digits
    suffix = String(decoding: bytes[index...], as: UTF8.self).trimmed
  }

  private static func startsNumber(_ bytes: [UInt8], _ index: Int) -> Bool {
    if (48...57).contains(bytes[index]) { return true }
    let sign = bytes[index] == 0x2E || bytes[index] == 0x2C
    return sign && index + 1 < bytes.count && (48...57).contains(bytes[index + 1])
  }

  private static func continuesNumber(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case 48...57, 0x2E, 0x2C: true
    // A space inside a number parts groups: `1 234`.
    case 0x20: index + 1 < bytes.count && (48...57).contains(bytes[index + 1])
    default: false
    }
  }

  /// The digits of a run and how many of them are its fraction; nil where its groups are not well formed.
  private static func split(
    _ run: ArraySlice<UInt8>, decimal: UInt8, group: UInt8
  ) -> (digits: [UInt8], fraction: Int)? {
    var digits: [UInt8] = []
    var fraction: Int?
    var separator: UInt8?
    var sinceSeparator = 0
    for byte in run {
      if (48...57).contains(byte) {
        digits.append(byte)
        sinceSeparator += 1
        if let count = fraction { fraction = count + 1 }
      } else if byte == decimal {
        guard fraction == nil, separator == nil || sinceSeparator == 3 else { return nil }
        fraction = 0
      } else if byte == group || byte == 0x20 {
        let wellFormed = separator == nil ? (1...3).contains(sinceSeparator) : sinceSeparator == 3
        guard fraction == nil, wellFormed, separator == nil || separator == byte else { return nil }
        separator = byte
        sinceSeparator = 0
      } else {
        return nil
      }
    }
    if fraction == nil, separator != nil, sinceSeparator != 3 { return nil }
    return digits.isEmpty ? nil : (digits, fraction ?? 0)
  }

  /// Which sign parts fractions in a file, told from all of its cells at once; independent of their order.
  static func decimal(of texts: some Sequence<String>) -> Decimal {
    var points = false
    var commas = false
    for text in texts where text.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }) {
      let bytes = Array(text.halfWidth.trimmed.utf8)
      let run = bytes.drop { $0 == 0x2B || $0 == 0x2D }
      guard run.allSatisfy({ (48...57).contains($0) || $0 == 0x2C || $0 == 0x2E }) else { continue }
      let point = split(run, decimal: 0x2E, group: 0x2C)
      let comma = split(run, decimal: 0x2C, group: 0x2E)
      if point != nil, comma == nil { points = true }
      if comma != nil, point == nil { commas = true }
    }
    return points == commas ? .undecided : points ? .point : .comma
  }
}

private func == (
  left: (digits: [UInt8], fraction: Int), right: (digits: [UInt8], fraction: Int)
) -> Bool {
  left.digits == right.digits && left.fraction == right.fraction
}

private func != (
  left: (digits: [UInt8], fraction: Int), right: (digits: [UInt8], fraction: Int)
) -> Bool {
  !(left == right)
}
