import Plans
import Records
import Round

/// The full program of one solve, over all eligible pairs, as far as a bound needs it: what each row's right side is, and what
/// each column costs by the rows' multipliers.
///
/// The totals `Y` and `Z` are written out, so that columns are `x` and the stage's own `u`, `t`, deviation, `s` and `e`. With
/// multipliers `y` of the right signs, for a maximum
/// `value <= b·y + Σ max(0, c - Aᵀy)·ub`, for a minimum the mirror image, whatever the solver did.
struct FullProgram {
  let index: RoundIndex
  let objective: ProvenProgram.Objective
  let kept: KeptRows
  /// A round of fairness: the groups that are not fixed yet.
  let levels: Set<Int>
  /// Difference: how heavily each pair counts.
  let uses: [DonorRecipient: Double]

  /// `b·y`.
  var rightSides = Interval.zero
  /// What one M of a pair costs, part by part.
  var ofOfferYear: [[Interval]]
  var ofProject: [Interval]
  var ofPartners: [DonorRecipient: Interval] = [:]
  var ofOwnLimit: [DonorRecipient: Interval] = [:]
  var ofShare: [DonorRecipient: Interval] = [:]
  var ofBenefit = Interval.zero
  var ofTicket: [Int: Interval] = [:]
  /// By recipient and sector; all sectors of a recipient together.
  var ofCell: [Int: [Sector: Interval]] = [:]
  var ofCells: [Int: Interval] = [:]
  /// What one unit of the stage's own columns costs.
  var ofShortfall: [DonorRecipient: Interval] = [:]
  var ofShortfalls = Interval.zero
  var ofLevel = Interval.zero
  var ofDeviation: [DonorRecipient: Interval] = [:]
  var ofDeviations = Interval.zero
  var ofShared: [DonorRecipient: Interval] = [:]
  var ofAllShared = Interval.zero
  var ofGiven: [DonorRecipient: Interval] = [:]
  var ofExpert: [Int: Interval] = [:]
  var ofExpertNeed: [Int: Interval] = [:]

  init(
    _ index: RoundIndex, _ objective: ProvenProgram.Objective, kept: KeptRows,
    levels: Set<Int> = [], uses: [DonorRecipient: Double] = [:]
  ) {
    self.index = index
    self.objective = objective
    self.kept = kept
    self.levels = levels
    self.uses = uses
    let years = index.round.years.count
    ofOfferYear = index.round.offers.map { _ in [Interval](repeating: .zero, count: years) }
    ofProject = index.round.projects.map { _ in .zero }
  }

  /// No point that keeps the rows is better than this.
  func bound() -> Double {
    var bound = rightSides
    addMoney(to: &bound)
    addShortfalls(to: &bound)
    add(Interval(objective == .level ? 1 : 0) - ofLevel, 1, to: &bound)
    addDeviations(to: &bound)
    addExpertise(to: &bound)
    return objective.isMaximum ? bound.upper : bound.lower
  }

  /// What a column with this reduced cost can add at most.
  private func add(_ reduced: Interval, _ ceiling: Double, to bound: inout Interval) {
    if objective.isMaximum {
      if reduced.upper > 0 { bound += Interval(reduced.upper) * ceiling }
    } else if reduced.lower < 0 {
      bound += Interval(reduced.lower) * ceiling
    }
  }

  private func addMoney(to bound: inout Interval) {
    let round = index.round
    let eligible = round.eligible
    // One price for each project: its own, and its cell's in its region.
    let inProject = zip(round.projects, ofProject).map { project, own -> Interval in
      guard let cells = ofCells[project.recipient] else { return own }
      let cell = ofCell[project.recipient]?[project.record.sector] ?? .zero
      return own + cell - cells * index.sectorShares[project.recipient]
    }
    let recipients = round.recipients.count
    var ofPair = [Interval](repeating: .zero, count: round.donors.count * recipients)
    for (pair, price) in ofPartners { ofPair[pair.donor * recipients + pair.recipient] += price }
    for (pair, use) in uses where objective == .difference {
      ofPair[pair.donor * recipients + pair.recipient] -= Interval(use)
    }
    let isClosed = (0..<ofPair.count).map {
      kept.isClosed(.init(donor: $0 / recipients, recipient: $0 % recipients))
    }
    let ofValue = Interval(objective == .benefit ? 1 : 0) - ofBenefit
    for pair in eligible.indices {
      let (offer, place) = (eligible.offer[pair], eligible.project[pair])
      let project = round.projects[place]
      let donor = round.offers[offer].donor
      let partners = donor * recipients + project.recipient
      if isClosed[partners] || kept.choices.projects[place] == false
        || kept.choices.tickets[pair] == false
      {
        continue
      }
      var reduced = ofValue * eligible.value[pair] - inProject[place] - ofPair[partners]
      for (year, share) in project.draw.enumerated() where share > 0 {
        reduced -= ofOfferYear[offer][year] * share
      }
      if !ofOwnLimit.isEmpty,
        let price = ofOwnLimit[.init(donor: offer, recipient: project.recipient)]
      {
        reduced -= price
      }
      if !ofShare.isEmpty, let price = ofShare[.init(donor: donor, recipient: place)] {
        reduced -= price
      }
      if let price = ofTicket[pair] { reduced -= price }
      add(reduced, index.ceilings[pair], to: &bound)
    }
  }

  private func addShortfalls(to bound: inout Interval) {
    let cost = Interval(objective == .shortfall ? 1 : 0) - ofShortfalls
    for (pair, target) in index.targets.sorted(by: { $0.key < $1.key }) {
      add(cost - (ofShortfall[pair] ?? .zero), target, to: &bound)
    }
  }

  private func addDeviations(to bound: inout Interval) {
    guard objective == .deviation || !kept.deviations.isEmpty else { return }
    let cost = Interval(objective == .deviation ? 1 : 0) - ofDeviations
    for (pair, room) in index.roomOfPairs().sorted(by: { $0.key < $1.key }) {
      let most = max(index.before[pair] ?? 0, room)
      add(cost - (ofDeviation[pair] ?? .zero), most, to: &bound)
    }
  }

  private func addExpertise(to bound: inout Interval) {
    guard objective == .sharedMonths || !kept.months.isEmpty else { return }
    let cost = Interval(objective == .sharedMonths ? 1 : 0) - ofAllShared
    let room = index.roomOfPairs()
    let perM = index.round.policy.monthsPerM
    for pair in Set(index.expertise.map(\.pair)).sorted() {
      add(cost - (ofShared[pair] ?? .zero), (perM * (room[pair] ?? 0)).nextUp, to: &bound)
    }
    for entry in index.expertise {
      let most = min(
        index.round.experts[entry.expert].months,
        index.round.projects[entry.project].record.expertiseMonths)
      let price =
        (ofExpert[entry.expert] ?? .zero) + (ofExpertNeed[entry.project] ?? .zero)
        + (ofGiven[entry.pair] ?? .zero)
      add(-price, most, to: &bound)
    }
  }
}
