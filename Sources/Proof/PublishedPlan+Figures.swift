import Plans
import Records
import Round

/// Every figure that follows from the tickets, computed again.
extension PublishedPlan {
  mutating func checkFigures(first: [DonorRecipient: Int]) {
    checkPairings()
    checkScorecard(first: first)
    checkUnfunded()
  }

  /// Whole units by donor and recipient.
  var amounts: [DonorRecipient: Int] {
    used.reduce(into: [:]) { $0[round.partners(ofPair: $1), default: 0] += amount($1) }
  }

  private func benefit(_ pairs: [Int]) -> Double {
    pairs.reduce(0) { $0 + round.eligible.value[$1] * millions(amount($1)) }
  }

  private func brought(_ indicator: Indicator, _ pairs: [Int]) -> Double {
    pairs.reduce(0) { sum, pair in
      let project = round.projects[round.eligible.project[pair]]
      return sum + (project.record.benefits[indicator] ?? 0) / project.need
        * millions(amount(pair))
    }
  }

  // MARK: Pairings

  private mutating func checkPairings() {
    var members = Dictionary(grouping: used) { round.partners(ofPair: $0) }
    var last = Double.infinity
    for (place, pairing) in plan.pairings.enumerated() {
      let name = "pairing \(pairing.donor) → \(pairing.recipient)"
      guard let pair = index.partners(pairing.donor, pairing.recipient),
        let pairs = members.removeValue(forKey: pair)
      else {
        findings.add(name, "has no ticket, or stands twice", "没有对应的资金安排，或重复出现")
        continue
      }
      findings.equal("\(name), rank", pairing.rank, place + 1)
      checkSums(pairing, pairs, name)
      findings.same("\(name), benefit", pairing.benefit, benefit(pairs))
      findings.require(
        pairing.benefit <= last, "\(name), rank", "has more benefit than the one before it",
        "效益高于前一名")
      last = pairing.benefit
      for (indicator, value) in pairing.indicators.sorted(by: { $0.key < $1.key }) {
        findings.same("\(name), \(indicator)", value, brought(indicator, pairs))
      }
      findings.same(
        "\(name), person_months", pairing.personMonths,
        (months[pair] ?? []).reduce(0) { $0 + $1.months })
    }
    for pair in members.keys.sorted() {
      findings.add("pairing \(round.name(pair))", "is missing", "缺失")
    }
  }

  private mutating func checkSums(_ pairing: Pairing, _ pairs: [Int], _ name: String) {
    var byInstrument: [Instrument: Int] = [:]
    var byYear: [String: Int] = [:]
    var byProposal: [ProposalID: Int] = [:]
    for pair in pairs {
      let offer = round.offers[round.eligible.offer[pair]].record
      byInstrument[offer.instrument, default: 0] += amount(pair)
      byProposal[round.projects[round.eligible.project[pair]].id, default: 0] += amount(pair)
      for (year, units) in zip(round.years, units[pair]) where units > 0 {
        byYear[String(year), default: 0] += units
      }
    }
    findings.same(
      "\(name), amount", pairing.amount, millions(pairs.reduce(0) { $0 + amount($1) }), within: 0)
    let instruments = Set(pairing.byInstrument.keys).union(byInstrument.keys)
    for instrument in instruments.sorted(by: { $0.text < $1.text }) {
      findings.same(
        "\(name), \(instrument)", pairing.byInstrument[instrument],
        byInstrument[instrument].map(millions), within: 0)
    }
    for year in Set(pairing.byYear.keys).union(byYear.keys).sorted() {
      findings.same(
        "\(name), \(year)", pairing.byYear[year], byYear[year].map(millions), within: 0)
    }
    let proposals = byProposal.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    findings.equal("\(name), proposals", pairing.proposals, proposals.map(\.key))
    let asked = Set(
      pairs.flatMap { round.projects[round.eligible.project[$0]].record.policyAreas })
    let donor = index.donors[pairing.donor].map { round.donors[$0].policyAreas } ?? []
    findings.equal("\(name), policy_areas", pairing.policyAreas, asked.intersection(donor).sorted())
  }

