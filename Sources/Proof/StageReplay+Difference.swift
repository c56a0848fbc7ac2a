import Plans
import Records
import Round

extension StageReplay {
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
      // With integer rules the least rests on a search: what it left is a row that the stages after it keep.
      kept.differences[place] = (uses, most)
      take(choices, name)
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
}
