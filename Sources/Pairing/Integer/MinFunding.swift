import Optimisation
import Round

extension IntegerProgram {
  /// A project with a `min_funding` gets at least that share of its need or nothing: `N[p]·z[p] >= Σo x[o,p] >= min_funding·N[p]·z[p]`.
  ///
  /// And `x[o,p] <= most[o,p]·z[p]` for each of its tickets, which says no more but leaves less room for half a choice.
  mutating func addMinFunding() throws(ProgramError) {
    for (project, least) in round.minFundings {
      let pairs = Array(round.eligible.pairs(ofProject: project))
      let ceilings = pairs.map { round.ticketCeiling($0) }
      let most = min(round.projects[project].need, ceilings.reduce(0, +))
      let funded = try addSwitch(.project(project), mayBeOn: most >= least)
      try tie(allocation.funding(of: project), to: funded, least: least, most: most)
      guard pairs.count > 1 else { continue }
      for (pair, ceiling) in zip(pairs, ceilings) where ceiling < most {
        try tie([Term(1, allocation.money[pair])], to: funded, least: 0, most: ceiling)
      }
    }
  }
}
