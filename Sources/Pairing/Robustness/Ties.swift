import Optimisation
import Round

extension Allocation {
  /// Whether a project gets at least `amount`, in M, in every plan as good as the one the program stands at; nil where that
  /// depends on how ties are decided.
  ///
  /// - Parameter benefit: what the program maximised.
  mutating func givesInAnyCase(
    _ project: Int, atLeast amount: Double, benefit: [Term], options: SimplexOptions
  ) throws(ProgramError) -> Bool? {
    let own = funding(of: project)
    let slack = 1e-9 * max(1, amount)
    let isEnough = program.value(of: own) >= amount - slack
    guard !program.isUnique else { return isEnough }
    let basis = program.basis
    let best = program.value(of: benefit)
    let tie = try program.addRow(benefit, .atLeast(best - 1e-10 * max(1, abs(best))))
    try program.setObjective(isEnough ? .minimise : .maximise, own)
    let outcome = program.solve(options)
    let extreme = program.value(of: own)
    try program.setBounds(of: tie, .free)
    program.start(from: basis)
    guard outcome.finding == .optimal else { return nil }
    return (extreme >= amount - slack) == isEnough ? isEnough : nil
  }

  /// `Σo x[o,p]`.
  func funding(of project: Int) -> [Term] {
    round.eligible.pairs(ofProject: project).map { Term(1, money[$0]) }
  }
}
