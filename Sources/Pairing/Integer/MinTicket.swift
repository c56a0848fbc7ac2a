import Optimisation
import Round

extension IntegerProgram {
  /// A ticket of an offer with a `min_ticket` is 0 or at least that many M: `most[o,p]·z[o,p] >= x[o,p] >= min_ticket·z[o,p]`.
  ///
  /// A ticket goes only where its pair is used and its project is funded: `z[o,p] <= z[d,r]` and `z[o,p] <= z[p]` where these are.
  mutating func addMinTicket() throws(ProgramError) {
    for (pair, least) in round.minTickets {
      let most = round.ticketCeiling(pair)
      let used = try addSwitch(.ticket(pair), mayBeOn: most >= least)
      try tie([Term(1, allocation.money[pair])], to: used, least: least, most: most)
      for other in [
        switches[.pair(round.partners(ofPair: pair))],
        switches[.project(round.eligible.project[pair])],
      ] {
        guard let other else { continue }
        _ = try allocation.program.addRow([Term(1, other), Term(-1, used)], .atLeast(0))
      }
    }
  }
}
