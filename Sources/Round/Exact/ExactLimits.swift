import Records

/// The hard rules with a number on their right side, in whole units of the currency.
///
/// A sum of whole units is at most a real limit exactly when it is at most the limit rounded down, so that plain integers decide.
public struct ExactLimits: Sendable {
  let round: Round
  /// `B[o]`, exact.
  private let offerTotals: [ExactNumber]
  /// `B[d]`, exact.
  private let donorTotals: [ExactNumber]

  public init(_ round: Round) {
    self.round = round
    let offerTotals = round.offers.map { offer in
      switch offer.record.amount {
      case .total(let amount): ExactNumber(shortestDecimalOf: amount)
      case .byYear(let amounts):
        round.years.reduce(ExactNumber(0)) { sum, year in
          sum + ExactNumber(shortestDecimalOf: amounts[year] ?? 0)
        }
      }
    }
    self.offerTotals = offerTotals
    donorTotals = round.donors.map { donor in
      donor.offers.reduce(ExactNumber(0)) { $0 + offerTotals[$1] }
    }
  }

  /// `B[o,t]`.
  public func budget(offer: Int, year: Int) -> Int {
    switch round.offers[offer].record.amount {
    case .total(let amount):
      ExactNumber(shortestDecimalOf: amount).divided(by: round.years.count).wholeUnits
    case .byYear(let amounts):
      ExactNumber(shortestDecimalOf: amounts[round.years[year]] ?? 0).wholeUnits
    }
  }

  /// `N[p]`.
  public func need(project: Int) -> Int {
    ExactNumber(shortestDecimalOf: round.projects[project].need).wholeUnits
  }

  /// `max_donor_share·N[p]`, nil where co-investment does not apply.
  public func donorShare(project: Int) -> Int? {
    guard round.projects[project].donorLimit(round.policy) != nil else { return nil }
    return
      (ExactNumber(shortestDecimalOf: round.policy.maxDonorShare)
      * ExactNumber(shortestDecimalOf: round.projects[project].need)).wholeUnits
  }

  /// `max_recipient_share·B[d]`, nil where it is off.
  public func recipientShare(donor: Int) -> Int? {
    guard round.policy.maxRecipientShare < 1 else { return nil }
    return (ExactNumber(shortestDecimalOf: round.policy.maxRecipientShare) * donorTotals[donor])
      .wholeUnits
  }

  /// `max_share_per_recipient[o]·B[o]`, nil where the offer sets none.
  public func ownLimit(offer: Int) -> Int? {
    let share = round.offers[offer].record.maxSharePerRecipient
    guard share < 1 else { return nil }
    return (ExactNumber(shortestDecimalOf: share) * offerTotals[offer]).wholeUnits
  }
}
