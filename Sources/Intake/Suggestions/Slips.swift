/// Slips of the keyboard and habits of offices: what a text that does not read was meant to be, where one reading is sensible.
///
/// Whether the reading is right for its column, the column says: see `MeantCells`.
enum Slips {
  /// The kinds of complaints about a cell's text that a slip may explain.
  private static let kinds: Set<String> = [
    "not-a-number", "bad-thousands", "not-a-share", "not-a-year", "not-whole", "not-yes-or-no",
    "not-positive",
  ]

  /// The text that was meant; nil where none is clear.
  ///
  /// - Parameter kind: of the complaint about the text.
  static func meant(_ text: String, kind: String) -> String? {
    guard kinds.contains(kind), text.utf8.count <= 100 else { return nil }
    var plain = text.halfWidth.trimmed
    if kind == "not-yes-or-no" { return Vocabulary.nearlyYesOrNo[plain.foldedName] }
    // Money cannot be asked for in the negative, so the sign is the slip; elsewhere it may say something.
    if kind == "not-positive" {
      return plain.hasPrefix("-") ? String(plain.dropFirst()).trimmed : nil
    }
    plain = withoutEstimate(plain)
    plain = ChineseNumber.inDigits(plain) ?? withDigits(plain)
    switch kind {
    case "not-a-year": plain = withCentury(plain)
    case "not-whole": plain = withoutYears(plain)
    case "bad-thousands": plain = withGroups(plain) ?? plain
    default: break
    }
    return plain.isEmpty || plain == text ? nil : plain
  }

  // MARK: Estimates

  /// `约120`, `120左右`, `120 (est.)`: a number all the same. `至少120` and `近120` are others.
  private static func withoutEstimate(_ text: String) -> String {
    var rest = text
    for word in before where rest.lowercased().hasPrefix(word) {
      rest = String(rest.dropFirst(word.count)).trimmed
      break
    }
    for word in after where rest.lowercased().hasSuffix(word) {
      rest = String(rest.dropLast(word.count)).trimmed
      break
    }
    return rest
  }

  /// Longer words before the shorter ones that they begin with.
  private static let before = [
    "大约", "大概", "约为", "约", "预计", "估计", "预估", "暂估", "~", "≈", "approximately", "approx.", "approx",
    "about", "around", "circa", "ca.", "ca ", "est.", "est ", "c. ",
  ]

  private static let after = [
    "左右", "上下", "(估计)", "(预估)", "(暂估)", "(预计)", "(估)", "(约)", "(estimated)", "(estimate)", "(est.)",
    "(est)", "(approximately)", "(approx.)", "(approx)", "(ca.)", " estimated", " est.", " est",
    " approx.", " approx",
  ]

  // MARK: Digits

  /// `1O0` and `l2`: letters that look like digits, where nothing but digits and signs stands beside them.
  private static func withDigits(_ text: String) -> String {
    let characters = Array(text)
    var result = characters
    var start = 0
    while start < characters.count {
      guard characters[start].isLetter || characters[start] == "|" else {
        start += 1
        continue
      }
      var end = start
      while end < characters.count, characters[end].isLetter || characters[end] == "|" { end += 1 }
      let run = characters[start..<end]
      let touches =
        start > 0 && isDigit(characters[start - 1])
        || end < characters.count && isDigit(characters[end])
      if touches, run.allSatisfy({ lookAlikes[$0] != nil }) {
        for index in start..<end { result[index] = lookAlikes[characters[index]] ?? result[index] }
      }
      start = end
    }
    return String(result)
  }

  private static let lookAlikes: [Character: Character] = [
    "O": "0", "o": "0", "О": "0", "l": "1", "I": "1", "|": "1",
  ]

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  // MARK: Thousands

  /// `1,2345,6789` and `12,34,567` part one whole number, however they do it; `12,5` is one with a fraction. `12,34` may be
  /// either, and a last group that is short has lost a digit.
  private static func withGroups(_ text: String) -> String? {
    let run = text.prefix { isDigit($0) || $0 == "," || $0 == "." || $0 == "'" }
    let rest = text.dropFirst(run.count)
    let signs = Set(run.filter { !isDigit($0) })
    guard let sign = signs.first, run.first?.isNumber == true, run.last?.isNumber == true,
      !rest.contains(where: isDigit)
    else { return nil }
    if signs == [",", "."] { return europeanForm(run).map { $0 + rest } }
    let groups = run.split(separator: sign, omittingEmptySubsequences: false)
    guard signs.count == 1, groups.allSatisfy({ !$0.isEmpty }), let last = groups.last else {
      return nil
    }
    if sign == ",", groups.count == 2, last.count == 1 {
      return groups.joined(separator: ".") + rest
    }
    let lengths = Set(groups.dropFirst().map(\.count))
    let isWhole =
      sign == "'" ? lengths == [3] : groups.count > 2 && (last.count == 3 || lengths == [4])
    return isWhole ? groups.joined() + rest : nil
  }

  /// `1.234,56`
  private static func europeanForm(_ run: Substring) -> String? {
    let parts = run.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].contains("."), !parts[1].isEmpty else { return nil }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined() + "." + parts[1]
  }

  // MARK: Years

  /// `26年`, `'26` and `FY26` of this century's planning; `26` alone may be a number of years.
  private static func withCentury(_ text: String) -> String {
    var rest = Substring(text)
    var isMarked = false
    for word in ["FY", "fy", "'", "’"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { $0 == " " || $0 == "'" }
      isMarked = true
    }
    for word in ["年度", "年"] where rest.hasSuffix(word) {
      rest = rest.dropLast(word.count)
      isMarked = true
      break
    }
    guard isMarked, rest.allSatisfy(isDigit) else { return text }
    if rest.count == 2, let year = Int(rest), (20...60).contains(year) { return "20\(rest)" }
    return rest.count == 4 ? String(rest) : text
  }

  /// `3 years`: a number of years.
  private static func withoutYears(_ text: String) -> String {
    for word in ["years", "year", "yrs", "yr", "年期", "年"] where text.lowercased().hasSuffix(word) {
      return String(text.dropLast(word.count)).trimmed
    }
    return text
  }
}
