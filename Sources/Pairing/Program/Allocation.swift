import Optimisation
import Plans
import Round

/// The linear program of one round: the columns of section 2 of the formulation, the rows of section 3, and what the stages
/// of section 4 have added so far.
///
/// `x[o,p]` is the M that offer `o` puts into project `p`. Totals are columns of their own, each tied by one equality, so
/// that every rule beyond budgets and needs is short:
/// `Z[r,s] = Σ{p in r,s} Σo x`, `Z[r] = Σs Z[r,s]`, `Y[d,r] = Σ{o of d} Σ{p in r} x`.
struct Allocation: ~Copyable {
  let round: Round
  var program: Program
  /// `x`, by place in `round.eligible`.
  let money: [Column]
  /// `Z[r,s]`: the sectors of each recipient in which it has an eligible pair.
  let sectorTotals: [[(sector: SectorName, column: Column)]]
  /// `Z[r]`, nil for a recipient without an eligible pair.
  let recipientTotals: [Column?]
  /// `Y[d,r]`.
  let pairTotals: [DonorRecipient: Column]
  /// `Z[g]` of the fairness groups; those that are whole regions share the region's column.
  let groupTotals: [Column]
  /// The round's rules and what stages keep, each with the bound that says it: what can have a price.
  var limits: [NamedLimit] = []
  /// Columns and rows that stages have added.
  var added = StageColumns()
  /// Where solves start and end.
  var starts = WarmStarts()
  /// What the stages leave for the certificate.
  var proof = ProofLog()

  /// The totals and every hard rule but the fixed pairs.
  static func build(_ round: Round) throws(ProgramError) -> Allocation {
    var program = Program()
    let ceilings = moneyCeilings(round)
    var money: [Column] = []
    money.reserveCapacity(ceilings.count)
    for ceiling in ceilings { money.append(try program.addColumn(.between(0, ceiling))) }

    let totals = Totals(round, money: money, ceilings: ceilings)
    let sectors = try totals.addSectorTotals(to: &program)
    let recipients = try totals.addRecipientTotals(to: &program, sectors: sectors)
    let pairs = try totals.addPairTotals(to: &program)
    let groups = try totals.addGroupTotals(to: &program, recipients: recipients)

    var allocation = Allocation(
      round: round, program: program, money: money, sectorTotals: sectors,
      recipientTotals: recipients, pairTotals: pairs, groupTotals: groups)
    try allocation.addBudgets()
    try allocation.addNeeds()
    try allocation.addCoInvestment()
    try allocation.addConcentration()
    try allocation.addOwnLimits()
    try allocation.addDiversification()
    return allocation
  }

  /// The benefit of the point found last, and as terms: `Σ v[o,p]·x[o,p]`.
  var benefitTerms: [Term] {
    round.eligible.indices.map { Term(round.eligible.value[$0], money[$0]) }
  }

  /// Whether the program stands at a point that keeps every row.
  var holdsPoint: Bool { program.holdsPoint }

  /// `x` at the point found last; the rounding below zero that a simplex leaves is cut.
  var point: [Double] { money.map { max(0, program.value(of: $0)) } }
}

/// A rule by its name, and the bound of the program that says it.
struct NamedLimit {
  var name: RuleName
  var place: Limit
  /// The place of the stage that keeps it; nil for a rule of the round.
  var stage: Int?
}

extension Allocation {
  /// The same program at the same point, for the calling thread.
  func copy() -> Allocation {
    Allocation(
      round: round, program: program.copy(), money: money, sectorTotals: sectorTotals,
      recipientTotals: recipientTotals, pairTotals: pairTotals, groupTotals: groupTotals,
      limits: limits, added: added, proof: proof)
  }

