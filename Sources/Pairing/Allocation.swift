import Optimisation
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
  /// Columns and rows that stages have added.
  var added = StageColumns()

  /// The totals and every hard rule but the fixed pairs.
  static func build(_ round: Round) throws(ProgramError) -> Allocation {
    var program = Program()
    let ceilings = round.eligible.indices.map { moneyCeiling(round, pair: $0) }
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

/// What stages add to the program beyond the totals, kept for a stage that comes twice in a list.
struct StageColumns {
  /// `u[d,r]`, by bond with a target that some offer can honour.
  var shortfalls: [Column]?
  /// `e[j,p]` and `s[d,r]`.
  var expertise: ExpertiseColumns?
  /// The rows that keep co-design, with the months they keep.
  var sharedWork: [(row: Row, floor: Double)] = []
}

/// The most that one pair can carry: its need, its co-investment limit, what each year's budget allows, its own limit.
private func moneyCeiling(_ round: Round, pair: Int) -> Double {
  let project = round.projects[round.eligible.project[pair]]
  let offer = round.offers[round.eligible.offer[pair]]
  var ceiling = project.need
  if let limit = project.donorLimit(round.policy) { ceiling = min(ceiling, limit) }
  if let limit = offer.ownLimit { ceiling = min(ceiling, limit) }
  for (share, budget) in zip(project.draw, offer.budget) where share > 0 {
    ceiling = min(ceiling, budget / share)
  }
  return ceiling
}
