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
        return lacks.isEmpty
          ? nil
          : OfferLacks(
            proposal: round.projects[project].id, offer: round.offers[offer].id, lacks: lacks)
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
      func counted(_ text: ExplainText, _ kind: Lack.Kind) -> Words? {
        let count = lacks.count { $0.contains { $0.lacks == kind } }
        return count > 0 ? text(count: count, all) : nil
      }
      let parts: [Words] =
        lacks.contains { $0.contains { $0.lacks == .recipient } }
        ? [ExplainText.notForRegion(["region": name(region)])]
        : [
          counted(.notAccepted, .instrument),
          counted(.notForSector, .sector),
          counted(.noMoneyInYear, .year),
        ].compactMap { $0 }
      return ExplainText.offerLacks([
        "offer": names.called(round.offers[offer].id), "lacks": parts.joined(),
      ])
    }
  }
}
