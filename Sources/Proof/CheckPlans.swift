import Plans
import Records
import Round

/// Checks the published plans of a round and their certificate against the round itself: every rule exactly, every figure that
/// follows from the tickets, every stage's bound over all eligible pairs, and that each plan is what its proof selects.
///
/// Nothing that a solver said is taken for true. What the proof does not cover are the answers to "what if" (prices, unused
/// pairs, stability, winning changes, what stops a proposal): planning again checks those.
///
/// - Parameters:
///   - document: raw or as published, with nine digits.
///   - earlier: the plan that continuity kept to.
/// - Returns: what does not hold; empty where all does.
public func findings(
  in document: PlansDocument, certificate: Certificate, round: Round,
  continuing earlier: EarlierPlan?
) -> [Finding] {
  PlansCheck(
    index: RoundIndex(round, continuing: earlier), limits: ExactLimits(round), document: document,
    certificate: certificate
  ).findings()
}

private struct PlansCheck {
  let index: RoundIndex
  let limits: ExactLimits
  let document: PlansDocument
  let certificate: Certificate

  var round: Round { index.round }

  /// Plan A, as far as others are measured by it.
  private struct First {
    var amounts: [DonorRecipient: Int]
    /// The proof's state before its co-design.
    var beforeCoDesign: StageReplay
    /// What its stages reached, co-design included.
    var reached: [StageReplay.Reached]
    /// Of its selected point.
    var benefit: Double
  }

  func findings() -> [Finding] {
    var all = Findings()
    all.equal("eligible_pairs", document.eligiblePairs, round.eligible.count)
    let ids = document.plans.map(\.id)
    all.require(
      Set(ids).count == ids.count, "plans", "have the same id twice", "方案编号重复")
    all.equal("plans", certificate.plans.map(\.plan), ids, file: RunFileName.certificate)
    all.equal("round", certificate.round, document.round, file: RunFileName.certificate)
    guard ids == certificate.plans.map(\.plan) else { return all.all }
    let pairs = Array(zip(document.plans, certificate.plans))
    guard let first = pairs.first(where: { $0.0.id == "A" }) else {
      all.require(pairs.isEmpty, "plans", "lack plan A", "缺少方案 A")
      return all.all
    }
    var found = all.all + checkBenefitOnly()
    let (findings, measure) = check(first.0, first.1, first: nil)
    found += findings
    for (plan, proof) in pairs where plan.id != "A" {
      found += check(plan, proof, first: measure).findings
    }
    return found + RankingCheck(round: round, document: document).findings()
  }

  private func check(
    _ plan: Plan, _ proof: PlanProof, first: First?
  ) -> (findings: [Finding], measure: First) {
    var published = PublishedPlan(index, limits, plan)
    published.checkRules()
    published.checkFigures(first: first?.amounts ?? published.amounts)

    let isAlternative = plan.profile.hasPrefix("alternative-")
    let stages = stages(of: plan, isAlternative: isAlternative, &published.findings)
    var replay = StageReplay(
      index, plan: plan.id, releasesBenefit: lastMoney(of: stages)?.stage.endsWithBenefit ?? false)
    var beforeCoDesign = replay
    if let first, isAlternative {
      published.findings.equal("after", proof.after ?? "–", "A", file: RunFileName.certificate)
      replay = StageReplay(index, plan: plan.id, after: first.beforeCoDesign)
    }
    if round.eligible.count > 0 {
      checkList(proof, stages, plan, isAlternative, &published.findings)
      for (stage, request) in zip(proof.stages, requests(proof, stages, isAlternative)) {
        if stage.stage == .coDesign { beforeCoDesign = replay }
        if stage.stage == .difference {
          replay.takeDifference(
            stage, amounts: (first?.amounts ?? [:]).mapValues(millions),
            benefit: first?.benefit ?? 0)
        } else {
          replay.take(stage, keep: request)
        }
      }
      if proof.stages.last?.stage != .coDesign { beforeCoDesign = replay }
    }
    let selected = replay.checkSelected(proof.selected)
    published.check(against: selected, proof.selected)
    let measure = First(
      amounts: published.amounts, beforeCoDesign: beforeCoDesign, reached: replay.reached,
      benefit: selected.value(of: .benefit))
    let reached = isAlternative ? merged(first?.reached ?? [], replay.reached) : replay.reached
    // With integer rules an alternative's benefit is that of its own choices.
    let last = (isAlternative && round.hasIntegerRules ? reached : replay.reached)
      .last { $0.benefit != nil }
    ReachedCheck(index: index, plan: plan, reached: reached, benefit: last)
      .check(&published.findings)
    return (replay.findings.all + published.findings.all, measure)
  }

