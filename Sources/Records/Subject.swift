/// Something of a round that can be asked about.
public enum Subject: Hashable, Sendable {
  /// A donor or a recipient, or both.
  case region(RegionCode)
  /// A community of a recipient: `RECIPIENT/COMMUNITY`.
  case community(String)
  case offer(OfferID)
  case proposal(ProposalID)

  /// How commands name it without a doubt: `offer:O1`.
  public var name: String {
    switch self {
    case .region(let code): "region:\(code)"
    case .community(let group): "community:\(group)"
    case .offer(let id): "offer:\(id)"
    case .proposal(let id): "proposal:\(id)"
    }
  }
}
