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
  /// The limits with a price, by the columns that they count, with how much of each.
  private let priced: [Column: [(limit: Int, weight: Double)]]

  /// - Parameter allocation: at its optimum of benefit, that benefit not kept.
  init(_ allocation: consuming Allocation, indicators: [Indicator]) {
    pairOfColumn = Dictionary(uniqueKeysWithValues: zip(allocation.money, allocation.money.indices))
    var priced: [Column: [(limit: Int, weight: Double)]] = [:]
    for (place, limit) in allocation.limits.enumerated()
    where abs(allocation.price(of: limit.place)) > 1e-9 {
      switch limit.place {
      case .column(let column, _): priced[column, default: []].append((place, 1))
      case .row(let row, _):
        for term in allocation.program.terms(of: row) {
          priced[term.column, default: []].append((place, term.coefficient))
        }
      }
    }
    self.priced = priced
    self.indicators = indicators
    self.allocation = allocation
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
      for (place, weight) in priced[column] ?? [] {
        costs[place, default: 0] += weight * allocation.price(of: allocation.limits[place].place)
      }
    }
    return costs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (allocation.limits[$0.key], $0.value) }
  }
}