  // MARK: Which stages a plan must have

  /// The list of stages of a plan's profile, continuity only where there is a plan to continue.
  private func stages(
    of plan: Plan, isAlternative: Bool, _ findings: inout Findings
  ) -> [StageRequest] {
    guard let own = Profiles.inForce(round.policy) else { return [] }
    if plan.id == "A" { findings.equal("profile", plan.profile, own.name) }
    let profile =
      isAlternative
      ? own : ([own] + Profiles.others(round.policy)).first { $0.name == plan.profile }
    guard let profile else {
      findings.add(
        "profile", "\(plan.profile) is no profile of the round", "\(plan.profile) 不是本轮的策略")
      return []
    }
    return profile.stages.filter { $0.stage != .continuity || index.continues }
  }

  private func checkList(
    _ proof: PlanProof, _ stages: [StageRequest], _ plan: Plan, _ isAlternative: Bool,
    _ findings: inout Findings
  ) {
    var expected = stages.map { StageProof.Kind($0.stage) }
    if round.hasIntegerRules {
      let place = stages.lastIndex { $0.stage != .coDesign }.map { $0 + 1 } ?? 0
      expected.insert(.integer, at: place)
    }
    if isAlternative {
      let again = expected.filter { $0 == .fairness || $0 == .benefit || $0 == .coDesign }
      // Levels once more where the list has them, then benefit once, then what ends the list.
      expected = [.difference]
      if again.contains(.fairness) { expected.append(.fairness) }
      expected.append(.benefit)
      if stages.last?.stage == .coDesign { expected.append(.coDesign) }
    }
    let found = proof.stages.map(\.stage)
    let unfinished = proof.stages.filter { !$0.finished }.count
    let isWhole = found == expected && unfinished == 0
    let isStopped =
      plan.status == .stopped && expected.starts(with: found)
      && proof.stages.dropLast().allSatisfy(\.finished)
    findings.require(
      isWhole || isStopped, "stages",
      "are \(found.map(\.rawValue)), an \(plan.status.rawValue) plan of this profile has \(expected.map(\.rawValue))",
      "为 \(found.map(\.rawValue))，该策略的方案应为 \(expected.map(\.rawValue))",
      file: RunFileName.certificate)
  }

  /// The last stage that moves money.
  private func lastMoney(of stages: [StageRequest]) -> StageRequest? {
    stages.last { $0.stage != .coDesign }
  }

  /// The share that each stage of a proof keeps.
  private func requests(
    _ proof: PlanProof, _ stages: [StageRequest], _ isAlternative: Bool
  ) -> [Double?] {
    guard isAlternative else {
      var keeps = stages.map(\.keep)
      if let place = proof.stages.firstIndex(where: { $0.stage == .integer }) {
        // What the last benefit leaves counts for the one that the choices reach.
        let last = lastMoney(of: stages)
        keeps.insert(last?.stage == .benefit ? last?.keep : nil, at: min(place, keeps.count))
      }
      return keeps + [Double?](repeating: nil, count: max(0, proof.stages.count - keeps.count))
    }
    return proof.stages.map { stage in
      switch stage.stage {
      case .fairness: 1
      case .coDesign: stages.last?.keep
      default: nil
      }
    }
  }

  /// What an alternative's stages come to: those of plan A, with levels and benefit of its own, which is that of the integer rules
  /// where there are any.
  private func merged(
    _ first: [StageReplay.Reached], _ own: [StageReplay.Reached]
  ) -> [StageReplay.Reached] {
    var all = first
    for entry in own {
      if entry.stage == .benefit,
        let place = all.lastIndex(where: { $0.stage == .integer })
      {
        all[place].benefit = entry.benefit
      } else if let place = all.lastIndex(where: { $0.stage == entry.stage }) {
        all[place] = entry
      }
    }
    return all
  }

  // MARK: The most benefit of all

  private func checkBenefitOnly() -> [Finding] {
    guard let published = document.benefitOnly else { return [] }
    var replay = StageReplay(index, plan: nil)
    guard let proof = certificate.benefitOnly else {
      guard round.eligible.count > 0 else { return [] }
      return [
        Finding(
          file: RunFileName.certificate, at: "benefit_only", en: "has no proof", zh: "没有证明")
      ]
    }
    replay.take(proof, keep: nil)
    var findings = Findings()
    findings.same("benefit_only", published, proof.programs.last?.value)
    return replay.findings.all + findings.all
  }
}
