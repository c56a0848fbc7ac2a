/// The integer rules of a round with a column for every choice, written out plainly and solved by the stock `glpsol`.
extension GlpsolReference {
  /// The least share by which what is kept must be loosened for the integer rules to hold.
  public func leastLoosening(keeping kept: Kept) throws -> Double {
    var program = LinearProgram(maximise: false, objective: round.eligible.map { _ in 0 } + [1])
    try restrict(&program, keeping: kept, share: round.eligible.count)
    program.rows.append(.init(terms: [round.eligible.count: 1], sense: .atMost, limit: 1))
    return try program.solved()
  }

  /// The most benefit under the integer rules with what is kept loosened by `share`.
  public func benefit(keeping kept: Kept, loosenedBy share: Double) throws -> Double {
    var program = LinearProgram(
      maximise: true, objective: round.eligible.map(round.value) + [0])
    try restrict(&program, keeping: kept, share: round.eligible.count)
    program.rows.append(.init(terms: [round.eligible.count: 1], sense: .atMost, limit: share))
    return try program.solved()
  }

  /// What the stages of a plan keep, from the values that it publishes (nine digits).
  public func kept(shortfall: Double?, levels: [String: Double]) throws -> Kept {
    let entitlements = round.entitlements()
    let tolerance = round.policy.fairnessTolerance.double
    var floors: [String: Double] = [:]
    for (group, level) in levels {
      floors[group] = ((1 - tolerance) * level - 1e-8) * (entitlements[group] ?? 0)
    }
    return Kept(shortfall: shortfall.map { $0 + 1e-8 * max(1, $0) }, floors: floors)
  }

  private func restrict(
    _ program: inout LinearProgram, keeping kept: Kept, share: Int
  ) throws {
    program.rows += hardRules()
    let entitlements = round.entitlements()
    for (group, floor) in kept.floors.sorted(by: { $0.key < $1.key }) {
      var row = atLeast(floor) { round.group(ofProposal: $0.proposal) == group }
      row.terms[share] = entitlements[group] ?? 0
      program.rows.append(row)
    }
    if let shortfall = kept.shortfall {
      let targets = round.bondTargets().reachable.values.reduce(0, +)
      var terms: [Int: Double] = [share: -targets]
      for column in bondColumns(in: &program) { terms[column] = 1 }
      program.rows.append(.init(terms: terms, sense: .atMost, limit: shortfall))
    }
    addPairChoices(to: &program)
    for (index, proposal) in round.proposals.enumerated() where proposal.minFunding > .zero {
      let need = proposal.need.double
      addChoice(to: &program, least: proposal.minFunding.double * need, most: need) {
        $0.proposal == index
      }
    }
    for pair in round.eligible {
      let least = round.offers[pair.offer].minTicket
      guard least > .zero else { continue }
      let most = round.proposals[pair.proposal].need.double
      addChoice(to: &program, least: least.double, most: most) { $0 == pair }
    }
  }

  private func addPairChoices(to program: inout LinearProgram) {
    let policy = round.policy
    guard
      policy.maxRecipientsPerDonor != nil || policy.maxDonorsPerRecipient != nil
        || policy.minPairing > .zero
    else { return }
    var choices: [RegionPair: Int] = [:]
    for pair in Set(round.eligible.map(round.regions)).sorted() {
      let most = round.donorBudget[pair.donor]?.double ?? 0
      choices[pair] = addChoice(to: &program, least: policy.minPairing.double, most: most) {
        round.regions($0) == pair
      }
    }
    func limit(_ most: Rational?, _ party: (RegionPair) -> String) {
      guard let most else { return }
      for (_, own) in Dictionary(grouping: choices.keys, by: party) {
        let terms = Dictionary(
          uniqueKeysWithValues: own.compactMap { choices[$0] }.map { ($0, 1.0) })
        program.rows.append(.init(terms: terms, sense: .atMost, limit: most.double))
      }
    }
    limit(policy.maxRecipientsPerDonor, \.donor)
    limit(policy.maxDonorsPerRecipient, \.recipient)
  }

  /// A choice, 0 or 1, with `least·choice <= Σ x <= most·choice` over what `included` takes.
  @discardableResult
  private func addChoice(
    to program: inout LinearProgram, least: Double, most: Double,
    _ included: (RoundModel.Pair) -> Bool
  ) -> Int {
    let choice = program.objective.count
    program.objective.append(0)
    program.binary.append(choice)
    var (floor, ceiling) = (atLeast(0, included), atLeast(0, included))
    guard !floor.terms.isEmpty else { return choice }
    floor.terms[choice] = -least
    ceiling.terms = ceiling.terms.mapValues { -$0 }
    ceiling.terms[choice] = most
    program.rows += [floor, ceiling]
    return choice
  }
}
