import Foundation
import Pairing
import Plans

/// Tells how far a run has come, and ends the solving when its time is up.
public final class ProgressReporter {
  /// The steps in the order in which they come, as far as they come.
  private var seen: [String] = []
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
    let isNew = seen.last != step
    if isNew { seen.append(step) }
    if isNew || now - (shownAt ?? started) >= .milliseconds(200) {
      shownAt = now
      show(RunProgress(step: step, iterations: iterations, number: seen.count))
    }
    guard let limit else { return true }
    return now - started < limit
  }
}
