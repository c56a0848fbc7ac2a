import Glibc

/// A number format that shows a unit of money, which its planner takes for part of the cell.
struct MoneyFormat: Equatable {
  /// What is shown before the number and after it.
  private var prefix = ""
  private var suffix = ""
  /// How many places the stored number is moved down to be shown: `#,##0,"千元"` shows thousands.
  private var places = 0

  /// nil for a format without a unit, and for one that shows a currency only: those are there by a program's habit.
  ///
  /// - Parameter code: such as `0.00"万元"`; its first section counts.
  init?(code: String) {
    var reader = FormatReader(code)
    reader.read()
    guard reader.hasDigits, reader.isDecimal else { return nil }
    prefix = reader.prefix.trimmed
    suffix = reader.suffix.trimmed
    places = 3 * reader.commas + reader.literalPlaces
    guard namesUnit else { return nil }
  }

  /// The format behind a stored number and its text as shown, which is all that ODS needs to be asked for.
  init?(stored: String, shown: String) {
    guard let value = Double(stored) else { return nil }
    for decimal in [WrittenNumber.Decimal.point, .comma] {
      guard let number = try? WrittenNumber(shown, decimal: decimal), !number.isBare,
        let seen = number.value()
      else { continue }
      prefix = number.prefix
      suffix = number.suffix
      guard namesUnit else { return nil }
      if seen == 0 {
        // Too small to be seen; nothing is known of places moved.
        guard abs(value) < 1 else { continue }
        places = 0
        return
      }
      let power = log10(value / seen).rounded()
      guard power >= 0, power < 16, abs(value / seen / pow(10, power) - 1) < 0.5 else { continue }
      places = Int(power)
      return
    }
    return nil
  }

  private var namesUnit: Bool { MoneyWords(prefix + " " + suffix)?.exponent != nil }

  /// The number as it is shown, without a digit lost.
  func text(_ stored: String) -> String {
    guard let moved = NumberFormat.moved(stored, by: -places) else { return stored }
    return moved.sign + prefix + moved.number + suffix
  }
}

/// Tells the first section of a format code into its literal texts and its places for digits.
private struct FormatReader {
  var prefix = ""
  var suffix = ""
  var hasDigits = false
  /// Commas after the last digit, each of which shows thousands.
  var commas = 0
  /// Digits behind a point that is only a text: `0!.0` shows tenths of what it rounds to.
  var literalPlaces = 0
  /// No exponent, date or fraction.
  var isDecimal = true
  private var isBehindLiteralPoint = false
  private var scalars: [Unicode.Scalar]
  private var index = 0

  init(_ code: String) {
    scalars = Array(code.unicodeScalars)
  }

  mutating func read() {
    while let scalar = next() {
      switch scalar {
      case ";": return
      case "\"": literal(until("\""))
      case "\\", "!": literal(next().map { String($0) } ?? "")
      case "_", "*": _ = next()
      case "[":
        let inside = until("]")
        // `[$¥-804]` shows ¥; colours, conditions and locales show nothing.
        if inside.hasPrefix("$") { literal(String(inside.dropFirst().prefix { $0 != "-" })) }
      case "0", "#", "?": digit()
      case ",": if hasDigits { commas += 1 }
      case ".", "-", "+", "(", ")": continue
      case "E", "e", "/", "@", "%", "y", "m", "d", "h", "s", "Y", "M", "D", "H", "S":
        isDecimal = false
      default: literal(String(scalar))
      }
    }
  }

  private mutating func next() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    index += 1
    return scalars[index - 1]
  }

  private mutating func until(_ end: Unicode.Scalar) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next(), scalar != end { text.append(scalar) }
    return String(text)
  }

  private mutating func digit() {
    hasDigits = true
    commas = 0
    if isBehindLiteralPoint { literalPlaces += 1 }
  }

  private mutating func literal(_ text: String) {
    if !hasDigits {
      prefix += text
    } else if text == "." {
      isBehindLiteralPoint = true
    } else {
      suffix += text
    }
  }
}
