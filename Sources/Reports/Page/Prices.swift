import Pages
import Plans
import Records

/// What more or less of each limit is worth, in the last benefit program with all else held.
struct Prices: Templated {
  struct Row {
    let limit: Words
    let amount: Words
    let more: Words
    let moreReach: Words
    let less: Words
    let lessReach: Words
  }

  struct Table {
    let head: Words
    let rows: [Row]
    let rest: Words
  }

  /// More lines than anyone reads; all of them stand in `plans.xlsx` and `plans.json`.
  static let most = 12

  let limitHead: Words
  let amountHead: Words
  let moreHead: Words
  let moreReachHead: Words
  let lessHead: Words
  let lessReachHead: Words
  let tables: [Table]
  let silent: Words
  let sentence: Words

  static let template = """
    <p class="note">{{{sentence}}}</p>{{#tables}}<h3>{{{head}}}</h3><figure><table class="price"><thead><tr>\
    <th scope="col">{{{limitHead}}}</th><th scope="col" class="opt">{{{amountHead}}}</th>\
    <th scope="col">{{{moreHead}}}</th><th scope="col">{{{moreReachHead}}}</th>\
    <th scope="col">{{{lessHead}}}</th><th scope="col" class="opt">{{{lessReachHead}}}</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{limit}}}</th><td class="opt">{{{amount}}}</td><td><b>{{{more}}}</b></td>\
    <td>{{{moreReach}}}</td><td>{{{less}}}</td><td class="opt">{{{lessReach}}}</td></tr>
    {{/rows}}</tbody></table></figure>{{#rest}}<p class="note">{{{rest}}}</p>{{/rest}}{{/tables}}{{#silent}}<p class="note">{{{silent}}}</p>{{/silent}}
    """

  private init(
    _ budgets: [Price], _ others: [Price], most first: Price, silent: Int, _ facts: Facts
  ) {
    let unit: KeyValuePairs<String, Words> = ["unit": facts.money.unit]
    limitHead = PricesText.limit.words
    amountHead = PricesText.amount(unit)
    moreHead = PricesText.more.words
    // How far a price holds is often a matter of single millions.
    let small: KeyValuePairs<String, Words> = ["unit": facts.money.smallUnit]
    moreReachHead = PricesText.moreReach(small)
    lessHead = PricesText.less.words
    lessReachHead = PricesText.lessReach(small)
    sentence = facts.prices.sentence(first)
    self.silent = silent > 0 ? PricesText.silent(count: silent) : .none
    tables = [(PricesText.budgets, budgets), (.others, others)].filter { !$0.1.isEmpty }
      .map { head, prices in
        let rest = prices.count - Self.most
        return Table(
          head: head.words, rows: prices.prefix(Self.most).map { Self.row($0, facts) },
          rest: rest > 0 ? PricesText.rest(count: rest) : .none)
      }
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
      moreReach: reach(price.more),
      less: price.less.canMove ? signed(-price.less.price) : .markup("–"),
      lessReach: reach(price.less))
  }

  static func section(_ facts: Facts) throws -> Section? {
    let prices = facts.pricesByWorth.filter(\.matters)
    let budgets = prices.filter { $0.name.rule == .budget }
    let scarcest = budgets.first { $0.more.canMove && $0.more.price >= PriceWords.least }
    guard let first = scarcest ?? prices.first else { return nil }
    let finding =
      scarcest != nil
      ? PricesText.finding([
        "limit": facts.rules.limit(first.name), "benefit": perMillion(first.more.price),
      ]) : PricesText.noBudget(count: prices.count)
    return Section(
      id: "prices", label: PricesText.label.words, topic: PricesText.topic.words, finding: finding,
      explanation: PricesText.explanation.words,
      figure: try Prices(
        budgets, prices.filter { $0.name.rule != .budget }, most: first,
        silent: facts.plan.prices.count - prices.count, facts
      ).markup())
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
