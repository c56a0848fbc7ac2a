import Logging
import Plans

extension RoundOutcome {
  /// What the log tells of an attempt's inputs and of what they came to: enough to follow a file by its name.
  /// - Parameter since: the planners' files of the run that was in force.
  func logged(of round: String, since before: [Job.File], inputs: [Job.File]) -> Logger.Metadata {
    let names = Set(inputs.map(\.name))
    var metadata: Logger.Metadata = [
      "round": "\(round)", "files": "\(inputs.count)",
      "problems": "\(problems.count { $0.severity == .problem })",
    ]
    let changed = Set(inputs).subtracting(before).map(\.name)
    let withdrawn = Set(before.map(\.name)).subtracting(names)
    let faulty = files.filter { $0.state != .accepted && $0.state != .ignored }.map(\.name)
    for (key, names) in [
      ("changed", changed), ("withdrawn", Array(withdrawn)), ("faulty", faulty),
    ] where !names.isEmpty {
      metadata[key] = "\(RoundOutcome.some(names.sorted()))"
    }
    return metadata
  }

  /// The first of many names: a line must stay one that can be read.
  private static func some(_ names: [String]) -> String {
    let most = 8
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }
}
