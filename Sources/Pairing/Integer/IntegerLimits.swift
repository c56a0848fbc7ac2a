/// How far the search for choices goes: counted, so that the answer does not depend on the machine.
struct IntegerLimits: Sendable {
  var nodes: Int
  /// Simplex iterations, times the columns of the program: about what they take.
  var effort: Int
  /// The gap in benefit that is looked for.
  var gap: Double
  /// As in `SearchOptions`.
  var trials = 12

  /// For the plan of the profile in force: at most some 25 seconds for each of its two searches, on a core of 2020. The sample
  /// round of 8 donors and 11 recipients takes 6 seconds for both.
  static let full = IntegerLimits(nodes: 20_000, effort: 400_000_000, gap: 1e-6)
  /// For what stands beside it: other profiles, alternatives, prices of stages.
  static let beside = IntegerLimits(nodes: 1_000, effort: 60_000_000, gap: 1e-5)
  /// For draws of stability: heuristics at the first nodes, from the plan's own choices on.
  static let draw = IntegerLimits(nodes: 4, effort: 10_000_000, gap: 1e-4, trials: 0)
}

/// How the integer rules of one run are searched.
struct IntegerSettings: Sendable {
  var limits = IntegerLimits.full
  /// Choices that may be good, in the order of the round's.
  var starts: [[Bool]] = []
}
