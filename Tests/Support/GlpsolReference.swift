import Foundation

/// Stage values of a round from the full program, every pair a column and every rule a row, solved by
/// the stock `glpsol`. For rounds small enough for that.
public struct GlpsolReference {
  let round: RoundModel
  private let terms: [RoundModel.Pair: Int]

  /// Whether `glpsol` is there to be asked.
  public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: Glpsol.path) }

  public init(round folder: URL) throws {
    round = try RoundModel(folder: folder)
    terms = Dictionary(
      uniqueKeysWithValues: round.eligible.enumerated().map { ($0.element, $0.offset) })
  }

  /// The most benefit under the hard rules alone. Throws where fixed pairs cannot be met.
  public func benefitOnly() throws -> Double { try benefit(keeping: Kept()) }

  /// What earlier stages leave: the right sides of their kept rows.
  public struct Kept: Sendable {
    /// The largest `Σ u` of the bonds, in M; nil without the row.
    public var shortfall: Double?
    /// The least M by fairness group.
    public var floors: [String: Double]

    public init(shortfall: Double? = nil, floors: [String: Double] = [:]) {
      self.shortfall = shortfall
      self.floors = floors
    }
  }

  /// The most benefit under the hard rules and the kept rows.
  public func benefit(keeping kept: Kept) throws -> Double {
    var program = LinearProgram(maximise: true, objective: round.eligible.map(round.value))
    program.rows = hardRules()
    keep(kept, in: &program)
    return try program.solved()
  }

  /// `U*`: the least that must fall short of the bonds' targets when reciprocity is the first stage.
  public func reciprocityShortfall() throws -> Double {
    var program = LinearProgram(
      maximise: false, objective: round.eligible.map { _ in 0 })
    program.rows = hardRules()
    let short = bondColumns(in: &program)
    for column in short { program.objective[column] = 1 }
    return try program.solved()
  }

  /// The `t` of the first leximin round: the highest level that every group can have at once.
  public func firstFairnessLevel(keeping kept: Kept = Kept()) throws -> Double {
    let entitlements = round.entitlements()
    var program = LinearProgram(
      maximise: true, objective: round.eligible.map { _ in 0 } + [1])
    program.rows = hardRules()
    let level = round.eligible.count
    program.rows.append(.init(terms: [level: 1], sense: .atMost, limit: 1))
    for (group, entitlement) in entitlements.sorted(by: { $0.key < $1.key }) {
      var row = atLeast(0) { round.group(ofProposal: $0.proposal) == group }
      row.terms[level] = -entitlement
      program.rows.append(row)
    }
    keep(kept, in: &program)
    return try program.solved()
  }

  private func keep(_ kept: Kept, in program: inout LinearProgram) {
    for (group, floor) in kept.floors.sorted(by: { $0.key < $1.key }) {
      program.rows.append(atLeast(floor) { round.group(ofProposal: $0.proposal) == group })
    }
    if let shortfall = kept.shortfall {
      let short = bondColumns(in: &program)
      program.rows.append(
        .init(
          terms: Dictionary(uniqueKeysWithValues: short.map { ($0, 1) }), sense: .atMost,
          limit: shortfall))
    }
  }

  /// Adds `u >= 0` and `Y + u >= target` for each bond; the new columns.
  private func bondColumns(in program: inout LinearProgram) -> [Int] {
    round.bondTargets().reachable.sorted { $0.key < $1.key }.map { pair, target in
      let column = program.objective.count
      program.objective.append(0)
      var row = atLeast(target) { round.regions($0) == pair }
      row.terms[column] = 1
      program.rows.append(row)
      return column
    }
  }

  func columns(
    _ factor: (RoundModel.Pair) -> Double
  ) -> [Int: Double] {
    var columns: [Int: Double] = [:]
    for pair in round.eligible where factor(pair) != 0 { columns[terms[pair]!] = factor(pair) }
    return columns
  }

  func atLeast(
    _ limit: Double, _ included: (RoundModel.Pair) -> Bool
  ) -> LinearProgram.Row {
    .init(terms: columns { included($0) ? 1 : 0 }, sense: .atLeast, limit: limit)
  }

  func atMost(
    _ limit: Rational, _ included: (RoundModel.Pair) -> Bool
  ) -> LinearProgram.Row {
    .init(terms: columns { included($0) ? 1 : 0 }, sense: .atMost, limit: limit.double)
  }
}

extension GlpsolReference {
  private func hardRules() -> [LinearProgram.Row] {
    (offerRules() + proposalRules() + pairRules() + diversification()).filter { row in
      !row.terms.isEmpty || row.sense == .atLeast
    }
  }

  private func offerRules() -> [LinearProgram.Row] {
    let recipients = Set(round.proposals.map(\.recipient)).sorted()
    return round.offers.indices.flatMap { index in
      let offer = round.offers[index]
      let budgets = round.years.map { year in
        LinearProgram.Row(
          terms: columns {
            $0.offer == index ? round.proposals[$0.proposal].draw[year]?.double ?? 0 : 0
          },
          sense: .atMost, limit: offer.budget[year]?.double ?? 0)
      }
      let own = recipients.map { recipient in
        atMost(offer.maxSharePerRecipient * offer.total) {
          $0.offer == index && round.proposals[$0.proposal].recipient == recipient
        }
      }
      return budgets + own
    }
  }

  private func proposalRules() -> [LinearProgram.Row] {
    round.proposals.indices.flatMap { index in
      let need = round.proposals[index].need
      let donors = need >= round.policy.coInvestmentAbove ? round.donorBudget.keys.sorted() : []
      return [atMost(need) { $0.proposal == index }]
        + donors.map { donor in
          atMost(round.policy.maxDonorShare * need) {
            $0.proposal == index && round.offers[$0.offer].donor == donor
          }
        }
    }
  }

  private func pairRules() -> [LinearProgram.Row] {
    let pairs = Set(round.eligible.map(round.regions)).sorted()
    let concentration = pairs.map { pair in
      atMost(round.policy.maxRecipientShare * (round.donorBudget[pair.donor] ?? .zero)) {
        round.regions($0) == pair
      }
    }
    return concentration
      + round.policy.fixedPairs.map { pair, amount in
        atLeast(amount.double) { round.regions($0) == pair }
      }
  }

  private func diversification() -> [LinearProgram.Row] {
    round.openSectors().sorted { $0.key < $1.key }.flatMap { recipient, sectors in
      let share = max(round.policy.maxSectorShare, Rational(1) / Rational(sectors.count)).double
      return sectors.sorted().map { sector in
        LinearProgram.Row(
          terms: columns {
            let proposal = round.proposals[$0.proposal]
            if proposal.recipient != recipient { return 0 }
            return proposal.sector == sector ? 1 - share : -share
          },
          sense: .atMost, limit: 0)
      }
    }
  }
}
