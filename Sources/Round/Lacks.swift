import Records

/// Why an offer may not fund a project, in the order in which it is asked.
public enum OfferLack: Hashable, Sendable {
  /// The project does not accept its instrument.
  case instrument
  /// It is not for the project's sector.
  case sector
  /// It is not for the recipient.
  case recipient
  /// The policy forbids the pair.
  case forbidden
  /// The donor is the recipient.
  case itself
  /// It has no money in this calendar year, in which the project draws.
  case year(Int)
}

extension Round {
  /// Everything that `offer` lacks to fund `project`, none where the pair is eligible.
  public func lacks(offer place: Int, project: Int) -> [OfferLack] {
    let offer = offers[place]
    let record = projects[project].record
    var lacks: [OfferLack] = []
    if !record.instruments.isEmpty, !record.instruments.contains(offer.record.instrument) {
      lacks.append(.instrument)
    }
    if !offer.record.sectors.isEmpty, !offer.record.sectors.contains(record.sector) {
      lacks.append(.sector)
    }
    if !offer.record.recipients.isEmpty, !offer.record.recipients.contains(record.recipient) {
      lacks.append(.recipient)
    }
    if policy.forbiddenPairs.contains(where: {
      $0.donor == offer.record.donor && $0.recipient == record.recipient
    }) {
      lacks.append(.forbidden)
    }
    if offer.record.donor == record.recipient { lacks.append(.itself) }
    for (year, (share, budget)) in zip(years, zip(projects[project].draw, offer.budget))
    where share > 0 && budget <= 0 {
      lacks.append(.year(year))
    }
    return lacks
  }
}
