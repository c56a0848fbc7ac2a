import Pages
import Plans
import Records
import Round

/// Whether another plan could be better, how that is known, and how to check it.
struct ProofSection: Templated {
  let sentences: [Words]
  let table: Markup

  static let template = """
    {{{table}}}<ul class="rules">{{#sentences}}<li>{{{.}}}</li>
    {{/sentences}}</ul>
    """

  private let bounds: ProofBounds

  private init(_ facts: Facts) throws {
    let bounds = ProofBounds(facts.plan)
    self.bounds = bounds
    sentences = [
      Self.basis(facts, bounds), Self.proven(bounds), Self.rounding(facts, bounds),
      ProofText.toTheUnit.words, ProofText.check.words, ProofText.notCovered.words,
    ].filter { !$0.isEmpty }
    table = facts.plan.stages.isEmpty ? .none : try StagesReached(facts).markup()
  }

  static func section(_ facts: Facts) throws -> Section {
    let proof = try ProofSection(facts)
    let explanation: ProofText =
      facts.plan.status == .stopped
      ? .explanationStopped
      : facts.round.hasIntegerRules ? .explanationLoosened : .explanation
    return Section(
      id: "proof", label: ProofText.label.words, topic: ProofText.topic.words,
      finding: finding(facts, proof.bounds),
      explanation: explanation([
        "plan": Words(facts.plan.id)
      ]), figure: try proof.markup())
  }

  private static func finding(_ facts: Facts, _ bounds: ProofBounds) -> Words {
    let plan = facts.plan
    if facts.round.eligible.count == 0 { return ProofText.nothingFits.words }
    guard let more = bounds.more else {
      return (plan.status == .stopped ? ProofText.stoppedUnknown : .withoutBenefit).words
    }
    if more == .infinity, let bound = plan.bound {
      return ProofText.stoppedEmpty(["n": threeDigits(bound)])
    }
    let (none, atMost): (ProofText, ProofText) =
      if plan.status == .stopped {
        (.stoppedNone, .stoppedAtMost)
      } else if !facts.round.hasIntegerRules {
        (.none, .atMost)
      } else if isAlternative(plan.profile) {
        // An alternative is searched for once; its bound is that of its own choices.
        (.ownNone, .ownAtMost)
      } else {
        (.searchNone, .searchAtMost)
      }
    return (more == 0 ? none : atMost)(["keeping": bounds.keeping, "n": shareAtMost(more)])
  }

  /// What the bound rests on.
  private static func basis(_ facts: Facts, _ bounds: ProofBounds) -> Words {
    if facts.round.eligible.count == 0 { return .none }
    guard bounds.more != nil else {
      return facts.plan.status == .stopped ? ProofText.unknown.words : .none
    }
    return facts.round.hasIntegerRules
      ? ProofText.search.words : ProofText.everyPair(count: facts.document.eligiblePairs)
  }

  /// What is proven beside a bound that rests on a search.
  private static func proven(_ bounds: ProofBounds) -> Words {
    guard let more = bounds.linearMore, more.isFinite else { return .none }
    return (more == 0 ? ProofText.linearNone : .linearAtMost)(["n": shareAtMost(more)])
  }

  private static func rounding(_ facts: Facts, _ bounds: ProofBounds) -> Words {
    guard let rounding = facts.plan.rounding else { return .none }
    if bounds.isFollowed {
      let all = facts.plan.scorecard.benefit + rounding
      guard all > 0 else { return .none }
      return ProofText.laterAims(["share": shareAtMost(max(0, rounding / all))])
    }
    // A unit of benefit is a million at average yield, so a millionth of it is one unit of the currency.
    let units = (rounding * 1e6 - 1e-3).rounded(.up)
    if units < 1 { return ProofText.noRounding.words }
    return ProofText.rounding(["amount": facts.money.units(units)])
  }
}
