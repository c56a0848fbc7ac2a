import Foundation

extension RandomRound.Draft {
  /// The files with the policy; fixed pairs are chosen last, where the rest of the round lets money flow.
  mutating func finished() -> [String: String] {
    let policy = policyText()
    files["policy.yaml"] = policy
    let open = openPairs()
    var lists = ""
    let pairs = random.shuffled(open.keys.sorted())
    if random.chance(0.3), let pair = pairs.first, let most = open[pair], most > 1 {
      let amount = random.decimal(0.01...max(0.02, most / 20))
      lists += "  fixed_pairs:\n  - donor: \(pair.donor)\n    recipient: \(pair.recipient)\n"
      lists += "    amount: \(amount)\n"
    }
    if random.chance(0.3), pairs.count > 2 {
      lists += "  forbidden_pairs:\n"
      for pair in pairs.suffix(random.whole(1...2)) {
        lists += "  - donor: \(pair.donor)\n    recipient: \(pair.recipient)\n"
      }
    }
    files["policy.yaml"] = policy + lists
    return files
  }

  /// The pairs with an eligible offer and proposal, and roughly how much one of these could carry.
  private func openPairs() -> [RegionPair: Double] {
    let model = try? RoundFolder.temporary { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      return try RoundModel(folder: folder)
    }
    guard let model else { return [:] }
    var open: [RegionPair: Double] = [:]
    for pair in model.eligible {
      let (offer, proposal) = (model.offers[pair.offer], model.proposals[pair.proposal])
      let drawn = proposal.draw.map { (offer.budget[$0] ?? .zero) / $1 }.min() ?? .zero
      let most = min(drawn, proposal.need, offer.maxSharePerRecipient * offer.total)
      let regions = model.regions(pair)
      open[regions] = max(open[regions] ?? 0, most.double)
    }
    return open
  }

  private mutating func policyText() -> String {
    var text = "policy:\n  title: Random round\n  currency: CNY\n"
    if !yearsAreEvident || random.chance(0.8) {
      text += "  years:\n  - \(years[0])\n  - \(years[years.count - 1])\n"
    }
    if random.chance(0.6) {
      text += "  weights:\n"
      for indicator in indicators { text += "    \(indicator): \(weight())\n" }
    }
    for bonus in ["bond_bonus", "alignment_bonus", "pairing_bonus"] where random.chance(0.5) {
      text += "  \(bonus): \(random.pick(["0", "0.05", random.decimal(0...1)]))\n"
    }
    if random.chance(0.5) {
      text += "  co_investment:\n    max_donor_share: \(random.decimal(0.3...1))\n"
      if random.chance(0.7) { text += "    above: \(random.decimal(0...80))\n" }
    }
    if random.chance(0.5) {
      text += "  concentration:\n    max_recipient_share: \(random.decimal(0.2...1))\n"
    }
    if random.chance(0.5) {
      text += "  diversification:\n    max_sector_share: \(random.decimal(0.2...1))\n"
    }
    if random.chance(0.6) {
      text += "  reciprocity:\n    share: \(random.pick(["0", "1", random.decimal(0.1...0.9)]))\n"
    }
    if random.chance(0.4) { text += "  codesign:\n    months_per_M: \(random.decimal(0...0.3))\n" }
    return text + fairnessText() + stagesText()
  }

  private mutating func weight() -> String {
    random.chance(0.15) ? "0.2" : random.decimal(0.01...3)
  }

  private mutating func fairnessText() -> String {
    var settings = ""
    if measure != "need_weight" || random.chance(0.2) { settings += "    measure: \(measure)\n" }
    if fairnessByCommunity { settings += "    level: community\n" }
    if random.chance(0.6) {
      settings += "    tolerance: \(random.pick(["0", "0.1", random.decimal(0...0.5)]))\n"
    }
    return settings.isEmpty ? "" : "  fairness:\n" + settings
  }

  private mutating func stagesText() -> String {
    switch random.unit() {
    case ..<0.35: return ""
    case ..<0.7:
      return "  profile: \(random.pick(["bond-first", "fairness-first", "benefit-first"]))\n"
    case ..<0.85: return "  stages:\n" + stageList(indent: "  ")
    default: return "  profile: ours\n  profiles:\n    ours:\n" + stageList(indent: "    ")
    }
  }

  /// Some of the stages in any order, mostly with benefit among them and co-design last.
  private mutating func stageList(indent: String) -> String {
    var names = random.shuffled(random.some(of: ["reciprocity", "fairness", "benefit"]))
    if !names.contains("benefit") && random.chance(0.8) { names.append("benefit") }
    if random.chance(0.6) { names.append("co-design") }
    return names.map { name in
      random.chance(0.3)
        ? "\(indent)- stage: \(name)\n\(indent)  keep: \(random.decimal(0.5...1))\n"
        : "\(indent)- \(name)\n"
    }.joined()
  }
}
