import Optimisation
import Plans
import Round

extension Allocation {
  /// `Σ{o of d} x[o,p] <= max_donor_share·N[p]` for each donor `d` and project `p` with `N[p] >= co_investment.above`: a large
  /// project is carried by several donors.
  ///
  /// A smaller project has its rows too, without a bound: rounds that differ in a need have the same rows, and a basis of one
  /// fits the other.
  mutating func addCoInvestment() throws(ProgramError) {
    guard round.policy.maxDonorShare < 1 else { return }
    for (place, project) in round.projects.enumerated() {
      let limit = project.donorLimit(round.policy)
      let byDonor = Dictionary(grouping: round.eligible.pairs(ofProject: place)) {
        round.partners(ofPair: $0).donor
      }
      for (donor, pairs) in byDonor.sorted(by: { $0.key < $1.key }) {
        let name = RuleName(
          .coInvestment, proposal: project.id, donor: round.donors[donor].code)
        if pairs.count > 1 {
          let row = try program.addRow(
            pairs.map { Term(1, money[$0]) }, limit.map { .atMost($0) } ?? .free)
          if limit != nil { limits.append(NamedLimit(name: name, place: .row(row, .upper))) }
        } else if limit != nil {
          // The column's own ceiling says it.
          limits += pairs.map { NamedLimit(name: name, place: .column(money[$0], .upper)) }
        }
      }
    }
  }
}
