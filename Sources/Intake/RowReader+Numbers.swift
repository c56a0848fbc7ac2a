import Records

extension RowReader {
  /// The number of a cell as written; a problem is noted where there is none.
  mutating func written(at index: Int) -> WrittenNumber? {
    guard index < row.cells.count else { return nil }
    do {
      if let number = try row.cells.number(index, whole.table.decimal) { return number }
      // No text: what is wrong with it is noted.
      _ = text(at: index)
    } catch {
      add(Complaint.unreadable(title(index), shown(index), error), index)
    }
    return nil
  }

  /// A bare number, shifted by the power of ten that the header's unit means.
  mutating func number(at index: Int, shift: Int = 0, allowsPercent: Bool = false) -> Double? {
    guard let number = written(at: index) else { return nil }
    let isPercent = allowsPercent && number.prefix.isEmpty && number.suffix == "%"
    guard number.isBare || isPercent else {
      add(.notANumber(title(index), shown(index)), index)
      return nil
    }
    return value(number, shift: shift - (isPercent ? 2 : 0), index)
  }

  private mutating func value(_ number: WrittenNumber, shift: Int, _ index: Int) -> Double? {
    guard let value = number.value(shiftedBy: shift), abs(value) <= RowReader.largest else {
      add(.outOfRange(title(index), shown(index)), index)
      return nil
    }
    return value
  }

  /// Far beyond any economy in any currency; whole units of the currency still fit in 64 bits.
  static let largest = 1e12

  /// A number of 0 or more in the column's unit.
  mutating func count(_ column: Column) -> Double? {
    guard let index = whole.table.layout.index(of: column) else { return nil }
    let before = findings.count
    let value =
      column.measure == .statistic
      ? statistic(at: index, shift: whole.shift(column))
      : number(at: index, shift: whole.shift(column))
    guard let value, findings.count == before else { return nil }
    return nonNegative(value, index)
  }

  /// Money of a statistic, whose cell may name its unit: `1.2万亿`.
  private mutating func statistic(at index: Int, shift: Int) -> Double? {
    guard let number = written(at: index) else { return nil }
    let words = number.isBare ? nil : MoneyWords(around: number)
    guard number.isBare || words != nil else {
      add(.notANumber(title(index), shown(index)), index)
      return nil
    }
    return value(number, shift: words?.exponent ?? shift, index)
  }

  mutating func nonNegative(_ value: Double, _ index: Int) -> Double? {
    guard value >= 0 else {
      add(.negative(title(index), shown(index)), index)
      return nil
    }
    // -0 would differ from 0 in the records' hash.
    return value == 0 ? 0 : value
  }

  /// A share, 0 to 1, `12%`, or a bare number of percent under a header that says so.
  mutating func share(_ column: Column) -> Double? {
    guard let index = whole.table.layout.index(of: column), let number = written(at: index)
    else { return nil }
    guard let value = Share.value(number, inPercent: whole.arePercent[index]) else {
      add(.notAShare(title(index), shown(index), near: Share.meant(number)), index)
      return nil
    }
    return value
  }

  /// A whole number; `3年` where years are counted.
  mutating func whole(_ column: Column, in range: ClosedRange<Int>) -> Int? {
    guard let index = whole.table.layout.index(of: column), let text = text(at: index) else {
      return nil
    }
    guard let number = try? WrittenNumber(text, decimal: whole.table.decimal),
      number.prefix.isEmpty,
      number.suffix.isEmpty || number.suffix == "年" || number.suffix == "个月" && column != .years,
      let value = number.value(), let whole = Int(exactly: value), range.contains(whole)
    else {
      add(.notWhole(title(index), text, range), index)
      return nil
    }
    return whole
  }

  /// A calendar year, or the year of an ISO date.
  mutating func calendarYear(_ column: Column) -> Int? {
    guard let index = whole.table.layout.index(of: column), let text = text(at: index) else {
      return nil
    }
    guard let year = CalendarYear.read(text) else {
      add(.notAYear(title(index), text), index)
      return nil
    }
    return year
  }
}

/// Shares and the slips that are made with them.
enum Share {
  /// nil where the number is no share from 0 to 1.
  static func value(_ number: WrittenNumber, inPercent: Bool = false) -> Double? {
    let hasSign = number.prefix.isEmpty && number.suffix == "%"
    guard hasSign || number.isBare,
      let value = number.value(shiftedBy: hasSign || inPercent ? -2 : 0), (0...1).contains(value)
    else { return nil }
    return value == 0 ? 0 : value
  }

  /// `12` was meant as `12%`.
  static func meant(_ number: WrittenNumber) -> String? {
    guard number.isBare, !number.negative, let value = number.value(), value >= 2, value <= 100
    else { return nil }
    var digits = number.digits.text
    guard number.exponent <= 0, number.exponent > -10 else { return nil }
    if number.exponent < 0 {
      let point = digits.index(digits.endIndex, offsetBy: number.exponent)
      digits.insert(".", at: point)
    }
    return digits + "%"
  }
}

/// Years as offices write them: `2026`, `2026年`, `2026-03-31`, `2026/3/31`, `2026年3月`, `31/3/2026`, `3/31/2026`.
enum CalendarYear {
  static func read(_ text: String) -> Int? {
    let plain = text.halfWidth.trimmed
    if plain.utf8.count == 4, plain.utf8.allSatisfy({ (48...57).contains($0) }) {
      return Int(plain).flatMap { Header.possibleYears.contains($0) ? $0 : nil }
    }
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4 else { return last(plain) }
    guard let year = Int(digits), Header.possibleYears.contains(year) else { return nil }
    let rest = plain.dropFirst(4)
    if rest.isEmpty || rest == "年" || rest == "年度" || rest == ".0" { return year }
    guard let first = rest.first, "-/.年".contains(first) else { return nil }
    // What follows must be a month and a day; a time after them does not matter.
    let date = rest.prefix { $0 != "T" && $0 != " " }
    let parts = date.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    let signs = date.filter { !($0.isASCII && $0.isNumber) }
    guard (1...2).contains(parts.count), (1...12).contains(parts[0]),
      parts.count == 1 || (1...31).contains(parts[1]), signs.allSatisfy({ "-/.年月日".contains($0) })
    else { return nil }
    return year
  }

  /// The year behind day and month, in whichever order the office's programs write these.
  private static func last(_ text: String) -> Int? {
    let date = text.prefix { $0 != "T" && $0 != " " }
    let parts = date.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let one = Int(parts[0]), let other = Int(parts[1]), let year = Int(parts[2]),
      (1...31).contains(one), (1...31).contains(other), min(one, other) <= 12,
      Header.possibleYears.contains(year)
    else { return nil }
    return year
  }
}

extension Complaint {
  /// Why a text is no number.
  static func unreadable(_ column: String, _ text: String, _ failure: WrittenNumber.Failure)
    -> Complaint
  {
    switch failure {
    case .notANumber: .notANumber(column, text)
    case .badGroups: .badGroups(column, text)
    case .ambiguous: .ambiguous(column, text)
    }
  }
}
