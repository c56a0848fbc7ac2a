import Plans
import Records
import Round

extension PlanBuilder {
  /// One line per donor and recipient with money between them, ranked by the benefit it brings.
  func pairings() -> [Pairing] {
    let members = Dictionary(grouping: used) { round.partners(ofPair: $0) }
    let tight = TightRules(round, units, floors: result.floors)
    var lines = members.sorted { $0.key < $1.key }.map { partners, pairs in
      pairing(partners, pairs, tight: tight)
    }
    lines.sort { left, right in
      if left.benefit != right.benefit { return left.benefit > right.benefit }
      return (left.donor, left.recipient) < (right.donor, right.recipient)
    }
    for place in lines.indices { lines[place].rank = place + 1 }
    return lines
  }

  private func pairing(_ partners: DonorRecipient, _ pairs: [Int], tight: TightRules) -> Pairing {
    let donor = round.donors[partners.donor]
    var byInstrument: [Instrument: Int] = [:]
    var byProposal: [ProposalID: Int] = [:]
    var asked: Set<PolicyArea> = []
    for pair in pairs {
      let project = round.projects[round.eligible.project[pair]]
      let offer = round.offers[round.eligible.offer[pair]]
      byInstrument[offer.record.instrument, default: 0] += units.amount(pair)
      byProposal[project.id, default: 0] += units.amount(pair)
      asked.formUnion(project.record.policyAreas)
    }
    let proposals = byProposal.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }
    return Pairing(
      rank: 0, donor: donor.code, recipient: round.recipients[partners.recipient].code,
      amount: millions(pairs.reduce(0) { $0 + units.amount($1) }), benefit: benefit(pairs),
      byInstrument: byInstrument.mapValues(millions), byYear: byYear(pairs),
      proposals: proposals.map(\.key), indicators: indicatorSums(pairs),
      personMonths: months(of: partners),
      policyAreas: asked.intersection(donor.policyAreas).sorted(),
      boundBy: tight.names(partners, pairs))
  }

  private func months(of partners: DonorRecipient) -> Double {
    result.expertise.reduce(0) { sum, entry in
      let pair = DonorRecipient(
        donor: round.experts[entry.expert].donor,
        recipient: round.projects[entry.project].recipient)
      return pair == partners ? sum + publishedMonths(entry.months) : sum
    }
  }
}
