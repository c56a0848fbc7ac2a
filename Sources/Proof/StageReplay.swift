import Plans
import Records
import Round

/// Goes through the stages of one plan's proof: each program's bound with what the stages before it keep, and each stage's point
/// against all rows.
struct StageReplay {
  let index: RoundIndex
  let releasesBenefit: Bool
  var findings: Findings
  var kept = KeptRows()
  /// The place of the next stage among all of the plan's.
  var place = 0
  /// What the stages reached, for the plan's own figures.
  private(set) var reached: [Reached] = []

  /// What a stage reached by its proof.
  struct Reached {
    var stage: StageProof.Kind
    var isFinished: Bool
    var value = 0.0
    /// By group.
    var levels: [Int: Double] = [:]
    /// The last benefit program's bound, computed here.
    var benefit: (value: Double, bound: Double)?
  }

  /// - Parameter releasesBenefit: whether the integer rules come after a benefit that they maximise again.
  init(_ index: RoundIndex, plan: String?, releasesBenefit: Bool = false) {
    self.index = index
    self.releasesBenefit = releasesBenefit
    findings = Findings(plan: plan)
  }

  /// Of an alternative: from where the stages of plan A that move money stand.
  init(_ index: RoundIndex, plan: String, after other: StageReplay) {
    self.init(index, plan: plan)
    kept = other.kept
    place = other.place
  }

  mutating func fault(_ stage: String, _ en: String, _ zh: String) {
    findings.add(stage, en, zh, file: RunFileName.certificate)
  }

  /// - Parameter keep: the share of its value that the stage leaves, as the profile says.
  mutating func take(_ proof: StageProof, keep: Double?) {
    let name = "stage \(place + 1) (\(proof.stage.rawValue))"
    var reached = Reached(stage: proof.stage, isFinished: proof.finished)
    if proof.finished || !proof.programs.isEmpty {
      switch proof.stage {
      case .reciprocity:
        let least = max(0, one(proof, .shortfall, name))
        reached.value = least
        keepReciprocity(least, keep)
      case .fairness: reached.levels = takeLevels(proof, keep, name)
      case .benefit: reached.benefit = takeBenefit(proof, keep, name, at: 0)
      case .continuity:
        kept.relaxBenefit(within: index.round.policy.continuityWithin ?? 0)
        if proof.finished || proof.programs.count > 1 {
          let least = max(0, one(proof, .deviation, name, of: 2))
          reached.value = least + index.lost
          keepDeviation(least, keep)
          reached.benefit = takeBenefit(proof, nil, name, at: 1)
        }
      case .focus:
        kept.relaxBenefit(within: index.round.policy.focusWithin ?? 0)
        for pair in proof.closed ?? [] {
          if let pair = index.partners(pair.donor, pair.recipient) { kept.closed.insert(pair) }
        }
        reached.benefit = takeBenefit(proof, nil, name, at: 0)
      case .integer:
        reached.value = proof.loosened ?? 0
        reached.benefit = takeInteger(proof, keep, name)
      case .difference: break
      case .coDesign:
        let most = one(proof, .sharedMonths, name)
        reached.value = most
        kept.months[place] = (keep ?? 1) * most - 1e-9 * max(1, abs(most))
      }
    }
    if proof.finished { checkPoint(proof, name) }
    // A search that was stopped leaves a plan that keeps the hard rules and the integer rules, and nothing that stages reached.
    if proof.stage == .integer, !proof.finished { kept = KeptRows() }
    self.reached.append(reached)
    place += 1
  }

  // MARK: One program

