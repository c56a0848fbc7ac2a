import Records

extension Profiles {
  /// Whether the plan before this one has a say in it: the policy sets `continuity.within`, or a stage of the profile in
  /// force is continuity. A round that asks for neither depends on its files alone.
  public static func asksForContinuity(_ policy: Policy) -> Bool {
    policy.continuityWithin != nil
      || inForce(policy)?.stages.contains { $0.stage == .continuity } ?? false
  }
}
