import Records

/// What a plan gives up against another, and who gains.
public struct Trade: Hashable, Sendable, Codable {
  /// A donor's money that goes to another recipient.
  public struct Move: Hashable, Sendable, Codable {
    /// nil: money that the other plan leaves unused.
    public var from: RegionCode?
    /// nil: money that this plan leaves unused.
    public var to: RegionCode?
    public var donor: RegionCode
    /// M.
    public var amount: Double

    public init(donor: RegionCode, from: RegionCode?, to: RegionCode?, amount: Double) {
      self.donor = donor
      self.from = from
      self.to = to
      self.amount = amount
    }
  }

  /// The plan that it is held against.
  public var against: String
  /// The change of benefit as a share of the other plan's: -0.008 is 0.8 % less.
  public var benefit: Double
  /// The changes of shares, in points: 0.02 is two hundredths more.
  public var reciprocityMet: Double
  public var lowestLevel: Double
  public var meanLevel: Double
  /// How many pairings more.
  public var pairings: Int
  /// The largest first.
  public var moves: [Move]
  /// The sentence that says it.
  public var text: Bilingual?

  public init(
    against: String, benefit: Double, reciprocityMet: Double, lowestLevel: Double,
    meanLevel: Double, pairings: Int, moves: [Move], text: Bilingual? = nil
  ) {
    self.against = against
    self.benefit = benefit
    self.reciprocityMet = reciprocityMet
    self.lowestLevel = lowestLevel
    self.meanLevel = meanLevel
    self.pairings = pairings
    self.moves = moves
    self.text = text
  }

  enum CodingKeys: String, CodingKey {
    case against, benefit, pairings, moves, text
    case reciprocityMet = "reciprocity_met"
    case lowestLevel = "lowest_level"
    case meanLevel = "mean_level"
  }
}

extension Trade {
  /// What `plan` gives up against `other`.
  ///
  /// A donor's money moves from the recipients that get less of it to those that get more, the largest changes matched first;
  /// what is left over is money that one of the plans leaves unused.
  public init(of plan: Plan, against other: Plan) {
    let card = plan.scorecard
    let old = other.scorecard
    self.init(
      against: other.id,
      benefit: old.benefit > 0 ? (card.benefit - old.benefit) / old.benefit : 0,
      reciprocityMet: card.reciprocityMet - old.reciprocityMet,
      lowestLevel: card.lowestLevel - old.lowestLevel,
      meanLevel: card.meanLevel - old.meanLevel, pairings: card.pairings - old.pairings,
      moves: Trade.moves(from: other.pairings, to: plan.pairings))
  }

  private static func moves(from before: [Pairing], to after: [Pairing]) -> [Move] {
    var changes: [RegionCode: [RegionCode: Int]] = [:]
    func units(_ amount: Double) -> Int { Int((amount * 1e6).rounded()) }
    for pairing in after {
      changes[pairing.donor, default: [:]][pairing.recipient, default: 0] += units(pairing.amount)
    }
    for pairing in before {
      changes[pairing.donor, default: [:]][pairing.recipient, default: 0] -= units(pairing.amount)
    }
    var moves: [Move] = []
    for (donor, byRecipient) in changes {
      func largestFirst(_ sign: Int) -> [(recipient: RegionCode, units: Int)] {
        byRecipient.map { ($0.key, sign * $0.value) }.filter { $0.1 > 0 }
          .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      }
      var losing = largestFirst(-1)[...]
      var gaining = largestFirst(1)[...]
      func add(_ from: RegionCode?, _ to: RegionCode?, _ units: Int) {
        moves.append(Move(donor: donor, from: from, to: to, amount: Double(units) / 1e6))
      }
      while var loser = losing.first, var gainer = gaining.first {
        let moved = min(loser.units, gainer.units)
        add(loser.recipient, gainer.recipient, moved)
        loser.units -= moved
        gainer.units -= moved
        losing = loser.units > 0 ? [loser] + losing.dropFirst() : losing.dropFirst()
        gaining = gainer.units > 0 ? [gainer] + gaining.dropFirst() : gaining.dropFirst()
      }
      for loser in losing { add(loser.recipient, nil, loser.units) }
      for gainer in gaining { add(nil, gainer.recipient, gainer.units) }
    }
    return moves.sorted { left, right in
      if left.amount != right.amount { return left.amount > right.amount }
      let key = { (move: Move) in [move.donor.text, move.from?.text ?? "", move.to?.text ?? ""] }
      return key(left).lexicographicallyPrecedes(key(right))
    }
  }
}
