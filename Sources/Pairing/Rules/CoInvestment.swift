import Optimisation
import Round

extension Allocation {
  /// `Σ{o of d} x[o,p] <= max_donor_share·N[p]` for each donor `d` and project `p` with `N[p] >= co_investment.above`: a large
  /// project is carried by several donors.
  mutating func addCoInvestment() throws(ProgramError) {
    for (place, project) in round.projects.enumerated() {
      guard let limit = project.donorLimit(round.policy) else { continue }
      let byDonor = Dictionary(grouping: round.eligible.pairs(ofProject: place)) {
        round.partners(ofPair: $0).donor
      }
      for (_, pairs) in byDonor.sorted(by: { $0.key < $1.key }) where pairs.count > 1 {
        _ = try program.addRow(pairs.map { Term(1, money[$0]) }, .atMost(limit))
      }
    }
  }
}