  /// Checks the bound of a program.
  ///
  /// - Returns: the bound over all eligible pairs.
  @discardableResult
  mutating func prove(
    _ program: ProvenProgram, _ name: String, isFinished: Bool, levels: Set<Int> = [],
    uses: [DonorRecipient: Double] = [:]
  ) -> Double {
    var full = FullProgram(index, program.objective, kept: kept, levels: levels, uses: uses)
    for multiplier in program.multipliers where !full.add(multiplier) {
      fault(
        name,
        "has a multiplier \(multiplier.value) for \(multiplier.row.text), which is no row of its program",
        "含有 \(multiplier.row.text) 的乘子 \(multiplier.value)，但该阶段没有这一约束")
    }
    let bound = full.bound()
    let gap = abs(bound - program.value) / max(1, abs(bound))
    let beyond = (program.value - bound) * (program.objective.isMaximum ? 1 : -1)
    if !(beyond <= ProvenProgram.allowedGap * max(1, abs(bound))) {
      fault(
        name, "claims \(program.value), but no plan can have more than \(bound)".minimum(program),
        "声称 \(program.value)，但任何方案都达不到（界为 \(bound)）")
    } else if isFinished, !(gap <= ProvenProgram.allowedGap) {
      fault(
        name,
        "is not proven optimal: \(program.value) is reached, the bound is \(bound) (gap \(gap))",
        "未证明最优：达到 \(program.value)，界为 \(bound)（差距 \(gap)）")
    }
    // A run that was stopped may state a weaker bound than its multipliers give, never a stronger one.
    let stronger = (bound - program.bound) * (program.objective.isMaximum ? 1 : -1)
    let allowed = ProvenProgram.allowedGap * max(1, abs(bound))
    if !(stronger <= allowed && (!isFinished || -stronger <= allowed)) {
      fault(
        name, "states the bound \(program.bound), its multipliers give \(bound)",
        "写明的界为 \(program.bound)，由乘子算得 \(bound)")
    }
    return bound
  }

  /// The value of a stage's only program about `objective`, with its bound checked.
  private mutating func one(
    _ proof: StageProof, _ objective: ProvenProgram.Objective, _ name: String, of count: Int = 1
  ) -> Double {
    guard proof.programs.count == count, let program = proof.programs.first,
      program.objective == objective
    else {
      fault(name, "lacks its program (\(objective.rawValue))", "缺少其线性规划（\(objective.rawValue)）")
      return 0
    }
    prove(program, name, isFinished: proof.finished)
    return program.value
  }

  mutating func takeBenefit(
    _ proof: StageProof, _ keep: Double?, _ name: String, at position: Int
  ) -> (value: Double, bound: Double)? {
    guard proof.programs.count == position + 1, let program = proof.programs.last,
      program.objective == .benefit
    else {
      fault(name, "lacks its program (benefit)", "缺少其线性规划（benefit）")
      return nil
    }
    let bound = prove(program, name, isFinished: proof.finished)
    kept.keepBenefit(program.value, share: keep, stage: place)
    return (program.value, bound)
  }

  private mutating func keepReciprocity(_ least: Double, _ keep: Double?) {
    let targets = index.round.reachableTargets
    guard targets > 0 else { return }
    let most = keep.map { targets - $0 * (targets - least) } ?? least
    kept.shortfalls[place] = most + 1e-9 * max(1, targets)
  }

  private mutating func keepDeviation(_ least: Double, _ keep: Double?) {
    if let keep, keep <= 0 { return }
    kept.deviations[place] = least / (keep ?? 1) + 1e-9 * max(1, index.money)
  }

  // MARK: The point

  mutating func checkPoint(
    _ proof: StageProof, _ name: String, uses: [DonorRecipient: Double] = [:]
  ) {
    var point = PointCheck(index, proof.point)
    point.check(kept)
    report(point, name)
    for program in proof.programs where program.objective != .level {
      // Benefit once more after continuity and focus is what their point shows last.
      let own = point.value(of: program.objective, uses: uses)
      let missing = (program.value - own) * (program.objective.isMaximum ? 1 : -1)
      // What continuity keeps leaves the benefit after it a little room.
      let room = program.objective == .deviation ? 2e-9 * max(1, index.money) : 0
      if missing > PointCheck.allowance * max(1, abs(program.value)) + room {
        fault(
          name, "claims \(program.value) (\(program.objective.rawValue)), its point gives \(own)",
          "声称 \(program.value)（\(program.objective.rawValue)），其解只达到 \(own)")
      }
    }
  }

  private mutating func report(_ point: PointCheck, _ name: String) {
    for text in point.faults { fault(name, "its point " + text.en, "其解" + text.zh) }
  }

  /// The selected point keeps every row of every stage.
  mutating func checkSelected(_ selected: CertifiedPoint) -> PointCheck {
    var point = PointCheck(index, selected)
    point.check(kept)
    report(point, "selection")
    return point
  }
}

extension String {
  /// The same sentence for a minimum.
  fileprivate func minimum(_ program: ProvenProgram) -> String {
    program.objective.isMaximum ? self : replacing("more than", with: "less than")
  }
}

extension CertifiedRow {
  /// `budget O1 2026`.
  var text: String {
    let parts: [String?] = [
      row.rawValue, offer?.text, year.map { "\($0)" }, proposal?.text, donor?.text,
      recipient?.text, sector?.text, group, stage.map { "\($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
