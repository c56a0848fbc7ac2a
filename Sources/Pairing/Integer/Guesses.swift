import Optimisation
import Round

extension IntegerProgram {
  /// Choices that a point of the linear program suggests: the pairs with most of a switch, or with most money, as far as the limits
  /// on partners allow, and projects and tickets with at least so much of theirs.
  func guesses(at point: Point) -> [[Bool]] {
    let orders = [fittingPairs(byDegree(point)), fittingPairs(byMoney(point))]
    let leasts = choices.allSatisfy(\.isPair) ? [0.5] : [0.5, 0.1, 0.9]
    return orders.flatMap { pairs in
      leasts.map { least in
        choices.map { choice in
          if case .pair(let pair) = choice { return pairs.contains(pair) }
          return switches[choice].map { point[$0] >= least } ?? false
        }
      }
    }
  }

  private func byDegree(_ point: Point) -> [DonorRecipient] {
    ranked { pair in switches[.pair(pair)].map { point[$0] } ?? 0 }
  }

  private func byMoney(_ point: Point) -> [DonorRecipient] {
    ranked { pair in allocation.pairTotals[pair].map { point[$0] } ?? 0 }
  }

  /// The pairs with anything of `measure`, those with most of it first.
  private func ranked(_ measure: (DonorRecipient) -> Double) -> [DonorRecipient] {
    round.openPairs.map { (pair: $0, value: measure($0)) }.filter { $0.value > 1e-6 }
      .sorted { ($1.value, $0.pair) < ($0.value, $1.pair) }.map(\.pair)
  }

  /// As many of `pairs`, from the first, as donors and recipients may have partners.
  private func fittingPairs(_ pairs: [DonorRecipient]) -> Set<DonorRecipient> {
    var ofDonor: [Int: Int] = [:]
    var ofRecipient: [Int: Int] = [:]
    var fitting: Set<DonorRecipient> = []
    for pair in pairs
    where ofDonor[pair.donor, default: 0] < round.policy.maxRecipientsPerDonor ?? .max
      && ofRecipient[pair.recipient, default: 0] < round.policy.maxDonorsPerRecipient ?? .max
    {
      ofDonor[pair.donor, default: 0] += 1
      ofRecipient[pair.recipient, default: 0] += 1
      fitting.insert(pair)
    }
    return fitting
  }
}

extension Choice {
  var isPair: Bool {
    if case .pair = self { true } else { false }
  }
}
