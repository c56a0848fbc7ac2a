import Optimisation
import Plans
import Records
import Round

/// Whether the round's fixed pairs can hold together; if not, which cannot and the cheapest repair.
///
/// All other hard rules are satisfied by giving nothing. The repair minimises `Σ w` with `Y[d,r] + w[d,r] >= amount`, `w >= 0`;
/// its split is the first by id: earlier pairs keep as much as they can. An irreducible set is found by the deletion filter
/// (Chinneck & Dravnieks 1991): a rule goes for good if the rest still cannot hold. Then the set is put aside and the search
/// goes on until the rest can hold.
///
/// - Throws: `PlanningError.stoppedTooEarly` where the watch ended it.
func findConflict(
  _ round: Round, options: SimplexOptions = SimplexOptions(),
  watch: PlanningWatch = { _, _ in true }
) throws -> Conflict? {
  guard !round.fixedPairs.isEmpty else { return nil }
  do {
    return try conflict(round, options: options, watch: watch)
  } catch is StageStopped {
    throw PlanningError.stoppedTooEarly
  } catch let error as ProgramError {
    throw PlanningError.program(error)
  }
}

private func conflict(
  _ round: Round, options: SimplexOptions, watch: PlanningWatch
) throws -> Conflict? {
  var relaxed = try RelaxedPairs.build(round)
  let all = Array(round.fixedPairs.indices)
  if try relaxed.canHold(all, options, watch) { return nil }
  var rules: [Conflict.Rule] = []
  var rest = all
  var set = 1
  while try !relaxed.canHold(rest, options, watch) {
    var core = rest
    for rule in rest {
      let without = core.filter { $0 != rule }
      if try !relaxed.canHold(without, options, watch) { core = without }
    }
    rules += core.map { place in
      let record = round.fixedPairs[place].record
      return Conflict.Rule(
        donor: record.donor, recipient: record.recipient, amount: record.amount, set: set,
        file: record.origin.file, at: record.origin.at)
    }
    rest.removeAll { core.contains($0) }
    set += 1
  }
  return Conflict(rules: rules, repair: try relaxed.cheapestRepair(options, watch))
}

/// The round's program with fixed pairs that may give way.
private struct RelaxedPairs: ~Copyable {
  var allocation: Allocation
  /// `Y[d,r] + w[d,r] >= amount`, in the order of the rules.
  let rows: [Row]
  /// `w`, in the order of the rules.
  let reductions: [Column]

  static func build(_ round: Round) throws(ProgramError) -> RelaxedPairs {
    var allocation = try Allocation.build(round)
    var rows: [Row] = []
    var reductions: [Column] = []
    for rule in round.fixedPairs {
      let reduction = try allocation.program.addColumn(.between(0, rule.record.amount))
      let total = rule.pair.flatMap { allocation.pairTotals[$0] }
      rows.append(
        try allocation.program.addRow(
          [Term(1, reduction)] + (total.map { [Term(1, $0)] } ?? []), .atLeast(rule.record.amount)))
      reductions.append(reduction)
    }
    return RelaxedPairs(allocation: allocation, rows: rows, reductions: reductions)
  }

  /// Whether `rules` can hold together where the others are set aside.
  mutating func canHold(
    _ rules: [Int], _ options: SimplexOptions, _ watch: PlanningWatch
  ) throws -> Bool {
    guard !rules.isEmpty else { return true }
    try enforce(rules)
    let least = try minimise(rules, options, watch)
    return rules.allSatisfy { least.reductions[$0] <= allocation.round.fixedPairs[$0].slack }
  }

  mutating func cheapestRepair(
    _ options: SimplexOptions, _ watch: PlanningWatch
  ) throws -> Conflict.Repair {
    let rules = allocation.round.fixedPairs
    try enforce(Array(rules.indices))
    let total = try minimise(Array(rules.indices), options, watch).total
    _ = try allocation.program.addRow(
      reductions.map { Term(1, $0) }, .atMost(total + 1e-9 * max(1, total)))
    var givingWay: [Conflict.Repair.Amount] = []
    for (place, rule) in rules.enumerated() {
      let reduction = max(0, try minimise([place], options, watch).total)
      try allocation.program.setBounds(of: reductions[place], .between(0, reduction + 1e-9))
      guard reduction > rule.slack else { continue }
      let possible = max(0, rule.record.amount - reduction)
      givingWay.append(
        .init(
          donor: rule.record.donor, recipient: rule.record.recipient, fixed: rule.record.amount,
          possible: (possible * 1e6 + 0.001).rounded(.down) / 1e6))
    }
    return Conflict.Repair(total: total, fixedPairs: givingWay)
  }

  private mutating func enforce(_ rules: [Int]) throws(ProgramError) {
    let enforced = Set(rules)
    for (place, rule) in allocation.round.fixedPairs.enumerated() {
      try allocation.program.setBounds(
        of: rows[place], enforced.contains(place) ? .atLeast(rule.record.amount) : .free)
    }
  }

  /// The least by which `rules` together must give way, and all reductions then.
  ///
  /// With integer rules it is a search; nothing else is kept then, so that they are loosened as far as they may be.
  private mutating func minimise(
    _ rules: [Int], _ options: SimplexOptions, _ watch: PlanningWatch
  ) throws -> (total: Double, reductions: [Double]) {
    try allocation.program.setObjective(.minimise, rules.map { Term(1, reductions[$0]) })
    guard allocation.round.hasIntegerRules else {
      let total = try allocation.optimise("fixed pairs", options, watch: watch).value
      return (total, reductions.map { allocation.program.value(of: $0) })
    }
    var model = try IntegerProgram(allocation.copy())
    _ = try model.allocation.optimise("fixed pairs", options, watch: watch)
    let outcome = try model.search(.full, absoluteGap: 1e-8, relativeGap: 0, [], watch)
    guard let best = outcome.best, outcome.finding == .optimal else { throw StageStopped() }
    return (best.value, reductions.map { best.point[$0] })
  }
}
