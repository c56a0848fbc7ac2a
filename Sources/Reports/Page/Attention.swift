import Pages
import Plans
import Records
import Round

/// At most six points to know before deciding, the gravest first, each with a link to where it is shown.
struct Attention: Templated {
  struct Point {
    let section: String
    let finding: Words
    let explanation: Words
  }

  let points: [Point]

  static let template = """
    <ol class="att">{{#points}}<li><a href="#{{section}}">{{{finding}}}</a>\
    {{#explanation}}<p>{{{explanation}}}</p>{{/explanation}}</li>
    {{/points}}</ol>
    """

  static let most = 6

  static func section(_ points: [Point]) throws -> Section {
    let shown = Array(points.prefix(most))
    return Section(
      id: "attention", label: AttentionText.label.words, topic: AttentionText.topic.words,
      finding: shown.isEmpty ? AttentionText.nothing.words : AttentionText.finding.words,
      explanation: .none, figure: shown.isEmpty ? .none : try Attention(points: shown).markup())
  }

  /// What stands out in the inputs.
  static func inputPoints(problems: [LocatedProblem], lastGood: [InputsDocument.LastGood])
    -> [Point]
  {
    var points: [Point] = []
    let wrong = problems.count { $0.severity == .problem }
    if wrong > 0 {
      points.append(
        Point(
          section: "inputs", finding: AttentionText.problems(count: wrong),
          explanation: AttentionText.leftOut.words))
    }
    if !lastGood.isEmpty {
      let files = Set(lastGood.map(\.name)).count
      points.append(
        Point(
          section: "inputs", finding: AttentionText.lastGood(count: files),
          explanation: AttentionText.untilMended.words))
    }
    return points
  }

  /// What stands out in a plan.
  static func points(_ facts: Facts, levels: Levels, inputs: InputsDocument) -> [Point] {
    let problems = facts.document.problems
    var points: [Point] = []
    if facts.plan.status == .stopped {
      points.append(
        Point(
          section: "plans", finding: AttentionText.stopped.words,
          explanation: AttentionText.stoppedMeans.words))
    }
    // Without a policy the defaults plan, and the report says so first.
    if !facts.round.records.hasPolicy {
      points.insert(
        Point(
          section: "plans", finding: AttentionText.noPolicy.words,
          explanation: AttentionText.defaults.words), at: 0)
    }
    points += inputPoints(problems: problems, lastGood: inputs.lastGood)
    points += [
      notTheOwn(facts), year(facts), lowest(levels), unreachable(facts), nearlyAsGood(facts),
      concentrated(facts),
      withoutOffer(facts),
    ].compactMap { $0 }
    let notes = problems.count { $0.severity == .note }
    if notes > 0 {
      points.append(
        Point(
          section: "inputs", finding: AttentionText.notes(count: notes),
          explanation: AttentionText.readAsTheyStand.words))
    }
    return points
  }

  /// Where the recommended plan is not that of the profile in force, nobody should have to find it out.
  private static func notTheOwn(_ facts: Facts) -> Point? {
    guard let own = facts.document.plans.first(where: { $0.id == PlansDocument.policysOwn }),
      own.id != facts.plan.id
    else { return nil }
    return Point(
      section: "plans",
      finding: AttentionText.notTheOwn([
        "plan": Words(facts.plan.id), "profile": facts.planName(facts.plan),
      ]),
      explanation: AttentionText.ownIs([
        "profile": facts.planName(own), "first": .markup(fixed(facts.plan.score, 3)),
        "second": .markup(fixed(own.score, 3)),
        "moves": facts.plan.givesUp.map(facts.trades.largestMoves) ?? .none,
      ]))
  }

  private static func year(_ facts: Facts) -> Point? {
    let spent = facts.spentYears
    let idle = facts.idle
    guard let year = spent.first, spent.count < facts.round.years.count, facts.missing > 0,
      idle > 0.01 * facts.offered
    else { return nil }
    return Point(
      section: "budget",
      finding: spent.count == 1
        ? AttentionText.yearShort(["year": .markup(String(year)), "idle": facts.money.bare(idle)])
        : AttentionText.yearsShort([
          "count": counted(spent.count).capitalised, "idle": facts.money.bare(idle),
        ]), explanation: AttentionText.moveMoney.words)
  }

  private static func lowest(_ levels: Levels) -> Point? {
    let far = levels.groups.filter { $0.level < 0.5 }
    guard let first = far.first else { return nil }
    return Point(
      section: "fairness",
      finding: far.count == 1
        ? AttentionText.oneLow(["region": first.name, "level": share(first.level)])
        : AttentionText.someLow(["count": counted(far.count).capitalised]),
      explanation: far.count == 1
        ? .none
        : AttentionText.lowestIs(["region": first.name, "level": share(first.level)]))
  }

  private static func unreachable(_ facts: Facts) -> Point? {
    let lost = facts.round.bonds.filter { $0.pair == nil }
    let target = lost.reduce(0) { $0 + $1.target }
    let all = facts.round.bonds.reduce(0) { $0 + $1.target }
    guard target > 0.001 * all, target > 0 else { return nil }
    var byRegion: [RegionCode: Double] = [:]
    for bond in lost { byRegion[bond.recipient, default: 0] += bond.target }
    let regions = byRegion.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
      .map { facts.name($0.key) }
    return Point(
      section: "ledger", finding: AttentionText.unreachable(["target": facts.money.bare(target)]),
      explanation: AttentionText.askThem(["regions": Array(regions).enumerated]))
  }

  private static func nearlyAsGood(_ facts: Facts) -> Point? {
    guard let second = facts.document.plans.first(where: { $0.id != facts.plan.id }),
      facts.plan.score - second.score < 0.01
    else { return nil }
    let (ours, theirs) = (facts.plan.scorecard, second.scorecard)
    return Point(
      section: "plans", finding: AttentionText.nearlyAsGood(["plan": Words(second.id)]),
      explanation: (facts.plan.score - second.score < 0.0005
        ? AttentionText.comparedAlike : .compared)([
          "plan": Words(second.id), "first": .markup(fixed(facts.plan.score, 3)),
          "second": .markup(fixed(second.score, 3)),
          "benefit": ours.benefit > 0
            ? share(theirs.benefit / ours.benefit, decimals: 1) : .markup("–"),
          "mean": share(theirs.meanLevel, decimals: 1),
          "ourMean": share(ours.meanLevel, decimals: 1),
        ]))
  }

  private static func concentrated(_ facts: Facts) -> Point? {
    guard facts.plan.pairings.count > 2, facts.plan.scorecard.largestPairShare > 0.4,
      let largest = facts.plan.pairings.max(by: { $0.amount < $1.amount })
    else { return nil }
    return Point(
      section: "pairings",
      finding: AttentionText.onePair([
        "share": share(facts.plan.scorecard.largestPairShare), "donor": facts.name(largest.donor),
        "region": facts.name(largest.recipient),
      ]), explanation: AttentionText.ifItFails.words)
  }

  private static func withoutOffer(_ facts: Facts) -> Point? {
    let lonely = facts.round.projects.indices.filter {
      facts.round.eligible.pairs(ofProject: $0).isEmpty
    }
    guard !lonely.isEmpty else { return nil }
    let asked = lonely.reduce(0) { $0 + facts.round.projects[$1].need }
    return Point(
      section: "unfunded", finding: AttentionText.noOffer(count: lonely.count),
      explanation: AttentionText.theyAsk(["amount": facts.money.prose(asked)]))
  }
}
