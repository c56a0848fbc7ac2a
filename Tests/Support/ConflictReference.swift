import Foundation

/// A rule of a conflict as `plans.json` writes it.
public struct ConflictRuleModel: Hashable, Sendable, Decodable {
  public var rule: String
  public var donor: String?
  public var recipient: String?
  public var offer: String?
  public var year: Int?
  public var proposal: String?
  public var sector: String?
  public var amount: Double?
  public var set: Int?
}

/// The conflict of a `plans.json`, read by itself.
public struct ConflictModel: Sendable, Decodable {
  public struct Growth: Sendable, Decodable {
    public struct Limit: Sendable, Decodable {
      public var rule: ConflictRuleModel
      public var to: Double
    }

    public var total: Double
    public var limits: [Limit]
  }

  struct Document: Decodable { var conflict: ConflictModel? }

  public var rules: [ConflictRuleModel]
  public var growth: Growth

  public static func read(plans file: URL) throws -> ConflictModel? {
    try JSONDecoder().decode(Document.self, from: Data(contentsOf: file)).conflict
  }

  public var sets: [[ConflictRuleModel]] {
    Dictionary(grouping: rules) { $0.set ?? 0 }.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension GlpsolReference {
  /// How much the fixed pairs among `rules` fall short at the least where nothing but `rules` has to be kept.
  public func shortfall(of rules: [ConflictRuleModel]) throws -> Double {
    var program = LinearProgram(maximise: false, objective: round.eligible.map { _ in 0 })
    let isClosed = rules.contains { ["no-pair", "forbidden-pair"].contains($0.rule) }
    let fixed = rules.filter { $0.rule == "fixed-pair" }
    // Set aside that no money may flow, and any amount can.
    if fixed.count == 1, !rules.contains(where: { $0.rule != "fixed-pair" }) { return 0 }
    for rule in fixed {
      var row = atLeast(rule.amount ?? 0) {
        round.regions($0) == RegionPair(donor: rule.donor ?? "", recipient: rule.recipient ?? "")
      }
      if isClosed && !row.terms.isEmpty { throw Unreadable("money may flow: \(rule)") }
      row.terms[program.objective.count] = 1
      program.objective.append(1)
      program.rows.append(row)
    }
    let limits = limits()
    for rule in rules where rule.rule != "fixed-pair" && !isClosed {
      guard let row = limits[rule.key] else { throw Unreadable("no such rule: \(rule)") }
      program.rows.append(row)
    }
    return try program.solved()
  }

  /// The least by which limits must grow for every fixed amount to hold that some money may flow to.
  public func leastGrowth() throws -> Double {
    var program = LinearProgram(maximise: false, objective: round.eligible.map { _ in 0 })
    for (_, limit) in limits().sorted(by: { $0.key < $1.key }) {
      var row = limit
      row.terms[program.objective.count] = -1
      program.objective.append(1)
      program.rows.append(row)
    }
    for (pair, amount) in round.policy.fixedPairs {
      let row = atLeast(amount.double) { round.regions($0) == pair }
      if !row.terms.isEmpty { program.rows.append(row) }
    }
    return try program.solved()
  }

  /// The right side of a rule.
  public func limit(of rule: ConflictRuleModel) -> Double? { limits()[rule.key]?.limit }

  /// Every limit that is set, by its name; limits that are off are none.
  private func limits() -> [String: LinearProgram.Row] {
    var limits: [String: LinearProgram.Row] = [:]
    for (index, offer) in round.offers.enumerated() where !offer.isExpertise {
      for year in round.years {
        limits["budget \(offer.id) \(year)"] = .init(
          terms: columns {
            $0.offer == index ? round.proposals[$0.proposal].draw[year]?.double ?? 0 : 0
          }, sense: .atMost, limit: offer.budget[year]?.double ?? 0)
      }
      guard offer.maxSharePerRecipient < .one else { continue }
      for recipient in Set(round.proposals.map(\.recipient)) {
        limits["own-limit \(recipient) \(offer.id)"] =
          atMost(offer.maxSharePerRecipient * offer.total) {
            $0.offer == index && round.proposals[$0.proposal].recipient == recipient
          }
      }
    }
    for (index, proposal) in round.proposals.enumerated() {
      limits["need \(proposal.id)"] = atMost(proposal.need) { $0.proposal == index }
      let policy = round.policy
      guard policy.maxDonorShare < .one, proposal.need >= policy.coInvestmentAbove else { continue }
      for donor in round.donorBudget.keys {
        limits["co-investment \(donor) \(proposal.id)"] =
          atMost(policy.maxDonorShare * proposal.need) {
            $0.proposal == index && round.offers[$0.offer].donor == donor
          }
      }
    }
    if round.policy.maxRecipientShare < .one {
      for pair in Set(round.eligible.map(round.regions)) {
        limits["concentration \(pair.donor) \(pair.recipient)"] =
          atMost(round.policy.maxRecipientShare * (round.donorBudget[pair.donor] ?? .zero)) {
            round.regions($0) == pair
          }
      }
    }
    addDiversification(to: &limits)
    return limits.filter { !$0.value.terms.isEmpty }
  }

  private func addDiversification(to limits: inout [String: LinearProgram.Row]) {
    for (recipient, sectors) in round.openSectors() {
      let share = max(round.policy.maxSectorShare, Rational(1) / Rational(sectors.count)).double
      guard share < 1 else { continue }
      for sector in sectors {
        limits["diversification \(recipient) \(sector)"] = .init(
          terms: columns {
            let proposal = round.proposals[$0.proposal]
            if proposal.recipient != recipient { return 0 }
            return proposal.sector == sector ? 1 - share : -share
          }, sense: .atMost, limit: 0)
      }
    }
  }
}

extension ConflictRuleModel {
  /// `budget O1 2026`.
  fileprivate var key: String {
    [rule, donor, recipient, offer, proposal, sector, year.map(String.init)].compactMap { $0 }
      .joined(separator: " ")
  }
}
