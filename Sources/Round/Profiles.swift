import Records

/// A named list of stages.
public struct Profile: Hashable, Sendable {
  public var name: String
  public var stages: [StageRequest]
}

/// The named lists of stages that come with the formulation, each followed by co-design, and the policy's own.
public enum Profiles {
  static let builtIn: [Profile] = [
    Profile(
      name: "bond-first",
      stages: [.init(.reciprocity), .init(.fairness), .init(.benefit), .init(.coDesign)]),
    Profile(
      name: "fairness-first",
      stages: [.init(.fairness), .init(.reciprocity), .init(.benefit), .init(.coDesign)]),
    Profile(
      name: "benefit-first",
      stages: [
        .init(.benefit, keep: 0.98), .init(.reciprocity), .init(.fairness), .init(.benefit),
        .init(.coDesign),
      ]),
  ]

  /// The profile in force, with the stages that the policy's settings ask for: its written-out stages (then named `custom`),
  /// else the profile it names, its own before those built in. nil for a name that is neither.
  public static func inForce(_ policy: Policy) -> Profile? {
    if let stages = policy.stages {
      return Profile(name: "custom", stages: complete(stages, policy))
    }
    return known(policy).first { $0.name == policy.profile }
  }

  /// The profiles that give candidates beside the one in force: those built in, then the policy's own by name.
  public static func others(_ policy: Policy) -> [Profile] {
    let own = inForce(policy)
    return known(policy).filter { $0.name != own?.name && $0.stages != own?.stages }
  }

  private static func known(_ policy: Policy) -> [Profile] {
    let own = policy.profiles.sorted { $0.key < $1.key }.map {
      Profile(name: $0.key, stages: $0.value)
    }
    let builtIn = builtIn.filter { policy.profiles[$0.name] == nil }
    return (builtIn + own).map {
      Profile(name: $0.name, stages: complete($0.stages, policy))
    }
  }

  /// `continuity` and `focus` come before the co-design that ends a list when the policy sets them, unless the list names them.
  private static func complete(_ stages: [StageRequest], _ policy: Policy) -> [StageRequest] {
    var wanted: [StageName] = []
    if policy.continuityWithin != nil { wanted.append(.continuity) }
    if policy.focusWithin != nil || policy.focusSmall != nil { wanted.append(.focus) }
    let missing = wanted.filter { name in !stages.contains { $0.stage == name } }
    let end = stages.last?.stage == .coDesign ? stages.endIndex - 1 : stages.endIndex
    return stages[..<end] + missing.map { StageRequest($0) } + stages[end...]
  }
}

extension StageName {
  /// Whether the stage's last act is to maximise benefit.
  public var endsWithBenefit: Bool {
    switch self {
    case .benefit, .continuity, .focus: true
    case .reciprocity, .fairness, .coDesign, .integer: false
    }
  }
}
