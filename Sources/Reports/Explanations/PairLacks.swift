import Pages
import Plans
import Records
import Round

/// What an offer lacks to fund a proposal, as `--json` has it.
struct OfferLacks: Hashable, Sendable, Encodable {
  let proposal: ProposalID
  let offer: OfferID
  let lacks: [Lack]
}

extension Facts {
  private func offers(of donor: RegionCode) -> [Int] {
    round.offers.indices.filter { round.offers[$0].record.donor == donor }
  }

  private func projects(of region: RegionCode) -> [Int] {
    round.projects.indices.filter { round.projects[$0].record.recipient == region }
  }

  /// Everything that the offers of a donor lack to fund the proposals of a region.
  func offerLacks(_ donor: RegionCode, _ region: RegionCode) -> [OfferLacks] {
    offers(of: donor).flatMap { offer in
      projects(of: region).compactMap { project in
        let lacks = round.lacks(offer: offer, project: project)
        let id = round.offers[offer].id
        return lacks.isEmpty
          ? nil
          : OfferLacks(
            proposal: round.projects[project].id, offer: id,
            lacks: lacks.map { Lack($0, of: id) })
      }
    }
  }

  /// A line for each offer of a donor: how many of the region's proposals it does not fit, and for what.
  func lacks(_ donor: RegionCode, _ region: RegionCode) -> [Words] {
    let offers = offers(of: donor)
    let projects = projects(of: region)
    if offers.isEmpty { return [ExplainText.noOffers(["donor": name(donor)])] }
    if projects.isEmpty { return [ExplainText.nobodyAsks(["region": name(region)])] }
    return offers.map { offer in
      let lacks = projects.map { round.lacks(offer: offer, project: $0) }
      let all: KeyValuePairs<String, Words> = [
        "all": grouped(Double(projects.count)),
        "instrument": instrumentName(round.offers[offer].record.instrument),
      ]
      func counted(_ text: ExplainText, _ matches: (OfferLack) -> Bool) -> Words? {
        let count = lacks.count { $0.contains(where: matches) }
        return count > 0 ? text(count: count, all) : nil
      }
      let parts: [Words] =
        lacks.contains { $0.contains(.recipient) }
        ? [ExplainText.notForRegion(["region": name(region)])]
        : [
          counted(.notAccepted) { $0 == .instrument },
          counted(.notForSector) { $0 == .sector },
          counted(.noMoneyInYear) { if case .year = $0 { true } else { false } },
        ].compactMap { $0 }
      return ExplainText.offerLacks([
        "offer": names.called(round.offers[offer].id), "lacks": parts.joined(),
      ])
    }
  }
}

extension Lack {
  init(_ lack: OfferLack, of offer: OfferID) {
    switch lack {
    case .instrument: self.init(offer: offer, lacks: .instrument)
    case .sector: self.init(offer: offer, lacks: .sector)
    case .recipient: self.init(offer: offer, lacks: .recipient)
    case .forbidden: self.init(offer: offer, lacks: .forbidden)
    case .itself: self.init(offer: offer, lacks: .itself)
    case .year(let year): self.init(offer: offer, lacks: .year, year: year)
    }
  }
}
