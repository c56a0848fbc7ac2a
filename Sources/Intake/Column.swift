/// The columns that planners' tables can have, by what they mean. Names and aliases stand in `ColumnNames`.
enum Column: Int, CaseIterable, Sendable {
  case code, name, nameZh, needWeight, gdp, fiscalRevenue, population, coalOutputMt, coalJobs
  case donor, recipient, coalMt, year, existingPairing
  case id, amount, instrument, sectors, recipients, maxSharePerRecipient, minTicket, policyAreas
  case title, basis
  case sector, need, titleZh, community, instruments, startYear, years, minFunding, readiness
  case jobs, co2AvoidedT, valueAdded, expertiseMonths
  case setting, value, meaning

  /// What the numbers of a column count, which decides the units that its header may name.
  enum Measure: Sendable {
    case text
    /// Calendar years and numbers of years.
    case years
    /// Money, in M inside; a unit is asked for under a Chinese header.
    case money
    /// Money of a statistic, compared only with itself: in M where a unit is named, else as it stands.
    case statistic
    /// A share, 0 to 1 inside.
    case share
    /// Mass, in Mt inside.
    case megatonnes
    /// Mass, in t inside.
    case tonnes
    /// Things that are counted: jobs, people.
    case count
    case personMonths
    case plain
  }

  var measure: Measure {
    switch self {
    case .need, .amount, .valueAdded, .minTicket: .money
    case .gdp, .fiscalRevenue: .statistic
    case .maxSharePerRecipient, .minFunding, .readiness: .share
    case .coalMt, .coalOutputMt: .megatonnes
    case .co2AvoidedT: .tonnes
    case .jobs, .coalJobs, .population: .count
    case .expertiseMonths: .personMonths
    case .needWeight, .value: .plain
    case .year, .startYear, .years: .years
    default: .text
    }
  }
}
