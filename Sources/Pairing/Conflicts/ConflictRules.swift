import Plans
import Records
import Round

extension Round {
  /// The fixed pairs between which no money may flow at all, by place.
  var closedFixedPairs: [Int] {
    let open = Set(openPairs)
    return fixedPairs.indices.filter { place in
      let rule = fixedPairs[place]
      return rule.record.amount > rule.slack && !(rule.pair.map(open.contains) ?? false)
    }
  }

  func rule(ofFixedPair place: Int) -> Conflict.Rule {
    let record = fixedPairs[place].record
    return Conflict.Rule(
      donor: record.donor, recipient: record.recipient, amount: record.amount,
      file: record.origin.file, at: record.origin.at)
  }

  /// The rule that keeps a fixed pair without any money: it is forbidden, though some offer would fit, or no offer fits.
  func closing(_ place: Int) -> Conflict.Rule {
    let record = fixedPairs[place].record
    let lacks = nearestLacks(record.donor, record.recipient)
    let forbidden = policy.forbiddenPairs.first {
      $0.donor == record.donor && $0.recipient == record.recipient
    }
    let isForbiddenOnly =
      lacks.contains { $0.lacks == .forbidden } && Set(lacks.map(\.lacks)).count == 1
    var rule = Conflict.Rule(isForbiddenOnly ? .forbiddenPair : .noPair)
    rule.donor = record.donor
    rule.recipient = record.recipient
    if isForbiddenOnly {
      rule.file = forbidden?.origin.file ?? ""
      rule.at = forbidden?.origin.at ?? ""
    } else {
      rule.lacks = lacks
    }
    return rule
  }

  /// What the donor's offers lack that come nearest to fitting a proposal of the recipient; none where there is no offer or no
  /// proposal.
  private func nearestLacks(_ donor: RegionCode, _ recipient: RegionCode) -> [Lack] {
    let mine = offers.indices.filter { offers[$0].record.donor == donor }
    let theirs = projects.indices.filter { projects[$0].record.recipient == recipient }
    let all = mine.flatMap { offer in theirs.map { lacks(offer: offer, project: $0) } }
    let fewest = all.map(\.count).min() ?? 0
    var seen: Set<Lack> = []
    return all.filter { $0.count == fewest }.flatMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// A limit by its name and right side; nil for what is no rule of the round.
  func rule(of name: RuleName, _ amount: Double) -> Conflict.Rule? {
    guard var rule = Conflict.Rule(name, amount: amount) else { return nil }
    switch rule.rule {
    case .coInvestment: rule.share = policy.maxDonorShare
    case .concentration: rule.share = policy.maxRecipientShare
    case .ownLimit:
      rule.share = offers.first { $0.id == name.offer }?.record.maxSharePerRecipient
    case .diversification:
      let place = recipients.firstIndex { $0.code == name.recipient }
      rule.share = place.map { max(policy.maxSectorShare, 1 / Double(openSectors(of: $0))) }
    case .budget, .need, .fixedPair, .forbiddenPair, .noPair: break
    case .maxRecipients, .maxDonors, .minPairing, .minTicket, .minFunding: break
    }
    return rule
  }

  /// `n_r`: in how many sectors a recipient has an eligible pair.
  private func openSectors(of recipient: Int) -> Int {
    Set(
      recipients[recipient].projects.filter { !eligible.pairs(ofProject: $0).isEmpty }
        .map { projects[$0].record.sector }
    ).count
  }
}

extension RelaxedRules {
  /// A limit, by place among the allocation's.
  func rule(of limit: Int) -> Conflict.Rule? {
    let name = allocation.limits[limit].name
    return allocation.round.rule(of: name, bound(of: limit))
  }
}
