import Optimisation
import Plans
import Records
import Round

/// The round's program in which every rule can be set aside.
///
/// `k[d,r]`, at most the fixed amount, is what a fixed pair keeps: `Y[d,r] - k[d,r] >= 0`. Some fixed pairs can hold together
/// with some limits where `max Σ k` over them reaches their amounts.
///
/// Ceilings of the allocation would stand in for a limit that is set aside, so `x` into `r` may be anything up to
/// `n_r·F[r]`, `F[r]` all that is fixed for `r`, `n_r` its sectors: a point that keeps some rules can be cut to that. (Choose
/// `F[r]` of its money that meet the fixed pairs, and cap each cell of `r` at `F[r]`, those without a limit on their share at
/// `n_r·F[r]`: no cell falls below its choice, and every limit on a share, at least `1/n_r`, is kept.)
struct RelaxedRules: ~Copyable {
  var allocation: Allocation
  let options: SimplexOptions
  /// `Y[d,r] - k[d,r] >= 0` and `k`, by place in the round's fixed pairs.
  let rows: [Row]
  let kept: [Column]
  /// The bounds of each of the allocation's limits while it is in force, and while it is not.
  private let inForce: [Bounds]
  private let setAside: [Bounds]
  private var enforced: [Bool]

  static func build(_ round: Round, _ options: SimplexOptions) throws(ProgramError) -> RelaxedRules
  {
    var allocation = try Allocation.build(round)
    let inForce = allocation.limits.map { allocation.program.bounds(of: $0.place) }
    let most = try allocation.loosenCeilings()
    let setAside = allocation.limits.map { limit -> Bounds in
      if case .column(let column, _) = limit.place { .between(0, most[column] ?? 0) } else { .free }
    }
    for (limit, bounds) in zip(allocation.limits, inForce) {
      try allocation.program.setBounds(of: limit.place, bounds)
    }
    var rows: [Row] = []
    var kept: [Column] = []
    for rule in round.fixedPairs {
      let amount = try allocation.program.addColumn(.between(0, rule.record.amount))
      let total = rule.pair.flatMap { allocation.pairTotals[$0] }
      rows.append(
        try allocation.program.addRow(
          [Term(-1, amount)] + (total.map { [Term(1, $0)] } ?? []), .atLeast(0)))
      kept.append(amount)
    }
    return RelaxedRules(
      allocation: allocation, options: options, rows: rows, kept: kept, inForce: inForce,
      setAside: setAside, enforced: Array(repeating: true, count: inForce.count))
  }

  /// Every limit, by place among the allocation's.
  var allLimits: [Int] { Array(inForce.indices) }

  /// The right side of a limit.
  func bound(of limit: Int) -> Double { inForce[limit].upper ?? 0 }

  func kind(of limit: Int) -> RuleName.Kind { allocation.limits[limit].name.rule }

  /// Whether the fixed pairs `pairs` can hold together with the limits `limits` where all other rules are set aside.
  mutating func canHold(
    _ pairs: [Int], with limits: [Int], _ watch: PlanningWatch
  ) throws -> Bool {
    guard !pairs.isEmpty else { return true }
    try enforce(limits)
    _ = try maximise(pairs.map { kept[$0] }, watch)
    return pairs.allSatisfy {
      let rule = allocation.round.fixedPairs[$0]
      return allocation.program.value(of: kept[$0]) >= rule.record.amount - rule.slack
    }
  }

  /// The most that `columns` can have together.
  mutating func maximise(_ columns: [Column], _ watch: PlanningWatch) throws -> Double {
    try allocation.program.setObjective(.maximise, columns.map { Term(1, $0) })
    return try allocation.optimise("fixed pairs", options, watch: watch).value
  }

  /// Whether a limit has a price at the optimum found last, as a rule of a proof that no better can be has.
  func hasPrice(_ limit: Int) -> Bool {
    abs(allocation.price(of: allocation.limits[limit].place)) > 1e-9
  }

  /// The same of a fixed pair.
  func hasPrice(fixedPair: Int) -> Bool { abs(allocation.program.dual(of: rows[fixedPair])) > 1e-9 }

  private mutating func enforce(_ limits: [Int]) throws(ProgramError) {
    var wanted = [Bool](repeating: false, count: enforced.count)
    for limit in limits { wanted[limit] = true }
    for place in enforced.indices where enforced[place] != wanted[place] {
      try allocation.program.setBounds(
        of: allocation.limits[place].place, wanted[place] ? inForce[place] : setAside[place])
    }
    enforced = wanted
  }
}

extension Program {
  func bounds(of limit: Limit) -> Bounds {
    switch limit {
    case .row(let row, _): bounds(of: row)
    case .column(let column, _): bounds(of: column)
    }
  }

  mutating func setBounds(of limit: Limit, _ bounds: Bounds) throws(ProgramError) {
    switch limit {
    case .row(let row, _): try setBounds(of: row, bounds)
    case .column(let column, _): try setBounds(of: column, bounds)
    }
  }
}

extension Allocation {
  /// Ceilings of `x` and of the totals that no rule stands behind, 0 where the recipient has no fixed pair.
  ///
  /// - Returns: those of `x`.
  mutating func loosenCeilings() throws(ProgramError) -> [Column: Double] {
    var fixed = [Double](repeating: 0, count: round.recipients.count)
    for rule in round.fixedPairs {
      if let pair = rule.pair { fixed[pair.recipient] += rule.record.amount }
    }
    let most = zip(fixed, sectorTotals).map { $0 > 0 ? 1.01 * Double($1.count) * $0 + 1 : 0 }
    var ceilings: [Column: Double] = [:]
    var ofRecipient = most.map { _ in 0.0 }
    for pair in round.eligible.indices {
      let recipient = round.partners(ofPair: pair).recipient
      ceilings[money[pair]] = most[recipient]
      ofRecipient[recipient] += most[recipient]
      try program.setBounds(of: money[pair], .between(0, most[recipient]))
    }
    func all(_ recipient: Int) -> Bounds { .between(0, 1.01 * ofRecipient[recipient]) }
    for (place, group) in zip(round.groups, groupTotals) {
      try program.setBounds(of: group, all(place.recipient))
    }
    for (place, cells) in sectorTotals.enumerated() {
      for cell in cells { try program.setBounds(of: cell.column, all(place)) }
      if let total = recipientTotals[place] { try program.setBounds(of: total, all(place)) }
    }
    for (pair, total) in pairTotals { try program.setBounds(of: total, all(pair.recipient)) }
    return ceilings
  }
}
