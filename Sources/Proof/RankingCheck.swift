import Plans
import Records
import Round

/// The order of the plans: `Σ weight·column / Σ |weight|` on fixed ends, the first one recommended.
struct RankingCheck {
  let round: Round
  let document: PlansDocument

  func findings() -> [Finding] {
    var found: [Finding] = []
    var last = Double.infinity
    for (place, plan) in document.plans.enumerated() {
      var findings = Findings(plan: plan.id)
      findings.equal("rank", plan.rank, place + 1)
      findings.same("score", plan.score, score(plan.scorecard))
      findings.require(
        plan.score <= last, "rank", "has a higher score than the one before it", "得分高于前一名")
      last = plan.score
      found += findings.all
    }
    if document.recommended != document.plans.first?.id {
      found.append(
        Finding(
          file: RunFileName.plans, at: "recommended",
          en:
            "is \(document.recommended ?? "–"), the first in rank is \(document.plans.first?.id ?? "–")",
          zh: "为 \(document.recommended ?? "–")，排名第一的是 \(document.plans.first?.id ?? "–")"))
    }
    return found
  }

  private func score(_ card: Scorecard) -> Double {
    let weights = round.policy.rankWeights.sorted { $0.key < $1.key }
    let sum = weights.reduce(0) { $0 + abs($1.value) }
    return sum > 0 ? weights.reduce(0) { $0 + $1.value * share($1.key, card) } / sum : 0
  }

  /// A column between its ends.
  private func share(_ column: String, _ card: Scorecard) -> Double {
    let value = card[column] ?? 0
    let end: Double
    switch column {
    case "reciprocity_met", "lowest_level", "mean_level", "distance": end = 1
    case "gini", "largest_pair_share": return 1 - value
    case "benefit": end = document.benefitOnly ?? 0
    case "invested": end = round.offers.reduce(0) { $0 + $1.total }
    case "pairings": end = Double(round.openPairs.count)
    case "person_months": end = round.experts.reduce(0) { $0 + $1.months }
    default:
      end = round.projects.reduce(0) { $0 + ($1.record.benefits[Indicator(column)] ?? 0) }
    }
    return end > 0 ? value / end : 0
  }
}
