/// The years of a round.
public enum Horizon {
  /// The policy's `years`, else from the offers' year columns, else from the proposals' starts, years and draw profiles; nil where
  /// none of them names one.
  public static func of(
    policy: Policy, offers: some Sequence<Offer>, proposals: some Sequence<Proposal>
  ) -> ClosedRange<Int>? {
    policy.years ?? of(offers) ?? of(proposals)
  }

  /// From the offers' year columns.
  public static func of(_ offers: some Sequence<Offer>) -> ClosedRange<Int>? {
    range(
      offers.flatMap { offer -> [Int] in
        guard case .byYear(let years) = offer.amount else { return [] }
        return Array(years.keys)
      })
  }

  /// From the proposals' starts, years and draw profiles.
  public static func of(_ proposals: some Sequence<Proposal>) -> ClosedRange<Int>? {
    range(
      proposals.flatMap { proposal -> [Int] in
        switch proposal.draw {
        case .weights(let weights): return Array(weights.keys)
        case .span(let start, let years): return start.map { [$0, $0 + years - 1] } ?? []
        }
      })
  }

  private static func range(_ years: [Int]) -> ClosedRange<Int>? {
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }
}
