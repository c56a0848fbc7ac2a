import Records

/// What a run did against the run in force before it, in short, for the status of a round: the edits behind it, and what came of
/// them in the recommended plan. Money is in M.
///
/// Lists name the weightiest; counts are of all. `RunDifference` says everything, and plans again to say which edit did what.
public struct RunEffect: Hashable, Sendable, Codable {
  /// The run that was in force.
  public var since: String
  public var before: Recommended
  /// nil where fixed pairs conflict: the plan of before stays.
  public var after: Recommended?
  public var edits: Edits
  public var pairings: Pairings
  public var proposals: Proposals
  /// What the regions and proposals that are named here are called.
  public var regions: [RegionCode: Bilingual]
  public var titles: [ProposalID: Bilingual]

  public init(
    since: String, before: Recommended, after: Recommended?, edits: Edits, pairings: Pairings,
    proposals: Proposals, regions: [RegionCode: Bilingual] = [:],
    titles: [ProposalID: Bilingual] = [:]
  ) {
    self.since = since
    self.before = before
    self.after = after
    self.edits = edits
    self.pairings = pairings
    self.proposals = proposals
    self.regions = regions
    self.titles = titles
  }

  /// Without what it names: the figures and the counts.
  public var counts: RunEffect {
    var copy = self
    copy.edits.groups = []
    copy.edits.told = []
    copy.pairings.told = []
    copy.proposals.told = []
    copy.regions = [:]
    copy.titles = [:]
    return copy
  }

  /// The one edit that a plan can depend on, where there is no other: whatever changed, it did.
  public var onlyCause: Edit? {
    edits.counting == 1 ? edits.told.first { $0.change.counts } : nil
  }
}

extension RunEffect {
  /// A recommended plan.
  public struct Recommended: Hashable, Sendable, Codable {
    /// Its id.
    public var plan: String
    public var profile: String
    public var scorecard: Scorecard

    public init(plan: String, profile: String, scorecard: Scorecard) {
      self.plan = plan
      self.profile = profile
      self.scorecard = scorecard
    }
  }

  /// What planners changed, by record and setting.
  public struct Edits: Hashable, Sendable, Codable {
    public var count: Int
    /// How many of them a plan can depend on.
    public var counting: Int
    /// All of them by file, kind and step, the most first; of very many groups the largest.
    public var groups: [Group]
    /// Those that a plan can depend on first.
    public var told: [Edit]

    public init(count: Int, counting: Int, groups: [Group], told: [Edit]) {
      self.count = count
      self.counting = counting
      self.groups = groups
      self.told = told
    }
  }

  /// Edits of one kind in one file.
  public struct Group: Hashable, Sendable, Codable {
    /// Empty for what no file says.
    public var file: String
    public var kind: InputChange.Kind
    public var step: InputChange.Step
    public var count: Int

    public init(file: String, kind: InputChange.Kind, step: InputChange.Step, count: Int) {
      self.file = file
      self.kind = kind
      self.step = step
      self.count = count
    }
  }

  public struct Edit: Hashable, Sendable, Codable {
    public var change: InputChange
    /// How many more of its values changed than `change` names.
    public var moreFields: Int

    public init(change: InputChange, moreFields: Int) {
      self.change = change
      self.moreFields = moreFields
    }

    enum CodingKeys: String, CodingKey {
      case change
      case moreFields = "more_fields"
    }
  }

  /// Pairings of the two recommended plans that are not alike.
  public struct Pairings: Hashable, Sendable, Codable {
    public var new: Int
    public var ended: Int
    public var larger: Int
    public var smaller: Int
    /// The largest change first.
    public var told: [Pairing]

    public init(_ changes: [PairingChange], told: [Pairing]) {
      func count(_ step: PairingChange.Step) -> Int { changes.count { $0.step == step } }
      new = count(.new)
      ended = count(.ended)
      larger = count(.larger)
      smaller = count(.smaller)
      self.told = told
    }

    public var count: Int { new + ended + larger + smaller }
  }

  public struct Pairing: Hashable, Sendable, Codable {
    public var change: PairingChange
    /// Places in `edits.told`, from 0, of what concerns it directly: an offer or a proposal that it consisted or consists of, its own
    /// link, fixed or forbidden pair, one of its regions.
    public var edits: [Int]

    public init(change: PairingChange, edits: [Int]) {
      self.change = change
      self.edits = edits
    }
  }

  /// Proposals that the two recommended plans fund otherwise.
  public struct Proposals: Hashable, Sendable, Codable {
    public var gained: Int
    public var lost: Int
    /// The largest change first.
    public var told: [Proposal]

    public init(_ changes: [FundingChange], told: [Proposal]) {
      gained = changes.count { $0.newer > $0.older }
      lost = changes.count { $0.newer < $0.older }
      self.told = told
    }

    public var count: Int { gained + lost }
  }

  public struct Proposal: Hashable, Sendable, Codable {
    public var change: FundingChange
    /// As `Pairing.edits`: of the proposal itself.
    public var edits: [Int]

    public init(change: FundingChange, edits: [Int]) {
      self.change = change
      self.edits = edits
    }
  }
}
