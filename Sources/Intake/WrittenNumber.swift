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
  var digits: Digits
  /// The power of ten that the digits are multiplied with.
  var exponent: Int
  /// What stands around the number: a currency, a unit, `%`.
  var prefix: String
  var suffix: String

  var isBare: Bool { prefix.isEmpty && suffix.isEmpty }
  var isZero: Bool { digits.isZero }

  /// The double nearest to the number times 10 to the power of `shift`; nil where it is beyond all doubles.
  func value(shiftedBy shift: Int = 0) -> Double? {
    if digits.isZero { return 0 }
    let power = exponent + shift
    let magnitude: Double
    // Both operands are exact, so one operation rounds correctly (Clinger 1990, the fast path).
    if let whole = digits.exact, abs(power) <= 22 {
      let factor = WrittenNumber.powersOfTen[abs(power)]
      magnitude = power < 0 ? whole / factor : whole * factor
    } else {
      guard let parsed = Double(digits.text + "e\(power)") else { return nil }
      magnitude = parsed
    }
    guard magnitude.isFinite, magnitude > 0 else { return nil }
    return negative ? -magnitude : magnitude
  }

  /// The number times 10 to the power of `shift` in plain digits, which reads the same whichever sign parts fractions; nil
  /// where that would be long.
  func plainText(shiftedBy shift: Int) -> String? {
    let power = exponent + shift
    var text = digits.text
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
    try self.init(plain: text.halfWidth.trimmed.utf8Span.span, decimal)
  }

  /// - Parameter bytes: a text in UTF-8.
  init(utf8 bytes: UnsafeBufferPointer<UInt8>, decimal: Decimal) throws(Failure) {
    // Most numbers are ASCII with nothing around them, and no string is made of them.
    guard bytes.allSatisfy({ $0 < 0x80 }), bytes.trimmedRange == bytes.indices else {
      try self.init(String(decoding: bytes, as: UTF8.self), decimal: decimal)
      return
    }
    try self.init(plain: bytes.span, decimal)
  }

  /// - Parameter bytes: half-width and trimmed.
  private init(plain bytes: Span<UInt8>, _ decimal: Decimal) throws(Failure) {
    var index = 0
    var negative = false
    if !bytes.isEmpty, bytes[0] == 0x2B || bytes[0] == 0x2D {
      negative = bytes[0] == 0x2D
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
    prefix = WrittenNumber.words(bytes.extracting(prefixStart..<prefixEnd))

    let runStart = index
    while index < bytes.count, WrittenNumber.continuesNumber(bytes, index) { index += 1 }
    let run = bytes.extracting(runStart..<index)
    let point = WrittenNumber.split(run, decimal: 0x2E, group: 0x2C)
    let comma = decimal == .point ? nil : WrittenNumber.split(run, decimal: 0x2C, group: 0x2E)
    let parts: Parts?
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
      while end < bytes.count, isDigit(bytes[end]) {
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
    suffix = WrittenNumber.words(bytes.extracting(index..<bytes.count))
  }

  private static func words(_ bytes: Span<UInt8>) -> String {
    bytes.isEmpty
      ? "" : bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }.trimmed
  }

  private static func startsNumber(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    if isDigit(bytes[index]) { return true }
    let sign = bytes[index] == 0x2E || bytes[index] == 0x2C
    return sign && index + 1 < bytes.count && isDigit(bytes[index + 1])
  }

  private static func continuesNumber(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 48...57, 0x2E, 0x2C: true
    // A space inside a number parts groups: `1 234`.
    case 0x20: index + 1 < bytes.count && isDigit(bytes[index + 1])
    default: false
    }
  }

  private struct Parts: Equatable {
    var digits = Digits()
    /// How many of the digits stand behind the point.
    var fraction: Int
  }

  /// The parts of a run; nil where it has no digit or its groups are not well formed.
  private static func split(_ run: Span<UInt8>, decimal: UInt8, group: UInt8) -> Parts? {
    var digits = Digits()
    var hasDigit = false
    var fraction: Int?
    var separator: UInt8?
    var sinceSeparator = 0
    for index in run.indices {
      let byte = run[index]
      if isDigit(byte) {
        digits.append(byte)
        hasDigit = true
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
    return hasDigit ? Parts(digits: digits, fraction: fraction ?? 0) : nil
  }

  /// Which sign parts fractions in a file, told from all of its cells at once; independent of their order.
  static func decimal(of texts: some Sequence<String>) -> Decimal {
    var points = false
    var commas = false
    for text in texts where text.utf8.contains(where: { $0 == 0x2C || $0 == 0x2E }) {
      let plain = text.halfWidth.trimmed
      let bytes = plain.utf8Span.span
      var start = 0
      while start < bytes.count, bytes[start] == 0x2B || bytes[start] == 0x2D { start += 1 }
      // Anything else in it, and it is no number in either notation.
      let run = bytes.extracting(start..<bytes.count)
      guard run.indices.allSatisfy({ isDigit(run[$0]) || run[$0] == 0x2C || run[$0] == 0x2E })
      else { continue }
      let point = split(run, decimal: 0x2E, group: 0x2C)
      let comma = split(run, decimal: 0x2C, group: 0x2E)
      if point != nil, comma == nil { points = true }
      if comma != nil, point == nil { commas = true }
    }
    return points == commas ? .undecided : points ? .point : .comma
  }
}

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
