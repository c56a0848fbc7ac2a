import Testing

@testable import Optimisation

// max 3x + 2y  subject to  x + y <= 4,  x + 3y <= 7,  0 <= x <= 3,  0 <= y <= 10.
// Optimum 11 at x = 3, y = 1: the first row binds with price 2, x stands at its bound with reduced cost 1.
struct SmallProgram: ~Copyable {
  var program: Program
  let x: Column
  let y: Column
  let first: Row

  static func build() throws -> SmallProgram {
    var program = Program()
    let x = try program.addColumn(.between(0, 3))
    let y = try program.addColumn(.between(0, 10))
    let first = try program.addRow([Term(1, x), Term(1, y)], .atMost(4))
    _ = try program.addRow([Term(1, x), Term(3, y)], .atMost(7))
    try program.setObjective(.maximise, [Term(3, x), Term(2, y)])
    return SmallProgram(program: program, x: x, y: y, first: first)
  }
}

@Suite("A program over GLPK")
struct ProgramTests {
  @Test func findsTheOptimumWithItsPrices() throws {
    var small = try SmallProgram.build()
    let outcome = small.program.solve()
    #expect(outcome.run == .finished)
    #expect(outcome.finding == .optimal)
    #expect(abs(outcome.objective - 11) < 1e-9)
    let (x, y) = (small.program.value(of: small.x), small.program.value(of: small.y))
    let (price, reduced) = (
      small.program.dual(of: small.first), small.program.reducedCost(of: small.x)
    )
    #expect(abs(x - 3) < 1e-9 && abs(y - 1) < 1e-9)
    #expect(abs(price - 2) < 1e-9 && abs(reduced - 1) < 1e-9)
  }

  /// Rational arithmetic ends at the exact optimum; where rows hold only to the digits of floating point, the simplex's stays.
  @Test func smallProgramsEndExactly() throws {
    var options = SimplexOptions()
    options.isExact = true
    var small = try SmallProgram.build()
    let exact = small.program.solve(options)
    #expect(exact.finding == .optimal && exact.objective == 11)

    var tight = try SmallProgram.build()
    _ = try tight.program.addRow([Term(1, tight.x)], .atLeast(3 + 1e-11))
    let nearly = tight.program.solve(options)
    let plain = tight.program.solve()
    #expect(nearly.finding == .optimal && nearly.objective == plain.objective)
  }

  @Test(arguments: [SimplexOptions.Method.primal, .dual])
  func itsBoundMeetsTheOptimum(method: SimplexOptions.Method) throws {
    var small = try SmallProgram.build()
    _ = small.program.solve(SimplexOptions(method: method))
    let found = small.program.lagrangianBound()
    let bound = try #require(found)
    #expect(abs(bound - 11) < 1e-9)
  }

  @Test func aBoundFromOtherMultipliersIsNeverBelowTheOptimum() throws {
    var small = try SmallProgram.build()
    // The multipliers of another objective.
    try small.program.setObjective(.maximise, [Term(1, small.y)])
    _ = small.program.solve()
    try small.program.setObjective(.maximise, [Term(3, small.x), Term(2, small.y)])
    let found = small.program.lagrangianBound()
    let bound = try #require(found)
    #expect(bound >= 11)
  }

  @Test func minimisingHasItsBoundBelow() throws {
    var program = Program()
    let x = try program.addColumn(.between(0, 5))
    let y = try program.addColumn(.between(0, 5))
    _ = try program.addRow([Term(1, x), Term(2, y)], .atLeast(4))
    try program.setObjective(.minimise, [Term(1, x), Term(1, y)])
    let outcome = program.solve()
    #expect(abs(outcome.objective - 2) < 1e-9)
    let bound = program.lagrangianBound()
    #expect(abs(try #require(bound) - 2) < 1e-9)
  }

  @Test func tellsWhatRanFromWhatWasFound() throws {
    var infeasible = Program()
    let x = try infeasible.addColumn(.between(0, 1))
    _ = try infeasible.addRow([Term(1, x)], .atLeast(2))
    try infeasible.setObjective(.maximise, [Term(1, x)])
    let none = infeasible.solve()
    #expect(none.run == .finished && none.finding == .infeasible && !none.hasPoint)

    var unbounded = Program()
    let free = try unbounded.addColumn(.nonnegative)
    _ = try unbounded.addRow([Term(1, free)], .atLeast(2))
    try unbounded.setObjective(.maximise, [Term(1, free)])
    let endless = unbounded.solve()
    #expect(endless.run == .finished && endless.finding == .unbounded)
  }

  @Test func aProgramWithoutRowsIsSolvedToo() throws {
    var program = Program()
    let x = try program.addColumn(.between(0, 7))
    try program.setObjective(.maximise, [Term(2, x)])
    let outcome = program.solve()
    #expect(outcome.finding == .optimal)
    let value = program.value(of: x)
    #expect(value == 7)
  }

