import Plans
import Records
import Round

extension StageReplay {
  /// Each round's bound, and each level that it fixes: proven where `(bound - t)/w <= 1e-6`, `w` the group's weight.
  mutating func takeLevels(
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
}

extension ProvenProgram {
  /// `|dual|` of a group's level row.
  fileprivate func weight(of group: String) -> Double {
    multipliers.reduce(0) {
      $1.row.row == .level && $1.row.group == group ? $0 + max(0, -$1.value) : $0
    }
  }
}
