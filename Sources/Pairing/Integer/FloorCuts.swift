import Optimisation
import Round

extension IntegerProgram {
  /// Enough pairs for what each fairness group must have: `Σd min(most[d,g], floor)·z[d,r] >= floor`, where `most[d,g]` is what donor
  /// `d` can give the group and `floor` what it must have; with a loosening `Σd min(most[d,g], kept)·z[d,r] + t·ent[g] >= kept`.
  ///
  /// A pair that could carry more than the whole floor counts as no more than that: without this a tenth of such a pair would do.
  /// (Lifted from the knapsack covers of Gu, Nemhauser & Savelsbergh 1999, "Lifted flow cover inequalities for mixed 0-1 integer programs".)
  ///
  /// - Parameter floors: what each group must have before any loosening.
  mutating func addFloorCuts(_ floors: [Double]) throws(ProgramError) {
    guard round.limitsPairs else { return }
    for (group, floor) in floors.enumerated() where floor > 0 {
      try addFloorCut(group, floor: floor, least: floor)
    }
  }

  /// The same once `t` is known to be at least `share`: the floors are that much lower, and so is what a pair counts for.
  mutating func addFloorCuts(_ floors: [Double], loosenedByAtLeast share: Double)
    throws(ProgramError)
  {
    for (group, floor) in floors.enumerated() where floor > 0 {
      let least = floor - share * round.groups[group].entitlement
      if least > 0 { try addFloorCut(group, floor: floor, least: least) }
    }
  }

  private mutating func addFloorCut(
    _ group: Int, floor: Double, least: Double
  ) throws(ProgramError) {
    let recipient = round.groups[group].recipient
    var terms: [Term] = []
    for pair in round.openPairs where pair.recipient == recipient {
      guard let used = switches[.pair(pair)] else { return }
      let inside = (tickets[pair] ?? []).filter {
        round.groupOfProject[round.eligible.project[$0]] == group
      }
      guard !inside.isEmpty else { continue }
      terms.append(Term(min(round.pairCeiling(inside), least), used))
    }
    if let loosening { terms.append(Term(round.groups[group].entitlement, loosening)) }
    _ = try allocation.program.addRow(terms, .atLeast(floor))
  }
}
