import Plans
import Records
import Round

/// The rows: what a multiplier adds to the bound, and to the cost of each column.
extension FullProgram {
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
}
