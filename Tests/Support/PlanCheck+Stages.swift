/// Whether the plan keeps what its stages reached: section 4 of the formulation.
///
/// Stage values are published with nine significant digits, amounts in whole units: each comparison
/// allows for both, a unit per ticket-year involved.
extension PlanCheck {
  func stages() {
    let known: Set = ["reciprocity", "fairness", "benefit", "co-design"]
    let name = isAlternative ? round.policy.profile : plan.profile
    let requested = (round.policy.profiles[name] ?? []).filter { known.contains($0.name) }
    let reached = plan.stages.filter { known.contains($0.stage) }
    require(!requested.isEmpty, "profile: there is no profile \(plan.profile)")
    if plan.id == "A" {
      require(
        plan.profile == round.policy.profile,
        "profile: plan A follows \(plan.profile), not \(round.policy.profile)")
    }
    for (index, stage) in reached.enumerated() {
      guard index < requested.count, requested[index].name == stage.stage else {
        require(false, "stages: \(stage.stage) in place \(index + 1) is not the profile's")
        return
      }
      check(stage, keep: keep(requested[index]))
    }
    let missing = requested.dropFirst(reached.count).filter { $0.name != "co-design" }
    require(
      plan.status == "stopped" || missing.isEmpty,
      "stages: \(missing.map(\.name)) missing from an \(plan.status) plan")
    checkIntegerStage()
    checkBounds()
    if isAlternative { checkAlternative(requested) }
  }

  private var isAlternative: Bool { plan.profile.hasPrefix("alternative-") }

  /// An alternative raises levels once more and keeps them whole.
  private func keep(_ requested: PolicyModel.Stage) -> Double? {
    isAlternative && requested.name == "fairness" ? 1 : requested.keep?.double
  }

  /// Within `alternatives.within` of plan A's benefit, and of what A's stages keep.
  private func checkAlternative(_ requested: [PolicyModel.Stage]) {
    guard let first = document.plans.first(where: { $0.id == "A" }) else { return }
    let best = first.scorecard["benefit"] ?? 0
    let largest = round.eligible.map(round.value).max() ?? 0
    let allowance = inM(allowing: round.ticketYears) * largest
    let floor = (1 - round.policy.alternativesWithin.double) * best
    require(
      benefit() >= floor - 2 * allowance - 1e-8 * max(1, best),
      "alternative: its benefit \(benefit()) is less than \(floor)")
    for stage in first.stages {
      let keep = requested.last { $0.name == stage.stage }?.keep?.double
      if stage.stage == "reciprocity" { checkReciprocity(stage, keep) }
      if stage.stage == "fairness" { checkFairness(stage, keep) }
    }
  }

  private func check(_ stage: PublishedPlan.Stage, keep: Double?) {
    switch stage.stage {
    case "reciprocity": checkReciprocity(stage, keep)
    case "fairness": checkFairness(stage, keep)
    case "benefit": checkBenefit(stage, keep)
    default: checkCoDesign(stage, keep)
    }
  }

  /// `Σu <= U* + 1e-9·max(1, Σ targets)`; with `keep`, `Σ targets - Σu >= keep·(Σ targets - U*)`.
  private func checkReciprocity(_ stage: PublishedPlan.Stage, _ keep: Double?) {
    let bonds = round.bondTargets()
    let targets = bonds.reachable.values.reduce(0, +)
    require("stage reciprocity target", stage.target, equals: targets)
    if bonds.unreachable > 0 || stage.unreachable != nil {
      require("stage reciprocity unreachable", stage.unreachable, equals: bonds.unreachable)
    }
    guard let best = stage.shortfall else {
      require(false, "stage reciprocity shortfall: missing")
      return
    }
    require(best >= 0 && best <= targets * (1 + 1e-8), "stage reciprocity shortfall: \(best)")
    let kept = keep.map { targets - $0 * (targets - best) } ?? best
    let allowance = inM(
      allowing: round.ticketYears { bonds.reachable[pairing($0)] != nil }[true] ?? 0)
    require(
      shortfall() <= kept + loosened * targets + allowance + 1e-8 * max(1, targets),
      "kept reciprocity: shortfall \(shortfall()) is more than \(kept)")
  }

