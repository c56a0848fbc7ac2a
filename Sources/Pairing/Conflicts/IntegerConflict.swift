import Optimisation
import Plans
import Records
import Round

/// A rule of section 4's integer rules, which can be set aside by itself.
enum IntegerRule: Hashable {
  case maxRecipients, maxDonors, minPairing
  case minTicket(OfferID)
  case minFunding(ProposalID)
}

extension Round {
  /// The integer rules that are on and could bear on fixed pairs, the ones that say most last: those tried first go first.
  var integerRules: [IntegerRule] {
    let donors = Set(fixedPairs.map(\.record.donor))
    let recipients = Set(fixedPairs.map(\.record.recipient))
    var rules: [IntegerRule] = projects.filter {
      $0.record.minFunding > 0 && recipients.contains($0.record.recipient)
    }.map { .minFunding($0.id) }
    rules += offers.filter { $0.record.minTicket > 0 && donors.contains($0.record.donor) }
      .map { .minTicket($0.id) }
    if (policy.minPairing ?? 0) > 0 { rules.append(.minPairing) }
    if policy.maxDonorsPerRecipient != nil { rules.append(.maxDonors) }
    if policy.maxRecipientsPerDonor != nil { rules.append(.maxRecipients) }
    return rules
  }

  /// The same round with no other integer rules than these, and other amounts for its fixed pairs.
  func keeping(_ rules: [IntegerRule], amounts: [Double]? = nil) -> Round {
    let kept = Set(rules)
    var records = records
    if !kept.contains(.maxRecipients) { records.policy.maxRecipientsPerDonor = nil }
    if !kept.contains(.maxDonors) { records.policy.maxDonorsPerRecipient = nil }
    if !kept.contains(.minPairing) { records.policy.minPairing = nil }
    for place in records.offers.indices where !kept.contains(.minTicket(records.offers[place].id)) {
      records.offers[place].minTicket = 0
    }
    for place in records.proposals.indices
    where !kept.contains(.minFunding(records.proposals[place].id)) {
      records.proposals[place].minFunding = 0
    }
    if let amounts {
      records.policy.fixedPairs = zip(fixedPairs, amounts).map { rule, amount in
        var record = rule.record
        record.amount = amount
        return record
      }
    }
    return Round(records)
  }

  /// An integer rule as a conflict names it.
  func rule(of rule: IntegerRule) -> Conflict.Rule {
    switch rule {
    case .maxRecipients:
      return Conflict.Rule(.maxRecipients, count: policy.maxRecipientsPerDonor)
    case .maxDonors: return Conflict.Rule(.maxDonors, count: policy.maxDonorsPerRecipient)
    case .minPairing: return Conflict.Rule(.minPairing, amount: policy.minPairing)
    case .minTicket(let id):
      let offer = offers.first { $0.id == id }
      var told = Conflict.Rule(.minTicket, amount: offer?.record.minTicket)
      told.offer = id
      return told
    case .minFunding(let id):
      let project = projects.first { $0.id == id }
      var told = Conflict.Rule(
        .minFunding, amount: project.map { $0.record.minFunding * $0.record.need })
      told.proposal = id
      told.share = project?.record.minFunding
      return told
    }
  }
}

/// The fixed pairs of a round with integer rules, which a search must meet; nothing else is kept, so that the stages are loosened as
/// far as they may be.
struct IntegerFixedPairs {
  let round: Round
  let options: SimplexOptions

  /// An irreducible set of some of the fixed pairs and integer rules, by the deletion filter; nil where they can hold.
  func irreducibleSet(
    of pairs: [Int], _ watch: PlanningWatch
  ) throws -> (pairs: [Int], rules: [IntegerRule])? {
    var rules = round.integerRules
    guard try !canHold(pairs, rules, watch) else { return nil }
    var core = pairs
    for pair in pairs {
      let without = core.filter { $0 != pair }
      if try !canHold(without, rules, watch) { core = without }
    }
    for rule in round.integerRules {
      let without = rules.filter { $0 != rule }
      if try !canHold(core, without, watch) { rules = without }
    }
    return (core, rules)
  }

