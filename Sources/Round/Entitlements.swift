import Records

// ent[g] = min(H[g], λ·n[g]) with λ such that Σ ent = M = min(Σo B[o], Σg H[g])

/// A region or a community that must not be left behind.
public struct FairnessGroup: Sendable {
  /// `RECIPIENT` or `RECIPIENT/COMMUNITY`.
  public let name: String
  public let recipient: Int
  /// `H`: what its proposals with an eligible pair ask for, in M.
  public let asked: Double
  /// `n`: its need weight.
  public let weight: Double
  /// `ent`: its share of the money by need, in M; 0 for a group without a level.
  public let entitlement: Double
}

/// The groups of `fairness.level` with something to fund, in order, and each project's place among them.
func fairnessGroups(
  records: RecordSet, recipients: [RegionCode], projects: [Project], eligible: EligiblePairs,
  money: Double
) -> (groups: [FairnessGroup], groupOfProject: [Int?]) {
  let policy = records.policy
  let reachable = projects.indices.filter { !eligible.pairs(ofProject: $0).isEmpty }
  func name(_ project: Int) -> String {
    let record = projects[project].record
    guard policy.fairnessLevel == .community, let community = record.community else {
      return record.recipient.text
    }
    return "\(record.recipient.text)/\(community)"
  }

  var asked: [String: Double] = [:]
  var askedOfRecipient: [Int: Double] = [:]
  var recipientOf: [String: Int] = [:]
  for project in reachable {
    asked[name(project), default: 0] += projects[project].need
    askedOfRecipient[projects[project].recipient, default: 0] += projects[project].need
    recipientOf[name(project)] = projects[project].recipient
  }

  var measure: [String: Double] = [:]
  for region in records.regions {
    if let value = region.measures[policy.fairnessMeasure] { measure[region.code.text] = value }
  }
  let someWeight = askedOfRecipient.keys.contains { (measure[recipients[$0].text] ?? 0) > 0 }
  let members = recipientOf.sorted { $0.key < $1.key }
  let weights = members.map { group, recipient -> Double in
    guard someWeight else { return asked[group] ?? 0 }
    let region = recipients[recipient].text
    if group != region, let own = measure[group] { return own }
    let share = (asked[group] ?? 0) / (askedOfRecipient[recipient] ?? 1)
    return (measure[region] ?? 0) * (group == region && policy.fairnessLevel == .region ? 1 : share)
  }
  let caps = members.map { asked[$0.key] ?? 0 }
  let entitlements = waterFilling(min(money, caps.reduce(0, +)), caps: caps, weights: weights)
  let groups = members.indices.map { place in
    FairnessGroup(
      name: members[place].key, recipient: members[place].value, asked: caps[place],
      weight: weights[place], entitlement: entitlements[place])
  }
  let place = Dictionary(uniqueKeysWithValues: zip(members.map(\.key), members.indices))
  var groupOfProject = [Int?](repeating: nil, count: projects.count)
  for project in reachable { groupOfProject[project] = place[name(project)] }
  return (groups, groupOfProject)
}

/// Shares `amount` in proportion to `weights`, none above its cap; what a cap leaves over goes to the others.
///
/// Where all with weight are capped, each of them has its cap.
func waterFilling(_ amount: Double, caps: [Double], weights: [Double]) -> [Double] {
  let order = caps.indices.filter { weights[$0] > 0 }
    .sorted { (caps[$0] / weights[$0], $0) < (caps[$1] / weights[$1], $1) }
  var shares = [Double](repeating: 0, count: caps.count)
  var rest = amount
  // Summed from the end: taking weights off a total would leave only rounding where one weight is far above the others.
  var restWeights = [Double](repeating: 0, count: order.count + 1)
  for position in order.indices.reversed() {
    restWeights[position] = restWeights[position + 1] + weights[order[position]]
  }
  for (position, place) in order.enumerated() {
    let restWeight = restWeights[position]
    if caps[place] <= rest / restWeight * weights[place] {
      shares[place] = caps[place]
      rest -= caps[place]
    } else {
      let level = rest / restWeight
      for uncapped in order[position...] { shares[uncapped] = level * weights[uncapped] }
      return shares
    }
  }
  return shares
}
