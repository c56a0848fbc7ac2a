extension Search {
  /// Solves the program with all switches as given, and keeps it where it is the best so far. Switches that the program itself
  /// holds stay as they are.
  ///
  /// - Returns: its cost, or what it costs at least where that is no better than what is known; infinite where no point keeps
  ///   every row, or the watch ended it.
  @discardableResult
  mutating func look(at given: [Bool], _ watch: SolveWatch) throws(ProgramError) -> Double {
    guard given.count == switches.count, !isCancelled else { return .infinity }
    let given = zip(given, held).map { $1 ?? $0 }
    if let known = tried[given] { return known }
    let before = switches.map { program.bounds(of: $0) }
    let basis = program.basis
    try apply(given)
    let result = program.reoptimise(
      cutOff: best.map(\.value), iterationLimit: nil, tolerance: options.tolerance, watch: watch)
    var cost = Double.infinity
    switch result {
    case .optimal(let objective):
      cost = sign * objective
      if best.map({ cost < sign * $0.value }) ?? true {
        best = SearchOutcome.Best(switches: given, value: objective, point: program.point)
      }
    case .cutOff: cost = best.map { sign * $0.value } ?? .infinity
    case .cancelled: isCancelled = true
    case .infeasible, .unfinished, .failed: break
    }
    if !isCancelled { tried[given] = cost }
    for (column, bounds) in zip(switches, before) { try program.setBounds(of: column, bounds) }
    program.start(from: basis)
    return cost
  }

  /// Tries what a point that is not whole suggests: at the first nodes and then now and again.
  mutating func lookAround(
    _ values: [Double], depth: Int, _ guess: SwitchGuess, _ watch: SolveWatch
  ) throws(ProgramError) {
    guard nodes <= 20 || nodes.isMultiple(of: 10) else { return }
    let point = program.point
    for given in [values.map { $0 > 0.5 }] + guess(point) {
      guard !isStopped else { return }
      try look(at: given, watch)
    }
  }
}
