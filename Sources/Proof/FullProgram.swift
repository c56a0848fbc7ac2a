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
  private var rightSides = Interval.zero
  /// What one M of a pair costs, part by part.
  private var ofOfferYear: [[Interval]]
  private var ofProject: [Interval]
  private var ofPartners: [DonorRecipient: Interval] = [:]
  private var ofOwnLimit: [DonorRecipient: Interval] = [:]
  private var ofShare: [DonorRecipient: Interval] = [:]
  private var ofBenefit = Interval.zero
  private var ofTicket: [Int: Interval] = [:]
  /// By recipient and sector; all sectors of a recipient together.
  private var ofCell: [Int: [Sector: Interval]] = [:]
  private var ofCells: [Int: Interval] = [:]
  /// What one unit of the stage's own columns costs.
  private var ofShortfall: [DonorRecipient: Interval] = [:]
  private var ofShortfalls = Interval.zero
  private var ofLevel = Interval.zero
  private var ofDeviation: [DonorRecipient: Interval] = [:]
  private var ofDeviations = Interval.zero
  private var ofShared: [DonorRecipient: Interval] = [:]
  private var ofAllShared = Interval.zero
  private var ofGiven: [DonorRecipient: Interval] = [:]
  private var ofExpert: [Int: Interval] = [:]
  private var ofExpertNeed: [Int: Interval] = [:]

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

  // MARK: Rows

  private enum Side { case atMost, atLeast }

  /// Takes in a row with its multiplier, clamped to the sign that its side allows.
  ///
  /// - Returns: false where the program has no such row.
  mutating func add(_ multiplier: Multiplier) -> Bool {
    guard multiplier.value.isFinite else { return false }
    switch multiplier.row.row {
    case .budget, .need, .coInvestment, .concentration, .ownLimit, .diversification, .fixedPair:
      return addRule(multiplier)
    case .bond, .reciprocity, .fairness, .level, .benefit, .continuity, .above, .below, .difference:
      return addStage(multiplier)
    case .minPairing, .minFunding, .minTicket: return addChoice(multiplier)
    case .monthsOfMoney, .monthsGiven, .expertBudget, .expertNeed, .coDesign:
      return addMonths(multiplier)
    }
  }

  /// The multiplier as far as its sign is right; its share of the bound is added.
  private mutating func clamped(_ value: Double, _ side: Side, _ rightSide: Double) -> Interval {
    let isPositive = objective.isMaximum == (side == .atMost)
    let multiplier = isPositive ? max(0, value) : min(0, value)
    rightSides += Interval(rightSide) * multiplier
    return Interval(multiplier)
  }

  private mutating func addRule(_ multiplier: Multiplier) -> Bool {
    let (row, value) = (multiplier.row, multiplier.value)
    let round = index.round
    let offer = row.offer.flatMap { index.offers[$0] }
    let project = row.proposal.flatMap { index.projects[$0] }
    let recipient = row.recipient.flatMap { index.recipients[$0] }
    switch row.row {
    case .budget:
      guard let offer, let year = row.year.flatMap({ index.years[$0] }) else { return false }
      ofOfferYear[offer][year] += clamped(value, .atMost, round.offers[offer].budget[year])
    case .need:
      guard let project else { return false }
      ofProject[project] += clamped(value, .atMost, round.projects[project].need)
    case .coInvestment:
      guard let project, let donor = row.donor.flatMap({ index.donors[$0] }),
        let limit = round.projects[project].donorLimit(round.policy)
      else { return false }
      ofShare[.init(donor: donor, recipient: project), default: .zero] +=
        clamped(value, .atMost, limit)
    case .concentration:
      guard let pair = index.partners(row.donor, row.recipient), round.policy.maxRecipientShare < 1
      else { return false }
      let limit = round.policy.maxRecipientShare * round.donors[pair.donor].money
      ofPartners[pair, default: .zero] += clamped(value, .atMost, limit)
    case .ownLimit:
      guard let offer, let recipient, let limit = round.offers[offer].ownLimit else { return false }
      ofOwnLimit[.init(donor: offer, recipient: recipient), default: .zero] +=
        clamped(value, .atMost, limit)
    case .diversification:
      guard let recipient, let sector = row.sector, index.sectorShares[recipient] < 1 else {
        return false
      }
      let price = clamped(value, .atMost, 0)
      ofCell[recipient, default: [:]][sector, default: .zero] += price
      ofCells[recipient, default: .zero] += price
    case .fixedPair:
      guard let pair = index.partners(row.donor, row.recipient), let amount = index.fixed[pair]
      else { return false }
      ofPartners[pair, default: .zero] += clamped(value, .atLeast, amount)
    default: return false
    }
    return true
  }

  private mutating func addStage(_ multiplier: Multiplier) -> Bool {
    let (row, value) = (multiplier.row, multiplier.value)
    let pair = index.partners(row.donor, row.recipient)
    let group = row.group.flatMap { index.groups[$0] }
    switch row.row {
    case .bond:
      guard let pair, let target = index.targets[pair] else { return false }
      let price = clamped(value, .atLeast, target)
      ofPartners[pair, default: .zero] += price
      ofShortfall[pair, default: .zero] += price
    case .reciprocity:
      guard let most = row.stage.flatMap({ kept.shortfalls[$0] }) else { return false }
      ofShortfalls += clamped(value, .atMost, most)
    case .fairness:
      guard let group, let floor = kept.floors[group] else { return false }
      addToGroup(group, clamped(value, .atLeast, floor))
    case .level:
      guard let group, levels.contains(group) else { return false }
      let price = clamped(value, .atLeast, 0)
      addToGroup(group, price)
      ofLevel -= price * index.round.groups[group].entitlement
    case .benefit:
      // After continuity and focus the stage's own benefit comes last; before it none of that stage stands.
      guard let floor = kept.benefits.last(where: { $0.stage == row.stage })?.floor else {
        return false
      }
      ofBenefit += clamped(value, .atLeast, floor)
    case .continuity:
      guard let most = row.stage.flatMap({ kept.deviations[$0] }) else { return false }
      ofDeviations += clamped(value, .atMost, most)
    case .above:
      guard let pair else { return false }
      let price = clamped(value, .atLeast, -(index.before[pair] ?? 0))
      ofDeviation[pair, default: .zero] += price
      ofPartners[pair, default: .zero] -= price
    case .below:
      guard let pair else { return false }
      let price = clamped(value, .atLeast, index.before[pair] ?? 0)
      ofDeviation[pair, default: .zero] += price
      ofPartners[pair, default: .zero] += price
    case .difference:
      guard let difference = row.stage.flatMap({ kept.differences[$0] }) else { return false }
      let price = clamped(value, .atMost, difference.most)
      for (pair, use) in difference.uses { ofPartners[pair, default: .zero] += price * use }
    default: return false
    }
    return true
  }

  private mutating func addToGroup(_ group: Int, _ price: Interval) {
    for (project, own) in index.round.groupOfProject.enumerated() where own == group {
      ofProject[project] += price
    }
  }

  /// What was chosen gets at least its smallest amount.
  private mutating func addChoice(_ multiplier: Multiplier) -> Bool {
    let (row, value) = (multiplier.row, multiplier.value)
    switch row.row {
    case .minPairing:
      guard let pair = index.partners(row.donor, row.recipient), kept.choices.pairs[pair] == true
      else { return false }
      ofPartners[pair, default: .zero] += clamped(
        value, .atLeast, index.round.policy.minPairing ?? 0)
    case .minFunding:
      guard let project = row.proposal.flatMap({ index.projects[$0] }),
        kept.choices.projects[project] == true
      else { return false }
      let record = index.round.projects[project].record
      ofProject[project] += clamped(value, .atLeast, record.minFunding * record.need)
    case .minTicket:
      guard let offer = row.offer, let proposal = row.proposal,
        let pair = index.pair(offer, proposal), kept.choices.tickets[pair] == true
      else { return false }
      let least = index.round.offers[index.round.eligible.offer[pair]].record.minTicket
      ofTicket[pair, default: .zero] += clamped(value, .atLeast, least)
    default: return false
    }
    return true
  }

  private mutating func addMonths(_ multiplier: Multiplier) -> Bool {
    let (row, value) = (multiplier.row, multiplier.value)
    let round = index.round
    switch row.row {
    case .monthsOfMoney:
      guard let pair = index.partners(row.donor, row.recipient) else { return false }
      let price = clamped(value, .atMost, 0)
      ofShared[pair, default: .zero] += price
      ofPartners[pair, default: .zero] -= price * round.policy.monthsPerM
    case .monthsGiven:
      guard let pair = index.partners(row.donor, row.recipient) else { return false }
      let price = clamped(value, .atMost, 0)
      ofShared[pair, default: .zero] += price
      ofGiven[pair, default: .zero] -= price
    case .expertBudget:
      guard let expert = row.offer.flatMap({ index.experts[$0] }) else { return false }
      ofExpert[expert, default: .zero] += clamped(value, .atMost, round.experts[expert].months)
    case .expertNeed:
      guard let project = row.proposal.flatMap({ index.projects[$0] }) else { return false }
      let asked = round.projects[project].record.expertiseMonths
      ofExpertNeed[project, default: .zero] += clamped(value, .atMost, asked)
    case .coDesign:
      guard let floor = row.stage.flatMap({ kept.months[$0] }) else { return false }
      ofAllShared += clamped(value, .atLeast, floor)
    default: return false
    }
    return true
  }

  // MARK: The bound

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