  /// `Z >= (keep or 1 - tolerance)·y*·ent - 1e-9·ent` for each group.
  private func checkFairness(_ stage: PublishedPlan.Stage, _ keep: Double?) {
    let entitlements = round.entitlements()
    let levels = stage.levels ?? [:]
    let published = stage.entitlements ?? [:]
    require(
      Set(levels.keys) == Set(entitlements.keys) && Set(published.keys) == Set(entitlements.keys),
      "stage fairness: groups \(levels.keys.sorted()), should be \(entitlements.keys.sorted())")
    let given = totals { round.group(ofProposal: $0.proposal) }
    let allowances = round.ticketYears { round.group(ofProposal: $0.proposal) }
    for (group, entitlement) in entitlements.sorted(by: { $0.key < $1.key }) {
      require("stage fairness entitlement \(group)", published[group], equals: entitlement)
      let level = levels[group] ?? 0
      require(level >= 0 && level <= 1 + 1e-9, "stage fairness level \(group): \(level)")
      let floor = (keep ?? 1 - round.policy.fairnessTolerance.double) * level * entitlement
      let allowance = inM(allowing: allowances[group] ?? 0)
      let reached = Double(given[group] ?? 0) / Double(unitsPerM)
      require(
        reached >= floor - loosened * entitlement - 1e-8 * entitlement - allowance,
        "kept fairness \(group): \(reached) M is less than \(floor) M")
    }
  }

  /// Benefit `>= V - 1e-9·max(1, |V|)`, with `keep` `>= keep·V`, less what whole units cost.
  private func checkBenefit(_ stage: PublishedPlan.Stage, _ keep: Double?) {
    guard let value = stage.value else {
      require(false, "stage benefit value: missing")
      return
    }
    let largest = round.eligible.map(round.value).max() ?? 0
    let allowance = inM(allowing: round.ticketYears) * largest
    let kept = (keep ?? 1) * value - loosened * abs(value)
    // What integer rules maximise again is not kept.
    if integer != nil, stage.value == plan.stages.last(where: { $0.stage == "benefit" })?.value {
      return
    }
    require(
      benefit() >= kept - allowance - 1e-8 * max(1, abs(value)),
      "kept benefit: \(benefit()) is less than \(kept)")
    if let best = document.benefitOnly {
      require(value <= best + 1e-6 * max(1, best), "stage benefit: more than benefit_only")
    }
  }

  /// `Σ min(months of the pair, months_per_M·Y)` reaches the stage's value, less what whole units cost and a millionth of a month
  /// for each expertise offer and proposal, for months are rounded down too.
  private func checkCoDesign(_ stage: PublishedPlan.Stage, _ keep: Double?) {
    guard let value = stage.value else {
      require(false, "stage co-design value: missing")
      return
    }
    let perM = round.policy.monthsPerM.double
    var given: [RegionPair: Double] = [:]
    for (pair, months) in months { given[pairing(pair), default: 0] += months }
    let amounts = totals(by: pairing)
    let shared = given.reduce(0) { sum, entry in
      sum + min(entry.value, perM * Double(amounts[entry.key] ?? 0) / Double(unitsPerM))
    }
    let helps = round.offers.indices.reduce(0) { sum, offer in
      sum + round.proposals.indices.count { round.mayHelp(.init(offer: offer, proposal: $0)) }
    }
    let allowance = inM(allowing: round.ticketYears) * perM + 1e-6 * Double(helps)
    require(
      shared >= (keep ?? 1) * value - allowance - 1e-6 * max(1, value),
      "kept co-design: \(shared) months is less than \((keep ?? 1) * value)")
  }

  private func checkBounds() {
    if let bound = plan.bound {
      require(
        benefit() <= bound + 1e-6 * max(1, abs(bound)), "bound: \(bound) is less than the benefit")
    }
    if let gap = plan.gap, plan.status == "optimal" {
      require(gap <= (integer == nil ? 1e-6 : 1e-4), "gap: \(gap) in an optimal plan")
    }
  }

  private var integer: PublishedPlan.Stage? { plan.stages.last { $0.stage == "integer" } }

  /// The share by which kept stages were loosened for the integer rules.
  private var loosened: Double { (integer?.loosened).map { $0 + 1e-7 } ?? 0 }

  /// Where the round has integer rules the plan says what they cost, and reaches what it says.
  private func checkIntegerStage() {
    require(
      (integer != nil) == round.hasIntegerRules || plan.status == "stopped"
        || round.eligible.isEmpty, "stages: integer")
    guard let integer else { return }
    let (value, bound) = (integer.value ?? .infinity, integer.bound ?? -.infinity)
    let (share, least) = (integer.loosened ?? 2, integer.loosenedBound ?? 2)
    require(share >= 0 && share <= 1 && least <= share, "integer loosened: \(share), \(least)")
    let largest = round.eligible.map(round.value).max() ?? 0
    let last = round.policy.profiles[isAlternative ? round.policy.profile : plan.profile]?
      .last { $0.name != "co-design" }
    let keep = last?.name == "benefit" ? last?.keep?.double ?? 1 : 1
    require(
      benefit() >= keep * value - inM(allowing: round.ticketYears) * largest
        - 1e-8 * max(1, abs(value)), "integer benefit: \(benefit()) is less than \(value)")
    require(value <= bound + 1e-8 * max(1, abs(bound)), "integer bound: \(bound) < \(value)")
  }

  private func inM(allowing units: Int) -> Double { Double(units) / Double(unitsPerM) }
}
