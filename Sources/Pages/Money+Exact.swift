extension Money {
  /// To the unit, for what a planner types into a cell: `CNY 963.748 M`, `9.63748 亿元`.
  package func exact(_ value: Double) -> Words {
    let million = trimmed(value, decimals: 6)
    let (chinese, unit) =
      value >= 100
      ? (trimmed(value / 100, decimals: 8), "亿") : (trimmed(value * 100, decimals: 4), "万")
    return .markup(
      "\(currency.en)\u{A0}\(million.en)\u{A0}M", "\(chinese.zh)\u{A0}\(unit)\(unitZh)")
  }

  /// A few units, said whole: `CNY 191`, `191 元`.
  package func units(_ count: Double) -> Words {
    let number = grouped(count)
    return .markup("\(currency.en)\u{A0}\(number.en)", "\(number.zh)\u{A0}\(unitZh)")
  }

  private func trimmed(_ value: Double, decimals: Int) -> Words {
    let text = fixed(value, decimals)
    let zeros = text.reversed().prefix { $0 == "0" }.count
    return grouped(value, decimals: decimals - min(zeros, decimals))
  }
}
