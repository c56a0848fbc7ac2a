import Records

extension Conflict {
  /// A rule of an irreducible set (drop any one and the rest can hold), or a limit that would have to grow.
  public struct Rule: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// A pair that the policy fixes: `donor`, `recipient`.
      case fixedPair = "fixed-pair"
      /// A pair that the policy forbids, though some offer would fit: `donor`, `recipient`.
      case forbiddenPair = "forbidden-pair"
      /// No offer of `donor` may fund any proposal of `recipient`; `lacks` says what the nearest offers lack.
      case noPair = "no-pair"
      /// `offer`, `year`.
      case budget
      /// `proposal`.
      case need
      /// `donor`, `proposal`.
      case coInvestment = "co-investment"
      /// `donor`, `recipient`.
      case concentration
      /// `offer`, `recipient`.
      case ownLimit = "own-limit"
      /// `recipient`, `sector`.
      case diversification
      /// How many recipients a donor may have: `count`.
      case maxRecipients = "max-recipients-per-donor"
      /// How many donors a recipient may have: `count`.
      case maxDonors = "max-donors-per-recipient"
      /// The least that a pair has where it has anything.
      case minPairing = "min-pairing"
      /// The least that an offer gives a proposal where it gives anything: `offer`.
      case minTicket = "min-ticket"
      /// The least that a proposal gets where it gets anything: `proposal`.
      case minFunding = "min-funding"
    }

    public var rule: Kind
    public var donor: RegionCode?
    public var recipient: RegionCode?
    public var offer: OfferID?
    public var year: Int?
    public var proposal: ProposalID?
    public var sector: Sector?
    /// What the policy fixes, or what the rule allows at most, in M; nil where the rule names none.
    public var amount: Double?
    /// The share by which the rule allows it.
    public var share: Double?
    public var lacks: [Lack]?
    /// How many partners the rule allows.
    public var count: Int?
    /// Which irreducible set it belongs to, from 1: several conflicts may be independent. nil for a limit that would grow.
    public var set: Int?
    /// Where it is written; empty for what no one cell says.
    public var file: String
    public var at: String
    /// In the planners' words.
    public var text: Bilingual?

    public init(_ rule: Kind, amount: Double? = nil, count: Int? = nil, set: Int? = nil) {
      self.rule = rule
      self.amount = amount
      self.count = count
      self.set = set
      file = ""
      at = ""
    }

    /// A pair that the policy fixes.
    public init(
      donor: RegionCode, recipient: RegionCode, amount: Double, set: Int = 1, file: String,
      at: String
    ) {
      self.init(.fixedPair, amount: amount, set: set)
      self.donor = donor
      self.recipient = recipient
      self.file = file
      self.at = at
    }

    /// A limit of the round; nil for what is none.
    public init?(_ name: RuleName, amount: Double?) {
      guard let kind = Kind(rawValue: name.rule.rawValue), kind != .fixedPair else { return nil }
      self.init(kind, amount: amount)
      donor = name.donor
      recipient = name.recipient
      offer = name.offer
      year = name.year
      proposal = name.proposal
      sector = name.sector
    }

    /// As plans name it; nil for a rule that only a conflict has.
    public var name: RuleName? {
      RuleName.Kind(rawValue: rule.rawValue).map {
        RuleName(
          $0, offer: offer, year: year, proposal: proposal, donor: donor, recipient: recipient,
          sector: sector)
      }
    }

    /// Whether both are about the same thing, wherever they stand.
    public func isAbout(_ other: Rule) -> Bool {
      rule == other.rule && donor == other.donor && recipient == other.recipient
        && offer == other.offer && year == other.year && proposal == other.proposal
        && sector == other.sector && amount == other.amount
    }

    /// `policy.yaml · C3`; empty for what no one cell says.
    public var place: String { at.isEmpty ? file : "\(file) · \(at)" }
  }
}

extension Conflict.Rule {
  /// In the planners' words, or by its codes where nobody has put it into words.
  public var told: Bilingual {
    let codes: [String?] = [
      rule.rawValue, donor?.text, recipient?.text, offer?.text, proposal?.text, sector?.text,
      year.map(String.init), amount.map { "\($0)" },
    ]
    let name = codes.compactMap { $0 }.joined(separator: " ")
    return text ?? Bilingual(en: name, zh: name)
  }
}

extension Conflict.Repair.Amount {
  /// In the planners' words, or by its codes.
  public var told: Bilingual {
    let name = "\(donor.text) > \(recipient.text): \(fixed) → \(possible)"
    return text ?? Bilingual(en: name, zh: name)
  }
}

extension Conflict.Growth.Limit {
  /// In the planners' words, or by its codes.
  public var told: Bilingual {
    text ?? Bilingual(en: "\(rule.told.en) → \(to)", zh: "\(rule.told.zh) → \(to)")
  }
}
