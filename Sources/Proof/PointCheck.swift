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
  var ofExpert: [Int: Double] = [:]
  var ofExpertNeed: [Int: Double] = [:]
  /// What is wrong with it, each with its Chinese.
  private(set) var faults: [(en: String, zh: String)] = []

  /// How far a solver's point may miss a row, relative to the row's right side.
  static let allowance = 1e-7

  init(_ index: RoundIndex, _ point: CertifiedPoint) {
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

  mutating func fault(_ en: String, _ zh: String) { faults.append((en, zh)) }

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

  var benefit: Double {
    index.round.benefit(of: money)
  }

  var shortfall: Double {
    index.targets.sorted { $0.key < $1.key }.reduce(0) {
      $0 + max(0, $1.value - (ofPair[$1.key] ?? 0))
    }
  }

  var deviation: Double {
    index.round.openPairs.reduce(0) {
      $0 + abs((ofPair[$1] ?? 0) - (index.before[$1] ?? 0))
    }
  }

  func money(by uses: [DonorRecipient: Double]) -> Double {
    uses.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (ofPair[$1.key] ?? 0) }
  }

  var sharedMonths: Double {
    given.sorted { $0.key < $1.key }.reduce(0) {
      $0 + min($1.value, index.round.policy.monthsPerM * (ofPair[$1.key] ?? 0))
    }
  }
}
