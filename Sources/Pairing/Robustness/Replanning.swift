import Optimisation
import Plans
import Records
import Round

/// Plans a round with changed figures again, the whole list of stages, each solve from where the same solve of the first plan
/// ended.
struct Replanning: Sendable {
  let stages: [StageRequest]
  let settings: PlanningSettings
  let starts: WarmStarts
  var integer = IntegerSettings()

  /// The money of every eligible pair in M, ties decided by the ids; nil where the watch ended it. Where the changed figures leave
  /// no plan, as when a smaller need cannot take what the policy fixes, nobody gets anything.
  ///
  /// Co-design only moves money among equally good plans, and is left out.
  func money(of round: Round, goOn: () -> Bool) throws -> [Double]? {
    do {
      return try run(
        withoutCoDesign, of: round,
        settings.run(selecting: .ofMoney, from: starts, integer: integer), goOn)?
        .result.money
    } catch PlanningError.solver {
      return round.eligible.indices.map { _ in 0 }
    }
  }

  /// Whether a project gets at least `amount`, in M, in the plan that would be published; nil where the watch ended it.
  func gives(
    _ project: Int, atLeast amount: Double, in round: Round, goOn: () -> Bool
  ) throws -> Bool? {
    do {
      var short = try run(
        withoutCoDesign, of: round, settings.run(keeping: true, from: starts), goOn)
      guard short != nil else { return nil }
      // What comes after the last benefit has a say in ties that this look does not know.
      if withoutCoDesign.last?.stage.endsWithBenefit ?? false,
        var last = short?.lastBenefit.take()
      {
        if let answer = try last.givesInAnyCase(
          project, atLeast: amount, benefit: last.benefitTerms, options: settings.options)
        {
          return answer
        }
      }
      guard let whole = try run(stages, of: round, settings.run(selecting: .published), goOn) else {
        return nil
      }
      let given = round.eligible.pairs(ofProject: project).reduce(0) {
        $0 + whole.result.money[$1]
      }
      return given >= amount - 1e-9 * max(1, amount)
    } catch PlanningError.solver {
      return false
    }
  }

  private var withoutCoDesign: [StageRequest] {
    var short = stages
    while short.last?.stage == .coDesign { short.removeLast() }
    return short
  }

  private func run(
    _ stages: [StageRequest], of round: Round, _ settings: RunSettings, _ goOn: () -> Bool
  ) throws -> StagesRun? {
    let run = try unlessStopped {
      try solveStages(stages, of: round, settings, watch: { _, _ in goOn() })
    }
    guard let run, run.result.finished else { return nil }
    return run
  }
}
