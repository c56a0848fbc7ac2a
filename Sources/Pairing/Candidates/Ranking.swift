import Plans
import Records
import Round

/// Orders plans by the policy's `rank_weights` on fixed ends, so that no plan changes the order of two others.
struct Ranking {
  let round: Round
  /// The most benefit that the hard rules allow: the end of its column.
  let benefitOnly: Double?

  /// Nearer than this two plans count as one.
  static let nearest = 0.02

  /// The plans that planners choose from, ranked and named. The first of `plans` is plan A, which always stays.
  func ranked(_ candidates: [Plan]) -> [Plan] {
    guard var first = candidates.first else { return [] }
    first.id = "A"
    var kept = [first]
    let rest = candidates.dropFirst().map { plan in
      var plan = plan
      plan.scorecard.distance = distance(plan, first)
      return plan
    }
    // A plan that is dominated by one which is itself left out is dominated by what leaves that one out.
    let standing = rest.filter { plan in
      !([first] + rest).contains { dominates($0.scorecard, plan.scorecard) }
    }
    let best = standing.enumerated().sorted {
      (score($1.element.scorecard), $0.offset) < (score($0.element.scorecard), $1.offset)
    }
    for (_, plan) in best where kept.allSatisfy({ distance($0, plan) >= Ranking.nearest }) {
      kept.append(plan)
    }
    // Letters in the order in which the candidates were made.
    let names = rest.map(\.profile).filter { name in kept.contains { $0.profile == name } }
    for place in kept.indices.dropFirst() {
      kept[place].id = letters((names.firstIndex(of: kept[place].profile) ?? 0) + 1)
    }
    return ordered(kept)
  }

  /// By score, ties by id, with their ranks.
  func ordered(_ plans: [Plan]) -> [Plan] {
    var plans = plans
    for place in plans.indices { plans[place].score = score(plans[place].scorecard) }
    plans.sort {
      if $0.score != $1.score { return $0.score > $1.score }
      return ($0.id.utf8.count, $0.id) < ($1.id.utf8.count, $1.id)
    }
    for place in plans.indices { plans[place].rank = place + 1 }
    return plans
  }

  /// `Σ weight·column / Σ |weight|`.
  func score(_ card: Scorecard) -> Double {
    let sum = weights.reduce(0) { $0 + abs($1.value) }
    guard sum > 0 else { return 0 }
    return weights.reduce(0) { $0 + $1.value * scaled($1.key, card) } / sum
  }

  private var weights: [(key: String, value: Double)] {
    round.policy.rankWeights.sorted { $0.key < $1.key }
  }

  /// No worse in any column that has a weight, and better in one.
  private func dominates(_ one: Scorecard, _ other: Scorecard) -> Bool {
    // More than the solver's last digits can make of equal plans, and less than anybody would argue over.
    let nothing = 1e-6
    var isBetter = false
    for (column, weight) in weights where weight != 0 {
      let lead = (scaled(column, one) - scaled(column, other)) * (weight > 0 ? 1 : -1)
      if lead < -nothing { return false }
      if lead > nothing { isBetter = true }
    }
    return isBetter
  }

  /// A column from its worst end, 0, to its best, 1: benefit up to `benefitOnly`, indicators up to their sum over all proposals,
  /// shares and levels as they are, Gini and the largest pair's share counted down; money, pairings and months as shares of
  /// what the round could have.
  private func scaled(_ column: String, _ card: Scorecard) -> Double {
    func share(of whole: Double) -> Double { whole > 0 ? value / whole : 0 }
    let value = card[column] ?? 0
    return switch column {
    case "benefit": share(of: benefitOnly ?? 0)
    case "gini", "largest_pair_share": 1 - value
    case "reciprocity_met", "lowest_level", "mean_level", "distance": value
    case "invested": share(of: round.offers.reduce(0) { $0 + $1.total })
    case "pairings": share(of: Double(round.openPairs.count))
    case "person_months": share(of: round.experts.reduce(0) { $0 + $1.months })
    default:
      share(of: round.projects.reduce(0) { $0 + ($1.record.benefits[Indicator(column)] ?? 0) })
    }
  }
}

/// `Σ|Y - Y'| / (ΣY + ΣY')`: 0 for plans that pair alike, 1 for plans that share nothing.
func distance(_ one: Plan, _ other: Plan) -> Double {
  var amounts: [[RegionCode]: Double] = [:]
  for pairing in one.pairings {
    amounts[[pairing.donor, pairing.recipient], default: 0] += pairing.amount
  }
  var both = one.pairings.reduce(0) { $0 + $1.amount }
  for pairing in other.pairings {
    amounts[[pairing.donor, pairing.recipient], default: 0] -= pairing.amount
    both += pairing.amount
  }
  let moved = amounts.sorted { $0.key.map(\.text).lexicographicallyPrecedes($1.key.map(\.text)) }
    .reduce(0) { $0 + abs($1.value) }
  return both > 0 ? moved / both : 0
}

/// A, B … Z, AA, AB …
private func letters(_ number: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26)))
  return number < 26 ? letter : letters(number / 26 - 1) + letter
}
