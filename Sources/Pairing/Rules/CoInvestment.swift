import Optimisation
import Plans
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
      for (donor, pairs) in byDonor.sorted(by: { $0.key < $1.key }) {
        let name = RuleName(
          .coInvestment, proposal: project.id, donor: round.donors[donor].code)
        if pairs.count > 1 {
          try addLimit(name, pairs.map { Term(1, money[$0]) }, atMost: limit)
        } else {
          // The column's own ceiling says it.
          limits += pairs.map { NamedLimit(name: name, place: .column(money[$0], .upper)) }
        }
      }
    }
  }
}
