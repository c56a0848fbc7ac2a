import Records

/// What changed between two runs, and which input changed it. Money is in M.
public struct RunDifference: Hashable, Sendable, Codable {
  /// One of the two runs.
  public struct Run: Hashable, Sendable, Codable {
    /// Its folder's name.
    public var run: String
    public var round: String
    public var title: String
    public var currency: String
    /// The id of its recommended plan; nil where its fixed pairs conflict.
    public var plan: String?
    /// The profile of that plan.
    public var profile: String?
    public var scorecard: Scorecard?

    public init(_ run: String, _ document: PlansDocument) {
      self.run = run
      round = document.round
      title = document.title
      currency = document.currency
      let recommended = document.recommendedPlan
      plan = recommended?.id
      profile = recommended?.profile
      scorecard = recommended?.scorecard
    }
  }

  /// A file that one of the runs has otherwise than the other.
  public struct File: Hashable, Sendable, Codable {
    public var name: String
    public var step: InputChange.Step
    /// nil for a withdrawn file.
    public var state: FileState?

    public init(name: String, step: InputChange.Step, state: FileState?) {
      self.name = name
      self.step = step
      self.state = state
    }
  }

  public var format = "jetb.diff/1"
  public var older: Run
  public var newer: Run
  /// In the order of their names.
  public var files: [File]
  /// By kind, then key.
  public var changes: [InputChange]
  /// Pairings of the recommended plans that are not alike, the largest change first.
  public var pairings: [PairingChange]
  /// Proposals that the recommended plans fund otherwise, the largest change first.
  public var proposals: [FundingChange]
  public var attribution: Attribution

  public init(
    older: Run, newer: Run, files: [File], changes: [InputChange], pairings: [PairingChange],
    proposals: [FundingChange], attribution: Attribution
  ) {
    self.older = older
    self.newer = newer
    self.files = files
    self.changes = changes
    self.pairings = pairings
    self.proposals = proposals
    self.attribution = attribution
  }
}

/// A record, a setting or a fixed pair that is not as it was.
public struct InputChange: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case setting
    case fixedPair = "fixed-pair"
    case forbiddenPair = "forbidden-pair"
    case region, link, offer, proposal
    /// The plan that continuity keeps to.
    case continued
  }

  public enum Step: String, Hashable, Sendable, Codable {
    case added, edited
    /// Also a record that is left out now, for a problem.
    case withdrawn
  }

  /// Where something stands in what the planners wrote.
  public struct Place: Hashable, Sendable, Codable {
    public var file: String
    /// As the planner's program names it: `Sheet1!C14`, `row 14`.
    public var at: String

    public init(_ origin: Origin) {
      file = origin.file
      at = origin.at
    }
  }

  /// One value that changed, as text; money in M.
  public struct Field: Hashable, Sendable, Codable {
    public var name: String
    /// nil: nothing stood there, or the default.
    public var older: String?
    public var newer: String?
    /// The cell of the newer value, or of the older one where none is left; nil where the value has no cell of its own.
    public var at: Place?

    public init(name: String, older: String?, newer: String?, at: Place? = nil) {
      self.name = name
      self.older = older
      self.newer = newer
      self.at = at
    }
  }

  public var kind: Kind
  /// The record's id or code, `DONOR > RECIPIENT` for pairs, the setting's name.
  public var key: String
  public var step: Step
  /// nil for what was not there, and for a setting that was not written.
  public var before: Place?
  public var after: Place?
  public var fields: [Field]
  /// Whether a plan can depend on it: names, titles and sources of figures change none.
  public var counts: Bool

  public init(
    kind: Kind, key: String, step: Step, before: Place?, after: Place?, fields: [Field],
    counts: Bool
  ) {
    self.kind = kind
    self.key = key
    self.step = step
    self.before = before
    self.after = after
    self.fields = fields
    self.counts = counts
  }
}

/// What a donor gives a recipient, before and after.
public struct PairingChange: Hashable, Sendable, Codable {
  public enum Step: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    case new, ended, larger, smaller
  }

  public var donor: RegionCode
  public var recipient: RegionCode
  public var step: Step
  /// M.
  public var older: Double
  public var newer: Double

  public init(donor: RegionCode, recipient: RegionCode, older: Double, newer: Double) {
    self.donor = donor
    self.recipient = recipient
    self.older = older
    self.newer = newer
    step = older == 0 ? .new : newer == 0 ? .ended : newer > older ? .larger : .smaller
  }
}

/// What a proposal gets, before and after.
public struct FundingChange: Hashable, Sendable, Codable {
  public var proposal: ProposalID
  /// M.
  public var older: Double
  public var newer: Double
  /// What it asks for, in M; nil where the run has no such proposal.
  public var olderNeed: Double?
  public var newerNeed: Double?

  public init(
    proposal: ProposalID, older: Double, newer: Double, olderNeed: Double?, newerNeed: Double?
  ) {
    self.proposal = proposal
    self.older = older
    self.newer = newer
    self.olderNeed = olderNeed
    self.newerNeed = newerNeed
  }

  enum CodingKeys: String, CodingKey {
    case proposal, older, newer
    case olderNeed = "older_need"
    case newerNeed = "newer_need"
  }
}
