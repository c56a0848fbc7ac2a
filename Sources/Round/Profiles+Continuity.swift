import Records

extension Profiles {
  /// Whether the plan before this one has a say in it: the policy sets `continuity.within`, or the profile in force or another
  /// one of the policy's own, which gives a plan too, names continuity. A round that asks for neither depends on its files alone.
  public static func asksForContinuity(_ policy: Policy) -> Bool {
    let lists = [inForce(policy)?.stages ?? []] + policy.profiles.values
    return policy.continuityWithin != nil
      || lists.contains { $0.contains { $0.stage == .continuity } }
  }
}
