import Optimisation
import Plans
import Round

extension IntegerProgram {
  /// What a bond misses for certain where its pair is not used: `u[d,r] >= target[d,r]·(1 - z[d,r])`.
  ///
  /// It follows from the rules once `z` is whole; where it is not, half a pair would otherwise meet a whole target, because the
  /// most that a pair can carry is many times its target.
  mutating func addBondCuts() throws(ProgramError) {
    for limit in allocation.limits where limit.name.rule == .bond {
      guard case .row(let row, .lower) = limit.place,
        let donor = limit.name.donor, let recipient = limit.name.recipient,
        let pair = round.partners(donor, recipient), let used = switches[.pair(pair)],
        let target = allocation.program.bounds(of: row).lower
      else { continue }
      let money = allocation.pairTotals[pair]
      let short = allocation.program.terms(of: row).filter { $0.column != money }
      let met = min(target, round.pairCeiling(tickets[pair] ?? []))
      _ = try allocation.program.addRow(short + [Term(met, used)], .atLeast(target))
    }
  }
}
