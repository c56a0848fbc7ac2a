import Foundation

/// How a round's money is written. Figures are in M and are rounded last, from their exact values.
package struct Money {
  /// The size of the round decides the unit of its tables, so that a small round does not read `0.00` throughout.
  package enum Scale { case trillions, billions, millions }

  package let scale: Scale
  let currency: Words
  /// `元`, `美元`, or the code.
  let unitZh: String

  package init(currency: String, offered: Double) {
    scale = offered >= 1e6 ? .trillions : offered >= 1000 ? .billions : .millions
    self.currency = Words(currency)
    unitZh = Self.namesZh[currency] ?? "\u{A0}" + escaped(currency)
  }

  package static let namesZh = [
    "CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "KRW": "韩元",
    "ZAR": "兰特", "INR": "卢比", "IDR": "印尼盾", "VND": "越南盾", "PHP": "比索", "PLN": "兹罗提",
    "TRY": "里拉", "BRL": "雷亚尔", "AUD": "澳元", "CAD": "加元", "CHF": "瑞士法郎",
  ]

  /// The unit of tables: `CNY bn` and `亿元`.
  package var unit: Words {
    switch scale {
    case .trillions: .markup(currency.en + "\u{A0}tn", "万亿" + unitZh)
    case .billions: .markup(currency.en + "\u{A0}bn", "亿" + unitZh)
    case .millions: smallUnit
    }
  }

  /// `CNY M` and `万元`.
  package var smallUnit: Words { .markup(currency.en + "\u{A0}M", "万" + unitZh) }

  /// A cell of a table, in `unit`.
  package func cell(_ value: Double) -> Words {
    switch scale {
    case .trillions: cell(value / 1e6, 2, \.en)
    case .billions:
      .markup(cell(value / 1000, 2, \.en).en, cell(value / 100, 1, \.zh).zh)
    case .millions: .markup(cell(value, 2, \.en).en, cell(value * 100, 0, \.zh).zh)
    }
  }

  /// A cell of a table, in `smallUnit`, rounded as in a sentence.
  package func smallCell(_ value: Double) -> Words {
    if value == 0 { return .markup("0") }
    return .markup(
      value < 0.05 ? "&lt;0.1" : grouped(value, decimals: value >= 9.95 ? 0 : 1).en,
      value < 0.005 ? "&lt;1" : grouped(value * 100).zh)
  }

  private func cell(_ value: Double, _ decimals: Int, _ language: KeyPath<Words, String>) -> Words {
    if value == 0 { return .markup("0") }
    let least = pow(10, -Double(decimals))
    if value.magnitude < least / 2 { return .markup("&lt;" + fixed(least, decimals)) }
    return grouped(value, decimals: decimals)
  }

  /// In a sentence: `CNY 21.2 bn`, `CNY 340 M`; `212.4 亿元`, `1300 万元`.
  package func prose(_ value: Double) -> Words {
    .markup(currency.en + "\u{A0}" + bareEn(value), bareZh(value, wholeFrom: .infinity))
  }

  /// As `prose`, where the currency was said before: `12.8 bn`.
  package func bare(_ value: Double) -> Words {
    .markup(bareEn(value), bareZh(value, wholeFrom: .infinity))
  }

  /// In the lead and the key figures Chinese has no decimals from 10 亿.
  package func lead(_ value: Double) -> Words {
    .markup(currency.en + "\u{A0}" + bareEn(value), bareZh(value, wholeFrom: 10))
  }

  package func bareLead(_ value: Double) -> Words {
    .markup(bareEn(value), bareZh(value, wholeFrom: 10))
  }

  /// A key figure, number and unit apart.
  package func figure(_ value: Double) -> (number: Words, unit: Words) {
    let en = inEnglish(value)
    let zh = inChinese(value, wholeFrom: 10)
    return (.markup(en.number, zh.number), .markup(currency.en + "\u{A0}" + en.unit, zh.unit))
  }

  private func bareEn(_ value: Double) -> String {
    let parts = inEnglish(value)
    return parts.number + "\u{A0}" + parts.unit
  }

  private func bareZh(_ value: Double, wholeFrom: Double) -> String {
    let parts = inChinese(value, wholeFrom: wholeFrom)
    return parts.number + "\u{A0}" + parts.unit
  }

  private func inEnglish(_ value: Double) -> (number: String, unit: String) {
    if value >= 999.95e3 { return (grouped(value / 1e6, decimals: 2).en, "tn") }
    // 999.6 M would read `1000 M`.
    if value >= 999.5 { return (grouped(value / 1000, decimals: 1).en, "bn") }
    if value > 0, value < 0.05 { return ("&lt;0.1", "M") }
    return (grouped(value, decimals: value >= 9.95 || value == 0 ? 0 : 1).en, "M")
  }

  private func inChinese(_ value: Double, wholeFrom: Double) -> (number: String, unit: String) {
    // 1 M is 100 万; 100 M is 1 亿; 1,000,000 M is 1 万亿.
    if value >= 999.95e3 { return (grouped(value / 1e6, decimals: 2).zh, "万亿" + unitZh) }
    if value >= 99.995 {
      let yi = value / 100
      return (grouped(yi, decimals: yi >= wholeFrom ? 0 : 1).zh, "亿" + unitZh)
    }
    if value > 0, value < 0.005 { return ("&lt;1", "万" + unitZh) }
    return (grouped(value * 100).zh, "万" + unitZh)
  }
}
