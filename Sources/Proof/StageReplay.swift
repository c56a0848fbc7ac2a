import Plans
import Records
import Round

/// Goes through the stages of one plan's proof: each program's bound with what the stages before it keep, and each stage's point
/// against all rows.
struct StageReplay {
  let index: RoundIndex
  private let releasesBenefit: Bool
  private(set) var findings: Findings
  private(set) var kept = KeptRows()
  /// The place of the next stage among all of the plan's.
  private(set) var place = 0
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
  init(_ index: RoundIndex, plan: String, releasesBenefit: Bool = false) {
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

  private mutating func fault(_ stage: String, _ en: String, _ zh: String) {
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
      case .integer: reached.benefit = takeInteger(proof, keep, name)
      case .difference: break
      case .coDesign:
        let most = one(proof, .sharedMonths, name)
        reached.value = most
        kept.months[place] = (keep ?? 1) * most - 1e-9 * max(1, abs(most))
      }
    }
    if proof.finished { checkPoint(proof, name) }
    self.reached.append(reached)
    place += 1
  }

  // MARK: One program

  /// Checks the bound of a program.
  ///
  /// - Returns: the bound over all eligible pairs.
  @discardableResult
  private mutating func prove(
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

  private mutating func takeBenefit(
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

  // MARK: Fairness

  /// Each round's bound, and each level that it fixes: proven where `(bound - t)/w <= 1e-6`, `w` the group's weight.
  private mutating func takeLevels(
    _ proof: StageProof, _ keep: Double?, _ name: String
  ) -> [Int: Double] {
    let groups = index.round.groups
    var open = Set(groups.indices.filter { groups[$0].entitlement > 0 })
    var levels: [Int: Double] = [:]
    let before = kept.floors
    for (number, program) in proof.programs.enumerated() {
      let name = "\(name), round \(number + 1)"
      guard program.objective == .level else {
        fault(name, "is no round of fairness", "不是公平阶段的一轮")
        continue
      }
      let bound = prove(program, name, isFinished: true, levels: open)
      let level = (min(1, program.value) * 1e12).rounded(.down) / 1e12
      for group in program.fixes ?? [] {
        guard let place = index.groups[group], open.contains(place) else {
          fault(name, "fixes \(group), which is not open", "固定了并未开放的 \(group)")
          continue
        }
        let weight = program.weight(of: group) * groups[place].entitlement
        if program.value < 1 - 1e-9, !(max(0, bound - program.value) <= 1e-6 * weight) {
          fault(
            name, "fixes \(group) without proof (weight \(weight), bound \(bound))",
            "未经证明即固定 \(group)（权重 \(weight)，界 \(bound)）")
        }
        open.remove(place)
        levels[place] = level
        kept.raiseFloor(place, to: level, entitlement: groups[place].entitlement)
      }
    }
    if proof.finished, !open.isEmpty {
      let names = open.sorted().map { groups[$0].name }.joined(separator: ", ")
      fault(name, "does not fix the level of \(names)", "未固定 \(names) 的水平")
    }
    // The point shows the levels themselves; later stages may give back what the tolerance leaves.
    if proof.finished { checkLevels(proof, levels, name) }
    kept.floors = before
    let share = keep ?? (1 - index.round.policy.fairnessTolerance)
    for (group, level) in levels {
      kept.raiseFloor(group, to: share * level, entitlement: groups[group].entitlement)
    }
    return levels
  }

  private mutating func checkLevels(
    _ proof: StageProof, _ levels: [Int: Double], _ name: String
  ) {
    let point = PointCheck(index, proof.point)
    for (group, level) in levels.sorted(by: { $0.key < $1.key }) {
      let own = point.value(of: .level, levels: [group])
      if own < level - PointCheck.allowance {
        let text = index.round.groups[group].name
        fault(
          name, "claims the level \(level) for \(text), its point gives \(own)",
          "声称 \(text) 的水平为 \(level)，其解只达到 \(own)")
      }
    }
  }

  // MARK: Integer rules

  /// With what was chosen, the stage is a linear program again. That no other choices are better rests on the search; the plan's
  /// linear bound stands beside it.
  private mutating func takeInteger(
    _ proof: StageProof, _ keep: Double?, _ name: String
  ) -> (value: Double, bound: Double)? {
    let loosened = proof.loosened ?? 0
    if !(0...1).contains(loosened) { fault(name, "is loosened by \(loosened)", "放宽 \(loosened)") }
    if releasesBenefit, !kept.benefits.isEmpty { kept.benefits.removeLast() }
    kept.loosen(by: loosened + 1e-7, in: index)
    take(proof.choices ?? [], name)
    return takeBenefit(proof, keep, name, at: 0)
  }

  private mutating func take(_ choices: [StageProof.Choice], _ name: String) {
    kept.choices = KeptRows.Choices()
    for choice in choices {
      if let pair = index.partners(choice.donor, choice.recipient) {
        kept.choices.pairs[pair] = choice.isOn
      } else if let offer = choice.offer, let proposal = choice.proposal,
        let pair = index.pair(offer, proposal)
      {
        kept.choices.tickets[pair] = choice.isOn
      } else if choice.offer == nil, let project = choice.proposal.flatMap({ index.projects[$0] }) {
        kept.choices.projects[project] = choice.isOn
      } else {
        fault(name, "chooses about what the round does not have", "选择了本轮没有的内容")
      }
    }
    checkCounts(name)
  }

  private mutating func checkCounts(_ name: String) {
    let used = kept.choices.pairs.filter(\.value).keys
    let policy = index.round.policy
    if let most = policy.maxRecipientsPerDonor,
      Dictionary(grouping: used, by: \.donor).contains(where: { $0.value.count > most })
    {
      fault(name, "chooses more than \(most) recipients for a donor", "某支援方的受援方多于 \(most) 个")
    }
    if let most = policy.maxDonorsPerRecipient,
      Dictionary(grouping: used, by: \.recipient).contains(where: { $0.value.count > most })
    {
      fault(name, "chooses more than \(most) donors for a recipient", "某受援方的支援方多于 \(most) 个")
    }
  }

  // MARK: Difference

  /// - Parameters:
  ///   - amounts: what pairs have in plan A as published; `benefit` is that of its point.
  mutating func takeDifference(
    _ proof: StageProof, amounts: [DonorRecipient: Double], benefit: Double
  ) {
    let name = "stage \(place + 1) (\(proof.stage.rawValue))"
    var uses: [DonorRecipient: Double] = [:]
    for pair in proof.uses ?? [] {
      guard let weight = pair.weight, weight >= 0,
        let partners = index.partners(pair.donor, pair.recipient)
      else { continue }
      uses[partners] = weight
    }
    let allowed = index.round.policy.alternativesWithin
    let within = min(max(0, proof.within ?? allowed), allowed)
    kept.choices = KeptRows.Choices()
    kept.relaxBenefit(of: benefit, within: within)
    if let choices = proof.choices, let most = proof.most {
      // With integer rules the least rests on a search: what it left is a row that the point must keep.
      kept.differences[place] = (uses, most)
      take(choices, name)
      checkPoint(proof, name, uses: uses)
      place += 1
      return
    }
    guard proof.programs.count == 1, let program = proof.programs.first,
      program.objective == .difference
    else {
      fault(name, "lacks its program (difference)", "缺少其线性规划（difference）")
      return
    }
    prove(program, name, isFinished: true, uses: uses)
    checkPoint(proof, name, uses: uses)
    let now = uses.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (amounts[$1.key] ?? 0) }
    let least = max(0, program.value)
    kept.differences[place] = (uses, max(least, (now + least) / 2) + 1e-9 * max(1, index.money))
    place += 1
  }

  // MARK: The point

  private mutating func checkPoint(
    _ proof: StageProof, _ name: String, uses: [DonorRecipient: Double] = [:]
  ) {
    var point = PointCheck(index, proof.point)
    point.check(kept)
    report(point, name)
    for program in proof.programs where program.objective != .level {
      // Benefit once more after continuity and focus is what their point shows last.
      let own = point.value(of: program.objective, uses: uses)
      let missing = (program.value - own) * (program.objective.isMaximum ? 1 : -1)
      if missing > PointCheck.allowance * max(1, abs(program.value)) {
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
  mutating func checkSelected(_ selected: Point) -> PointCheck {
    var point = PointCheck(index, selected)
    point.check(kept)
    report(point, "selection")
    return point
  }
}

extension ProvenProgram {
  /// `|dual|` of a group's level row.
  fileprivate func weight(of group: String) -> Double {
    multipliers.reduce(0) {
      $1.row.row == .level && $1.row.group == group ? $0 + max(0, -$1.value) : $0
    }
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
