/// What the number format of a cell says of its number.
enum NumberFormat: Equatable {
  case plain
  case percent
  case date(DateParts)
  /// Whole numbers filled up with zeros, as codes are shown: `000000`.
  case padded(Int)
  /// Shown with a unit of money: `0.00"万元"`.
  case money(MoneyFormat)

  struct DateParts: OptionSet {
    let rawValue: Int
    static let date = DateParts(rawValue: 1)
    static let time = DateParts(rawValue: 2)
    /// Shows the year and nothing else.
    static let onlyYear = DateParts(rawValue: 4)
  }

  /// A format that programs know by its number, those of Chinese editions among them.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date(.date)
    case 18...21, 32...35, 45...47, 55, 56: self = .date(.time)
    case 22: self = .date([.date, .time])
    default: self = .plain
    }
  }

  /// A format that is written out: `yyyy"年"m"月"`, `0.0%`, `[h]:mm`.
  init(code written: String) {
    // `General` shows digits too, and its letters are none of a date: `[DBNum1]General` shows 三.
    let code = written.replacing(/(?i)general/, with: "0")
    let signs = NumberFormat.signs(of: code)
    if signs.contains("%") {
      self = .percent
      return
    }
    if let money = MoneyFormat(code: code) {
      self = .money(money)
      return
    }
    if signs.isEmpty || signs == "@" {
      self = .plain
      return
    }
    if signs.utf8.count > 1, signs.utf8.allSatisfy({ $0 == 0x30 }) {
      self = .padded(signs.utf8.count)
      return
    }
    let has = { (letter: Character) in signs.contains(letter) }
    let hasYear = has("y") || has("e") && !signs.contains("e+") && !signs.contains("e-")
    let hasTime = has("h") || has("s")
    // Beside hours or seconds, `m` is minutes, unless there is a day or a year.
    let hasDate = hasYear || has("d") || has("m") && !hasTime
    guard hasDate || hasTime else {
      self = .plain
      return
    }
    var parts: DateParts = []
    if hasDate { parts.insert(.date) }
    if hasTime { parts.insert(.time) }
    if hasYear, !has("m"), !has("d"), !hasTime { parts.insert(.onlyYear) }
    self = .date(parts)
  }

  /// The signs of a format's first section without literal text, colours, conditions and locales, in lower case.
  private static func signs(of code: String) -> String {
    var result = String.UnicodeScalarView()
    var scalars = code.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case ";": return String(result).lowercased()
      case "\"":
        while let next = scalars.next(), next != "\"" {}
      case "\\", "_", "*", "!": _ = scalars.next()
      case "[":
        var inside = String.UnicodeScalarView()
        while let next = scalars.next(), next != "]" { inside.append(next) }
        // `[h]`, `[mm]`, `[ss]` count hours, minutes and seconds beyond their day.
        let text = String(inside).lowercased()
        if ["h", "hh", "m", "mm", "s", "ss"].contains(text) { result.append("s") }
      case "a", "A":
        // `AM/PM`, `aaaa` (the day of the week).
        continue
      default: if scalar.isASCII, scalar != " " { result.append(scalar) }
      }
    }
    return String(result).lowercased()
  }
}

extension NumberFormat {
  /// The text of a stored number as it is handed on: numbers in the digits they are stored in, dates as ISO text.
  func text(_ stored: String, since1904: Bool) -> String {
    switch self {
    case .plain: return NumberFormat.withoutZeroFraction(stored)
    case .percent: return NumberFormat.percent(stored) ?? stored
    case .date(let parts):
      guard let serial = Double(stored),
        let text = SerialDate.text(serial, since1904: since1904, shows: parts)
      else { return stored }
      return text
    case .money(let format): return format.text(stored)
    case .padded(let width):
      let digits = NumberFormat.withoutZeroFraction(stored)
      guard digits.utf8.count < width, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
        return digits
      }
      return String(repeating: "0", count: width - digits.utf8.count) + digits
    }
  }

  /// `101.0` is the code 101.
  static func withoutZeroFraction(_ stored: String) -> String {
    guard let last = stored.utf8.last, last == 0x30,
      let point = stored.utf8.firstIndex(of: 0x2E)
    else { return stored }
    let fraction = stored.utf8[stored.utf8.index(after: point)...]
    return fraction.allSatisfy { $0 == 0x30 } ? String(stored[..<point]) : stored
  }

  /// `0.6` as its planner sees it, `60%`, without a digit lost: the point moves in the text.
  static func percent(_ stored: String) -> String? {
    moved(stored, by: 2).map { $0.sign + $0.number + "%" }
  }

  /// A stored number times 10 to the power of `places`.
  static func moved(_ stored: String, by places: Int) -> (sign: String, number: String)? {
    guard let number = try? WrittenNumber(stored), number.isBare else { return nil }
    let power = number.exponent + places
    let sign = number.negative ? "-" : ""
    let digits = number.digits.text
    if digits.isEmpty { return ("", "0") }
    if (0...30).contains(power) { return (sign, digits + String(repeating: "0", count: power)) }
    if power < 0, power > -30 {
      let all = String(repeating: "0", count: max(0, 1 - power - digits.utf8.count)) + digits
      let fraction = String(all.suffix(-power).reversed().drop { $0 == "0" }.reversed())
      return (sign, all.dropLast(-power) + (fraction.isEmpty ? "" : "." + fraction))
    }
    return (sign, digits + "e\(power)")
  }
}
