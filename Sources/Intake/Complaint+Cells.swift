import Records

/// What can be wrong with a single value. Columns are named as their planner wrote them.
extension Complaint {
  /// `column` in both languages before a statement.
  private static func of(
    _ kind: String, _ column: String, severity: Problem.Severity = .problem, en: String, zh: String,
    found: String? = nil, allowed: String? = nil, suggestion: String? = nil
  ) -> Complaint {
    Complaint(
      severity: severity, kind: kind, en: "`\(column.shortened)`: \(en)",
      zh: "“\(column.shortened)”：\(zh)", found: found?.shortened, allowed: allowed,
      suggestion: suggestion)
  }

  static func blank(_ column: String) -> Complaint {
    of("blank", column, en: "the cell is blank and must be filled", zh: "单元格为空，必须填写")
  }

  static func notANumber(_ column: String, _ found: String, near: String? = nil) -> Complaint {
    of(
      "not-a-number", column, en: "`\(found.shortened)` is not a number; write one such as 1234.5",
      zh: "“\(found.shortened)”不是数字；请填写如 1234.5 的数字", found: found, allowed: "a number",
      suggestion: near)
  }

  static func badGroups(_ column: String, _ found: String) -> Complaint {
    of(
      "bad-thousands", column,
      en: "`\(found.shortened)` has separators that do not part thousands; write 1,234.5 or 1234.5",
      zh: "“\(found.shortened)”的分隔符位置不对；请写 1,234.5 或 1234.5", found: found, allowed: "a number")
  }

  static func ambiguous(_ column: String, _ found: String) -> Complaint {
    let digits = found.filter(\.isNumber)
    let whole = found.prefix { $0.isNumber }
    let fraction = digits.dropFirst(whole.count)
    return of(
      "ambiguous-number", column,
      en:
        "`\(found.shortened)` reads as \(whole).\(fraction) or as \(digits); write `\(digits)` or `\(whole).\(fraction)0`",
      zh:
        "“\(found.shortened)”既可读作 \(whole).\(fraction)，也可读作 \(digits)；请写“\(digits)”或“\(whole).\(fraction)0”",
      found: found, allowed: "a number")
  }

  static func outOfRange(_ column: String, _ found: String) -> Complaint {
    of(
      "number-too-large", column,
      en: "`\(found.shortened)` is beyond all sizes that are planned with",
      zh: "“\(found.shortened)”超出可计算的范围", found: found, allowed: "up to 1,000,000,000,000")
  }

  static func negative(_ column: String, _ found: String) -> Complaint {
    of(
      "negative", column, en: "`\(found.shortened)` is below 0; 0 or more is allowed",
      zh: "“\(found.shortened)”小于 0；应为 0 或正数", found: found, allowed: ">= 0")
  }

  static func notPositive(_ column: String, _ found: String) -> Complaint {
    of(
      "not-positive", column, en: "`\(found.shortened)` is not above 0; a need must be",
      zh: "“\(found.shortened)”不大于 0；资金需求必须大于 0", found: found, allowed: "> 0")
  }

  static func notAShare(_ column: String, _ found: String, near: String?) -> Complaint {
    of(
      "not-a-share", column,
      en: "`\(found.shortened)` is not a share; 0 to 1, or 0% to 100%, is allowed",
      zh: "“\(found.shortened)”不是比例；应为 0 到 1，或 0% 到 100%", found: found,
      allowed: "0..1, 0%..100%", suggestion: near)
  }

  static func notAYear(_ column: String, _ found: String) -> Complaint {
    of(
      "not-a-year", column,
      en: "`\(found.shortened)` is not a year; write 2026 or a date such as 2026-03-31",
      zh: "“\(found.shortened)”不是年份；请写 2026，或 2026-03-31 这样的日期", found: found,
      allowed: "1900..2199")
  }

  static func notWhole(_ column: String, _ found: String, _ range: ClosedRange<Int>) -> Complaint {
    of(
      "not-whole", column,
      en:
        "`\(found.shortened)` is not a whole number from \(range.lowerBound) to \(range.upperBound)",
      zh: "“\(found.shortened)”不是 \(range.lowerBound) 到 \(range.upperBound) 的整数", found: found,
      allowed: "\(range.lowerBound)..\(range.upperBound)")
  }

  static func notYesOrNo(_ column: String, _ found: String, near: String?) -> Complaint {
    of(
      "not-yes-or-no", column, en: "`\(found.shortened)` is neither yes nor no",
      zh: "“\(found.shortened)”不是“是”或“否”", found: found, allowed: "yes, no, 是, 否", suggestion: near)
  }

  static func notText(_ column: String, _ found: String) -> Complaint {
    of(
      "wrong-shape", column, en: "`\(found.shortened)` stands where one value is expected",
      zh: "此处应为单个值，而不是“\(found.shortened)”", found: found, allowed: "one value")
  }

  /// - Parameter near: the amount in the header's unit.
  static func suffixContradicts(
    _ column: String, _ found: String, _ unit: String, near: String?
  ) -> Complaint {
    of(
      "unit-contradicts", column,
      en:
        "the unit in `\(found.shortened)` is not the header's, \(unit.shortened); write the number alone or in the header's unit",
      zh: "“\(found.shortened)”的单位与表头的“\(unit.shortened)”不一致；请只写数字或使用表头单位", found: found,
      allowed: unit, suggestion: near)
  }

  static func monthsAreNoMoney(_ column: String) -> Complaint {
    of(
      "months-no-money", column,
      en:
        "the header counts person-months, and this offer is money; only offers of `expertise` are in person-months",
      zh: "表头的单位是人月，而此供给是资金；只有“专家支持”（expertise）以人月计", allowed: "expertise")
  }

  static func commaInList(_ column: String, _ found: String) -> Complaint {
    of(
      "comma-in-list", column, severity: .note,
      en: "`\(found.shortened)` is read as one value; lists are parted by `;`",
      zh: "“\(found.shortened)”按一个值读取；列表请用“；”或“、”分隔", found: found, allowed: "; ； 、",
      suggestion: found.utf8.count <= longestSuggestion
        ? found.replacing(",", with: ";").replacing("，", with: "；") : nil)
  }

  /// Bytes: longer cells are mended by hand.
  private static let longestSuggestion = 1_000

  static func amountTwice(_ amount: String, _ year: String) -> Complaint {
    Complaint(
      kind: "amount-and-years",
      en:
        "both `\(amount.shortened)` and year columns (`\(year.shortened)`) are filled; fill one of them",
      zh: "“\(amount.shortened)”与年份列（“\(year.shortened)”）都已填写；只能填其中一种")
  }

  static let noMoney = Complaint(
    kind: "offer-without-money", en: "the offer has no money: every amount is blank or 0",
    zh: "此供给没有金额：各项金额均为空或 0", allowed: "> 0")

  static let drawAllZero = Complaint(
    kind: "draw-all-zero", en: "the year columns are all 0, so there is no year to pay in",
    zh: "年份列全部为 0，没有可拨款的年份", allowed: "a weight above 0 in at least one year")
}
