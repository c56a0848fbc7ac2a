import Pages
import Plans
import Records
import Round

/// What each group of fairness gets of its entitlement, the least first.
struct Levels {
  struct Group {
    /// `RECIPIENT` or `RECIPIENT/COMMUNITY`.
    let id: String
    let name: Words
    let received: Double
    let entitlement: Double
    let asked: Double
    /// The share that no later stage may go below; nil where the plan has no such stage.
    let floor: Double?

    /// Share of the entitlement, may be above 1.
    var share: Double { received / entitlement }
    /// As the formulation counts it.
    var level: Double { min(1, share) }
    var isFull: Bool { share >= 1 - 1e-6 }
  }

  let groups: [Group]
  let isByCommunity: Bool

  init(_ facts: Facts) {
    let round = facts.round
    var received = [Double](repeating: 0, count: round.groups.count)
    for (place, project) in round.projects.enumerated() {
      if let group = round.groupOfProject[place] {
        received[group] += facts.funded[project.id] ?? 0
      }
    }
    let stage = facts.plan.stages.first { $0.stage == .fairness }
    let policy = round.policy
    let requests = policy.stages ?? policy.profiles[facts.plan.profile] ?? []
    // An alternative keeps its levels whole.
    let kept =
      isAlternative(facts.plan.profile)
      ? 1 : requests.first { $0.stage == .fairness }?.keep ?? 1 - policy.fairnessTolerance
    // Integer rules loosen the floors, and the benefit that follows from them has none of its own.
    let hasFloor = facts.plan.integerStage == nil
    isByCommunity = policy.fairnessLevel == .community
    groups = zip(round.groups, received).filter { $0.0.entitlement > 0 }
      .map { group, received in
        Group(
          id: group.name, name: Words(facts.names.group(group.name)), received: received,
          entitlement: group.entitlement, asked: group.asked,
          floor: hasFloor ? stage?.levels?[group.name].map { $0 * kept } : nil)
      }
      .enumerated().sorted { ($0.element.share, $0.offset) < ($1.element.share, $1.offset) }
      .map(\.element)
  }

  var allFull: Bool { groups.allSatisfy(\.isFull) }

  /// The level that most groups share, to a percentage point; nil where fewer than three do.
  var common: (count: Int, level: Double)? {
    let open = groups.filter { !$0.isFull }
    let byPoint = Dictionary(grouping: open) { Int(($0.level * 100).rounded()) }
    guard let most = byPoint.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      most.value.count >= 3, let first = most.value.first
    else { return nil }
    return (most.value.count, first.level)
  }
}
