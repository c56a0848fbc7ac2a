extension Money {
  /// To the unit, for what a planner types into a cell: `CNY 963.748 M`, `96374.8 万元`.
  package func exact(_ value: Double) -> Words {
    let million = trimmed(value, decimals: 6)
    let wan = trimmed(value * 100, decimals: 4)
    return .markup("\(currency.en)\u{A0}\(million.en)\u{A0}M", "\(wan.zh)\u{A0}万\(unitZh)")
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
