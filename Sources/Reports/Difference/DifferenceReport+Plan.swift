import Pages
import Plans
import Records

extension DifferenceReport {
  /// The two scorecards side by side.
  var figures: String {
    let heading = say(.plan) + "\n"
    guard let old = difference.older.scorecard, let new = difference.newer.scorecard else {
      let runs = [difference.older, difference.newer].filter { $0.scorecard == nil }
      return heading + runs.map { "  " + say(.noPlan, ["run": $0.run]) + "\n" }.joined()
    }
    var table = TextTable([
      ("", .left), (say(.figure), .left), (say(.before), .right), (say(.after), .right),
      (say(.change), .right),
    ])
    func row(_ name: String, _ older: Double, _ newer: Double, _ decimals: Int) {
      table.append([
        "", name, number(older, decimals), number(newer, decimals),
        signed(newer - older, decimals),
      ])
    }
    func shareRow(_ name: DifferenceText, _ older: Double, _ newer: Double) {
      table.append([
        "", say(name), percent(older), percent(newer), points(newer - older),
      ])
    }
    row(say(.benefit), old.benefit, new.benefit, 1)
    row(say(.invested), old.invested, new.invested, 1)
    for indicator in indicators(old, new) {
      row(
        name(indicator), old.indicators[indicator] ?? 0, new.indicators[indicator] ?? 0,
        indicator == .valueAdded ? 1 : 0)
    }
    shareRow(.lowestLevel, old.lowestLevel, new.lowestLevel)
    shareRow(.meanLevel, old.meanLevel, new.meanLevel)
    shareRow(.bondMet, old.reciprocityMet, new.reciprocityMet)
    row(say(.gini), old.gini, new.gini, 3)
    shareRow(.largestShare, old.largestPairShare, new.largestPairShare)
    row(say(.pairings), Double(old.pairings), Double(new.pairings), 0)
    row(say(.months), old.personMonths, new.personMonths, 1)
    return heading + recommended + table.text
  }

  /// Which plan was recommended, and which is.
  private var recommended: String {
    func named(_ side: RunDifference.Run) -> String? {
      guard let plan = side.plan, let profile = side.profile else { return nil }
      return say(.named, ["plan": plan, "profile": profileName(profile).text(language)])
    }
    guard let older = named(difference.older), let newer = named(difference.newer) else {
      return ""
    }
    return "  " + say(.recommended, ["older": older, "newer": newer]) + "\n"
  }

  private func indicators(_ old: Scorecard, _ new: Scorecard) -> [Indicator] {
    let present = Set(old.indicators.keys).union(new.indicators.keys)
    return Indicator.usual.filter(present.contains)
      + present.subtracting(Indicator.usual).sorted()
  }

  private func name(_ indicator: Indicator) -> String {
    switch indicator {
    case .jobs: say(.jobs)
    case .co2Avoided: say(.co2)
    case .valueAdded: say(.valueAdded)
    default: indicator.text
    }
  }

  /// Pairings that came, went, grew and shrank.
  var pairings: String {
    let changes = difference.pairings
    guard !changes.isEmpty else {
      return difference.newer.plan == nil ? "" : say(.samePairings) + "\n"
    }
    var table = TextTable([
      ("", .left), (say(.pairingChanges), .left), ("", .left), ("", .left), ("", .left),
      (say(.before), .right), (say(.after), .right), (say(.change), .right),
    ])
    for change in changes.prefix(DifferenceReport.longest) {
      let step: DifferenceText =
        switch change.step {
        case .new: .isNew
        case .ended: .isEnded
        case .larger: .isLarger
        case .smaller: .isSmaller
        }
      table.append([
        "", say(step), region(change.donor), "→", region(change.recipient),
        number(change.older, 2), number(change.newer, 2), signed(change.newer - change.older, 2),
      ])
    }
    return table.text + rest(of: changes.count)
  }

  /// Proposals that gained or lost funding.
  var funding: String {
    let changes = difference.proposals
    guard !changes.isEmpty else {
      return difference.newer.plan == nil ? "" : say(.sameFunding) + "\n"
    }
    var table = TextTable([
      ("", .left), (say(.fundingChanges), .left), (say(.before), .right), (say(.after), .right),
      (say(.change), .right), (say(.ofNeed), .right),
    ])
    for change in changes.prefix(DifferenceReport.longest) {
      table.append([
        "", proposal(change.proposal), number(change.older, 2), number(change.newer, 2),
        signed(change.newer - change.older, 2),
        change.newerNeed.map { percent(change.newer / $0) } ?? "–",
      ])
    }
    return table.text + rest(of: changes.count)
  }

  private func rest(of count: Int) -> String {
    let rest = count - DifferenceReport.longest
    return rest > 0 ? "  " + say(.more, ["n": number(Double(rest), 0)]) + "\n" : ""
  }
}
