import Records

/// What a policy must keep to among the records of its round.
struct PolicyChecks {
  let policy: Policy
  let assembly: Assembly
  /// The numeric columns that proposals have.
  private let indicators: Set<String>

  init(policy: Policy, assembly: Assembly) {
    self.policy = policy
    self.assembly = assembly
    var found: Set<Indicator> = []
    for proposal in assembly.proposals {
      for indicator in proposal.benefits.keys where !found.contains(indicator) {
        found.insert(indicator)
      }
    }
    indicators = Set(found.map(\.text))
  }

  func findings() -> [Finding] { weights() + rankWeights() + measure() + pairs() }

  private func finding(_ complaint: Complaint, _ setting: String) -> Finding {
    Finding(complaint: complaint, origin: policy.origins[setting] ?? Origin(file: ""))
  }

  private func weights() -> [Finding] {
    guard !assembly.proposals.isEmpty else { return [] }
    let present = indicators
    return policy.weights.filter { $0.value > 0 && !present.contains($0.key.text) }.map {
      indicator, _ in
      let near = Nearest.value(to: indicator.text, among: present.sorted())
      return finding(.weighsNoColumn(indicator.text, near: near), "weights." + indicator.text)
    }
  }

  private func rankWeights() -> [Finding] {
    guard !assembly.proposals.isEmpty else { return [] }
    let usual = Set(Indicator.usual.map(\.text))
    let valid = PolicySettings.scorecard.union(indicators).union(usual)
    return policy.rankWeights.keys.filter { !valid.contains($0) }.map { column in
      let near = Nearest.value(to: column, among: valid.sorted())
      return finding(.ranksByNoColumn(column, near: near), "rank_weights." + column)
    }
  }

  private func measure() -> [Finding] {
    let setting = "fairness.measure"
    guard policy.origins[setting] != nil, !assembly.regions.isEmpty else { return [] }
    let columns = Set(assembly.regions.flatMap { $0.measures.keys })
    guard !columns.contains(policy.fairnessMeasure) else { return [] }
    let near = Nearest.value(to: policy.fairnessMeasure, among: columns.sorted())
    return [finding(.measuresNoColumn(policy.fairnessMeasure, near: near), setting)]
  }

  private func pairs() -> [Finding] {
    let fixed = policy.fixedPairs.flatMap { [($0.donor, $0.origin), ($0.recipient, $0.origin)] }
    let forbidden = policy.forbiddenPairs.flatMap {
      [($0.donor, $0.origin), ($0.recipient, $0.origin)]
    }
    return (fixed + forbidden).filter { !assembly.known.contains($0.0) }.map { code, origin in
      Finding(
        complaint: .unknownRegion(code.text, near: assembly.known.nearest(code.text)),
        origin: origin, acrossFiles: true)
    }
  }
}
