import Plans
import Records
import Round

@testable import Reports

/// A generated round of any number of proposals, of which many get nothing and each says why: what a page has to hold.
enum LargeRound {
  private static let here = Origin(file: "large.xlsx", place: .row(sheet: "Sheet1", row: 2))
  private static let sectors: [Sector] = ["wind", "solar", "storage", "hydrogen", "reskilling"]

  static func round(proposals: Int, donors: Int = 20, recipients: Int = 60) -> Round {
    let regions =
      (0..<donors).map {
        Region(
          code: RegionCode("D\($0)"), name: "Donor city \($0)", nameZh: "支援市\($0)", origin: here)
      }
      + (0..<recipients).map {
        Region(
          code: RegionCode("R\($0)"), name: "Coal county \($0)", nameZh: "煤炭县\($0)",
          measures: ["need_weight": Double(1 + $0 % 7)], origin: here)
      }
    let offers = (0..<2 * donors).map { place in
      Offer(
        id: OfferID("O\(place)"), donor: RegionCode("D\(place % donors)"),
        instrument: place < donors ? .grant : "concessional-loan",
        amount: .byYear(
          Dictionary(
            uniqueKeysWithValues: (2026...2028).map {
              ($0, Double(proposals * (1 + place % 5)) / 12)
            })),
        sectors: [sectors[place % 5], sectors[(place + 2) % 5]], maxSharePerRecipient: 0.2,
        origin: here)
    }
    let projects = (0..<proposals).map { place in
      Proposal(
        id: ProposalID("P\(place)"), title: "Renewal of pit number \(place) and its village",
        titleZh: "第\(place)号矿井及其村庄改造", recipient: RegionCode("R\(place % recipients)"),
        sector: sectors[place % 5], need: Double(20 + place * 37 % 180),
        draw: .span(start: 2026 + place % 2, years: 2),
        benefits: [.jobs: Double(40 + place * 53 % 400), .valueAdded: Double(place * 29 % 60)],
        basis: place % 9 == 0 ? "estimated" : "announced", origin: here)
    }
    return Round(
      RecordSet(
        round: "large", regions: regions,
        links: (0..<donors).flatMap { donor in
          (0..<5).map {
            Link(
              donor: RegionCode("D\(donor)"),
              recipient: RegionCode("R\((donor * 3 + $0) % recipients)"),
              coalMt: Double(5 + $0), origin: here)
          }
        }, offers: offers, proposals: projects, policy: Policy(), hasPolicy: true,
        horizon: 2026...2028))
  }

  /// A plan with the reasons that a real one has, for every proposal that lacks money and every limit.
  static func plan(_ round: Round) -> Plan {
    var plan = GreedyPlan(round).plan()
    plan.unfunded = plan.unfunded.enumerated().map { place, unfunded in
      let offers = round.offers.prefix(4 + place % 3).map {
        RuleName(.budget, offer: $0.id, year: 2027)
      }
      return UnfundedProposal(
        proposal: unfunded.proposal, funded: unfunded.funded, stoppedBy: Array(offers),
        instead: round.projects.prefix(5).map(\.id),
        winsWith: WinningChange(
          profile: "bond-first", part: 0.5, moreBenefit: 0.01 * Double(1 + place % 90),
          lessNeed: place % 3 == 0 ? 0.2 : nil))
    }
    plan.prices = round.offers.flatMap { offer in
      (2026...2028).map { year in
        Price(
          name: RuleName(.budget, offer: offer.id, year: year), limit: 100,
          less: .init(price: 1.2, upTo: 3, indicators: [:]),
          more: .init(price: 1 + Double(year - 2026) / 10, upTo: nil, indicators: [.jobs: 2]))
      }
    }
    plan.unusedPairs = round.openPairs.prefix(400).enumerated().map { place, pair in
      UnusedPair(
        donor: round.donors[pair.donor].code, recipient: round.recipients[pair.recipient].code,
        offer: round.offers[0].id, proposal: round.projects[0].id,
        moreBenefitPerM: 0.01 * Double(1 + place), shortBy: 0.01 * Double(1 + place))
    }
    return plan
  }
}
