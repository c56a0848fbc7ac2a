import Testing

@testable import Optimisation

/// Small transport-like programs with whole numbers, so that many corners are degenerate.
private struct RandomProgram {
  var costs: [Double]
  var ceilings: [Double]
  var rows: [(coefficients: [Double], bounds: Bounds)]

  init(seed: UInt64) {
    var source = SplitMix64(state: seed)
    let columns = 4 + source.below(5)
    let count = 3 + source.below(4)
    costs = (0..<columns).map { _ in Double(source.below(6)) }
    ceilings = (0..<columns).map { _ in Double(1 + source.below(6)) }
    rows = (0..<count).map { row in
      let coefficients = (0..<columns).map { _ in Double(max(0, source.below(4) - 1)) }
      let limit = Double(2 + source.below(8))
      return (coefficients, row == 0 ? .atLeast(Double(source.below(3))) : .atMost(limit))
    }
  }

  func build() throws -> Program {
    var program = Program()
    var columns: [Column] = []
    for ceiling in ceilings { columns.append(try program.addColumn(.between(0, ceiling))) }
    for row in rows {
      _ = try program.addRow(zip(row.coefficients, columns).map { Term($0, $1) }, row.bounds)
    }
    try program.setObjective(.maximise, zip(costs, columns).map { Term($0, $1) })
    return program
  }

  /// The optimum with one limit elsewhere, from nothing; nil where nothing is feasible.
  func optimum(moving limit: Limit, by change: Double) throws -> Double? {
    var program = try build()
    switch limit {
    case .row(let row, let side):
      var bounds = program.bounds(of: row)
      if side == .lower { bounds.lower? += change } else { bounds.upper? += change }
      try program.setBounds(of: row, bounds)
    case .column(let column, let side):
      var bounds = program.bounds(of: column)
      if side == .lower { bounds.lower? += change } else { bounds.upper? += change }
      if let lower = bounds.lower, let upper = bounds.upper, lower > upper { return nil }
      try program.setBounds(of: column, bounds)
    }
    let outcome = program.solve()
    return outcome.finding == .optimal ? outcome.objective : nil
  }
}

/// SplitMix64.
struct SplitMix64 {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }
}

@Suite("What a limit is worth, on either side")
struct SlopeTests {
  @Test(arguments: 0..<120)
  func holdsAsFarAsItSaysAndNoFurther(seed: Int) throws {
    let random = RandomProgram(seed: UInt64(seed))
    var program = try random.build()
    let columns = random.costs.indices.map { Column(number: $0 + 1) }
    let rows = random.rows.indices.map { Row(number: $0 + 1) }
    let outcome = program.solve()
    guard outcome.finding == .optimal else { return }
    let limits =
      rows.indices.map { Limit.row(rows[$0], $0 == 0 ? .lower : .upper) }
      + columns.map { Limit.column($0, .lower) } + columns.map { Limit.column($0, .upper) }
    for limit in limits where program.isTight(limit) {
      for direction in Direction.allCases {
        let slope = try program.slope(of: limit, towards: direction)
        func optimum(_ distance: Double) throws -> Double? {
          try random.optimum(moving: limit, by: direction.rawValue * distance)
        }
        guard let slope else {
          // Columns may not go below zero there, and rows not below what others ask for.
          #expect(try optimum(1e-3) == nil, "seed \(seed) \(limit) \(direction)")
          continue
        }
        let far = slope.upTo ?? 3
        for distance in [far / 3, far - 1e-6] {
          let expected = outcome.objective + direction.rawValue * distance * slope.price
          let found = try #require(
            try optimum(distance), "seed \(seed) \(limit) \(direction) \(slope)")
          #expect(abs(found - expected) < 1e-6, "seed \(seed) \(limit) \(direction) \(slope)")
        }
        if let end = slope.upTo, let beyond = try optimum(end + 1e-2) {
          let same = outcome.objective + direction.rawValue * (end + 1e-2) * slope.price
          #expect(abs(beyond - same) > 1e-6, "seed \(seed) \(limit) \(direction) \(slope)")
        }
        let rate = slope.changes.reduce(0) { sum, change in
          sum + random.costs[change.column.number - 1] * change.rate
        }
        #expect(abs(rate - slope.price) < 1e-7, "seed \(seed) \(limit) \(direction) \(slope)")
      }
    }
    // It left the program as it was.
    let again = program.solve()
    #expect(abs(again.objective - outcome.objective) < 1e-9)
  }

  // A fixed column stands at both of its bounds: only that one is worth something against which the objective pushes it.
  @Test(arguments: [(2.0, 1.0), (-2.0, 0.0)])
  func ofAFixedColumnHoldsOnItsOwnSideOnly(cost: Double, upward: Double) throws {
    for sense in [Sense.maximise, .minimise] {
      var program = Program()
      let column = try program.addColumn(.between(0, 0))
      let other = try program.addColumn(.between(0, 4))
      _ = try program.addRow([Term(1, column), Term(1, other)], .atMost(3))
      let sign = sense == .maximise ? 1.0 : -1.0
      // What the fixed column brings is taken from the other one.
      try program.setObjective(sense, [Term(sign * cost, column), Term(sign, other)])
      _ = program.solve()
      let up = try #require(try program.slope(of: .column(column, .upper), towards: .up))
      #expect(abs(up.price - sign * upward) < 1e-9)
      #expect(up.upTo == (upward == 0 ? nil : 3))
      let down = try #require(try program.slope(of: .column(column, .lower), towards: .down))
      #expect(abs(down.price - sign * (cost > 0 ? 0 : cost - 1)) < 1e-9)
      #expect(try program.slope(of: .column(column, .upper), towards: .down) == nil)
    }
  }
}
