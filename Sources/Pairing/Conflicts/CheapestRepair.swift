import Optimisation
import Plans
import Records
import Round

/// The least total reduction of fixed amounts: `Σ amount - max Σ k`.
///
/// Its split is the first by id: earlier pairs keep as much as they can. Amounts are rounded down to whole units, and the
/// round is solved anew with them.
func cheapestRepair(
  _ round: Round, _ options: SimplexOptions, _ watch: PlanningWatch
) throws -> Conflict.Repair {
  let rules = round.fixedPairs
  var relaxed = try RelaxedRules.build(round, options)
  let most = try relaxed.maximise(relaxed.kept, watch)
  try relaxed.allocation.program.keepOptimum()
  var possible: [Double] = []
  for (rule, column) in zip(rules, relaxed.kept) {
    var amount = relaxed.allocation.program.value(of: column)
    if amount < rule.record.amount - rule.slack {
      amount = try relaxed.maximise([column], watch)
      try relaxed.allocation.program.keepOptimum()
    }
    let keepsAll = amount >= rule.record.amount - rule.slack
    if keepsAll {
      try relaxed.allocation.program.setBounds(of: column, .exactly(rule.record.amount))
    }
    possible.append(keepsAll ? rule.record.amount : wholeUnits(below: amount))
  }
  possible = try amountsThatHold(possible, round, options, watch)
  let givingWay = zip(rules, possible).filter { $0.record.amount > $1 }.map { rule, amount in
    Conflict.Repair.Amount(
      donor: rule.record.donor, recipient: rule.record.recipient, fixed: rule.record.amount,
      possible: amount)
  }
  let total = rules.reduce(0) { $0 + $1.record.amount } - most
  return Conflict.Repair(total: max(0, total), fixedPairs: givingWay, resolved: true)
}

/// The amounts, shown to hold by solving the round with them.
///
/// A solver's point may be off by more than a unit where amounts are very large; then those that gave way give a little more.
///
/// - Throws: `PlanningError.solver` where that does not help.
private func amountsThatHold(
  _ amounts: [Double], _ round: Round, _ options: SimplexOptions, _ watch: PlanningWatch
) throws -> [Double] {
  var amounts = amounts
  for units in [1.0, 4, 16, 64, 256, 0] {
    if try canHold(amounts, round, options, watch) { return amounts }
    for (place, rule) in round.fixedPairs.enumerated() where amounts[place] < rule.record.amount {
      amounts[place] = max(0, wholeUnits(below: amounts[place] - units * 1e-6))
    }
  }
  throw PlanningError.solver(
    step: "fixed pairs", reason: "the repaired amounts do not hold when they are solved again")
}

/// Whether the round's fixed pairs can hold with other amounts.
private func canHold(
  _ amounts: [Double], _ round: Round, _ options: SimplexOptions, _ watch: PlanningWatch
) throws -> Bool {
  var relaxed = try RelaxedRules.build(round, options)
  for (column, amount) in zip(relaxed.kept, amounts) {
    try relaxed.allocation.program.setBounds(of: column, .between(0, amount))
  }
  _ = try relaxed.maximise(relaxed.kept, watch)
  return zip(zip(relaxed.kept, round.fixedPairs), amounts).allSatisfy { fixed, amount in
    relaxed.allocation.program.value(of: fixed.0) >= amount - fixed.1.slack
  }
}

/// In M; what is missing of a unit by a solver's arithmetic counts as that unit.
func wholeUnits(below amount: Double) -> Double {
  max(0, (amount * 1e6 + 0.001).rounded(.down) / 1e6)
}
