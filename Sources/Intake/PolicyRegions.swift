import Records

/// The pairs of a policy by the codes of their regions, which the policy may call by name.
struct PolicyRegions {
  private(set) var policy: Policy
  private(set) var findings: [Finding] = []
  private let known: RegionsKnown

  init(_ policy: Policy, _ known: RegionsKnown) {
    self.policy = policy
    self.known = known
    var fixed: Set<[RegionCode]> = []
    for (index, pair) in policy.fixedPairs.enumerated() {
      let (donor, recipient) = resolved(pair.donor, pair.recipient, pair.origin)
      self.policy.fixedPairs[index].donor = donor
      self.policy.fixedPairs[index].recipient = recipient
      if !fixed.insert([donor, recipient]).inserted {
        refuseTwice("fixed_pairs", donor, recipient, pair.origin)
      }
    }
    var forbidden: Set<[RegionCode]> = []
    for (index, pair) in policy.forbiddenPairs.enumerated() {
      let (donor, recipient) = resolved(pair.donor, pair.recipient, pair.origin)
      self.policy.forbiddenPairs[index].donor = donor
      self.policy.forbiddenPairs[index].recipient = recipient
      if !forbidden.insert([donor, recipient]).inserted {
        refuseTwice("forbidden_pairs", donor, recipient, pair.origin)
      }
    }
  }

  private mutating func resolved(
    _ donor: RegionCode, _ recipient: RegionCode, _ origin: Origin
  ) -> (RegionCode, RegionCode) {
    let pair = (code(donor, origin), code(recipient, origin))
    if pair.0 == pair.1 {
      findings.append(Finding(complaint: .linkToItself(pair.0.text), origin: origin))
    }
    return pair
  }

  private mutating func code(_ written: RegionCode, _ origin: Origin) -> RegionCode {
    switch known.meaning(of: written.text) {
    case .region(let code): return code
    case .several(let codes):
      findings.append(
        Finding(
          complaint: .ambiguousRegion(written.text, codes), origin: origin, acrossFiles: true))
    case .unknown:
      findings.append(
        Finding(
          complaint: .unknownRegion(written.text, near: known.nearest(written.text)),
          origin: origin, acrossFiles: true))
    }
    return written
  }

  private mutating func refuseTwice(
    _ setting: String, _ donor: RegionCode, _ recipient: RegionCode, _ origin: Origin
  ) {
    let pair = donor.text + ">" + recipient.text
    findings.append(Finding(complaint: .pairTwice(setting, pair), origin: origin))
  }
}
