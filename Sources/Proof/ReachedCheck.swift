import Plans
import Records
import Round

/// The stage values that a plan publishes against those of its proof, and the plan's bound, gap and rounding.
struct ReachedCheck {
  let index: RoundIndex
  let plan: Plan
  let reached: [StageReplay.Reached]
  /// The stage whose benefit is the plan's; nil without one.
  let benefit: StageReplay.Reached?

  func check(_ findings: inout Findings) {
    guard index.round.eligible.count > 0 else { return }
    let finished = reached.filter(\.isFinished)
    findings.equal("stages", plan.stages.map(\.stage.rawValue), finished.map(\.stage.rawValue))
    for (published, own) in zip(plan.stages, finished) {
      check(published, own, &findings)
    }
    checkBound(&findings)
  }

  private func check(
    _ published: StageValue, _ own: StageReplay.Reached, _ findings: inout Findings
  ) {
    let name = "stage \(published.stage.rawValue)"
    switch published.stage {
    case .reciprocity:
      findings.same("\(name), shortfall", published.shortfall, own.value, within: 1e-7)
      findings.same("\(name), target", published.target, index.round.reachableTargets)
      findings.same("\(name), unreachable", published.unreachable, index.round.unreachableTargets)
    case .fairness:
      let groups = index.round.groups
      let ranked = groups.indices.filter { groups[$0].entitlement > 0 }
      let names = Set(ranked.map { groups[$0].name })
      for group in names.union((published.levels ?? [:]).keys).sorted() {
        let place = index.groups[group]
        findings.same(
          "\(name), level of \(group)", published.levels?[group], place.flatMap { own.levels[$0] })
      }
      for group in names.union((published.entitlements ?? [:]).keys).sorted() {
        findings.same(
          "\(name), entitlement of \(group)", published.entitlements?[group],
          index.groups[group].map { groups[$0].entitlement })
      }
    case .benefit: findings.same("\(name), value", published.value, own.benefit?.value)
    case .continuity, .coDesign: findings.same("\(name), value", published.value, own.value)
    case .integer:
      findings.same("\(name), value", published.value, own.benefit?.value)
      findings.same("\(name), loosened", published.loosened, own.value)
      findings.same("\(name), bound", published.bound, plan.bound)
      findings.same("\(name), lp_bound", published.linearBound, plan.linearBound)
    // How many pairings the heuristic counted follows from no row.
    case .focus: break
    }
  }

  /// The last benefit program decides; a stop in it leaves the gap to its bound.
  private func checkBound(_ findings: inout Findings) {
    if let stopped = reached.last, stopped.stage == .integer, !stopped.isFinished {
      // The search was stopped: what it found keeps the rules, and its bound rests on the search.
      guard let bound = plan.bound else { return }
      let value = plan.scorecard.benefit + (plan.rounding ?? 0)
      findings.require(
        bound >= value - 1e-8 * max(1, abs(value)), "bound", "says \(bound), \(value) was reached",
        "写为 \(bound)，已达到 \(value)")
      checkGap(value, bound, &findings)
      return
    }
    guard let last = benefit, let benefit = last.benefit else {
      findings.require(plan.bound == nil, "bound", "has no proof", "没有证明")
      return
    }
    let bound = plan.bound ?? -.infinity
    if last.stage == .integer {
      checkSearched(benefit.value, bound, &findings)
      checkGap(benefit.value, bound, &findings)
      return
    }
    // A stopped plan may state a weaker bound, never a stronger one.
    let allowed = 1e-6 * max(1, abs(benefit.bound))
    let isWeaker = !last.isFinished && bound >= benefit.bound
    findings.require(
      abs(bound - benefit.bound) <= allowed || isWeaker, "bound",
      "says \(bound), the certificate proves \(benefit.bound)",
      "写为 \(bound)，证书证明的是 \(benefit.bound)")
    findings.require(
      plan.linearBound == nil, "lp_bound", "stands beside no integer rules", "没有整数规则，不应有此项")
    checkGap(benefit.value, bound, &findings)
  }

  /// The bound of integer rules rests on the search: it is no less than what was reached, and an optimal plan is near it.
  private func checkSearched(_ value: Double, _ bound: Double, _ findings: inout Findings) {
    findings.require(
      bound >= value - 1e-8 * max(1, abs(value)), "bound", "says \(bound), \(value) was reached",
      "写为 \(bound)，已达到 \(value)")
    let linear = linear
    findings.require(
      abs((plan.linearBound ?? .infinity) - (linear ?? .infinity))
        <= 1e-6 * max(1, abs(linear ?? 0)) || plan.linearBound == nil && linear == nil,
      "lp_bound",
      "says \(plan.linearBound.map { "\($0)" } ?? "–"), the certificate proves \(linear.map { "\($0)" } ?? "–")",
      "写为 \(plan.linearBound.map { "\($0)" } ?? "–")，证书证明的是 \(linear.map { "\($0)" } ?? "–")")
    let stage = plan.stages.last { $0.stage == .integer }
    let near =
      (stage?.loosened ?? 0) - (stage?.loosenedBound ?? 0) <= 1e-6 + 1e-9
      && abs(bound - value) <= 1e-4 * max(1, abs(bound))
    findings.require(
      near || plan.status == .stopped, "status", "is optimal, its bounds are not that near",
      "状态为最优，但界限相差过大")
  }

  /// The proven bound of the last benefit before the integer rules; nil where the list of stages does not end with benefit.
  private var linear: Double? {
    guard let place = reached.lastIndex(where: { $0.stage == .integer }), place > 0,
      [.benefit, .continuity, .focus].contains(reached[place - 1].stage)
    else { return nil }
    return reached[place - 1].benefit?.bound
  }

  private func checkGap(_ value: Double, _ bound: Double, _ findings: inout Findings) {
    let gap = abs(bound - value) / max(1, abs(bound))
    // Digits beyond the solver's are not published.
    findings.require(
      abs((plan.gap ?? .infinity) - gap) <= 2e-8 * max(1, gap), "gap",
      "says \(plan.gap ?? .infinity), value and bound give \(gap)",
      "写为 \(plan.gap ?? .infinity)，由值与界算得 \(gap)")
    let rounding = value - plan.scorecard.benefit
    findings.require(
      abs((plan.rounding ?? .infinity) - rounding) <= 1e-8 * max(1, abs(value)),
      "rounding", "says \(plan.rounding ?? .infinity), value and plan give \(rounding)",
      "写为 \(plan.rounding ?? .infinity)，由值与方案算得 \(rounding)")
  }
}
