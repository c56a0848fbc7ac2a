import Optimisation
import Plans
import Records
import Round

/// Whether the round's fixed pairs can hold together; if not, which rules cannot hold together and what would help.
///
/// All other hard rules are satisfied by giving nothing. Irreducible sets are found one after the other: the fixed pairs of a
/// set are put aside and the search goes on until the rest can hold. Pairs between which no money may flow need no search.
/// What can hold in money is then held against the integer rules, if any.
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
  var relaxed = try RelaxedRules.build(round, options)
  let closed = round.closedFixedPairs
  var rest = round.fixedPairs.indices.filter { !closed.contains($0) }
  var sets = closed.map { (first: $0, rules: [round.rule(ofFixedPair: $0), round.closing($0)]) }
  while let set = try relaxed.irreducibleSet(of: rest, watch) {
    let limits = set.limits.compactMap { relaxed.rule(of: $0) }
    sets.append(
      (set.fixedPairs.min() ?? 0, set.fixedPairs.map(round.rule(ofFixedPair:)) + limits))
    rest.removeAll { set.fixedPairs.contains($0) }
  }
  let linear = sets.count
  let integer = IntegerFixedPairs(round: round, options: options)
  while round.hasIntegerRules, let set = try integer.irreducibleSet(of: rest, watch) {
    sets.append(
      (
        set.pairs.min() ?? 0,
        set.pairs.map(round.rule(ofFixedPair:)) + set.rules.map(round.rule(of:))
      ))
    rest.removeAll { set.pairs.contains($0) }
  }
  guard !sets.isEmpty else { return nil }
  let rules = sets.sorted { $0.first < $1.first }.enumerated().flatMap { place, set in
    set.rules.map { rule in
      var numbered = rule
      numbered.set = place + 1
      return numbered
    }
  }
  let repair =
    round.hasIntegerRules
    ? try integer.cheapestRepair(watch) : try cheapestRepair(round, options, watch)
  // No limit that grows helps against a number of partners.
  let growth = sets.count == linear ? try leastGrowth(round, options, watch) : nil
  return Conflict(rules: rules, repair: repair, growth: growth)
}
