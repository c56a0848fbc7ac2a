import Records

/// Why a setting's value cannot be used, with every place at fault.
struct SettingFailure: Error {
  var findings: [Finding]
}

/// Reads the value of one setting as its type asks.
struct SettingValues {
  let setting: Setting
  /// As formats.md writes it.
  let name: String
  let money: MoneyRules

  init(_ setting: Setting, _ name: String, _ money: MoneyRules) {
    self.setting = setting
    self.name = name
    self.money = money
  }

  func failure(_ complaint: Complaint, at origin: Origin? = nil) -> SettingFailure {
    SettingFailure(findings: [Finding(complaint: complaint, origin: origin ?? setting.origin)])
  }

  func text() throws(SettingFailure) -> String {
    guard case .scalar(let text) = setting.value.content else {
      throw failure(.notText(name, setting.value.summary))
    }
    return text.trimmed
  }

  private func written() throws(SettingFailure) -> (number: WrittenNumber, text: String) {
    let text = try text()
    do {
      return (try WrittenNumber(text), text)
    } catch {
      throw failure(.unreadable(name, text, error))
    }
  }

  func number() throws(SettingFailure) -> Double {
    let (number, text) = try written()
    let isPercent = number.prefix.isEmpty && number.suffix == "%"
    guard number.isBare || isPercent else { throw failure(.notANumber(name, text)) }
    guard let value = number.value(shiftedBy: isPercent ? -2 : 0), abs(value) <= RowReader.largest
    else {
      throw failure(.outOfRange(name, text))
    }
    return value
  }

  func nonNegative() throws(SettingFailure) -> Double {
    let value = try number()
    guard value >= 0 else { throw failure(.negative(name, setting.value.summary)) }
    return value == 0 ? 0 : value
  }

  func share() throws(SettingFailure) -> Double {
    let (number, text) = try written()
    let inPercent = setting.unit.map { Units.share.contains($0.foldedName) } ?? false
    guard let value = Share.value(number, inPercent: inPercent) else {
      throw failure(.notAShare(name, text, near: Share.meant(number)))
    }
    return value
  }

  func whole(_ range: ClosedRange<Int>) throws(SettingFailure) -> Int {
    let text = try text()
    guard let number = try? WrittenNumber(text), number.isBare, let value = number.value(),
      let whole = Int(exactly: value), range.contains(whole)
    else { throw failure(.notWhole(name, text, range)) }
    return whole
  }

  func amount() throws(SettingFailure) -> Double {
    try amount(try text(), at: setting.origin)
  }

  /// An amount of money in M, 0 or more.
  func amount(_ text: String, at origin: Origin) throws(SettingFailure) -> Double {
    let number: WrittenNumber
    do {
      number = try WrittenNumber(text)
    } catch {
      throw failure(.unreadable(name, text, error), at: origin)
    }
    let unit = Money.unit(
      header: name, stated: setting.unit, isChinese: setting.isChinese, money)
    switch Money.amount(number, text: text, column: name, unit: unit, money) {
    case .failure(let error): throw failure(error.complaint, at: origin)
    case .success(let value):
      guard value >= 0 else { throw failure(.negative(name, text), at: origin) }
      return value
    }
  }

  func currency() throws(SettingFailure) -> String {
    let text = try text()
    if Currencies.codes.contains(text.uppercased()) { return text.uppercased() }
    let meant = MoneyWords(text)?.currencies ?? []
    let near =
      meant.count == 1 ? meant.first : Nearest.value(to: text, among: Currencies.codes.sorted())
    throw failure(
      .notAllowed(name, text, allowed: "ISO 4217 (CNY, USD, EUR, …)", near: near))
  }

  func moneyUnit() throws(SettingFailure) -> Policy.MoneyUnit {
    let text = try text()
    let units = Policy.MoneyUnit.allCases
    if let words = MoneyWords(text), words.fits(money.currency), let exponent = words.exponent,
      let unit = units.first(where: { $0.exponent == exponent })
    {
      return unit
    }
    throw failure(
      .notAllowed(name, text, allowed: units.map(\.rawValue).joined(separator: ", ")))
  }

  func language() throws(SettingFailure) -> Policy.Language {
    let text = try text()
    let words: [String: Policy.Language] = [
      "en": .en, "english": .en, "英文": .en, "英语": .en,
      "zh": .zh, "chinese": .zh, "zhcn": .zh, "中文": .zh, "汉语": .zh,
      "both": .both, "双语": .both, "中英文": .both,
    ]
    if let language = words[text.foldedName] { return language }
    throw failure(
      .notAllowed(
        name, text, allowed: "en, zh, both", near: Nearest.value(to: text, among: ["both"])))
  }

  func level() throws(SettingFailure) -> Policy.FairnessLevel {
    let text = try text()
    switch text.foldedName {
    case "region", "地区": return .region
    case "community", "社区": return .community
    default:
      throw failure(
        .notAllowed(
          name, text, allowed: "region, community",
          near: Nearest.value(to: text, among: ["region", "community"])))
    }
  }

  /// `[2026, 2028]`, `2026-2028`, `2026; 2028`, `2026至2028`, or one year.
  func years() throws(SettingFailure) -> ClosedRange<Int> {
    let summary = setting.value.summary
    var parts: [String] = []
    switch setting.value.content {
    case .list(let items): parts = items.map(\.summary)
    case .scalar(let text):
      parts = text.halfWidth.replacing("to", with: " ")
        .split { !($0.isASCII && $0.isNumber) }.map(String.init)
      if let single = CalendarYear.read(text), parts.count == 1 {
        parts = ["\(single)", "\(single)"]
      }
    default: break
    }
    let years = parts.compactMap { CalendarYear.read($0) }
    guard parts.count == 2, years.count == 2, years[0] <= years[1], years[1] - years[0] < 100 else {
      throw failure(.notAllowed(name, summary, allowed: "[2026, 2028], 2026-2028"))
    }
    return years[0]...years[1]
  }
}
