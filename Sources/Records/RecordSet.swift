/// The records of one round that are in force, each kind in the order of its keys.
public struct RecordSet: Hashable, Sendable {
  /// The round's name: that of its folder.
  public var round: String
  public var regions: [Region]
  public var links: [Link]
  public var offers: [Offer]
  public var proposals: [Proposal]
  /// The policy's settings, the defaults where the round has no policy.
  public var policy: Policy
  /// Whether any file gave a policy.
  public var hasPolicy: Bool
  /// The years of the horizon: the policy's, else from the offers' year columns, else from the proposals'.
  public var horizon: ClosedRange<Int>

  public init(
    round: String, regions: [Region], links: [Link], offers: [Offer], proposals: [Proposal],
    policy: Policy, hasPolicy: Bool, horizon: ClosedRange<Int>
  ) {
    self.round = round
    self.regions = regions.sorted { $0.code < $1.code }
    self.links = links.sorted {
      ($0.donor, $0.recipient, $0.year ?? Int.min) < ($1.donor, $1.recipient, $1.year ?? Int.min)
    }
    self.offers = offers.sorted { $0.id < $1.id }
    self.proposals = proposals.sorted { $0.id < $1.id }
    self.policy = policy
    self.hasPolicy = hasPolicy
    self.horizon = horizon
  }
}
