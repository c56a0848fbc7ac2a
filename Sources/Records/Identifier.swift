/// A typed name: two regions are told apart by their codes, and no code can stand where an offer's id is meant.
///
/// Names order by their text, which fixes the order of everything built from records.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
  public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

extension Identifier: Codable {
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Identifier: CodingKeyRepresentable {
  public var codingKey: any CodingKey { NameKey(stringValue: text) }

  public init?<Key: CodingKey>(codingKey: Key) { self.init(codingKey.stringValue) }
}

private struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// The code of a region, donor or recipient: `CN-SX`, or `CN-SX/Datong` for a community with figures of its own.
public typealias RegionCode = Identifier<Region>
/// The id of an offer, unique in its round.
public typealias OfferID = Identifier<Offer>
/// The id of a proposal, unique in its round.
public typealias ProposalID = Identifier<Proposal>

public enum SectorSubject {}
public enum InstrumentSubject {}
public enum PolicyAreaSubject {}
public enum IndicatorSubject {}

/// A field of work: `wind`, `cultural-tourism`. Sectors are data; none is built in.
public typealias Sector = Identifier<SectorSubject>
/// A way of giving: `grant`, `concessional-loan`, `equity`, `guarantee`, or `expertise`.
public typealias Instrument = Identifier<InstrumentSubject>
/// A field of policy in which partners work together: `grid-access`, `reskilling`.
public typealias PolicyArea = Identifier<PolicyAreaSubject>
/// A numeric column of the proposals that the policy may weigh.
public typealias Indicator = Identifier<IndicatorSubject>

extension Instrument {
  /// Person-months instead of money.
  public static var expertise: Instrument { "expertise" }
  /// What an offer is when it does not say.
  public static var grant: Instrument { "grant" }
}

extension Indicator {
  /// Jobs at full funding, in full-time equivalents.
  public static var jobs: Indicator { "jobs" }
  /// CO₂ avoided at full funding, in tonnes a year.
  public static var co2Avoided: Indicator { "co2_avoided_t" }
  /// Value added at full funding, in M a year.
  public static var valueAdded: Indicator { "value_added" }

  /// What counts as benefit where the policy weighs nothing.
  public static var usual: [Indicator] { [.jobs, .co2Avoided, .valueAdded] }
}