  // MARK: Scorecard

  private mutating func checkScorecard(first: [DonorRecipient: Int]) {
    let (card, used, amounts) = (plan.scorecard, used, amounts)
    let invested = amounts.values.reduce(0, +)
    func check(_ column: String, _ published: Double, _ own: Double) {
      findings.same("scorecard \(column)", published, own)
    }
    check("benefit", card.benefit, benefit(used))
    findings.same("scorecard invested", card.invested, millions(invested), within: 0)
    for (indicator, value) in card.indicators.sorted(by: { $0.key < $1.key }) {
      check(indicator.text, value, brought(indicator, used))
    }
    check("reciprocity_met", card.reciprocityMet, reciprocityMet(amounts))
    let levels = levels(used)
    let mean = levels.isEmpty ? 0 : levels.reduce(0, +) / Double(levels.count)
    check("lowest_level", card.lowestLevel, levels.min() ?? 0)
    check("mean_level", card.meanLevel, mean)
    let spread = levels.flatMap { one in levels.map { abs(one - $0) } }.reduce(0, +)
    let count = Double(levels.count)
    check("gini", card.gini, mean > 0 ? spread / (2 * count * count * mean) : 0)
    check(
      "largest_pair_share", card.largestPairShare,
      invested > 0 ? Double(amounts.values.max() ?? 0) / Double(invested) : 0)
    findings.equal("scorecard pairings", card.pairings, amounts.count)
    check("person_months", card.personMonths, plan.expertise.reduce(0) { $0 + $1.months })
    let apart = Set(amounts.keys).union(first.keys).reduce(0) {
      $0 + abs((amounts[$1] ?? 0) - (first[$1] ?? 0))
    }
    let together = invested + first.values.reduce(0, +)
    check("distance", card.distance, together > 0 ? Double(apart) / Double(together) : 0)
  }

  private func reciprocityMet(_ amounts: [DonorRecipient: Int]) -> Double {
    let targets = round.reachableTargets
    guard targets > 0 else { return 1 }
    let missing = index.targets.reduce(0) { $0 + max(0, $1.value - millions(amounts[$1.key] ?? 0)) }
    return 1 - missing / targets
  }

  private func levels(_ used: [Int]) -> [Double] {
    var received = [Int](repeating: 0, count: round.groups.count)
    for pair in used {
      if let group = round.groupOfProject[round.eligible.project[pair]] {
        received[group] += amount(pair)
      }
    }
    return zip(round.groups, received).compactMap { group, units in
      group.entitlement > 0 ? min(1, millions(units) / group.entitlement) : nil
    }
  }

  // MARK: Unfunded

  private mutating func checkUnfunded() {
    var received = [Int](repeating: 0, count: round.projects.count)
    for pair in used { received[round.eligible.project[pair]] += amount(pair) }
    var listed = Set<Int>()
    for entry in plan.unfunded {
      guard let project = index.projects[entry.proposal], listed.insert(project).inserted else {
        findings.add(
          "unfunded \(entry.proposal)", "is no proposal of the round, or stands twice",
          "不是本轮项目，或重复出现")
        continue
      }
      findings.same(
        "unfunded \(entry.proposal), funded", entry.funded,
        millions(received[project]) / round.projects[project].need)
    }
    let round = round
    for project in round.projects.indices where !listed.contains(project) {
      let pairs = round.eligible.pairs(ofProject: project)
      let dust = pairs.count * round.projects[project].draw.count { $0 > 0 }
      findings.require(
        limits.need(project: project) - received[project] <= dust && received[project] > 0,
        "unfunded \(round.projects[project].id)", "is missing", "缺失")
    }
  }
}
