import Optimisation
import Plans
import Round

extension Allocation {
  /// `Z[r,s] <= max(max_sector_share, 1/n_r)·Z[r]` for each recipient `r` and sector `s`, `n_r` the number of sectors in which
  /// `r` has an eligible pair: no region bets on one industry, and one that has only one is not starved.
  mutating func addDiversification() throws(ProgramError) {
    guard round.policy.maxSectorShare < 1 else { return }
    for (place, (total, cells)) in zip(recipientTotals, sectorTotals).enumerated() {
      guard let total else { continue }
      let share = max(round.policy.maxSectorShare, 1 / Double(cells.count))
      guard share < 1 else { continue }
      for cell in cells {
        try addLimit(
          RuleName(
            .diversification, recipient: round.recipients[place].code, sector: cell.sector),
          [Term(1, cell.column), Term(-share, total)], atMost: 0)
      }
    }
  }
}
