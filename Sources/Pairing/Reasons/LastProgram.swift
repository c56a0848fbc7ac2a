import Optimisation
import Plans
import Records
import Round

/// The last benefit program of a plan, asked why: everything that it says holds with all else held.
struct LastProgram: ~Copyable {
  var allocation: Allocation
  let indicators: [Indicator]
  /// The money columns by their place among the eligible pairs.
  private let pairOfColumn: [Column: Int]
  /// What one M of a column costs by each limit with a price that counts it.
  private let priced: [Column: [(limit: Int, cost: Double)]]

  /// - Parameter allocation: at its optimum of benefit, that benefit not kept.
  init(_ allocation: consuming Allocation, indicators: [Indicator]) {
    pairOfColumn = Dictionary(uniqueKeysWithValues: zip(allocation.money, allocation.money.indices))
    self.priced = LastProgram.costs(allocation)
    self.indicators = indicators
    self.allocation = allocation
  }

  private static func costs(
    _ allocation: borrowing Allocation
  ) -> [Column: [(limit: Int, cost: Double)]] {
    var costs: [Column: [(limit: Int, cost: Double)]] = [:]
    func add(_ row: Row, _ price: Double, to limit: Int) {
      for term in allocation.program.terms(of: row) {
        costs[term.column, default: []].append((limit, term.coefficient * price))
      }
    }
    for (place, limit) in allocation.limits.enumerated() {
      let price = allocation.price(of: limit.place)
      guard abs(price) > 1e-9 else { continue }
      switch limit.place {
      case .column(let column, _): costs[column, default: []].append((place, price))
      case .row(let row, _): add(row, price, to: place)
      }
    }
    for tie in allocation.added.ties {
      guard let place = allocation.limits.lastIndex(where: { $0.name == tie.rule }) else {
        continue
      }
      let price = allocation.program.dual(of: tie.row)
      if abs(price) > 1e-9 { add(tie.row, price, to: place) }
    }
    return costs
  }

  var round: Round { allocation.round }

  /// What moves when a limit or a ticket does: money by eligible pair, per M.
  func moves(_ slope: Slope) -> [(pair: Int, rate: Double)] {
    slope.changes.compactMap { change in
      guard let pair = pairOfColumn[change.column], abs(change.rate) > 1e-12 else { return nil }
      return (pair, change.rate)
    }
  }

  /// What each indicator changes by when money moves.
  func indicatorRates(_ moves: [(pair: Int, rate: Double)]) -> [Indicator: Double] {
    var rates: [Indicator: Double] = [:]
    for indicator in indicators {
      rates[indicator] = moves.reduce(0.0) { sum, move in
        let project = round.projects[round.eligible.project[move.pair]]
        return sum + (project.record.benefits[indicator] ?? 0) / project.need * move.rate
      }
    }
    return rates
  }

  /// What one more M of a ticket would cost by the limits with a price, the dearest first; those that it would help come last,
  /// below zero.
  ///
  /// A ticket counts in the rows of its own column and of the totals that it adds to.
  func costs(ofTicket pair: Int) -> [(limit: NamedLimit, cost: Double)] {
    let partners = round.partners(ofPair: pair)
    let project = round.eligible.project[pair]
    var columns = [allocation.money[pair]]
    if let total = allocation.pairTotals[partners] { columns.append(total) }
    if let total = allocation.recipientTotals[partners.recipient] { columns.append(total) }
    if let cell = allocation.sectorTotals[partners.recipient].first(where: {
      $0.sector == round.projects[project].record.sector
    }) {
      columns.append(cell.column)
    }
    if let group = round.groupOfProject[project], !columns.contains(allocation.groupTotals[group]) {
      columns.append(allocation.groupTotals[group])
    }
    var costs: [Int: Double] = [:]
    for column in columns {
      for (place, cost) in priced[column] ?? [] { costs[place, default: 0] += cost }
    }
    return costs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (allocation.limits[$0.key], $0.value) }
  }

  /// What one M of a ticket lacks at the least: what it would cost by the limits with a price beyond what it brings.
  ///
  /// That is more than the reduced cost of its own column where a total that it adds to, such as that of a pair without money,
  /// stands at zero.
  func lacking(ofTicket pair: Int) -> Double {
    max(0, costs(ofTicket: pair).reduce(0) { $0 + $1.cost } - round.eligible.value[pair])
  }
}
