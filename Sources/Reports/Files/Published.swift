import Foundation
import Pages
import Plans

// Which figure is published how is decided here and nowhere else.
//
// A solver's value has about nine digits that do not depend on the path to it, so no more are published. Money that is
// handed out is counted in whole units of the currency; it is published to the last unit, whatever its size.

extension Double {
  /// The value with 9 significant digits, as the nearest double, so that it prints short. Never `-0`.
  var published: Double {
    guard isFinite, self != 0 else { return isFinite ? 0 : self }
    return Double(String(format: "%.8e", self)) ?? self
  }

  /// M as the nearest multiple of one unit (1e-6 M): an exact amount stays as it is.
  var wholeUnits: Double {
    let units = (self * 1e6).rounded()
    // Beyond 2^53 units a double no longer tells units apart.
    guard units.magnitude < 9e15 else { return self }
    return units == 0 ? 0 : units / 1e6
  }
}

extension PlansDocument {
  /// The document as it is written and shown.
  package var published: PlansDocument {
    var copy = self
    copy.benefitOnly = benefitOnly?.published
    copy.plans = plans.map(\.published)
    copy.conflict = conflict?.published
    return copy
  }
}

extension Plan {
  fileprivate var published: Plan {
    var copy = self
    copy.score = score.published
    copy.stages = stages.map(\.published)
    copy.scorecard = scorecard.published
    copy.pairings = pairings.map(\.published)
    copy.tickets = tickets.map(\.published)
    copy.expertise = expertise.map(\.published)
    copy.unfunded = unfunded.map(\.published)
    copy.unusedPairs = unusedPairs.map(\.published)
    copy.prices = prices.map(\.published)
    copy.givesUp = givesUp?.published
    copy.bound = bound?.published
    copy.linearBound = linearBound?.published
    copy.gap = gap?.published
    copy.rounding = rounding?.published
    return copy
  }
}

extension StageValue {
  fileprivate var published: StageValue {
    var copy = self
    copy.value = value?.published
    copy.shortfall = shortfall?.published
    copy.target = target?.published
    copy.unreachable = unreachable?.published
    copy.loosened = loosened?.published
    copy.loosenedBound = loosenedBound?.published
    copy.bound = bound?.published
    copy.linearBound = linearBound?.published
    copy.levels = levels?.mapValues(\.published)
    copy.entitlements = entitlements?.mapValues(\.published)
    copy.price = price?.published
    return copy
  }
}

extension Scorecard {
  fileprivate var published: Scorecard {
    var copy = self
    copy.benefit = benefit.published
    copy.invested = invested.wholeUnits
    copy.indicators = indicators.mapValues(\.published)
    copy.reciprocityMet = reciprocityMet.published
    copy.lowestLevel = lowestLevel.published
    copy.meanLevel = meanLevel.published
    copy.gini = gini.published
    copy.largestPairShare = largestPairShare.published
    copy.personMonths = personMonths.published
    copy.distance = distance.published
    return copy
  }
}

extension Pairing {
  fileprivate var published: Pairing {
    var copy = self
    copy.amount = amount.wholeUnits
    copy.benefit = benefit.published
    copy.stability = stability?.published
    copy.byInstrument = byInstrument.mapValues(\.wholeUnits)
    copy.byYear = byYear.mapValues(\.wholeUnits)
    copy.indicators = indicators.mapValues(\.published)
    copy.personMonths = personMonths.published
    return copy
  }
}

extension Ticket {
  fileprivate var published: Ticket {
    Ticket(
      offer: offer, proposal: proposal, amount: amount.wholeUnits,
      byYear: byYear.mapValues(\.wholeUnits))
  }
}

extension ExpertiseTicket {
  fileprivate var published: ExpertiseTicket {
    ExpertiseTicket(offer: offer, proposal: proposal, months: months.published)
  }
}

extension Conflict {
  /// What the policy fixes stays as the planner wrote it; what can hold is money to the unit.
  var published: Conflict {
    var copy = self
    copy.rules = rules.map(\.published)
    copy.repair.total = repair.total.wholeUnits
    for place in repair.fixedPairs.indices {
      copy.repair.fixedPairs[place].possible = repair.fixedPairs[place].possible.wholeUnits
    }
    guard let growth else { return copy }
    copy.growth?.total = growth.total.wholeUnits
    for place in growth.limits.indices {
      copy.growth?.limits[place].rule = growth.limits[place].rule.published
      copy.growth?.limits[place].to = growth.limits[place].to.wholeUnits
    }
    return copy
  }
}

extension Conflict.Rule {
  fileprivate var published: Conflict.Rule {
    var copy = self
    if rule != .fixedPair { copy.amount = amount?.published }
    copy.share = share?.published
    return copy
  }
}

extension UnfundedProposal {
  fileprivate var published: UnfundedProposal {
    var copy = self
    copy.funded = funded.published
    copy.winsWith?.moreBenefit = winsWith?.moreBenefit?.published
    copy.winsWith?.lessNeed = winsWith?.lessNeed?.published
    return copy
  }
}

extension UnusedPair {
  fileprivate var published: UnusedPair {
    var copy = self
    copy.moreBenefitPerM = moreBenefitPerM?.published
    copy.shortBy = shortBy?.published
    return copy
  }
}

extension Price {
  fileprivate var published: Price {
    Price(
      name: name, limit: limit.published, less: less.published, more: more.published)
  }
}

extension Price.Side {
  /// Below this an indicator's change is what a solver's arithmetic leaves of none.
  private static let noise = 1e-9

  fileprivate var published: Price.Side {
    Price.Side(
      price: price.published, upTo: upTo?.published,
      indicators: indicators.mapValues { $0.magnitude < Self.noise ? 0 : $0.published })
  }
}

extension Trade {
  var published: Trade {
    var copy = self
    copy.benefit = benefit.published
    copy.reciprocityMet = reciprocityMet.published
    copy.lowestLevel = lowestLevel.published
    copy.meanLevel = meanLevel.published
    copy.moves = moves.map {
      Move(donor: $0.donor, from: $0.from, to: $0.to, amount: $0.amount.wholeUnits)
    }
    return copy
  }
}
