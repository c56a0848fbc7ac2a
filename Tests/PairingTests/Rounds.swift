import Records
import Round

let origin = Origin(file: "test")

/// A small round whose answers can be worked out by hand.
func makeRound(
  offers: [Offer], proposals: [Proposal], links: [Link] = [], weights: [RegionCode: Double] = [:],
  years: ClosedRange<Int> = 2026...2026, _ change: (inout Policy) -> Void = { _ in }
) -> Round {
  var policy = Policy()
  change(&policy)
  return Round(
    RecordSet(
      round: "test",
      regions: weights.map {
        Region(code: $0.key, measures: ["need_weight": $0.value], origin: origin)
      }, links: links, offers: offers, proposals: proposals, policy: policy, hasPolicy: true,
      horizon: years))
}

func offer(
  _ id: OfferID, _ donor: RegionCode, _ amount: Double,
  _ change: (inout Offer) -> Void = { _ in }
) -> Offer {
  var offer = Offer(id: id, donor: donor, amount: .total(amount), origin: origin)
  change(&offer)
  return offer
}

func proposal(
  _ id: ProposalID, _ recipient: RegionCode, _ need: Double, jobs: Double = 0,
  _ change: (inout Proposal) -> Void = { _ in }
) -> Proposal {
  var proposal = Proposal(
    id: id, recipient: recipient, sector: "wind", need: need,
    benefits: jobs > 0 ? [.jobs: jobs] : [:], origin: origin)
  change(&proposal)
  return proposal
}

func fixedPair(_ donor: RegionCode, _ recipient: RegionCode, _ amount: Double) -> FixedPair {
  FixedPair(
    donor: donor, recipient: recipient, amount: amount,
    origin: Origin(file: "policy.yaml", place: .path("fixed_pairs", line: 3)))
}
