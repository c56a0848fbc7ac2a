import Records

/// Fixed pairs that cannot all hold.
public struct Conflict: Hashable, Sendable, Codable {
  /// A rule of an irreducible set: drop any one and the rest can hold.
  public struct Rule: Hashable, Sendable, Codable {
    public var donor: RegionCode
    public var recipient: RegionCode
    /// What the policy fixes, in M.
    public var amount: Double
    /// Which irreducible set it belongs to, from 1: several conflicts may be independent.
    public var set: Int
    public var file: String
    public var at: String

    public init(
      donor: RegionCode, recipient: RegionCode, amount: Double, set: Int = 1, file: String,
      at: String
    ) {
      self.donor = donor
      self.recipient = recipient
      self.amount = amount
      self.set = set
      self.file = file
      self.at = at
    }
  }

  /// The least total reduction of fixed amounts with which the round can be planned.
  public struct Repair: Hashable, Sendable, Codable {
    public struct Amount: Hashable, Sendable, Codable {
      public var donor: RegionCode
      public var recipient: RegionCode
      /// What the policy fixes, and what can hold, in M.
      public var fixed: Double
      public var possible: Double

      public init(donor: RegionCode, recipient: RegionCode, fixed: Double, possible: Double) {
        self.donor = donor
        self.recipient = recipient
        self.fixed = fixed
        self.possible = possible
      }
    }

    public var total: Double
    /// The pairs that give way.
    public var fixedPairs: [Amount]

    public init(total: Double, fixedPairs: [Amount]) {
      self.total = total
      self.fixedPairs = fixedPairs
    }

    enum CodingKeys: String, CodingKey {
      case total
      case fixedPairs = "fixed_pairs"
    }
  }

  public var rules: [Rule]
  public var repair: Repair

  public init(rules: [Rule], repair: Repair) {
    self.rules = rules
    self.repair = repair
  }
}
