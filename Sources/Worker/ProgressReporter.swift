import Foundation
import Pairing
import Plans

/// Tells how far a run has come, and ends the solving when its time is up.
public final class ProgressReporter {
  private var progress: RunProgress?
  private let started = ContinuousClock.now
  private let limit: Duration?
  private let show: (RunProgress) -> Void
  private var shownAt: ContinuousClock.Instant?

  /// - Parameters:
  ///   - limit: seconds after which the solving ends with the best valid plan; nil for none.
  ///   - show: called when a step begins and at most five times a second within it.
  public init(limit: Double?, show: @escaping (RunProgress) -> Void) {
    self.limit = limit.map { .seconds($0) }
    self.show = show
  }

  /// Writes `progress.json` to `path`.
  convenience init(path: String, limit: Double?) {
    self.init(limit: limit) { progress in
      // RunProgress that cannot be shown must not end a run.
      if let text = try? jsonText(progress) { try? write(text, to: path) }
    }
  }

  /// A `PlanningWatch`.
  public func look(step: String, iterations: Int) -> Bool {
    let now = ContinuousClock.now
    let seconds = (now - started) / .seconds(1)
    let isNew = progress?.step != step
    let plan = ProgressReporter.isOfPlanA(step) ? "A" : nil
    var new =
      isNew
      ? progress?.followed(by: step, plan: plan, at: seconds)
        ?? RunProgress(step: step, plan: plan, iterations: iterations, number: 1)
      : progress ?? RunProgress(step: step, plan: plan, iterations: iterations, number: 1)
    new.iterations = iterations
    new.seconds = seconds
    progress = new
    if isNew || now - (shownAt ?? started) >= .milliseconds(200) {
      shownAt = now
      show(new)
    }
    guard let limit else { return true }
    return now - started < limit
  }

  /// What comes before the plan in force and after it; every other step is a stage of it, or a reason for it.
  private static let besides: Set<String> = [
    "reading", "fixed pairs", "alternatives", "stability", "winning changes", "weights", "proof",
    "publishing",
  ]

  private static func isOfPlanA(_ step: String) -> Bool { !besides.contains(step) }
}
