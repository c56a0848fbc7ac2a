import Optimisation
import Plans
import Round

extension Allocation {
  /// `Σo x[o,p] <= N[p]` for each project `p`: nobody gets more than asked for.
  mutating func addNeeds() throws(ProgramError) {
    for (place, project) in round.projects.enumerated() {
      let pairs = round.eligible.pairs(ofProject: place)
      if !pairs.isEmpty {
        try addLimit(
          RuleName(.need, proposal: project.id), pairs.map { Term(1, money[$0]) },
          atMost: project.need)
      }
    }
  }
}
