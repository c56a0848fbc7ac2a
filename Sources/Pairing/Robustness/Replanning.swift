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

  /// The money of every eligible pair, in M; nil where the watch ended it. Where the changed figures leave no plan, as when a
  /// smaller need cannot take what the policy fixes, nobody gets anything.
  ///
  /// Co-design and selection only move money among equally good plans: where the last benefit has one answer, they are left
  /// out.
  ///
  /// - Parameter selecting: which of the equally good plans; where they differ, one that is published takes co-design too.
  func money(
    of round: Round, selecting: RunSettings.Selection, goOn: () -> Bool
  ) throws -> [Double]? {
    var short = stages
    while short.last?.stage == .coDesign { short.removeLast() }
    do {
      let first = selecting == .published ? .any : selecting
      let result = try result(short, of: round, selecting: first, goOn)
      guard let result, selecting == .published, !result.isUnique else { return result?.money }
      return try self.result(stages, of: round, selecting: .published, goOn)?.money
    } catch PlanningError.solver {
      return round.eligible.indices.map { _ in 0 }
    }
  }

  private func result(
    _ stages: [StageRequest], of round: Round, selecting: RunSettings.Selection,
    _ goOn: () -> Bool
  ) throws -> StagesResult? {
    let run = try unlessStopped {
      try solveStages(
        stages, of: round, settings.run(selecting: selecting, from: starts),
        watch: { _, _ in goOn() })
    }
    guard let run, run.result.finished else { return nil }
    return run.result
  }
}
