import Records

/// What templates say of columns and settings.
extension Template {
  /// Whether a column must be filled, and what a blank cell stands for.
  func demand(_ column: TemplateColumn) -> String {
    switch column.demand {
    case .required: text(Bilingual("required", "必填"))
    case .oneOfSeveral: text(Bilingual("this or the other", "二者填其一"))
    case .optional:
      text(Bilingual("optional", "选填"))
        + (column.guide.blank.map { blank(text($0)) } ?? "")
    }
  }

  func demand(_ setting: SettingGuide) -> String {
    text(Bilingual("optional", "选填")) + blank(text(setting.blank))
  }

  /// What a blank value of a setting stands for.
  func blank(_ setting: SettingGuide) -> String {
    text(Bilingual("blank: ", "留空：")) + text(setting.blank)
  }

  func inBrackets(_ text: String) -> String { language == .zh ? "（\(text)）" : " (\(text))" }

  private func blank(_ meaning: String) -> String {
    language == .zh ? "；留空：\(meaning)" : "; blank: \(meaning)"
  }

  /// What may stand in a column, in words; empty where that is anything.
  func allowed(_ entry: EntryKind, isRequired: Bool = false) -> String {
    switch entry {
    case .text: ""
    case .region: text(Bilingual("a code of the regions table", "地区表中的代码"))
    case .regions: text(Bilingual("codes of the regions table", "地区表中的代码"))
    case .sector, .sectors: list(sectors)
    case .instrument, .instruments: list(instruments)
    case .policyAreas: list(policyAreas)
    case .yesNo: list(yesOrNo)
    case .calendarYear: text(Bilingual("a year such as 2026", "年份，如 2026"))
    case .share: text(Bilingual("0 % to 100 %", "0% 至 100%"))
    case .number:
      isRequired
        ? text(Bilingual("a number above 0", "大于 0 的数字"))
        : text(Bilingual("a number, 0 or more", "不小于 0 的数字"))
    case .numberOfYears: text(Bilingual("a whole number, 1 to 100", "1 至 100 的整数"))
    }
  }

  func list(_ values: [Bilingual]) -> String {
    values.map(text).joined(separator: language == .zh ? "；" : "; ")
  }

  func allowed(_ shape: PolicySettings.Shape) -> String {
    if let options = options(shape) {
      return options.joined(separator: language == .zh ? "；" : "; ")
    }
    return switch shape {
    case .currency: text(Bilingual("ISO 4217: CNY, USD, EUR, …", "ISO 4217 代码：CNY、USD、EUR 等"))
    case .years: text(Bilingual("first-last", "起始年份-结束年份"))
    case .stages:
      StageName.requestable.map(\.rawValue).joined(separator: ", ")
    case .fixedPairs: text(Bilingual("DONOR>RECIPIENT AMOUNT; …", "支援方>受援方 金额；…"))
    case .forbiddenPairs: text(Bilingual("DONOR>RECIPIENT; …", "支援方>受援方；…"))
    case .measure: text(Bilingual("a numeric column of regions", "地区表中的数字列"))
    case .number: text(Bilingual("a number, 0 or more", "不小于 0 的数字"))
    case .signed: text(Bilingual("a number", "数字"))
    case .share: text(Bilingual("0 to 1", "0 至 1"))
    case .money:
      text(Bilingual("an amount of money, such as 20 M", "金额，如 2000万"))
    case .whole(let range):
      text(Bilingual("a whole number from \(range.lowerBound)", "不小于 \(range.lowerBound) 的整数"))
    case .text, .moneyUnit, .language, .profile, .level: ""
    }
  }

  /// The values of a setting that takes one of a few.
  func options(_ shape: PolicySettings.Shape) -> [String]? {
    switch shape {
    case .moneyUnit: Policy.MoneyUnit.allCases.map(\.rawValue)
    case .language: ["en", "zh", "both"]
    case .profile: PolicySettings.profiles
    case .level: ["region", "community"]
    default: nil
    }
  }

  /// The note above the explanations; its first line bears the mark.
  var instructions: [String] {
    language == .zh
      ? [
        TemplateMark.text + " 填表说明（本表不读取，可保留）",
        "深色表头必填；浅蓝表头（总额与年份列）二者填其一；灰色表头选填。",
        "斜体黄底行为示例，请改写或删除。金额单位见表头，数字中不必再写单位。多个值用分号（；）隔开。",
        "不需要的表可以留空或删除。填好后放入本轮文件夹即可；可先用 jetbd check 检查。",
      ]
      : [
        TemplateMark.text + " How to fill this file (this sheet is not read and may stay)",
        "Columns under a dark head must be filled; under a pale blue one (total or years) one of the two; grey ones may be filled.",
        "Rows in italics on yellow are examples: replace or delete them. The head names the unit of money, so that cells hold bare numbers. Separate several values by a semicolon (;).",
        "Tables that you do not need may stay empty or be deleted. Drop the file into the round's folder; jetbd check tells beforehand whether all is well.",
      ]
  }
}
