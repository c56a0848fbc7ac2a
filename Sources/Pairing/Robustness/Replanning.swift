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

  /// The money of every eligible pair, in M; nil where the watch ended it.
  ///
  /// Co-design and selection only move money among equally good plans: where the last benefit has one answer, they are left
  /// out.
  ///
  /// - Parameter selecting: whether ties are decided as in a published plan; else any of the equally good plans will do.
  func money(of round: Round, selecting: Bool, goOn: () -> Bool) throws -> [Double]? {
    var short = stages
    while short.last?.stage == .coDesign { short.removeLast() }
    let result = try result(short, of: round, selecting: false, goOn)
    guard let result, selecting, !result.isUnique else { return result?.money }
    return try self.result(stages, of: round, selecting: true, goOn)?.money
  }

  private func result(
    _ stages: [StageRequest], of round: Round, selecting: Bool, _ goOn: () -> Bool
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
