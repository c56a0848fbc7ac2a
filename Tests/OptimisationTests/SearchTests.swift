import Testing

@testable import Optimisation

/// Steele, Lea & Flood's SplitMix64.
private struct Numbers {
  var state: UInt64

  mutating func next(_ below: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((value ^ (value >> 31)) % UInt64(below))
  }
}

struct Model: ~Copyable {
  var program: Program
  let switches: [Column]
}

/// Open some depots, each at a cost, and carry goods from them: `x[i,j] <= room·z[i]`, every customer has its demand met, so far
/// as it is worth it, and at most so many depots are open.
private struct Depots {
  let (depots, customers): (Int, Int)
  let (cost, room, demand): ([Double], [Double], [Double])
  let worth: [[Double]]
  let most: Double

  init(seed: UInt64) {
    var numbers = Numbers(state: seed)
    func list(_ count: Int, _ range: ClosedRange<Int>) -> [Double] {
      (0..<count).map { _ in Double(range.lowerBound + numbers.next(range.count)) }
    }
    depots = 5 + Int(seed % 4)
    customers = 6
    cost = list(depots, 5...60)
    room = list(depots, 10...40)
    demand = list(customers, 3...15)
    most = Double(2 + Int(seed % 3))
    worth = (0..<depots).map { _ in list(6, 1...9) }
  }

  /// The program and its switches, which are its first columns.
  func program() throws -> Model {
    var program = Program()
    var switches: [Column] = []
    var goods: [[Column]] = []
    for _ in 0..<depots { switches.append(try program.addColumn(.between(0, 1))) }
    for depot in 0..<depots {
      goods.append([])
      for customer in 0..<customers {
        goods[depot].append(try program.addColumn(.between(0, demand[customer])))
      }
      _ = try program.addRow(
        goods[depot].map { Term(1, $0) } + [Term(-room[depot], switches[depot])], .atMost(0))
    }
    for customer in 0..<customers {
      _ = try program.addRow(goods.map { Term(1, $0[customer]) }, .atMost(demand[customer]))
    }
    _ = try program.addRow(switches.map { Term(1, $0) }, .atMost(most))
    let gains = zip(worth, goods).flatMap { zip($0, $1).map { Term($0, $1) } }
    try program.setObjective(.maximise, gains + zip(cost, switches).map { Term(-$0, $1) })
    _ = program.solve()
    return Model(program: program, switches: switches)
  }

  /// Every way to open depots, each a linear program.
  func bestByEnumeration() throws -> Double {
    var model = try program()
    var best = -Double.infinity
    for code in 0..<(1 << depots) {
      for (place, column) in model.switches.enumerated() {
        try model.program.setBounds(of: column, .exactly(Double((code >> place) & 1)))
      }
      let outcome = model.program.solve(SimplexOptions(method: .dual))
      if outcome.finding == .optimal { best = max(best, outcome.objective) }
    }
    return best
  }
}

@Suite("A search for whole switches")
struct SearchTests {
  private let whole = SearchOptions(nodeLimit: 10_000, iterationLimit: 1_000_000)

  @Test(arguments: UInt64(1)...40)
  func findsWhatTryingEverythingFinds(seed: UInt64) throws {
    let depots = Depots(seed: seed)
    let model = try depots.program()
    let outcome = try model.program.search(model.switches, whole)
    let best = try depots.bestByEnumeration()
    #expect(outcome.run == .finished)
    #expect(outcome.finding == .optimal)
    let found = try #require(outcome.best)
    #expect(abs(found.value - best) < 1e-6, "seed \(seed)")
    #expect(abs(try #require(outcome.bound) - best) < 1e-6, "seed \(seed)")
    #expect(
      zip(model.switches, found.switches).allSatisfy { abs(found.point[$0] - ($1 ? 1 : 0)) < 1e-9 })
    // Without any trial as well.
    var hurried = whole
    hurried.trials = 0
    let second = try model.program.search(model.switches, hurried)
    #expect(abs(try #require(second.best).value - best) < 1e-6, "seed \(seed)")
  }

  /// Whatever ends it, the bound holds and the point keeps the rows.
  @Test(arguments: UInt64(1)...20, [0, 1, 3])
  func aLimitLeavesAnHonestGap(seed: UInt64, nodes: Int) throws {
    let depots = Depots(seed: seed)
    let model = try depots.program()
    let best = try depots.bestByEnumeration()
    var options = SearchOptions(nodeLimit: nodes, iterationLimit: 1_000_000)
    options.starts = [model.switches.map { _ in false }]
    let outcome = try model.program.search(model.switches, options)
    let found = try #require(outcome.best)
    #expect(outcome.nodes <= nodes)
    #expect(found.value <= best + 1e-6)
    if let bound = outcome.bound { #expect(bound >= best - 1e-6) } else { #expect(nodes == 0) }
    if outcome.finding == .optimal { #expect(abs(found.value - best) < 1e-6) }
  }

  @Test func aWatchEndsItAtOnce() throws {
    let model = try Depots(seed: 5).program()
    let outcome = try model.program.search(model.switches, whole, watch: { _ in false })
    #expect(outcome.run == .cancelled || outcome.nodes <= 1)
    #expect(outcome.finding != .optimal)
  }

  @Test func switchesThatTheProgramHoldsStay() throws {
    var model = try Depots(seed: 3).program()
    for column in model.switches.dropFirst(2) {
      try model.program.setBounds(of: column, .exactly(0))
    }
    var options = whole
    options.starts = [model.switches.map { _ in true }]
    let found = try #require(try model.program.search(model.switches, options).best)
    #expect(found.switches.dropFirst(2).allSatisfy { !$0 })
  }

  @Test func rulesThatNoSwitchesKeepAreFoundOut() throws {
    var model = try Depots(seed: 2).program()
    // Half a depot would do, no whole one does.
    _ = try model.program.addRow(model.switches.map { Term(2, $0) }, .exactly(1))
    let outcome = try model.program.search(model.switches, whole)
    #expect(outcome.run == .finished)
    #expect(outcome.finding == .infeasible)
    #expect(outcome.best == nil)
  }
}
