import Foundation

/// Checks a published plan against the round's files, sharing nothing with the program that made it.
///
/// Eligibility, hard rules, values, entitlements and every published figure are computed again from
/// the files' own text; amounts are compared in whole units of the currency with exact fractions.
public enum PlanChecker {
  /// Everything that does not hold, each as a sentence that begins with the rule's name; empty when all holds.
  ///
  /// - Parameters:
  ///   - round: a folder with `regions.csv`, `links.csv`, `offers.csv`, `proposals.csv` (English
  ///     headers) and `policy.yaml`, none of them with a problem in it.
  ///   - run: a folder with `plans.json` and `plan-K.tickets.csv`.
  /// - Throws: when a file cannot be read at all or a fixed key is missing.
  public static func violations(round: URL, run: URL, plan id: String = "A") throws -> [String] {
    let document = try PublishedPlans(run: run)
    let round = try RoundModel(folder: round)
    guard let plan = document.plans.first(where: { $0.id == id }) else {
      return ["plans: there is no plan \(id)"]
    }
    let check = PlanCheck(round: round, document: document, plan: plan)
    check.tickets()
    check.ticketTable(
      try DelimitedText(file: run.appending(path: "plan-\(id).tickets.csv")))
    check.moneyRules()
    check.unitRules()
    check.integerRules()
    check.expertiseRules()
    check.pairings()
    check.unfunded()
    check.scorecard()
    check.stages()
    return check.violations.sorted()
  }
}

/// One plan under examination; the checks add to `violations`.
final class PlanCheck {
  let round: RoundModel
  let document: PublishedPlans
  let plan: PublishedPlan
  private(set) var violations: [String] = []
  /// Units of the currency by pair and year, as far as the tickets could be understood.
  var units: [RoundModel.Pair: [Int: Int]] = [:]
  /// Person-months.
  var months: [RoundModel.Pair: Double] = [:]
  let offerIndex: [String: Int]
  let proposalIndex: [String: Int]

  init(round: RoundModel, document: PublishedPlans, plan: PublishedPlan) {
    self.round = round
    self.document = document
    self.plan = plan
    offerIndex = Dictionary(
      uniqueKeysWithValues: round.offers.indices.map { (round.offers[$0].id, $0) })
    proposalIndex = Dictionary(
      uniqueKeysWithValues: round.proposals.indices.map { (round.proposals[$0].id, $0) })
  }

  func require(_ holds: Bool, _ violation: @autoclosure () -> String) {
    if !holds { violations.append(violation()) }
  }

  /// A published figure against the same figure computed here, to 1e-6 relative.
  func require(_ name: String, _ published: Double?, equals own: Double) {
    guard let published else {
      violations.append("\(name): missing, should be \(own)")
      return
    }
    let allowed = 1e-6 * max(abs(published), abs(own)) + 1e-9
    require(abs(published - own) <= allowed, "\(name): \(published), should be \(own)")
  }

  /// Units by something that each pair has: its donor and recipient, its proposal, …
  func totals<Key: Hashable>(by key: (RoundModel.Pair) -> Key) -> [Key: Int] {
    units.reduce(into: [:]) { totals, entry in
      totals[key(entry.key), default: 0] += entry.value.values.reduce(0, +)
    }
  }

  func pairing(_ pair: RoundModel.Pair) -> RegionPair { round.regions(pair) }
  func offer(_ pair: RoundModel.Pair) -> RoundModel.Offer { round.offers[pair.offer] }
  func proposal(_ pair: RoundModel.Pair) -> RoundModel.Proposal { round.proposals[pair.proposal] }
}

/// Units of the currency in one M.
let unitsPerM = 1_000_000

/// M as text, for messages.
func inM(_ units: Int) -> String { "\(Double(units) / Double(unitsPerM)) M" }
