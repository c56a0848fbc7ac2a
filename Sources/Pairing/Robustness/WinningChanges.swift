import Optimisation
import Plans
import Records
import Round

/// The smallest changes with which proposals that went short get their part when the whole round is planned again.
struct WinningChanges: Sendable {
  let round: Round
  let profile: String
  let replanning: Replanning

  /// A change is looked for up to this many times the benefit.
  static let mostBenefit = 100.0
  /// Known to a hundredth: what is said wins, and a hundredth less does not.
  private static let precision = 0.01

  /// By proposal; those that no change helps are not in it. nil where the watch ended it.
  func find(for proposals: [ProposalID], watch: () -> Bool) throws -> [ProposalID: WinningChange]? {
    let places = Dictionary(
      uniqueKeysWithValues: zip(round.projects.map(\.id), round.projects.indices))
    let projects = proposals.compactMap { places[$0] }
      .filter { !round.eligible.pairs(ofProject: $0).isEmpty }
    let search = self
    let found = try concurrently(projects.indices, while: watch) { place, goOn -> WinningChange? in
      let one = WinningSearch(
        round: search.round, project: projects[place], replanning: search.replanning)
      return try unlessStopped { try one.change(search.profile, goOn: goOn) }
    }
    guard watch() else { return nil }
    var changes: [ProposalID: WinningChange] = [:]
    for (project, change) in zip(projects, found) {
      guard let change, change.moreBenefit != nil || change.lessNeed != nil else { continue }
      changes[round.projects[project].id] = change
    }
    return changes
  }

  /// `low` loses and `high` wins: the search goes on until they are a hundredth apart.
  static func areClose(_ low: Double, _ high: Double) -> Bool { low >= (1 - precision) * high }
}

/// The search for one proposal.
private struct WinningSearch {
  let round: Round
  let project: Int
  let replanning: Replanning

  /// What counts as its part: half of its need, or `min_funding`.
  var part: Double {
    let least = round.projects[project].record.minFunding
    return least > 0 ? least : 0.5
  }

  func change(_ profile: String, goOn: () -> Bool) throws -> WinningChange {
    WinningChange(
      profile: profile, part: part,
      moreBenefit: try smallest(upTo: WinningChanges.mostBenefit, goOn: goOn) { change, proposal in
        for indicator in proposal.benefits.keys { proposal.benefits[indicator]? *= 1 + change }
      },
      lessNeed: try smallest(upTo: 0.99, goOn: goOn) { change, proposal in
        proposal.need *= 1 - change
      })
  }

  /// The smallest `change` that wins, to a hundredth; nil where the largest does not.
  private func smallest(
    upTo most: Double, goOn: () -> Bool, _ apply: (Double, inout Proposal) -> Void
  ) throws -> Double? {
    func wins(_ change: Double) throws -> Bool {
      let changed = round.changingFigures { place, proposal in
        if place == project { apply(change, &proposal) }
      }
      guard let money = try replanning.money(of: changed, selecting: true, goOn: goOn) else {
        throw StageStopped()
      }
      let funded = changed.eligible.pairs(ofProject: project).reduce(0) { $0 + money[$1] }
      // Whole units take a little of every ticket.
      return funded >= part * changed.projects[project].need - 1e-9
        * max(1, changed.projects[project].need)
    }
    var low = 0.0
    var high = most / 64
    while try !wins(high) {
      low = high
      guard high < most else { return nil }
      high = min(most, high * 4)
    }
    while !WinningChanges.areClose(low, high) {
      let middle = low > 0 ? (low * high).squareRoot() : high / 4
      if middle < 1e-6 { break }
      if try wins(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
