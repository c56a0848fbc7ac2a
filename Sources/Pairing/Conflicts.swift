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
func findConflict(_ round: Round, options: SimplexOptions = SimplexOptions()) throws -> Conflict? {
  guard !round.fixedPairs.isEmpty else { return nil }
  let all = Array(round.fixedPairs.indices)
  guard try leastReduction(round, fixing: all, options: options) > tolerance(round) else {
    return nil
  }
  var rules: [Conflict.Rule] = []
  var rest = all
  var set = 1
  while try leastReduction(round, fixing: rest, options: options) > tolerance(round) {
    var core = rest
    for rule in rest {
      let without = core.filter { $0 != rule }
      if try leastReduction(round, fixing: without, options: options) > tolerance(round) {
        core = without
      }
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
  return Conflict(rules: rules, repair: try cheapestRepair(round, options: options))
}

/// What counts as nothing, in M: below one unit of the currency, and below what the solver can tell.
private func tolerance(_ round: Round) -> Double {
  max(1e-7, 1e-10 * round.fixedPairs.reduce(0) { $0 + $1.record.amount })
}

private func leastReduction(
  _ round: Round, fixing rules: [Int], options: SimplexOptions
) throws -> Double {
  guard !rules.isEmpty else { return 0 }
  var relaxed = try built { () throws(ProgramError) in try RelaxedPairs.build(round, fixing: rules)
  }
  return try relaxed.minimise(relaxed.reductions, options: options)
}

private func cheapestRepair(
  _ round: Round, options: SimplexOptions
) throws -> Conflict.Repair {
  let rules = Array(round.fixedPairs.indices)
  var relaxed = try built { () throws(ProgramError) in try RelaxedPairs.build(round, fixing: rules)
  }
  let total = try relaxed.minimise(relaxed.reductions, options: options)
  try built { () throws(ProgramError) in
    _ = try relaxed.allocation.program.addRow(
      relaxed.reductions.map { Term(1, $0) }, .atMost(total + 1e-9 * max(1, total)))
  }
  var givingWay: [Conflict.Repair.Amount] = []
  for (rule, column) in zip(rules, relaxed.reductions) {
    let reduction = max(0, try relaxed.minimise([column], options: options))
    try built { () throws(ProgramError) in
      try relaxed.allocation.program.setBounds(of: column, .between(0, reduction + 1e-9))
    }
    guard reduction > tolerance(round) else { continue }
    let record = round.fixedPairs[rule].record
    let possible = max(0, record.amount - reduction)
    givingWay.append(
      .init(
        donor: record.donor, recipient: record.recipient, fixed: record.amount,
        possible: (possible * 1e6 + 0.001).rounded(.down) / 1e6))
  }
  return Conflict.Repair(total: total, fixedPairs: givingWay)
}

/// The round's program with fixed pairs that may give way.
private struct RelaxedPairs: ~Copyable {
  var allocation: Allocation
  /// `w`, in the order of the rules.
  let reductions: [Column]

  static func build(
    _ round: Round, fixing rules: [Int]
  ) throws(ProgramError) -> RelaxedPairs {
    var allocation = try Allocation.build(round)
    var reductions: [Column] = []
    for place in rules {
      let rule = round.fixedPairs[place]
      let reduction = try allocation.program.addColumn(.between(0, rule.record.amount))
      let total = rule.pair.flatMap { allocation.pairTotals[$0] }
      _ = try allocation.program.addRow(
        [Term(1, reduction)] + (total.map { [Term(1, $0)] } ?? []), .atLeast(rule.record.amount))
      reductions.append(reduction)
    }
    return RelaxedPairs(allocation: allocation, reductions: reductions)
  }

  mutating func minimise(_ columns: [Column], options: SimplexOptions) throws -> Double {
    try built { () throws(ProgramError) in
      try allocation.program.setObjective(.minimise, columns.map { Term(1, $0) })
    }
    return try allocation.optimise("fixed pairs", options) { _, _ in true }.value
  }
}
