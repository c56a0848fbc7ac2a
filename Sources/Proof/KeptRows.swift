import Plans
import Records
import Round

/// What the stages solved so far keep: the right sides of their rows, which follow from the values that they reached.
struct KeptRows: Sendable {
  /// `Σ u <=`, by the stage that keeps it.
  var shortfalls: [Int: Double] = [:]
  /// `Z[g] >=`, by group.
  var floors: [Int: Double] = [:]
  /// `Σ v·x >=`, in the order of the stages, with the value that was reached.
  var benefits: [(stage: Int, value: Double, floor: Double)] = []
  /// `Σ |Y - Yprev| <=`.
  var deviations: [Int: Double] = [:]
  /// `Σ use·Y <=`.
  var differences: [Int: (uses: [DonorRecipient: Double], most: Double)] = [:]
  /// `Σ s >=`.
  var months: [Int: Double] = [:]
  /// Pairs without money.
  var closed: Set<DonorRecipient> = []
  /// What integer rules chose.
  var choices = Choices()

  /// Projects and eligible pairs without money, and what those that were chosen get at least.
  struct Choices: Sendable {
    var pairs: [DonorRecipient: Bool] = [:]
    var projects: [Int: Bool] = [:]
    var tickets: [Int: Bool] = [:]
  }

  /// Whether a pair may carry no money.
  func isClosed(_ pair: DonorRecipient) -> Bool {
    closed.contains(pair) || choices.pairs[pair] == false
  }

  /// Integer rules loosen what the stages keep by a share `t`: `Σ u <= kept + t·Σ targets`, `Z[g] >= kept - t·ent[g]`, and what else
  /// a list of stages keeps by the same pattern: a benefit by a share of itself, continuity by one of all money, co-design by one of
  /// its months.
  mutating func loosen(by share: Double, in index: RoundIndex) {
    let (targets, money) = (index.round.reachableTargets, index.money)
    shortfalls = shortfalls.mapValues { $0 + share * targets }
    for (group, floor) in floors {
      floors[group] = max(0, floor - share * index.round.groups[group].entitlement)
    }
    for place in benefits.indices { benefits[place].floor -= share * abs(benefits[place].value) }
    deviations = deviations.mapValues { $0 + share * money }
    months = months.mapValues { $0 * (1 - share) }
  }

  /// What a benefit that is kept leaves to later stages.
  static func room(_ value: Double) -> Double { 1e-9 * max(1, abs(value)) }

  mutating func keepBenefit(_ value: Double, share: Double?, stage: Int) {
    benefits.append((stage, value, (share ?? 1) * value - Self.room(value)))
  }

  /// The last benefit may be `V - within·|V|`.
  mutating func relaxBenefit(within: Double) {
    guard let last = benefits.indices.last else { return }
    let value = benefits[last].value
    benefits[last].floor = min(
      benefits[last].floor, value - within * abs(value) - Self.room(value))
  }

  /// The benefit may be `within` less than that of a plan, but no less than a share that the last stage keeps.
  mutating func relaxBenefit(of plan: Double, within: Double) {
    guard let last = benefits.indices.last else { return }
    let floor = plan - within * abs(plan) - Self.room(plan)
    let (_, value, own) = benefits[last]
    let keepsShare = own < value - 2 * Self.room(value)
    benefits[last].floor = keepsShare ? max(floor, own) : floor
  }

  /// `Z[g] >= level·ent - 1e-9·ent`, unless more is kept already.
  mutating func raiseFloor(_ group: Int, to level: Double, entitlement: Double) {
    floors[group] = max(floors[group] ?? 0, (level - 1e-9) * entitlement)
  }
}
