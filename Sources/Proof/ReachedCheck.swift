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
    // How many pairings the heuristic counted follows from no row.
    case .focus: break
    }
  }

  /// The last benefit program decides; a stop in it leaves the gap to its bound.
  private func checkBound(_ findings: inout Findings) {
    guard let last = benefit, let benefit = last.benefit else {
      findings.require(plan.bound == nil, "bound", "has no proof", "没有证明")
      return
    }
    let bound = plan.bound ?? -.infinity
    // A stopped plan may state a weaker bound, never a stronger one.
    let allowed = 1e-6 * max(1, abs(benefit.bound))
    let isWeaker = !last.isFinished && bound >= benefit.bound
    findings.require(
      abs(bound - benefit.bound) <= allowed || isWeaker, "bound",
      "says \(bound), the certificate proves \(benefit.bound)",
      "写为 \(bound)，证书证明的是 \(benefit.bound)")
    let gap = abs(bound - benefit.value) / max(1, abs(bound))
    // Digits beyond the solver's are not published.
    findings.require(
      abs((plan.gap ?? .infinity) - gap) <= 2e-8 * max(1, gap), "gap",
      "says \(plan.gap ?? .infinity), value and bound give \(gap)",
      "写为 \(plan.gap ?? .infinity)，由值与界算得 \(gap)")
    let rounding = benefit.value - plan.scorecard.benefit
    findings.require(
      abs((plan.rounding ?? .infinity) - rounding) <= 1e-8 * max(1, abs(benefit.value)),
      "rounding", "says \(plan.rounding ?? .infinity), value and plan give \(rounding)",
      "写为 \(plan.rounding ?? .infinity)，由值与方案算得 \(rounding)")
  }
}