  /// The least total reduction of fixed amounts under the integer rules, its split the first by id, solved again.
  func cheapestRepair(_ watch: PlanningWatch) throws -> Conflict.Repair {
    let rules = round.fixedPairs
    var least = try Reductions.build(round, Array(rules.indices))
    let total = try least.minimise(Array(rules.indices), options, watch)
    try least.keep(total)
    var possible: [Double] = []
    for place in rules.indices {
      let reduction = max(0, try least.minimise([place], options, watch))
      try least.keep(place, at: reduction)
      let amount = rules[place].record.amount
      possible.append(
        reduction > rules[place].slack ? wholeUnits(below: amount - reduction) : amount)
    }
    // A search is as near as its tolerance.
    for units in [1.0, 4, 16, 64, 256] {
      let again = IntegerFixedPairs(
        round: round.keeping(round.integerRules, amounts: possible), options: options)
      if try again.canHold(Array(rules.indices), round.integerRules, watch) { break }
      if units == 256 {
        throw PlanningError.solver(
          step: "fixed pairs", reason: "the repaired amounts do not hold when they are solved again"
        )
      }
      for place in rules.indices where possible[place] < rules[place].record.amount {
        possible[place] = max(0, wholeUnits(below: possible[place] - units * 1e-6))
      }
    }
    let givingWay = zip(rules, possible).filter { $0.record.amount > $1 }.map { rule, amount in
      Conflict.Repair.Amount(
        donor: rule.record.donor, recipient: rule.record.recipient, fixed: rule.record.amount,
        possible: amount)
    }
    return Conflict.Repair(total: max(0, total), fixedPairs: givingWay, resolved: true)
  }

  private func canHold(
    _ pairs: [Int], _ rules: [IntegerRule], _ watch: PlanningWatch
  ) throws -> Bool {
    guard !pairs.isEmpty else { return true }
    let loosened = round.keeping(rules)
    var least = try Reductions.build(loosened, pairs)
    let total = try least.minimise(pairs, options, watch)
    return total <= pairs.reduce(0) { $0 + loosened.fixedPairs[$1].slack }
  }
}

/// `Y[d,r] + w[d,r] >= amount` of some fixed pairs, `w` what each gives way.
private struct Reductions: ~Copyable {
  var allocation: Allocation
  let columns: [Int: Column]

  static func build(_ round: Round, _ pairs: [Int]) throws(ProgramError) -> Reductions {
    var allocation = try Allocation.build(round)
    var columns: [Int: Column] = [:]
    for place in pairs {
      let rule = round.fixedPairs[place]
      let reduction = try allocation.program.addColumn(.between(0, rule.record.amount))
      let total = rule.pair.flatMap { allocation.pairTotals[$0] }
      _ = try allocation.program.addRow(
        [Term(1, reduction)] + (total.map { [Term(1, $0)] } ?? []), .atLeast(rule.record.amount))
      columns[place] = reduction
    }
    return Reductions(allocation: allocation, columns: columns)
  }

  private func terms(_ pairs: [Int]) -> [Term] {
    pairs.compactMap { columns[$0].map { Term(1, $0) } }
  }

  /// The least that `pairs` together give way.
  ///
  /// - Throws: `StageStopped` where the search came to no end.
  mutating func minimise(
    _ pairs: [Int], _ options: SimplexOptions, _ watch: PlanningWatch
  ) throws -> Double {
    try allocation.program.setObjective(.minimise, terms(pairs))
    let linear = try allocation.optimise("fixed pairs", options, watch: watch)
    guard allocation.round.hasIntegerRules else { return linear.value }
    var model = try IntegerProgram(allocation.copy())
    _ = try model.allocation.optimise("fixed pairs", options, watch: watch)
    let outcome = try model.search(.full, absoluteGap: 1e-8, relativeGap: 0, [], watch)
    guard let best = outcome.best, outcome.finding == .optimal else { throw StageStopped() }
    return best.value
  }

  mutating func keep(_ total: Double) throws(ProgramError) {
    _ = try allocation.program.addRow(
      terms(columns.keys.sorted()), .atMost(total + 1e-9 * max(1, total)))
  }

  mutating func keep(_ place: Int, at reduction: Double) throws(ProgramError) {
    guard let column = columns[place] else { return }
    try allocation.program.setBounds(of: column, .between(0, reduction + 1e-9))
  }
}
