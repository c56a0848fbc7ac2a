import Optimisation
import Plans
import Records
import Round

/// Plans a round with changed figures again, the whole list of stages, each solve from where the same solve of the first plan
/// ended.
struct Replanning: Sendable {
  let stages: [StageRequest]
  let settings: PlanningSettings
  let starts: [WarmStarts.Key: Basis]

  /// The money of every eligible pair, in M; nil where the watch ended it.
  ///
  /// - Parameter selecting: whether ties are decided as in a published plan; else co-design and selection, which only move
  ///   money among equally good plans, are left out.
  func money(of round: Round, selecting: Bool, goOn: () -> Bool) throws -> [Double]? {
    var stages = stages
    if !selecting { while stages.last?.stage == .coDesign { stages.removeLast() } }
    let run = try unlessStopped {
      try solveStages(
        stages, of: round, settings.run(selecting: selecting, from: starts),
        watch: { _, _ in goOn() })
    }
    guard let run, run.result.finished else { return nil }
    return run.result.money
  }
}
