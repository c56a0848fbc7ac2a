import Optimisation
import Plans
import Records
import Round

/// The smallest changes with which proposals that went short get their part when the whole round is planned again.
struct WinningChanges: Sendable {
  let round: Round
  let profile: Profile
  let replanning: Replanning
  /// Plan A's programs.
  let programs: CandidateMaker.KeptPrograms

  /// By proposal; those that no change helps are not in it. nil where the watch ended it.
  func find(for proposals: [ProposalID], watch: () -> Bool) throws -> [ProposalID: WinningChange]? {
    let places = Dictionary(
      uniqueKeysWithValues: zip(round.projects.map(\.id), round.projects.indices))
    let projects = proposals.compactMap { places[$0] }
      .filter { !round.eligible.pairs(ofProject: $0).isEmpty }
    let found = try concurrently(projects.indices, while: watch) { place, goOn -> WinningChange? in
      try unlessStopped {
        guard let last = programs.lastBenefit?.copy() else { throw StageStopped() }
        var search = WinningSearch(self, projects[place], BenefitModel(last))
        return try search.change(goOn)
      }
    }
    guard watch() else { return nil }
    var changes: [ProposalID: WinningChange] = [:]
    for (project, change) in zip(projects, found) {
      guard let change, change.moreBenefit != nil || change.lessNeed != nil else { continue }
      changes[round.projects[project].id] = change
    }
    return changes
  }
}

extension Round {
  /// As `Project.part`; 0 for a proposal that is not in.
  func part(of proposal: ProposalID) -> Double {
    projects.first { $0.id == proposal }?.part ?? 0
  }
}

extension Project {
  /// The share of its need that counts as its part: one half, or its `min_funding`.
  fileprivate var part: Double { record.minFunding > 0 ? record.minFunding : 0.5 }
}

/// The search for one proposal: a quick model says about where, planning again decides.
private struct WinningSearch: ~Copyable {
  let all: WinningChanges
  let project: Int
  var model: BenefitModel

  init(_ all: WinningChanges, _ project: Int, _ model: consuming BenefitModel) {
    self.all = all
    self.project = project
    self.model = model
  }

  private enum Kind {
    case moreBenefit, lessNeed

    /// A change is looked for up to this: a hundredfold benefit, a hundredth of the need.
    var most: Double { self == .moreBenefit ? 99 : 0.99 }

    func apply(_ change: Double, to proposal: inout Proposal) {
      switch self {
      case .moreBenefit:
        for indicator in proposal.benefits.keys { proposal.benefits[indicator]? *= 1 + change }
      case .lessNeed: proposal.need *= 1 - change
      }
    }
  }

  private var part: Double { all.round.projects[project].part }

  mutating func change(_ goOn: () -> Bool) throws -> WinningChange {
    WinningChange(
      profile: all.profile.name, part: part,
      moreBenefit: try smallest(.moreBenefit, goOn), lessNeed: try smallest(.lessNeed, goOn))
  }

  /// The smallest change that wins, to a hundredth; nil where the largest does not.
  private mutating func smallest(_ kind: Kind, _ goOn: () -> Bool) throws -> Double? {
    let guess = try bracket(upTo: kind.most, from: nil) { change in
      guard goOn() else { throw StageStopped() }
      return try guessed(kind, change)
    }
    return try bracket(upTo: kind.most, from: guess) { try wins(kind, $0, goOn) }?.high
  }

  private func changed(_ kind: Kind, _ change: Double) -> Round {
    all.round.changingFigures { [project] place, proposal in
      if place == project { kind.apply(change, to: &proposal) }
    }
  }

  /// What its part comes to in a round, in M.
  private func wanted(_ round: Round) -> Double { part * round.projects[project].need }

  private mutating func guessed(_ kind: Kind, _ change: Double) throws -> Bool {
    let round = changed(kind, change)
    return try model.gives(
      project, atLeast: wanted(round), in: round, inAnyCase: false,
      options: all.replanning.settings.options) ?? false
  }

  /// Whether it gets its part when the whole round is planned again.
  private mutating func wins(_ kind: Kind, _ change: Double, _ goOn: () -> Bool) throws -> Bool {
    let round = changed(kind, change)
    // The model has plan A's choices; planned again they may be others.
    if kind == .moreBenefit, all.profile.stages.weighOnlyInTheEnd, !round.hasIntegerRules,
      let answer = try model.gives(
        project, atLeast: wanted(round), in: round, inAnyCase: true,
        options: all.replanning.settings.options)
    {
      return answer
    }
    let answer = try all.replanning.gives(
      project, atLeast: wanted(round), in: round, goOn: goOn)
    guard let answer else { throw StageStopped() }
    return answer
  }
}

/// The bracket that holds the smallest winning change, `low` losing and `high` winning, a hundredth apart: what is said wins, a
/// hundredth less does not. nil where not even `most` wins.
///
/// - Parameter guess: where it probably lies; nil for anywhere above 0.
private func bracket(
  upTo most: Double, from guess: (low: Double, high: Double)?, wins: (Double) throws -> Bool
) throws -> (low: Double, high: Double)? {
  // Nothing at all always loses.
  var (low, high) = guess ?? (0, most / 64)
  var stride = guess == nil ? 2 : 1.02
  func widen() -> Double {
    defer { stride = min(2, stride * stride) }
    return stride
  }
  if try wins(high) {
    while low > 0, try wins(low) {
      high = low
      low = low > 1e-6 ? low / widen() : 0
    }
  } else {
    repeat {
      guard high < most else { return nil }
      low = high
      high = min(most, high * widen())
    } while try !wins(high)
  }
  while low < 0.99 * high && high > 1e-6 {
    let middle = low > 0 ? (low * high).squareRoot() : high / 4
    if try wins(middle) { high = middle } else { low = middle }
  }
  return (low, high)
}
