extension Search {
  enum Choosing {
    case stopped
    /// Both sides of a switch lead nowhere.
    case nothingLeft
    /// One side of a switch leads nowhere.
    case fix(Int, isOn: Bool)
    /// The switch to branch on, and what bounds the two sides.
    case branch(Int, off: Double, on: Double)
  }

  /// Iterations of one trial at most.
  private static let trialLength = 80

  /// Which switch of those that are not whole to branch on: the one that costs most on both sides, by what is known, or by trial
  /// where too little is known.
  mutating func choose(
    _ broken: [Int], _ values: [Double], _ node: Node, _ cost: Double, _ watch: SolveWatch
  ) throws(ProgramError) -> Choosing {
    func score(_ off: Double, _ on: Double) -> Double { max(off, 1e-9) * max(on, 1e-9) }
    let ranked = broken.map { place -> (place: Int, off: Double, on: Double, score: Double) in
      let guess = costs.guess(place, at: values[place])
      return (place, guess.off, guess.on, score(guess.off, guess.on))
    }.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    // At the root each switch is tried.
    var left = nodes == 1 && options.trials > 0 ? broken.count : options.trials
    var best: (place: Int, off: Double, on: Double, score: Double)?
    for candidate in ranked {
      var entry = (candidate.place, cost, cost, candidate.score)
      if left > 0, !costs.isReliable(candidate.place) {
        left -= 1
        let off = try trial(candidate.place, false, values, node, cost, watch)
        let on = try trial(candidate.place, true, values, node, cost, watch)
        guard let off, let on else { return .stopped }
        switch (off < cutOff, on < cutOff) {
        case (false, false): return .nothingLeft
        case (false, true): return .fix(candidate.place, isOn: true)
        case (true, false): return .fix(candidate.place, isOn: false)
        case (true, true):
          entry = (candidate.place, off, on, score(off - cost, on - cost))
        }
      }
      if best.map({ entry.3 > $0.score }) ?? true { best = entry }
    }
    guard let best else { return .stopped }
    return .branch(best.place, off: best.off, on: best.on)
  }

  /// What one side of a switch costs at least, after a few iterations; infinite where it leads nowhere, nil where the search is
  /// to stop.
  private mutating func trial(
    _ place: Int, _ isOn: Bool, _ values: [Double], _ node: Node, _ cost: Double,
    _ watch: SolveWatch
  ) throws(ProgramError) -> Double? {
    guard iterations < options.iterationLimit, watch(program.iterations) else {
      isCancelled = isCancelled || iterations < options.iterationLimit
      return nil
    }
    try program.setBounds(of: switches[place], .exactly(isOn ? 1 : 0))
    let result = program.reoptimise(
      cutOff: cutOffObjective(), iterationLimit: Search.trialLength, tolerance: options.tolerance,
      watch: { _ in true })
    try program.setBounds(of: switches[place], .between(0, 1))
    program.start(from: node.basis)
    func learnt(_ objective: Double) -> Double {
      let bound = max(cost, sign * objective)
      let distance = isOn ? 1 - values[place] : values[place]
      costs.learn(place, isOn: isOn, gain: bound - cost, distance: distance)
      return bound
    }
    switch result {
    case .optimal(let objective): return learnt(objective)
    case .unfinished(let objective): return objective.map { learnt($0) } ?? cost
    case .infeasible, .cutOff: return .infinity
    case .cancelled, .failed: return cost
    }
  }
}
