import Records

// norm[i] = Σp benefit[p,i] / Σp N[p]
// q[p]    = readiness[p] · Σi w[i] · (benefit[p,i] / N[p]) / norm[i]

/// `norm[i]` of every weighed indicator that has one above 0, and the weights scaled to sum 1 over those.
func indicatorWeights(
  policy: Policy, proposals: [Proposal]
) -> (weights: [Indicator: Double], norms: [Indicator: Double]) {
  let stated = policy.weights.filter { $0.value > 0 }
  let wanted =
    policy.weights.isEmpty
    ? Dictionary(uniqueKeysWithValues: Indicator.usual.map { ($0, 1.0) }) : stated
  let need = proposals.reduce(0) { $0 + $1.need }
  var norms: [Indicator: Double] = [:]
  for indicator in wanted.keys {
    let benefit = proposals.reduce(0) { $0 + ($1.benefits[indicator] ?? 0) }
    let norm = need > 0 ? benefit / need : 0
    // A figure below what a double tells from 0 has no norm, and a norm without a reciprocal would make values infinite.
    if norm >= .leastNormalMagnitude { norms[indicator] = norm }
  }
  let kept = wanted.filter { norms[$0.key] != nil }
  let sum = kept.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  return (kept.mapValues { $0 / sum }, norms)
}

/// `q[p]`; the readiness alone where no indicator has a norm above 0.
func quality(
  of proposal: Proposal, weights: [Indicator: Double], norms: [Indicator: Double]
) -> Double {
  guard !weights.isEmpty else { return proposal.readiness }
  let yield = weights.sorted { $0.key < $1.key }.reduce(0.0) { sum, weight in
    guard let norm = norms[weight.key] else { return sum }
    return sum + weight.value * ((proposal.benefits[weight.key] ?? 0) / proposal.need) / norm
  }
  return proposal.readiness * yield
}

/// `a[d,p] = 1 + bond_bonus·coalshare[d,r] + alignment_bonus·|A(d) ∩ A(p)|/|A(p)| + pairing_bonus·existing[d,r]`.
func donorAffinity(
  of donor: Donor, with project: Project, recipient: RegionCode, ties: Ties, policy: Policy
) -> Double {
  let asked = Set(project.record.policyAreas)
  let met =
    asked.isEmpty ? 0 : Double(asked.intersection(donor.policyAreas).count) / Double(asked.count)
  let existing = ties.isExisting(donor.code, recipient) ? 1.0 : 0
  return 1 + policy.bondBonus * ties.coalShare(donor.code, recipient)
    + policy.alignmentBonus * met + policy.pairingBonus * existing
}
