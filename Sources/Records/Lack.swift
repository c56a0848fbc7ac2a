/// What an offer lacks to fund a proposal.
public struct Lack: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The proposal does not accept the offer's instrument.
    case instrument
    /// The offer is not for the proposal's sector.
    case sector
    /// The offer is not for its recipient.
    case recipient
    /// The policy forbids the pair.
    case forbidden
    /// The donor is the recipient.
    case itself
    /// The offer has no money in `year`, in which the proposal draws.
    case year
  }

  public var offer: OfferID
  public var lacks: Kind
  public var year: Int?

  public init(offer: OfferID, lacks: Kind, year: Int? = nil) {
    self.offer = offer
    self.lacks = lacks
    self.year = year
  }
}
