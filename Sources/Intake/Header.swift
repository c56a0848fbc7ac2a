/// A column's header: its name, the year it may be, and the unit it may name.
struct Header: Sendable {
  /// As the planner wrote it.
  var text: String
  /// The name without its unit, folded; empty where the header is blank.
  var name: String
  /// The name without its unit, as written.
  var written: String
  /// What stands in brackets or after `/`: `资金需求（万元）`, `need (USD m)`, `need [k]`, `资金需求/万元`.
  var unit: String?
  /// The calendar year that the column stands for.
  var year: Int?

  init(_ text: String) {
    self.text = text.trimmed
    let plain = self.text.halfWidth
    (written, unit) = Header.parted(plain)
    name = written.foldedName
    year = Header.year(name) ?? Header.yearOfDate(written)
  }

  /// The header's text under another name, its unit kept.
  func renamed(_ name: String) -> String {
    text.halfWidth.hasPrefix(written) ? name + text.dropFirst(written.count) : name
  }

  /// A header whose whole text is a known name is never cut (`就业/人` is, `co2 avoided (t)` too: `t` is a unit).
  private static func parted(_ text: String) -> (name: String, unit: String?) {
    for (open, close) in [("(", ")"), ("[", "]"), ("【", "】"), ("〔", "〕")] {
      guard text.hasSuffix(close), let start = text.firstIndex(of: Character(open)) else {
        continue
      }
      let inner = text[text.index(after: start)...].dropLast()
      return (String(text[..<start]).trimmed, String(inner).trimmed)
    }
    if let slash = text.lastIndex(where: { $0 == "/" || $0 == "," }) {
      let name = String(text[..<slash]).trimmed
      let unit = String(text[text.index(after: slash)...]).trimmed
      if !name.isEmpty, !unit.isEmpty, MoneyWords(unit) != nil || Units.isKnown(unit) {
        return (name, unit)
      }
    }
    return (text.trimmed, nil)
  }

  /// `2026`, `2026年`, `2026年度`: the years 1900 to 2199.
  private static func year(_ name: String) -> Int? {
    var digits = Substring(name)
    for tail in ["年度", "年"] where digits.hasSuffix(tail) {
      digits = digits.dropLast(tail.count)
      break
    }
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(digits), Header.possibleYears.contains(year)
    else { return nil }
    return year
  }

  /// Programs make a date of a year where the column is formatted so: `2026-01-01`.
  private static func yearOfDate(_ written: String) -> Int? {
    guard written.utf8.first.map({ (49...50).contains($0) }) == true else { return nil }
    return CalendarYear.read(written)
  }

  static let possibleYears = 1900...2199
}
