/// Whole numbers in Chinese characters: `八千`, `三万五千`, `二〇二六`.
enum ChineseNumber {
  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1_000]
  private static let groups: [Character: Int] = ["万": 10_000, "亿": 100_000_000]

  /// A text that begins with such a number, with the number in digits; nil where it does not.
  ///
  /// `万` or `亿` at the end of the number stays as it is, for it may be a unit.
  static func inDigits(_ text: String) -> String? {
    var run = text.prefix { digits[$0] != nil || units[$0] != nil || groups[$0] != nil }
    while let last = run.last, groups[last] != nil { run = run.dropLast() }
    return value(run).map { "\($0)" + text[run.endIndex...] }
  }

  private static func value(_ run: Substring) -> Int? {
    if run.count > 1, run.count < 10, run.allSatisfy({ digits[$0] != nil }) {
      return Int(run.compactMap { digits[$0].map(String.init) }.joined())
    }
    var (whole, section) = (0, 0)
    var (lastUnit, lastGroup) = (Int.max, Int.max)
    var digit: Int?
    var isAfterZero = false
    for sign in run {
      if let value = digits[sign] {
        if digit != nil { return nil }
        if value == 0, run.count > 1 { isAfterZero = true } else { digit = value }
      } else if let unit = units[sign], unit < lastUnit {
        // `十五` is 15.
        guard let count = digit ?? (unit == 10 && section == 0 ? 1 : nil) else { return nil }
        section += count * unit
        (digit, lastUnit, isAfterZero) = (nil, unit, false)
      } else if let group = groups[sign], group < lastGroup, section + (digit ?? 0) > 0 {
        whole += (section + (digit ?? 0)) * group
        (section, digit, lastUnit, lastGroup, isAfterZero) = (0, nil, .max, group, false)
      } else {
        return nil
      }
    }
    // `三千五` is 3500 to most, and 3005 to some.
    let isCut =
      digit != nil && !isAfterZero
      && (lastUnit > 10 && lastUnit != .max || whole > 0 && section == 0)
    return run.isEmpty || isCut ? nil : whole + section + (digit ?? 0)
  }
}
