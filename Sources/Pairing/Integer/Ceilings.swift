import Round

extension Round {
  /// The most that a ticket can carry, in M, by the rules that look at it alone: what ties its choice to its money must be
  /// as small as can be, or half a choice would do for all of the money.
  func ticketCeiling(_ pair: Int) -> Double {
    let project = projects[eligible.project[pair]]
    let offer = offers[eligible.offer[pair]]
    let budget = zip(project.draw, offer.budget).reduce(Double.infinity) {
      $1.0 > 0 ? min($0, $1.1 / $1.0) : $0
    }
    return [
      project.need, budget, offer.total, project.donorLimit(policy) ?? .infinity,
      offer.ownLimit ?? .infinity,
    ].reduce(.infinity, min)
  }

  /// The most that a donor can give a recipient, in M: by its offers and their own limits, by concentration, and by what the
  /// recipient's projects can take from one donor.
  func pairCeiling(_ pairs: [Int]) -> Double {
    guard let first = pairs.first else { return 0 }
    let donor = donors[partners(ofPair: first).donor]
    let byOffer = Dictionary(grouping: pairs) { eligible.offer[$0] }
    let fromOffers = byOffer.sorted { $0.key < $1.key }.reduce(0.0) { sum, entry in
      let tickets = entry.value.reduce(0) { $0 + ticketCeiling($1) }
      return sum + min(tickets, offers[entry.key].ownLimit ?? offers[entry.key].total)
    }
    let byProject = Dictionary(grouping: pairs) { eligible.project[$0] }
    let toProjects = byProject.sorted { $0.key < $1.key }.reduce(0.0) { sum, entry in
      let tickets = entry.value.reduce(0) { $0 + ticketCeiling($1) }
      let project = projects[entry.key]
      return sum + min(tickets, project.donorLimit(policy) ?? project.need)
    }
    let concentration =
      policy.maxRecipientShare < 1 ? policy.maxRecipientShare * donor.money : donor.money
    return min(fromOffers, toProjects, concentration)
  }
}