  /// The price of a limit in the basis that the program stands at, which is that of a maximum.
  ///
  /// A column has one reduced cost for both of its bounds; its sign says which of them it is the price of: a higher ceiling helps, a
  /// higher floor costs.
  func price(of limit: Limit) -> Double {
    switch limit {
    case .row(let row, _): program.dual(of: row)
    case .column(let column, .upper): max(0, program.reducedCost(of: column))
    case .column(let column, .lower): min(0, program.reducedCost(of: column))
    }
  }

  /// Ties a stage's own columns to the totals, by which those count in the stage's limit.
  mutating func addTie(
    _ rule: RuleName, _ terms: [Term], _ bounds: Bounds, certified: CertifiedRow
  ) throws(ProgramError) {
    let row = try program.addRow(terms, bounds)
    added.ties.append((row, rule))
    proof.rows.append((certified, .row(row, bounds.lower == nil ? .upper : .lower)))
  }

  mutating func addLimit(
    _ name: RuleName, _ terms: [Term], atMost bound: Double
  ) throws(ProgramError) {
    let row = try program.addRow(terms, .atMost(bound))
    limits.append(NamedLimit(name: name, place: .row(row, .upper), stage: stage(keeping: name)))
  }

  @discardableResult
  mutating func addLimit(
    _ name: RuleName, _ terms: [Term], atLeast bound: Double
  ) throws(ProgramError) -> Row {
    let row = try program.addRow(terms, .atLeast(bound))
    limits.append(NamedLimit(name: name, place: .row(row, .lower), stage: stage(keeping: name)))
    return row
  }

  private func stage(keeping name: RuleName) -> Int? {
    name.rule.isKeptByStage ? proof.place : nil
  }
}

/// What stages add to the program beyond the totals, kept for a stage that comes twice in a list.
struct StageColumns {
  /// `u[d,r]`, by bond with a target that some offer can honour.
  var shortfalls: [Column]?
  /// `e[j,p]` and `s[d,r]`.
  var expertise: ExpertiseColumns?
  /// The rows that keep co-design, with the months they keep.
  var sharedWork: [(row: Row, floor: Double)] = []
  /// The rows that keep a benefit, with the benefit that was reached.
  var benefits: [(row: Row, value: Double)] = []
  /// The fairness groups whose floor stands among the limits.
  var floors: Set<Int> = []
  /// `|Y[d,r] - Yprev[d,r]|`.
  var deviations: [Column]?
  /// What integer choices put in place of other bounds.
  var choices = ChoiceBounds()
  /// Rows by which totals count in a limit of the stage, without being limits that could move.
  var ties: [(row: Row, rule: RuleName)] = []
}

/// The most that each pair can carry, with a margin: it never binds, for every rule is a row of its own that can have a price,
/// but each column is boxed, which the bound of a proof and the dual simplex want.
///
/// Only co-investment where a donor has one pair with a project, which would be a row for every pair of a large round, is a
/// bound of the column, exact.
private func moneyCeilings(_ round: Round) -> [Double] {
  round.eligible.indices.map { pair in
    if let limit = round.ownDonorShare(ofPair: pair) { return limit }
    let project = round.projects[round.eligible.project[pair]]
    let offer = round.offers[round.eligible.offer[pair]]
    var ceiling = project.need
    if let limit = project.donorLimit(round.policy) { ceiling = min(ceiling, limit) }
    if let limit = offer.ownLimit { ceiling = min(ceiling, limit) }
    for (share, budget) in zip(project.draw, offer.budget) where share > 0 {
      ceiling = min(ceiling, budget / share)
    }
    return 1.01 * ceiling + 1
  }
}

extension Round {
  /// The co-investment limit of a pair that is the only one of its donor with the project; nil for others.
  func ownDonorShare(ofPair pair: Int) -> Double? {
    let project = eligible.project[pair]
    guard let limit = projects[project].donorLimit(policy) else { return nil }
    let donor = offers[eligible.offer[pair]].donor
    let isAlone = !eligible.pairs(ofProject: project).contains {
      $0 != pair && offers[eligible.offer[$0]].donor == donor
    }
    return isAlone ? limit : nil
  }
}