  @Test func solvesAgainFromTheBasisItHas() throws {
    var program = try randomProgram(seed: 3, rows: 40, columns: 80)
    let cold = program.solve()
    let warm = program.solve()
    #expect(cold.iterations > 10)
    #expect(warm.iterations <= 1)
    #expect(abs(warm.objective - cold.objective) < 1e-9 * abs(cold.objective))
  }

  @Test func aWatchCanStopItAndItGoesOnFromThere() throws {
    var whole = try randomProgram(seed: 5, rows: 60, columns: 120)
    let best = whole.solve()
    var cut = try randomProgram(seed: 5, rows: 60, columns: 120)
    var looks = 0
    let stopped = cut.solve(SimplexOptions(slice: 5)) { _ in
      looks += 1
      return looks < 3
    }
    #expect(stopped.run == .cancelled)
    #expect(looks == 3)
    #expect(stopped.iterations < best.iterations)
    let resumed = cut.solve()
    #expect(resumed.finding == .optimal)
    #expect(abs(resumed.objective - best.objective) < 1e-9 * abs(best.objective))
  }

  @Test func anIterationLimitEndsIt() throws {
    var program = try randomProgram(seed: 7, rows: 60, columns: 120)
    let outcome = program.solve(SimplexOptions(iterationLimit: 4))
    #expect(outcome.run == .iterationLimit)
    #expect(outcome.iterations == 4)
  }

  @Test(arguments: 1...40)
  func boundAndOptimumAgreeOnRandomPrograms(seed: Int) throws {
    var program = try randomProgram(seed: UInt64(seed), rows: 5 + seed, columns: 10 + 2 * seed)
    let outcome = program.solve()
    #expect(outcome.finding == .optimal)
    let found = program.lagrangianBound()
    let bound = try #require(found)
    #expect(abs(bound - outcome.objective) <= 1e-9 * max(1, abs(bound)))
  }
}

@Suite("What GLPK must not see")
struct ProgramChecks {
  /// What a step throws; nil where it goes through.
  private func refusal(_ step: () throws(ProgramError) -> Void) -> ProgramError? {
    do {
      try step()
      return nil
    } catch { return error }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNone(value: Double) throws {
    var program = Program()
    let x = try program.addColumn(.between(0, 1))
    let refusals = [
      refusal { () throws(ProgramError) in _ = try program.addColumn(.atMost(value)) },
      refusal { () throws(ProgramError) in _ = try program.addRow([Term(1, x)], .atLeast(value)) },
      refusal { () throws(ProgramError) in _ = try program.addRow([Term(value, x)], .atLeast(0)) },
      refusal { () throws(ProgramError) in try program.setObjective(.maximise, [Term(value, x)]) },
      refusal { () throws(ProgramError) in try program.setBounds(of: x, .atMost(value)) },
    ]
    #expect(
      refusals == [
        .notFinite("a bound"), .notFinite("a bound"), .notFinite("a coefficient"),
        .notFinite("a coefficient"), .notFinite("a bound"),
      ])
    let size = (program.rowCount, program.columnCount)
    #expect(size == (0, 1))
  }

  @Test func crossedBounds() {
    var program = Program()
    let refused = refusal { () throws(ProgramError) in
      _ = try program.addColumn(.between(2, 1))
    }
    #expect(refused == .crossedBounds(lower: 2, upper: 1))
  }

  @Test func aColumnTwiceInARow() throws {
    var program = Program()
    let x = try program.addColumn(.between(0, 1))
    let refused = refusal { () throws(ProgramError) in
      _ = try program.addRow([Term(1, x), Term(2, x)], .atMost(1))
    }
    #expect(refused == .repeatedColumn(1))
  }

  @Test func aColumnOfAnotherProgram() throws {
    var other = Program()
    _ = try other.addColumn(.free)
    let second = try other.addColumn(.free)
    var program = Program()
    _ = try program.addColumn(.free)
    let inRow = refusal { () throws(ProgramError) in
      _ = try program.addRow([Term(1, second)], .free)
    }
    let inBounds = refusal { () throws(ProgramError) in
      try program.setBounds(of: second, .free)
    }
    #expect(inRow == .unknownColumn(2))
    #expect(inBounds == .unknownColumn(2))
  }
}

/// A feasible, bounded program: non-negative coefficients under capacities, boxed columns.
private func randomProgram(seed: UInt64, rows: Int, columns: Int) throws -> Program {
  var state = seed &* 0x9e37_79b9_7f4a_7c15
  func next() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) / Double(UInt64(1) << 53)
  }
  var program = Program()
  var all: [Column] = []
  for _ in 0..<columns { all.append(try program.addColumn(.between(0, 1 + 9 * next()))) }
  for _ in 0..<rows {
    var terms: [Term] = []
    for column in all where next() < 0.3 { terms.append(Term(next(), column)) }
    _ = try program.addRow(terms, .atMost(1 + 5 * next()))
  }
  try program.setObjective(.maximise, all.map { Term(0.5 + next(), $0) })
  return program
}
