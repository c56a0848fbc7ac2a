import Plans
import Records
import Round

/// A point of the certificate against the rows of the full program.
struct PointCheck {
  let index: RoundIndex
  /// `x` by eligible pair.
  private(set) var money: [Double]
  /// `Y`.
  private(set) var ofPair: [DonorRecipient: Double] = [:]
  /// `Z[g]`.
  private(set) var ofGroup: [Double]
  /// `Σ e` by pair.
  private(set) var given: [DonorRecipient: Double] = [:]
  private var ofExpert: [Int: Double] = [:]
  private var ofExpertNeed: [Int: Double] = [:]
  /// What is wrong with it, each with its Chinese.
  private(set) var faults: [(en: String, zh: String)] = []

  /// How far a solver's point may miss a row, relative to the row's right side.
  static let allowance = 1e-7

  init(_ index: RoundIndex, _ point: Point) {
    self.index = index
    money = [Double](repeating: 0, count: index.round.eligible.count)
    ofGroup = [Double](repeating: 0, count: index.round.groups.count)
    for (offer, entries) in point.money.sorted(by: { $0.key < $1.key }) {
      for (proposal, amount) in entries.sorted(by: { $0.key < $1.key }) {
        take(offer, proposal, amount)
      }
    }
    takeMonths(point.months)
  }

  private mutating func fault(_ en: String, _ zh: String) { faults.append((en, zh)) }

  private mutating func take(_ offer: OfferID, _ proposal: ProposalID, _ amount: Double) {
    guard let pair = index.pair(offer, proposal) else {
      fault(
        "gives money of \(offer) to \(proposal), which may not be",
        "将 \(offer) 的资金给予 \(proposal)，不符合条件")
      return
    }
    guard amount.isFinite, amount >= 0 else {
      fault(
        "gives \(amount) M of \(offer) to \(proposal)", "将 \(offer) 的 \(amount) M 给予 \(proposal)")
      return
    }
    money[pair] = amount
    ofPair[index.round.partners(ofPair: pair), default: 0] += amount
    if let group = index.round.groupOfProject[index.round.eligible.project[pair]] {
      ofGroup[group] += amount
    }
  }

  private mutating func takeMonths(_ months: [OfferID: [ProposalID: Double]]) {
    guard !months.isEmpty else { return }
    var allowed: [Int: [Int: DonorRecipient]] = [:]
    for entry in index.expertise { allowed[entry.expert, default: [:]][entry.project] = entry.pair }
    for (offer, entries) in months.sorted(by: { $0.key < $1.key }) {
      for (proposal, amount) in entries.sorted(by: { $0.key < $1.key }) {
        guard let expert = index.experts[offer], let project = index.projects[proposal],
          let pair = allowed[expert]?[project], amount.isFinite, amount >= 0
        else {
          fault(
            "gives \(amount) months of \(offer) to \(proposal), which may not be",
            "将 \(offer) 的 \(amount) 人月给予 \(proposal)，不符合条件")
          continue
        }
        given[pair, default: 0] += amount
        ofExpert[expert, default: 0] += amount
        ofExpertNeed[project, default: 0] += amount
      }
    }
  }

  // MARK: Rows

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

  // MARK: Objectives

  /// What the point is worth to a stage.
  func value(
    of objective: ProvenProgram.Objective, levels: Set<Int> = [],
    uses: [DonorRecipient: Double] = [:]
  ) -> Double {
    switch objective {
    case .shortfall: shortfall
    case .level:
      levels.map { min(1, ofGroup[$0] / index.round.groups[$0].entitlement) }.min() ?? 1
    case .benefit: benefit
    case .deviation: deviation
    case .difference: money(by: uses)
    case .sharedMonths: sharedMonths
    }
  }

  private var benefit: Double {
    index.round.benefit(of: money)
  }

  private var shortfall: Double {
    index.targets.sorted { $0.key < $1.key }.reduce(0) {
      $0 + max(0, $1.value - (ofPair[$1.key] ?? 0))
    }
  }

  private var deviation: Double {
    index.round.openPairs.reduce(0) {
      $0 + abs((ofPair[$1] ?? 0) - (index.before[$1] ?? 0))
    }
  }

  private func money(by uses: [DonorRecipient: Double]) -> Double {
    uses.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (ofPair[$1.key] ?? 0) }
  }

  private var sharedMonths: Double {
    given.sorted { $0.key < $1.key }.reduce(0) {
      $0 + min($1.value, index.round.policy.monthsPerM * (ofPair[$1.key] ?? 0))
    }
  }
}
