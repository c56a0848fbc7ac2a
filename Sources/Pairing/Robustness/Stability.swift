import Optimisation
import Plans
import Records
import Round

/// How often each pair is used when every benefit and need is a little off.
struct Stability {
  let round: Round
  let replanning: Replanning

  /// The share of draws in which each pair carries money; nil where the watch ended it.
  ///
  /// In a draw every need and every indicator of every proposal is multiplied by a factor of its own, uniform in
  /// `1 ± stability.spread`; then the whole list of stages is solved again, without co-design, and ties are decided by the ids: a
  /// pair is not less stable for having a double. The draws are seeded by their number, so that they are the same for every plan
  /// and every run.
  func shares(watch: () -> Bool) throws -> [DonorRecipient: Double]? {
    let draws = round.stabilityDraws
    guard draws > 0, round.eligible.count > 0 else { return nil }
    let round = round
    let replanning = replanning
    let used = try concurrently(0..<draws, while: watch) { draw, goOn in
      let drawn = round.drawn(UInt64(draw))
      return try replanning.money(of: drawn, goOn: goOn).map { drawn.used($0) }
    }
    var counts: [DonorRecipient: Int] = [:]
    for used in used {
      guard let used else { return nil }
      for pair in used { counts[pair, default: 0] += 1 }
    }
    return counts.mapValues { Double($0) / Double(draws) }
  }
}

extension Round {
  /// The round of one draw.
  func drawn(_ number: UInt64) -> Round {
    var factors = Factors(state: number, spread: policy.stabilitySpread)
    return changingFigures { _, proposal in
      proposal.need *= factors.next()
      for indicator in proposal.benefits.keys.sorted() {
        proposal.benefits[indicator]? *= factors.next()
      }
    }
  }

  /// The pairs that carry at least a unit of money.
  func used(_ money: [Double]) -> Set<DonorRecipient> {
    var amounts: [DonorRecipient: Double] = [:]
    for pair in eligible.indices { amounts[partners(ofPair: pair), default: 0] += money[pair] }
    return Set(amounts.filter { $0.value >= 1 / Double(unitsPerM) }.keys)
  }
}

/// Factors uniform in `1 ± spread`, from SplitMix64 (Steele, Lea & Flood 2014).
private struct Factors {
  var state: UInt64
  let spread: Double

  mutating func next() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    value ^= value >> 31
    let uniform = Double(value >> 11) / Double(UInt64(1) << 53)
    return 1 + spread * (2 * uniform - 1)
  }
}
