import Foundation

/// The keys of `plans.json` that the checker looks at.
struct PublishedPlans: Decodable {
  var eligiblePairs: Int
  var benefitOnly: Double?
  var plans: [PublishedPlan]

  init(run: URL) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(
      PublishedPlans.self, from: Data(contentsOf: run.appending(path: "plans.json")))
  }
}

struct PublishedPlan: Decodable {
  struct Stage: Decodable {
    var stage: String
    var value: Double?
    var shortfall: Double?
    var target: Double?
    var unreachable: Double?
    var loosened: Double?
    var loosenedBound: Double?
    var bound: Double?
    var levels: [String: Double]?
    var entitlements: [String: Double]?
  }

  struct Pairing: Decodable {
    var rank: Int
    var donor: String
    var recipient: String
    var amount: Double
    var benefit: Double
    var byInstrument: [String: Double]
    var byYear: [String: Double]
    var proposals: [String]
    var indicators: [String: Double]
    var personMonths: Double

    var regions: RegionPair { RegionPair(donor: donor, recipient: recipient) }
  }

  struct Ticket: Decodable {
    var offer: String
    var proposal: String
    var amount: Double
    var byYear: [String: Double]
  }

  struct Expertise: Decodable {
    var offer: String
    var proposal: String
    var months: Double
  }

  struct Unfunded: Decodable {
    var proposal: String
    var funded: Double
  }

  var id: String
  var profile: String
  var status: String
  var stages: [Stage]
  var scorecard: [String: Double]
  var pairings: [Pairing]
  var tickets: [Ticket]
  var expertise: [Expertise]
  var unfunded: [Unfunded]
  var bound: Double?
  var gap: Double?
}

/// Units of the currency in an amount in M; nil where the amount is not whole units.
func units(_ amount: Double) -> Int? {
  Rational(shortest: amount).flatMap { ($0 * Rational(1_000_000)).whole }
}
