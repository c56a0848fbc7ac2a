import Optimisation
import Plans
import Round

extension Allocation {
  /// `Σ{p in r} x[o,p] <= max_share_per_recipient[o]·B[o]` for each offer `o` and recipient `r`: the offer's own limit.
  mutating func addOwnLimits() throws(ProgramError) {
    var members: [[Int: [Int]]] = Array(repeating: [:], count: round.offers.count)
    for pair in round.eligible.indices {
      let recipient = round.partners(ofPair: pair).recipient
      members[round.eligible.offer[pair]][recipient, default: []].append(pair)
    }
    for (offer, byRecipient) in zip(round.offers, members) {
      guard let limit = offer.ownLimit else { continue }
      for (recipient, pairs) in byRecipient.sorted(by: { $0.key < $1.key }) {
        try addLimit(
          RuleName(.ownLimit, offer: offer.id, recipient: round.recipients[recipient].code),
          pairs.map { Term(1, money[$0]) }, atMost: limit)
      }
    }
  }
}
