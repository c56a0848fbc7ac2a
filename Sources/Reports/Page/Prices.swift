import Pages
import Plans
import Records

/// What more or less of each limit is worth, in the last benefit program with all else held.
struct Prices: Templated {
  struct Row: Templated {
    let limit: Words
    let amount: Words
    let more: Words
    let moreReach: Words
    /// Sorts above every amount.
    let moreIsAny: Bool
    let less: Words
    let lessReach: Words
    let lessIsAny: Bool

    static let template = """
      <tr><th scope="row">{{{limit}}}</th><td class="opt">{{{amount}}}</td><td><b>{{{more}}}</b></td>\
      <td{{#moreIsAny}} data-v="Infinity"{{/moreIsAny}}>{{{moreReach}}}</td><td>{{{less}}}</td><td class="opt"{{#lessIsAny}} data-v="Infinity"{{/lessIsAny}}>{{{lessReach}}}</td></tr>
      """
  }

  /// Lines at once.
  static let most = 12

  let limitHead: Words
  let amountHead: Words
  let moreHead: Words
  let moreReachHead: Words
  let lessHead: Words
  let lessReachHead: Words
  let rows: [Markup]

  static let template = """
    <figure><table class="price"><thead><tr>\
    <th scope="col">{{{limitHead}}}</th><th scope="col" class="opt">{{{amountHead}}}</th>\
    <th scope="col">{{{moreHead}}}</th><th scope="col">{{{moreReachHead}}}</th>\
    <th scope="col">{{{lessHead}}}</th><th scope="col" class="opt">{{{lessReachHead}}}</th></tr></thead>
    <tbody>{{#rows}}{{{.}}}
    {{/rows}}</tbody></table></figure>
    """

  private init(_ rows: [Markup], _ facts: Facts) {
    self.rows = rows
    let unit: KeyValuePairs<String, Words> = ["unit": facts.money.unit]
    limitHead = PricesText.limit.words
    amountHead = PricesText.amount(unit)
    moreHead = PricesText.more.words
    // How far a price holds is often a matter of single millions.
    let small: KeyValuePairs<String, Words> = ["unit": facts.money.smallUnit]
    moreReachHead = PricesText.moreReach(small)
    lessHead = PricesText.less.words
    lessReachHead = PricesText.lessReach(small)
  }

  private static func list(_ head: PricesText, _ prices: [Price], _ facts: Facts) throws -> Markup {
    guard !prices.isEmpty else { return .none }
    let items = try LongList.Items(prices.map { row($0, facts) }, most: most)
    let list = LongList(items, figure: try Prices(items.shown, facts).markup()) {
      PricesText.rest(count: $0)
    }
    return Markup(
      trusted: "<h3>\(head.words.renderText)</h3>" + (try list.markup().renderText))
  }

  private static func row(_ price: Price, _ facts: Facts) -> Row {
    func reach(_ side: Price.Side) -> Words {
      guard side.canMove else { return .markup("–") }
      return side.upTo.map(facts.money.smallCell)
        ?? PricesText.any.words
    }
    return Row(
      limit: facts.rules.limit(price.name).capitalised, amount: facts.money.cell(price.limit),
      more: price.more.canMove ? signed(price.more.price) : .markup("–"),
      moreReach: reach(price.more), moreIsAny: price.more.canMove && price.more.upTo == nil,
      less: price.less.canMove ? signed(-price.less.price) : .markup("–"),
      lessReach: reach(price.less), lessIsAny: price.less.canMove && price.less.upTo == nil)
  }

  static func section(_ facts: Facts) throws -> Section? {
    let prices = facts.pricesByWorth.filter(\.matters)
    let budgets = prices.filter { $0.name.rule == .budget }
    let scarcest = budgets.first { $0.more.canMove && $0.more.price >= PriceWords.least }
    guard let first = scarcest ?? prices.first else { return nil }
    let silent = facts.plan.prices.count - prices.count
    func note(_ words: Words) -> String { "<p class=\"note\">\(words.renderText)</p>" }
    let finding =
      scarcest != nil
      ? PricesText.finding([
        "limit": facts.rules.limit(first.name), "benefit": perMillion(first.more.price),
      ]) : PricesText.noBudget(count: prices.count)
    return Section(
      id: "prices", label: PricesText.label.words, topic: PricesText.topic.words, finding: finding,
      explanation: PricesText.explanation.words,
      figure: Markup(
        trusted: note(facts.prices.sentence(first))
          + (try list(.budgets, budgets, facts)).renderText
          + (try list(.others, prices.filter { $0.name.rule != .budget }, facts)).renderText
          + (silent > 0 ? note(PricesText.silent(count: silent)) : "")))
  }
}

/// A change of benefit: `+3.8`, `−0.4`, `0`.
func signed(_ benefit: Double) -> Words {
  benefit.magnitude < PriceWords.least
    ? .markup("0") : benefit > 0 ? .markup("+") + perMillion(benefit) : perMillion(benefit)
}

extension Facts {
  /// The prices of the plan, what is worth most first.
  var pricesByWorth: [Price] {
    func worth(_ price: Price) -> Double { price.more.canMove ? price.more.price.magnitude : 0 }
    return plan.prices.enumerated().sorted {
      (worth($1.element), $0.offset) < (worth($0.element), $1.offset)
    }.map(\.element)
  }
}

enum PricesText: String, Phrase {
  case label = "Prices ‖ 边际效益"
  case topic = "What one more million is worth ‖ 每增加 100 万的效益"
  case finding =
    "One more million brings most, {benefit} of benefit, as {limit} ‖ 增加{limit}最有价值：每 100 万效益 {benefit}"
  case noBudget =
    "No budget stands in the way; {n} other limit does|No budget stands in the way; {n} other limits do ‖ 预算均不构成限制，另有 {n} 项上限构成限制"
  case explanation =
    "All else as it is, not planned again: how benefit changes when one limit is a million more or less, and for how much of it that holds; – where it cannot change without breaking an earlier aim (bonds, fairness). Benefit: 1 is one million at average yield. ‖ 其他条件不变，未重新规划：单项上限增加或减少 100 万时效益的变化，及其适用幅度；–：变动即有违先前的目标（责任、公平）。效益：1 表示以平均收益投入 100 万。"
  case budgets = "Budgets ‖ 预算"
  case others = "Other limits ‖ 其他上限"
  case limit = "Limit ‖ 上限"
  case amount = "Now, {unit} ‖ 现为，{unit}"
  case more = "One more ‖ 增 100 万"
  case moreReach = "for the next, {unit} ‖ 适用于其后，{unit}"
  case less = "One less ‖ 减 100 万"
  case lessReach = "for the first, {unit} ‖ 适用于最初，{unit}"
  case any = "any ‖ 不限"
  case silent =
    "{n} more limit is reached, but a small change of it changes next to nothing.|{n} more limits are reached, but a small change of them changes next to nothing. ‖ 另有 {n} 项上限已用满，但小幅增减几乎不改变效益。"
  case rest =
    "{n} more limit stands in plans.xlsx.|{n} more limits stand in plans.xlsx. ‖ 另有 {n} 项见 plans.xlsx。"
}
