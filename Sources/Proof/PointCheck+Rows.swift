import Plans
import Records
import Round

/// Whether the point keeps the rows.
extension PointCheck {
  mutating func check(_ kept: KeptRows) {
    checkMoney()
    checkPairs(kept)
    checkCells()
    checkMonths()
    checkChoices(kept.choices)
    checkKept(kept)
  }

  private mutating func atMost(
    _ activity: Double, _ limit: Double, _ name: @autoclosure () -> String,
    scale: Double? = nil, within allowance: Double = PointCheck.allowance
  ) {
    guard !(activity <= limit + allowance * max(1, abs(scale ?? limit))) else { return }
    fault(
      "breaks the row \(name()): \(activity) > \(limit)", "违反约束 \(name())：\(activity) > \(limit)")
  }

  private mutating func checkMoney() {
    let round = index.round
    var spent = round.offers.map { _ in [Double](repeating: 0, count: round.years.count) }
    var received = [Double](repeating: 0, count: round.projects.count)
    var own: [DonorRecipient: Double] = [:]
    var shares: [DonorRecipient: Double] = [:]
    for pair in round.eligible.indices where money[pair] > 0 {
      let (offer, project) = (round.eligible.offer[pair], round.eligible.project[pair])
      for (year, share) in round.projects[project].draw.enumerated() {
        spent[offer][year] += share * money[pair]
      }
      received[project] += money[pair]
      own[.init(donor: offer, recipient: round.projects[project].recipient), default: 0] +=
        money[pair]
      shares[.init(donor: round.offers[offer].donor, recipient: project), default: 0] += money[pair]
    }
    for (offer, record) in round.offers.enumerated() {
      for (year, budget) in record.budget.enumerated() {
        atMost(spent[offer][year], budget, "budget \(record.id) \(round.years[year])")
      }
    }
    for (place, project) in round.projects.enumerated() {
      atMost(received[place], project.need, "need \(project.id)")
    }
    for (key, amount) in own.sorted(by: { $0.key < $1.key }) {
      guard let limit = round.offers[key.donor].ownLimit else { continue }
      atMost(
        amount, limit,
        "own-limit \(round.offers[key.donor].id) \(round.recipients[key.recipient].code)")
    }
    for (key, amount) in shares.sorted(by: { $0.key < $1.key }) {
      let project = round.projects[key.recipient]
      guard let limit = project.donorLimit(round.policy) else { continue }
      atMost(amount, limit, "co-investment \(round.donors[key.donor].code) \(project.id)")
    }
  }

  private mutating func checkPairs(_ kept: KeptRows) {
    let round = index.round
    for (pair, amount) in ofPair.sorted(by: { $0.key < $1.key }) {
      if round.policy.maxRecipientShare < 1 {
        atMost(
          amount, round.policy.maxRecipientShare * round.donors[pair.donor].money,
          "concentration \(round.name(pair))")
      }
      if kept.isClosed(pair) { atMost(amount, 0, "focus \(round.name(pair))") }
    }
    for (pair, amount) in index.fixed.sorted(by: { $0.key < $1.key }) {
      atMost(-(ofPair[pair] ?? 0), -amount, "fixed-pair \(round.name(pair))")
    }
  }

  private mutating func checkCells() {
    let round = index.round
    guard round.policy.maxSectorShare < 1 else { return }
    var cells = round.recipients.map { _ in [Sector: Double]() }
    for pair in round.eligible.indices where money[pair] > 0 {
      let project = round.projects[round.eligible.project[pair]]
      cells[project.recipient][project.record.sector, default: 0] += money[pair]
    }
    for (place, sectors) in cells.enumerated() where index.sectorShares[place] < 1 {
      let total = sectors.values.reduce(0, +)
      for (sector, amount) in sectors.sorted(by: { $0.key < $1.key }) {
        atMost(
          amount, index.sectorShares[place] * total,
          "diversification \(round.recipients[place].code) \(sector)", scale: total)
      }
    }
  }

  private mutating func checkMonths() {
    for (expert, months) in ofExpert.sorted(by: { $0.key < $1.key }) {
      let offer = index.round.experts[expert]
      atMost(months, offer.months, "expert-budget \(offer.id)")
    }
    for (project, months) in ofExpertNeed.sorted(by: { $0.key < $1.key }) {
      let record = index.round.projects[project].record
      atMost(months, record.expertiseMonths, "expert-need \(record.id)")
    }
  }

  private mutating func checkChoices(_ choices: KeptRows.Choices) {
    let round = index.round
    let least = round.policy.minPairing ?? 0
    for (pair, isOn) in choices.pairs.sorted(by: { $0.key < $1.key }) where isOn {
      atMost(-(ofPair[pair] ?? 0), -least, "min-pairing \(round.name(pair))")
    }
    for (place, isOn) in choices.projects.sorted(by: { $0.key < $1.key }) {
      let project = round.projects[place]
      let given = round.eligible.pairs(ofProject: place).reduce(0) { $0 + money[$1] }
      let least = isOn ? project.record.minFunding * project.need : 0
      atMost(isOn ? -given : given, -least, "min-funding \(project.id)")
    }
    for (pair, isOn) in choices.tickets.sorted(by: { $0.key < $1.key }) {
      let offer = round.offers[round.eligible.offer[pair]]
      atMost(
        isOn ? -money[pair] : money[pair], isOn ? -offer.record.minTicket : 0,
        "min-ticket \(offer.id) \(round.projects[round.eligible.project[pair]].id)")
    }
  }

  private mutating func checkKept(_ kept: KeptRows) {
    let round = index.round
    let targets = round.reachableTargets
    for (stage, most) in kept.shortfalls.sorted(by: { $0.key < $1.key }) {
      atMost(shortfall, most, "reciprocity \(stage)", scale: targets)
    }
    for (group, floor) in kept.floors.sorted(by: { $0.key < $1.key }) {
      atMost(-ofGroup[group], -floor, "fairness \(round.groups[group].name)")
    }
    for benefit in kept.benefits {
      atMost(-self.benefit, -benefit.floor, "benefit \(benefit.stage)")
    }
    for (stage, most) in kept.deviations.sorted(by: { $0.key < $1.key }) {
      atMost(deviation, most, "continuity \(stage)", scale: index.money)
    }
    for (stage, difference) in kept.differences.sorted(by: { $0.key < $1.key }) {
      atMost(money(by: difference.uses), difference.most, "difference \(stage)", scale: index.money)
    }
    for (stage, least) in kept.months.sorted(by: { $0.key < $1.key }) {
      // The selection gives back up to 5e-7 of the months.
      atMost(-sharedMonths, -least, "co-design \(stage)", within: 1e-6)
    }
  }
}
