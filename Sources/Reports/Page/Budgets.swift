import Pages
import Records
import Round

/// What each donor offered and placed, by year.
struct Budgets: Templated {
  struct Cell {
    let column: Markup
    let amount: Words
  }

  struct Row {
    let name: Words
    let cells: [Cell]
    let placed: Words
    let idle: Words
  }

  struct Total {
    let amount: Words
    let share: Words
  }

  let donorHead: Words
  let years: [String]
  let placedHead: Words
  let idleHead: Words
  let rows: [Row]
  let allDonors: Words
  let totals: [Total]
  let allPlaced: Words
  let allIdle: Words
  let note: Words

  static let template = """
    <div class="list"><figure class="scroll"><table class="budget"><thead><tr><th scope="col">{{{donorHead}}}</th>\
    {{#years}}<th scope="col">{{.}}</th>{{/years}}<th scope="col" class="r">{{{placedHead}}}</th>\
    <th scope="col" class="r">{{{idleHead}}}</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{{name}}}</th>\
    {{#cells}}<td>{{{column}}}{{{amount}}}</td>{{/cells}}<td class="r"><b>{{{placed}}}</b></td><td class="r">{{{idle}}}</td></tr>
    {{/rows}}</tbody><tfoot><tr><th scope="row">{{{allDonors}}}</th>\
    {{#totals}}<td>{{{amount}}}<small>{{{share}}}</small></td>{{/totals}}<td class="r"><b>{{{allPlaced}}}</b></td>\
    <td class="r">{{{allIdle}}}</td></tr></tfoot></table></figure></div>{{#note}}<p class="note">{{{note}}}</p>{{/note}}
    """

  init(_ facts: Facts) {
    let money = facts.money
    let donors = facts.donors
    let horizon = facts.round.years
    let highest = donors.flatMap { donor in horizon.map { facts.offered(by: donor, in: $0) } }.max()
    let scale = max(highest ?? 0, 1e-6)
    func portion(_ placed: Double, _ offered: Double) -> Words {
      offered > 0 ? share(placed / offered) : .markup("–")
    }
    donorHead = BudgetText.donor.words
    years = horizon.map(String.init)
    placedHead = BudgetText.placed.words
    idleHead = BudgetText.idle.words
    rows = donors.map { donor in
      let placed = facts.placed(by: donor.code)
      return Row(
        name: facts.name(donor.code) + facts.estimates.mark(donor: donor.code),
        cells: horizon.map { year in
          let placed = facts.placed(by: donor.code, in: year)
          return Cell(
            column: Drawing.column(
              placed: placed / scale, offered: facts.offered(by: donor, in: year) / scale),
            amount: money.cell(placed))
        }, placed: portion(placed, donor.money), idle: money.cell(leftOver(donor.money, placed)))
    }
    allDonors = BudgetText.allDonors.words
    totals = horizon.map { year in
      let placed = donors.reduce(0) { $0 + facts.placed(by: $1.code, in: year) }
      let offered = donors.reduce(0) { $0 + facts.offered(by: $1, in: year) }
      return Total(amount: money.cell(placed), share: portion(placed, offered))
    }
    allPlaced = portion(facts.invested, facts.offered)
    allIdle = money.cell(leftOver(facts.offered, facts.invested))
    let months = facts.round.experts.reduce(0) { $0 + $1.months }
    note =
      months > 0
      ? BudgetText.experts([
        "given": grouped(facts.plan.scorecard.personMonths), "offered": grouped(months),
      ]) : .none
  }

  static func section(_ facts: Facts) throws -> Section? {
    guard !facts.donors.isEmpty else { return nil }
    return Section(
      id: "budget", label: BudgetText.topic.words, topic: BudgetText.topic.words,
      finding: finding(facts), explanation: BudgetText.explanation(["unit": facts.money.unit]),
      figure: try Budgets(facts).markup())
  }

  private static func finding(_ facts: Facts) -> Words {
    let offered = facts.offered
    let idle = leftOver(offered, facts.invested)
    if facts.invested == 0 { return BudgetText.nonePlaced(["offered": facts.money.prose(offered)]) }
    if idle == 0 { return BudgetText.allPlaced.words }
    let spent = facts.spentYears
    guard let year = spent.first, spent.count < facts.round.years.count else {
      return BudgetText.partPlaced([
        "share": share(facts.invested / offered), "idle": facts.money.prose(idle),
      ])
    }
    let rest = BudgetText.noUse(["share": share(idle / offered)])
    return spent.count == 1
      ? BudgetText.yearSpent(["year": .markup(String(year))]) + rest
      : BudgetText.yearsSpent([
        "count": counted(spent.count).capitalised,
        "all": counted(facts.round.years.count),
      ]) + rest
  }
}

/// What is left of a pledge; tickets are whole units, so less than one unit per year is none.
private func leftOver(_ offered: Double, _ placed: Double) -> Double {
  let rest = offered - placed
  return rest > 1e-6 * max(1, offered) ? rest : 0
}

enum BudgetText: String, Phrase {
  case topic = "Budgets ‖ 资金使用"
  case nonePlaced = "None of the {offered} pledged is placed ‖ {offered}承诺均未安排"
  case allPlaced = "Every pledge is placed to the last unit ‖ 承诺全部安排"
  case partPlaced = "{share} of all pledges is placed; {idle} lies idle ‖ 承诺已安排 {share}，闲置 {idle}"
  case yearSpent = "{year} is fully spent ‖ {year} 年资金全部用尽"
  case yearsSpent = "{count} of {all} years are fully spent ‖ {all}年中有{count}年资金用尽"
  case noUse = "; {share} of all pledges finds no use ‖ ，承诺的 {share} 未能使用"
  case explanation =
    "<b class=\"cd\">Solid</b> placed, pale pledged; all columns on one scale. {unit}. ‖ <b class=\"cd\">深色</b>为已安排，浅色为承诺，各柱同一比例。{unit}。"
  case donor = "Donor ‖ 支援方"
  case placed = "Placed ‖ 已安排"
  case idle = "Idle ‖ 闲置"
  case allDonors = "All donors ‖ 全部"
  case experts =
    "Experts: {given} of {offered} person-months offered are given. ‖ 专家：承诺 {offered} 人月，安排 {given} 人月。"
}
