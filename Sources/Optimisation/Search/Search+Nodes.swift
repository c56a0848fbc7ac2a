extension Search {
  /// A switch this near to 0 or 1 is whole.
  static let wholeness = 1e-9

  /// Solves a node, fixes what its reduced costs fix, and branches.
  ///
  /// - Returns: the branch to go on with, nil where there is none; the other one stays open.
  mutating func expand(
    _ start: Node, _ guess: SwitchGuess, _ watch: SolveWatch
  ) throws(ProgramError) -> Node? {
    var node = start
    nodes += 1
    try apply(node.fixed)
    program.start(from: node.basis)
    while true {
      guard let cost = try solve(&node, watch) else { return nil }
      try fixByReducedCost(&node, cost)
      let values = switches.map { program.value(of: $0) }
      let broken = values.indices.filter {
        node.fixed[$0] == nil && min(values[$0], 1 - values[$0]) > Search.wholeness
      }
      if broken.isEmpty {
        // As the rows have it with switches that are whole to the last digit.
        if try look(at: values.map { $0 > 0.5 }, watch) > cost + allowance {
          lost = min(lost, cost)
        }
        return nil
      }
      try lookAround(values, depth: node.fixed.count { $0 != nil }, guess, watch)
      guard cost < cutOff else { return nil }
      switch try choose(broken, values, node, cost, watch) {
      case .stopped:
        open.append(node)
        return nil
      case .nothingLeft: return nil
      case .fix(let place, let isOn):
        node.fixed[place] = isOn
        node.branch = nil
        try apply(node.fixed)
      case .branch(let place, let off, let on):
        return branch(node, on: place, at: values[place], off: off, on: on)
      }
    }
  }

  /// - Returns: the cost of the node's linear program, nil where there is nothing to go on with.
  private mutating func solve(_ node: inout Node, _ watch: SolveWatch) throws(ProgramError)
    -> Double?
  {
    var result = reoptimised(watch)
    if case .failed = result {
      let outcome = program.solve(SimplexOptions(method: .dual, tolerance: options.tolerance)) {
        watch($0)
      }
      switch (outcome.run, outcome.finding) {
      case (.cancelled, _): result = .cancelled
      case (_, .optimal): result = .optimal(outcome.objective)
      case (.finished, .infeasible): result = .infeasible
      default: result = .failed
      }
    }
    switch result {
    case .optimal(let objective):
      let cost = sign * objective
      if let branch = node.branch, node.bound.isFinite {
        costs.learn(
          branch.switch, isOn: branch.isOn, gain: cost - node.bound, distance: branch.distance)
        node.branch = nil
      }
      node.bound = max(node.bound, cost)
      node.basis = program.basis
      return cost < cutOff ? cost : nil
    case .infeasible, .cutOff: return nil
    case .cancelled:
      isCancelled = true
      open.append(node)
      return nil
    case .unfinished, .failed:
      lost = min(lost, node.bound)
      return nil
    }
  }

  func cutOffObjective() -> Double? { cutOff.isFinite ? sign * cutOff : nil }

  private mutating func reoptimised(_ watch: SolveWatch) -> NodeResult {
    program.reoptimise(
      cutOff: cutOffObjective(), iterationLimit: nil, tolerance: options.tolerance, watch: watch)
  }

  mutating func apply(_ fixed: [Bool?]) throws(ProgramError) {
    for (column, value) in zip(switches, fixed) {
      let wanted: Bounds = value.map { .exactly($0 ? 1 : 0) } ?? .between(0, 1)
      if program.bounds(of: column) != wanted { try program.setBounds(of: column, wanted) }
    }
  }

  /// A switch at 0 or 1 stays there where moving it would cost more than the room to the best known point.
  private mutating func fixByReducedCost(_ node: inout Node, _ cost: Double) throws(ProgramError) {
    guard cutOff.isFinite else { return }
    for (place, column) in switches.enumerated() where node.fixed[place] == nil {
      let move = sign * program.reducedCost(of: column)
      let value = program.value(of: column)
      if value < Search.wholeness, cost + move > cutOff {
        node.fixed[place] = false
      } else if value > 1 - Search.wholeness, cost - move > cutOff {
        node.fixed[place] = true
      }
    }
    try apply(node.fixed)
  }

  private mutating func branch(
    _ node: Node, on place: Int, at value: Double, off: Double, on: Double
  ) -> Node {
    var (less, more) = (node, node)
    less.fixed[place] = false
    less.bound = max(node.bound, off)
    less.branch = (place, false, value)
    more.fixed[place] = true
    more.bound = max(node.bound, on)
    more.branch = (place, true, 1 - value)
    let isOnFirst = more.bound <= less.bound
    open.append(isOnFirst ? less : more)
    return isOnFirst ? more : less
  }
}
