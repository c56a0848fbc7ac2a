import Optimisation

/// Where each solve of a list of stages starts, and where it ended.
///
/// A round with a few figures changed has the same columns and rows, and mostly ends at a basis near that of the same solve of
/// the first round.
struct WarmStarts: Sendable {
  /// A solve by its step and its number among the solves of that step.
  struct Key: Hashable, Sendable {
    var step: String
    var number: Int
  }

  /// Where to start from; solves that it does not know start where the last one ended.
  var from: [Key: Basis] = [:]
  /// `v` of the round that they come from.
  var values: [Double] = []
  /// Whether ends are kept.
  var isRecording = false
  private(set) var ends: [Key: Basis] = [:]
  private var counts: [String: Int] = [:]

  init(from: [Key: Basis] = [:], values: [Double] = []) {
    self.from = from
    self.values = values
  }

  /// The key of the next solve of `step`.
  mutating func next(_ step: String) -> Key {
    counts[step, default: 0] += 1
    return Key(step: step, number: counts[step] ?? 0)
  }

  /// Where the next solve of `step` may start.
  func basis(forNext step: String) -> Basis? {
    from[Key(step: step, number: counts[step, default: 0] + 1)]
  }

  /// The same, for a caller who goes on from there in his own way.
  mutating func takeBasis(forNext step: String) -> Basis? {
    from.removeValue(forKey: Key(step: step, number: counts[step, default: 0] + 1))
  }

  mutating func record(_ basis: Basis, for key: Key) { ends[key] = basis }
}
