import Records

extension Round {
  /// Everything that `offer` lacks to fund `project`, none where the pair is eligible.
  public func lacks(offer place: Int, project: Int) -> [Lack] {
    let offer = offers[place]
    let record = projects[project].record
    var lacks: [Lack] = []
    func add(_ lack: Lack.Kind, year: Int? = nil) {
      lacks.append(Lack(offer: offer.id, lacks: lack, year: year))
    }
    if !record.instruments.isEmpty, !record.instruments.contains(offer.record.instrument) {
      add(.instrument)
    }
    if !offer.record.sectors.isEmpty, !offer.record.sectors.contains(record.sector) {
      add(.sector)
    }
    if !offer.record.recipients.isEmpty, !offer.record.recipients.contains(record.recipient) {
      add(.recipient)
    }
    if policy.forbiddenPairs.contains(where: {
      $0.donor == offer.record.donor && $0.recipient == record.recipient
    }) {
      add(.forbidden)
    }
    if offer.record.donor == record.recipient { add(.itself) }
    for (year, (share, budget)) in zip(years, zip(projects[project].draw, offer.budget))
    where share > 0 && budget <= 0 {
      add(.year, year: year)
    }
    return lacks
  }
}
