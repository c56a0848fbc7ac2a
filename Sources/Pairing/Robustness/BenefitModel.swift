import Optimisation
import Plans
import Records
import Round

/// The last benefit program of a plan with other figures in it: a quick view of what planning again would come to.
///
/// Where every stage before the last benefit is one of reciprocity and fairness, which know no indicator, other indicators
/// change nothing but its objective, and it says exactly what planning again says. Other needs change what fairness asks for;
/// then it is a good guess.
struct BenefitModel: ~Copyable {
  private var allocation: Allocation
  /// The rows and ceilings that say a need or a share of it, by project.
  private let needs: [ProposalID: [Limit]]

  /// - Parameter allocation: the program at its last benefit, that benefit not kept.
  init(_ allocation: consuming Allocation) {
    var needs: [ProposalID: [Limit]] = [:]
    for limit in allocation.limits where [.need, .coInvestment].contains(limit.name.rule) {
      if let proposal = limit.name.proposal { needs[proposal, default: []].append(limit.place) }
    }
    self.needs = needs
    self.allocation = allocation
  }

  /// Whether `project` gets at least `amount`, in M, with the values of `changed`, and asking for what it asks there.
  ///
  /// - Parameter inAnyCase: whether ties may not decide; then nil where they do.
  mutating func gives(
    _ project: Int, atLeast amount: Double, in changed: Round, inAnyCase: Bool,
    options: SimplexOptions
  ) throws -> Bool? {
    let before = allocation.round.projects[project].need
    let now = changed.projects[project].need
    let limits = needs[allocation.round.projects[project].id] ?? []
    let own = limits.compactMap { limit in allocation.program.value(of: limit).map { (limit, $0) } }
    if now != before { for (limit, value) in own { try set(limit, value * now / before) } }
    let benefit = zip(changed.eligible.value, allocation.money).map { Term($0, $1) }
    try allocation.program.setObjective(.maximise, benefit)
    let outcome = allocation.program.solve(options)
    var answer: Bool?
    if outcome.finding == .optimal {
      answer =
        inAnyCase
        ? try allocation.givesInAnyCase(
          project, atLeast: amount, benefit: benefit, options: options)
        : allocation.program.value(of: allocation.funding(of: project))
          >= amount - 1e-9 * max(1, amount)
    }
    if now != before { for (limit, value) in own { try set(limit, value) } }
    return answer
  }

  private mutating func set(_ limit: Limit, _ value: Double) throws(ProgramError) {
    switch limit {
    case .row(let row, _): try allocation.program.setBounds(of: row, .atMost(value))
    case .column(let column, _):
      try allocation.program.setBounds(of: column, .between(0, value))
    }
  }
}

extension [StageRequest] {
  /// Whether indicators count in the last benefit alone.
  var weighOnlyInTheEnd: Bool {
    guard let last = lastIndex(where: { $0.stage.endsWithBenefit }) else { return false }
    return self[last].stage == .benefit
      && self[..<last].allSatisfy { $0.stage == .reciprocity || $0.stage == .fairness }
      && self[(last + 1)...].allSatisfy { $0.stage == .coDesign }
  }
}
