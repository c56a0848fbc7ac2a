import Records

/// Fixed pairs that cannot all hold: why, and two ways out.
public struct Conflict: Hashable, Sendable, Codable {
  /// The rules of every irreducible set, set by set.
  public var rules: [Rule]
  public var repair: Repair
  /// What would have to grow instead, for information; nil where it was not asked for.
  public var growth: Growth?

  public init(rules: [Rule], repair: Repair, growth: Growth? = nil) {
    self.rules = rules
    self.repair = repair
    self.growth = growth
  }

  /// The irreducible sets in order: independent conflicts, each to be mended on its own.
  public var sets: [[Rule]] {
    Dictionary(grouping: rules) { $0.set ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
  }

  enum CodingKeys: String, CodingKey {
    case rules, repair, growth
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rules, forKey: .rules)
    try container.encode(repair, forKey: .repair)
    try container.encode(growth, forKey: .growth)
  }
}

extension Conflict {
  /// The least total reduction of fixed amounts with which the round can be planned.
  public struct Repair: Hashable, Sendable, Codable {
    public struct Amount: Hashable, Sendable, Codable {
      public var donor: RegionCode
      public var recipient: RegionCode
      /// What the policy fixes, and what can hold, in M.
      public var fixed: Double
      public var possible: Double
      /// In the planners' words.
      public var text: Bilingual?

      public init(
        donor: RegionCode, recipient: RegionCode, fixed: Double, possible: Double,
        text: Bilingual? = nil
      ) {
        self.donor = donor
        self.recipient = recipient
        self.fixed = fixed
        self.possible = possible
        self.text = text
      }
    }

    public var total: Double
    /// The pairs that give way.
    public var fixedPairs: [Amount]
    /// Whether the round was solved again with these amounts, and all fixed pairs held.
    public var resolved: Bool

    public init(total: Double, fixedPairs: [Amount], resolved: Bool = false) {
      self.total = total
      self.fixedPairs = fixedPairs
      self.resolved = resolved
    }

    enum CodingKeys: String, CodingKey {
      case total, resolved
      case fixedPairs = "fixed_pairs"
    }
  }

  /// The least total by which limits would have to grow for all fixed amounts to hold, each limit's right side by itself.
  public struct Growth: Hashable, Sendable, Codable {
    public struct Limit: Hashable, Sendable, Codable {
      /// The rule as it is; its `amount` is what it allows now.
      public var rule: Rule
      /// What it would have to allow, in M.
      public var to: Double
      /// In the planners' words.
      public var text: Bilingual?

      public init(rule: Rule, to: Double, text: Bilingual? = nil) {
        self.rule = rule
        self.to = to
        self.text = text
      }
    }

    public struct Pair: Hashable, Sendable, Codable {
      public var donor: RegionCode
      public var recipient: RegionCode

      public init(donor: RegionCode, recipient: RegionCode) {
        self.donor = donor
        self.recipient = recipient
      }
    }

    public var total: Double
    public var limits: [Limit]
    /// Fixed pairs that no growth helps: no money may flow between the two at all.
    public var noHelpFor: [Pair]

    public init(total: Double, limits: [Limit], noHelpFor: [Pair]) {
      self.total = total
      self.limits = limits
      self.noHelpFor = noHelpFor
    }

    enum CodingKeys: String, CodingKey {
      case total, limits
      case noHelpFor = "no_help_for"
    }
  }
}
