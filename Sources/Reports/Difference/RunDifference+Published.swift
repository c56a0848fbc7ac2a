import Plans

extension RunDifference {
  /// The difference as programs read it: money to the unit, other figures with 9 significant digits.
  public var published: RunDifference {
    var copy = self
    copy.pairings = pairings.map(\.published)
    copy.proposals = proposals.map(\.published)
    for place in attribution.alone.indices {
      copy.attribution.alone[place].shift?.figures.publish()
    }
    copy.attribution.together?.figures.publish()
    copy.attribution.leftOver?.publish()
    return copy
  }
}

extension PairingChange {
  package var published: PairingChange {
    var copy = self
    copy.older = older.wholeUnits
    copy.newer = newer.wholeUnits
    return copy
  }
}

extension FundingChange {
  package var published: FundingChange {
    var copy = self
    copy.older = older.wholeUnits
    copy.newer = newer.wholeUnits
    return copy
  }
}

extension PlanFigures {
  fileprivate mutating func publish() {
    benefit = benefit.published
    invested = invested.wholeUnits
    indicators = indicators.mapValues(\.published)
    lowestLevel = lowestLevel.published
    reciprocityMet = reciprocityMet.published
  }
}
