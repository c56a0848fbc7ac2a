import Records

/// The named lists of stages that come with the formulation, each followed by co-design.
public enum Profiles {
  static let builtIn: [String: [StageRequest]] = [
    "bond-first": [.init(.reciprocity), .init(.fairness), .init(.benefit), .init(.coDesign)],
    "fairness-first": [.init(.fairness), .init(.reciprocity), .init(.benefit), .init(.coDesign)],
    "benefit-first": [
      .init(.benefit, keep: 0.98), .init(.reciprocity), .init(.fairness), .init(.benefit),
      .init(.coDesign),
    ],
  ]

  /// The profile in force: the policy's written-out stages (then named `custom`), else the profile it names, its own before
  /// those built in. nil for a name that is neither.
  public static func inForce(_ policy: Policy) -> (name: String, stages: [StageRequest])? {
    if let stages = policy.stages { return ("custom", stages) }
    let stages = policy.profiles[policy.profile] ?? builtIn[policy.profile]
    return stages.map { (policy.profile, $0) }
  }
}
