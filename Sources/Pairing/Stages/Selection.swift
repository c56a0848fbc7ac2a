import Optimisation
import Records
import Round

extension Allocation {
  /// One answer among the equally good: minimises `Σ h·x` with every stage kept, `h` in `[1, 2]` a fixed hash of the ids.
  ///
  /// Where benefit is a stage it is maximised once more first, and what it reaches is kept to the last digits: the room of 1e-9
  /// that the benefit stage leaves to others would let this one take money from projects of little value. For the same reason
  /// co-design gives back up to 5e-7 of its months here: it would use that room to move a few thousand units of money to pairs
  /// with experts to spare, and planners would read of pairings that nobody meant.
  ///
  /// - Returns: `x`, which no order of records, no path and no basis can move by more than the solver's last digits.
  mutating func select(
    keepingBenefit: Bool, options: SimplexOptions, watch: PlanningWatch
  ) throws -> [Double] {
    if keepingBenefit {
      for kept in added.sharedWork {
        try program.setBounds(of: kept.row, .atLeast(kept.floor - 5e-7 * max(1, kept.floor)))
      }
      let terms = benefitTerms
      try program.setObjective(.maximise, terms)
      let best = try optimise("selection", options, watch: watch).value
      _ = try program.addRow(terms, .atLeast(best - 1e-12 * max(1, abs(best))))
    }
    try program.setObjective(.minimise, selectionTerms)
    _ = try optimise("selection", options, watch: watch)
    return point
  }

  /// `Σ h·x`.
  var selectionTerms: [Term] {
    let eligible = round.eligible
    return eligible.indices.map { pair in
      let offer = round.offers[eligible.offer[pair]].id
      let project = round.projects[eligible.project[pair]].id
      return Term(selectionWeight(offer.text, project.text), money[pair])
    }
  }
}

/// The person-months once the money stands: as many that count as can be, and of those ways one by hash.
///
/// With `Y` fixed, co-design is a small program of its own: its best value, then `min Σ h·e` within it.
func selectExpertise(
  _ round: Round, money: [Double], options: SimplexOptions
) throws -> [(expert: Int, project: Int, months: Double)] {
  var program = Program()
  let columns = try program.addExpertise(round)
  guard !columns.months.isEmpty else { return [] }
  var paid: [DonorRecipient: Double] = [:]
  for pair in round.eligible.indices {
    paid[round.partners(ofPair: pair), default: 0] += money[pair]
  }
  for (pair, shared) in columns.shared {
    let limit = round.policy.monthsPerM * (paid[pair] ?? 0)
    let room = program.bounds(of: shared).upper ?? limit
    try program.setBounds(of: shared, .between(0, min(limit, room)))
  }
  let terms = columns.shared.map { Term(1, $0.column) }
  try program.setObjective(.maximise, terms)
  let best = program.solve(options)
  guard best.finding == .optimal else {
    throw PlanningError.solver(step: "selection", reason: "the months could not be shared out")
  }
  _ = try program.addRow(terms, .atLeast(best.objective - 1e-12 * max(1, best.objective)))
  try program.setObjective(
    .minimise,
    columns.months.map { entry in
      Term(
        selectionWeight(
          round.experts[entry.expert].id.text, round.projects[entry.project].id.text),
        entry.column)
    })
  let chosen = program.solve(options)
  guard chosen.finding == .optimal else {
    throw PlanningError.solver(step: "selection", reason: "the months could not be chosen")
  }
  return columns.months.map { ($0.expert, $0.project, max(0, program.value(of: $0.column))) }
}

/// `h` in `[1, 2]`: the 64-bit FNV-1a hash of the two ids, its bits mixed once more (the finaliser of SplitMix64, Steele, Lea &
/// Flood 2014) so that ids that differ in one digit end far apart.
func selectionWeight(_ first: String, _ second: String) -> Double {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  for byte in first.utf8 { add(byte) }
  add(0)
  for byte in second.utf8 { add(byte) }
  hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
  hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
  hash ^= hash >> 31
  return 1 + Double(hash >> 11) / Double(UInt64(1) << 53)
}
