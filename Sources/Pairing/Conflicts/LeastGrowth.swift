import Optimisation
import Plans
import Records
import Round

/// What would have to grow for all fixed amounts to hold, in the least total: `Σ g` is minimised with `Y[d,r] >= amount` and
/// `g >= 0` added to the right side of every limit.
///
/// Each limit grows by itself: a budget that grows does not take the donor's concentration with it. The split is the first by
/// id: earlier limits grow as little as they can, shares of the policy and of offers before budgets and needs. Pairs between
/// which no money may flow are named apart.
func leastGrowth(
  _ round: Round, _ options: SimplexOptions, _ watch: PlanningWatch
) throws -> Conflict.Growth {
  let closed = round.closedFixedPairs
  var program = try GrowingLimits.build(round, options, closed: closed)
  let total = try program.minimise(program.growths.map(\.column), watch)
  try program.allocation.program.keepOptimum()
  var limits: [(place: Int, limit: Conflict.Growth.Limit)] = []
  for (limit, column) in program.growths {
    var growth = program.allocation.program.value(of: column)
    if growth > GrowingLimits.nothing {
      growth = try program.minimise([column], watch)
      try program.allocation.program.keepOptimum()
    }
    guard growth > GrowingLimits.nothing else {
      try program.allocation.program.setBounds(of: column, .exactly(0))
      continue
    }
    guard let rule = round.rule(of: program.allocation.limits[limit].name, program.bounds[limit])
    else { continue }
    let units = ((program.bounds[limit] + growth) * 1e6 - 0.001).rounded(.up)
    limits.append((limit, .init(rule: rule, to: units / 1e6)))
  }
  return Conflict.Growth(
    total: max(0, total), limits: limits.sorted { $0.place < $1.place }.map(\.limit),
    noHelpFor: closed.map {
      let record = round.fixedPairs[$0].record
      return .init(donor: record.donor, recipient: record.recipient)
    })
}

/// The round's program with its fixed pairs met and limits that may grow.
private struct GrowingLimits: ~Copyable {
  /// What counts as no growth, in M.
  static let nothing = 1e-7

  var allocation: Allocation
  let options: SimplexOptions
  /// The right side of each of the allocation's limits.
  let bounds: [Double]
  /// `g` with the place of its limit, in the order in which they keep; only for limits that money of a fixed pair can meet.
  let growths: [(limit: Int, column: Column)]

  static func build(
    _ round: Round, _ options: SimplexOptions, closed: [Int]
  ) throws(ProgramError) -> GrowingLimits {
    var allocation = try Allocation.build(round)
    let bounds = allocation.limits.map { allocation.program.value(of: $0.place) ?? 0 }
    _ = try allocation.loosenCeilings()
    var growths: [(limit: Int, column: Column)] = []
    for (place, limit) in allocation.limits.enumerated() {
      let terms: [Term] =
        switch limit.place {
        case .row(let row, _): allocation.program.terms(of: row)
        case .column(let column, _): [Term(1, column)]
        }
      let most = terms.reduce(0) {
        $0 + max(0, $1.coefficient) * (allocation.program.bounds(of: $1.column).upper ?? 0)
      }
      guard most > bounds[place] else { continue }
      if case .row(let row, _) = limit.place {
        try allocation.program.setBounds(of: row, .free)
      }
      let growth = try allocation.program.addColumn(.between(0, most))
      _ = try allocation.program.addRow(terms + [Term(-1, growth)], .atMost(bounds[place]))
      growths.append((place, growth))
    }
    let kinds = allocation.limits.map(\.name.rule)
    func isMoney(_ limit: Int) -> Bool { kinds[limit] == .budget || kinds[limit] == .need }
    for (place, rule) in round.fixedPairs.enumerated() where !closed.contains(place) {
      guard let total = rule.pair.flatMap({ allocation.pairTotals[$0] }) else { continue }
      _ = try allocation.program.addRow([Term(1, total)], .atLeast(rule.record.amount))
    }
    return GrowingLimits(
      allocation: allocation, options: options, bounds: bounds,
      growths: growths.filter { !isMoney($0.limit) } + growths.filter { isMoney($0.limit) })
  }

  mutating func minimise(_ columns: [Column], _ watch: PlanningWatch) throws -> Double {
    try allocation.program.setObjective(.minimise, columns.map { Term(1, $0) })
    return try allocation.optimise("fixed pairs", options, watch: watch).value
  }
}
