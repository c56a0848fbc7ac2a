/// Looks for the best values 0 and 1 of a program's switches: branch and bound over linear programs that are solved again by the
/// dual simplex from the basis of the node above (Land & Doig 1960; Dakin 1965).
///
/// It goes down where the bound is best, then takes up the open node with the best bound. Which switch to branch on is tried out
/// until enough is known of what it costs (reliability branching: Achterberg, Koch & Martin 2005), and a trial that leads nowhere
/// fixes the switch. Switches whose reduced cost is more than the room to the best known point are fixed as well. Counts alone
/// end it, and ties go by the order of switches, so that the answer is one.
struct Search: ~Copyable {
  var program: Program
  let switches: [Column]
  let options: SearchOptions
  /// 1 for a minimum, -1 for a maximum: costs are always minimised here.
  let sign: Double
  let startIterations: Int
  var best: SearchOutcome.Best?
  var costs: PseudoCosts
  var open: [Node] = []
  /// The least cost that a node which could not be solved might have.
  var lost = Double.infinity
  var nodes = 0
  var isCancelled = false
  /// What switches came to that were looked at.
  var tried: [[Bool]: Double] = [:]
  /// Switches that the program itself holds on or off.
  let held: [Bool?]

  /// What is known of a part of the switches' values.
  struct Node {
    /// nil where the switch is free.
    var fixed: [Bool?]
    /// No point of it costs less.
    var bound: Double
    /// Where the node above ended.
    var basis: Basis
    /// Which branch it came from, for what is learnt about the switch.
    var branch: (switch: Int, isOn: Bool, distance: Double)?
  }

  init(_ program: consuming Program, _ switches: [Column], _ options: SearchOptions) {
    sign = program.sense == .minimise ? 1 : -1
    startIterations = program.iterations
    costs = PseudoCosts(count: switches.count)
    held = switches.map { program.bounds(of: $0).isOn }
    self.program = program
    self.switches = switches
    self.options = options
  }

  var iterations: Int { program.iterations - startIterations }
  var isAtLimit: Bool { nodes >= options.nodeLimit || iterations >= options.iterationLimit }
  var isStopped: Bool { isCancelled || isAtLimit }

  /// How near to the best known point a node must come to be worth nothing; never less than the last digits of a solve.
  var allowance: Double {
    let size = max(1, abs(best?.value ?? 0))
    return max(options.absoluteGap, options.relativeGap * size, 1e-9 * size)
  }

  /// Nodes that cost this much are not looked at.
  var cutOff: Double { best.map { sign * $0.value - allowance } ?? .infinity }

  mutating func run(guess: SwitchGuess, watch: SolveWatch) throws(ProgramError) -> SearchOutcome {
    for start in options.starts { try look(at: start, watch) }
    var next: Node? = Node(fixed: held, bound: -.infinity, basis: program.basis)
    while let node = next ?? takeBest() {
      guard node.bound < cutOff else {
        next = nil
        continue
      }
      if isStopped {
        open.append(node)
        break
      }
      next = try expand(node, guess, watch)
    }
    return outcome()
  }

  /// The open node with the best bound, the first made among equals.
  private mutating func takeBest() -> Node? {
    guard let least = open.indices.min(by: { open[$0].bound < open[$1].bound }) else { return nil }
    return open.remove(at: least)
  }

  private func outcome() -> SearchOutcome {
    let openBound = open.map(\.bound).min() ?? .infinity
    var bound = min(openBound, lost)
    // Nodes were passed over that came this near.
    if best != nil { bound = min(bound, cutOff) }
    let isClosed =
      best.map {
        sign * $0.value - bound <= allowance + 1e-12 * max(1, abs($0.value))
      } ?? false
    let run: SearchOutcome.Run =
      isCancelled ? .cancelled : open.isEmpty || isClosed ? .finished : .limit
    let finding: SearchOutcome.Finding =
      if best != nil {
        isClosed ? .optimal : .feasible
      } else {
        run == .finished && lost == .infinity ? .infeasible : .undefined
      }
    return SearchOutcome(
      run: run, finding: finding, best: best, bound: bound.isFinite ? sign * bound : nil,
      nodes: nodes, iterations: iterations)
  }
}

extension Bounds {
  /// What a switch is held at; nil where it is free.
  fileprivate var isOn: Bool? {
    guard let lower, lower == upper else { return nil }
    return lower > 0.5
  }
}

extension Program {
  /// Searches for the best switches, each a column between 0 and 1. The program itself stays as it is.
  ///
  /// - Parameters:
  ///   - guess: heuristics that know what the columns mean; rounding is tried anyway.
  ///   - watch: looked at now and then, given the iterations so far.
  public func search(
    _ switches: [Column], _ options: SearchOptions, guess: SwitchGuess = { _ in [] },
    watch: SolveWatch = { _ in true }
  ) throws(ProgramError) -> SearchOutcome {
    var search = Search(copy(), switches, options)
    return try search.run(guess: guess, watch: watch)
  }
}
