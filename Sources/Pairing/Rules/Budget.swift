import Optimisation
import Plans
import Round

extension Allocation {
  /// `Σp f[p,t]·x[o,p] <= B[o,t]` for each offer `o` and year `t`: no offer pays in a year more than it has that year.
  mutating func addBudgets() throws(ProgramError) {
    var members = [[Int]](repeating: [], count: round.offers.count)
    for pair in round.eligible.indices { members[round.eligible.offer[pair]].append(pair) }
    for (offer, pairs) in zip(round.offers, members) {
      for (year, budget) in offer.budget.enumerated() where budget > 0 {
        let terms = pairs.map {
          Term(round.projects[round.eligible.project[$0]].draw[year], money[$0])
        }
        try addLimit(
          RuleName(.budget, offer: offer.id, year: round.years[year]), terms, atMost: budget)
      }
    }
  }
}
