import Pages
import Plans
import Records

/// What more or less of a limit is worth, in words. Benefit is counted in M of average yield.
struct PriceWords {
  let rules: RuleWords
  let money: Money

  /// Below what is shown of a benefit, a price is none.
  static let least = 0.001

  /// `Money of GD-FUND in 2027 (now 100 M): each million more brings 3.8 of benefit, for the next 8 M, then less; each
  /// million less costs 4.1 of benefit, for the first 3 M, then more.`
  func sentence(_ price: Price) -> Words {
    let more =
      price.more.canMove
      ? PriceText.eachMore(["change": change(price.more.price)])
        + reach(price.more, .next, change: price.more.price) + brings(price.more)
      : PriceText.noMore.words
    let less =
      price.less.canMove
      ? PriceText.eachLess(["change": change(-price.less.price)])
        + reach(price.less, .first, change: -price.less.price)
      : PriceText.noLess.words
    return PriceText.sentence([
      "limit": rules.limit(price.name).capitalised, "amount": money.bare(price.limit),
      "more": more, "less": less,
    ])
  }

  /// `brings 3.8 of benefit`, `costs 0.4 of benefit`, `changes nothing`.
  func change(_ benefit: Double) -> Words {
    if benefit.magnitude < Self.least { return PriceText.nothing.words }
    return (benefit > 0 ? PriceText.brings : .costs)(["benefit": perMillion(benefit.magnitude)])
  }

  /// How far a price holds: what brings benefit brings ever less, what costs it costs ever more.
  private func reach(_ side: Price.Side, _ text: PriceText, change: Double) -> Words {
    guard change.magnitude >= Self.least else { return .none }
    guard let upTo = side.upTo else { return PriceText.however.words }
    return text([
      "amount": money.bare(upTo),
      "beyond": (change > 0 ? PriceText.thenLess : .thenMore).words,
    ])
  }

  /// What would be shown as 0 is left out.
  private static func leastShown(_ indicator: Indicator) -> Double {
    switch indicator {
    case .jobs, .co2Avoided: 0.5
    case .valueAdded: 0.05
    default: 0.005
    }
  }

  private func brings(_ side: Price.Side) -> Words {
    let parts = side.indicators.filter { $0.value.magnitude >= Self.leastShown($0.key) }
      .sorted { $0.key < $1.key }
      .map { indicator, value in
        whatMoneyBrings(
          indicator, value.magnitude, money, sign: .markup(value < 0 ? "−" : "+"))
      }
    return parts.isEmpty ? .none : PriceText.indicators(["list": parts.joined(", ", "，")])
  }
}

/// The benefit of a million: three digits, and never more than three decimals.
func perMillion(_ benefit: Double) -> Words {
  benefit.magnitude < 0.0995 ? grouped(benefit, decimals: 3) : threeDigits(benefit)
}

extension Price {
  /// Whether a small change of the limit changes what is shown of the benefit at all.
  var matters: Bool {
    [more, less].contains { $0.canMove && $0.price.magnitude >= PriceWords.least }
  }
}

extension Price.Side {
  /// Whether the limit can change this way at all without breaking what the earlier stages keep.
  var canMove: Bool { upTo != 0 }
}

enum PriceText: String, Phrase {
  case sentence = "{limit} (now {amount}): {more}; {less}. ‖ {limit}（现为 {amount}）：{more}；{less}。"
  case eachMore = "each million more {change} ‖ 每增加 100 万，{change}"
  case eachLess = "each million less {change} ‖ 每减少 100 万，{change}"
  case noMore =
    "it cannot rise without breaking an earlier aim ‖ 提高即有违先前的目标"
  case noLess =
    "it cannot fall without breaking an earlier aim ‖ 降低即有违先前的目标"
  case brings = "brings {benefit} of benefit ‖ 效益增加 {benefit}"
  case costs = "costs {benefit} of benefit ‖ 效益减少 {benefit}"
  case nothing = "changes nothing ‖ 效益不变"
  case next = ", for the next {amount}, then {beyond} ‖ （在其后 {amount}以内，再多则{beyond}）"
  case first = ", for the first {amount}, then {beyond} ‖ （在最初 {amount}以内，再多则{beyond}）"
  case thenLess = "less ‖ 递减"
  case thenMore = "more ‖ 递增"
  case however = ", however much ‖ （幅度不限）"
  case indicators = " ({list}) ‖ （{list}）"
}
