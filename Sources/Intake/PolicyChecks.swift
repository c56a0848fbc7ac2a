import Records

/// What a policy must keep to among the records of its round.
struct PolicyChecks {
  /// With the codes of the regions that its pairs name.
  let policy: Policy
  private let pairs: [Finding]
  let assembly: Assembly
  /// The numeric columns that proposals have.
  private let indicators: Set<String>

  init(policy: Policy, assembly: Assembly) {
    let named = PolicyRegions(policy, assembly.known)
    self.policy = named.policy
    pairs = named.findings
    self.assembly = assembly
    var found: Set<Indicator> = []
    for entry in assembly.proposalEntries {
      for indicator in entry.record.benefits.keys where !found.contains(indicator) {
        found.insert(indicator)
      }
    }
    indicators = Set(found.map(\.text))
  }

  func findings() -> [Finding] { weights() + rankWeights() + measure() + pairs }

  private func finding(_ complaint: Complaint, _ setting: String) -> Finding {
    Finding(complaint: complaint, origin: policy.origins[setting] ?? Origin(file: ""))
  }

  /// A name that nobody knows is a slip; a column that is known but nowhere filled counts for nothing, and that is said.
  private func weights() -> [Finding] {
    guard !assembly.proposalEntries.isEmpty else { return [] }
    let usual = Indicator.usual.map(\.text)
    return policy.weights.filter { $0.value > 0 && !indicators.contains($0.key.text) }.map {
      indicator, _ in
      let name = indicator.text
      let isKnown = usual.contains(name) || assembly.hasColumn(name, of: .proposals)
      let near = Nearest.value(to: name, among: (Array(indicators) + usual).sorted())
      let complaint =
        isKnown ? Complaint.weighsEmptyColumn(name) : .weighsNoColumn(name, near: near)
      return finding(complaint, "weights." + name)
    }
  }

  private func rankWeights() -> [Finding] {
    guard !assembly.proposalEntries.isEmpty else { return [] }
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
    if RegionMeasures.usual.contains(policy.fairnessMeasure)
      || assembly.hasColumn(policy.fairnessMeasure, of: .regions)
    {
      return [finding(.measuresEmptyColumn(policy.fairnessMeasure), setting)]
    }
    let near = Nearest.value(to: policy.fairnessMeasure, among: columns.sorted())
    return [finding(.measuresNoColumn(policy.fairnessMeasure, near: near), setting)]
  }
}

/// The numeric columns of regions that the formats name.
enum RegionMeasures {
  static let usual: Set<String> = [
    "need_weight", "gdp", "fiscal_revenue", "population", "coal_output_mt", "coal_jobs",
  ]
}
