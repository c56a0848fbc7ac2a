import Plans

extension RunDifference {
  /// The difference as programs read it: money to the unit, other figures with 9 significant digits.
  public var published: RunDifference {
    var copy = self
    for place in pairings.indices {
      copy.pairings[place].older = pairings[place].older.wholeUnits
      copy.pairings[place].newer = pairings[place].newer.wholeUnits
    }
    for place in proposals.indices {
      copy.proposals[place].older = proposals[place].older.wholeUnits
      copy.proposals[place].newer = proposals[place].newer.wholeUnits
    }
    for place in attribution.alone.indices {
      copy.attribution.alone[place].shift?.figures.publish()
    }
    copy.attribution.together?.figures.publish()
    copy.attribution.leftOver?.publish()
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
