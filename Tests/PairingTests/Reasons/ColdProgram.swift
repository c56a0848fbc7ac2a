import Plans
import Records
import Round

@testable import Optimisation
@testable import Pairing

/// What a program says, without any basis: solved from nothing each time, with something in it moved.
struct ColdProgram: Sendable {
  var columns: [Bounds] = []
  var rows: [(terms: [Term], bounds: Bounds)] = []
  var costs: [Double]
  var sense: Sense

  init(_ program: borrowing Program) {
    for number in 0..<program.columnCount {
      columns.append(program.bounds(of: Column(number: number + 1)))
    }
    for number in 0..<program.rowCount {
      let row = Row(number: number + 1)
      rows.append((program.terms(of: row), program.bounds(of: row)))
    }
    costs = program.costs
    sense = program.sense
  }

  struct Optimum {
    var value: Double
    var point: [Double]
    var isUnique: Bool

    subscript(column: Column) -> Double { point[column.number - 1] }
  }

  /// nil where no point keeps the rows.
  func optimum() throws -> Optimum? {
    var program = Program()
    for bounds in columns {
      if let lower = bounds.lower, let upper = bounds.upper, lower > upper { return nil }
      _ = try program.addColumn(bounds)
    }
    for row in rows {
      if let lower = row.bounds.lower, let upper = row.bounds.upper, lower > upper { return nil }
      _ = try program.addRow(row.terms, row.bounds)
    }
    try program.setObjective(
      sense, costs.enumerated().map { Term($1, Column(number: $0 + 1)) })
    let outcome = program.solve()
    guard outcome.finding == .optimal else { return nil }
    return Optimum(
      value: outcome.objective,
      point: columns.indices.map { program.value(of: Column(number: $0 + 1)) },
      isUnique: program.isUnique)
  }

  func moving(_ limit: Limit, by change: Double) -> ColdProgram {
    func moved(_ bounds: Bounds, _ side: Limit.Side) -> Bounds {
      side == .lower
        ? Bounds(lower: bounds.lower.map { $0 + change }, upper: bounds.upper)
        : Bounds(lower: bounds.lower, upper: bounds.upper.map { $0 + change })
    }
    var copy = self
    switch limit {
    case .row(let row, let side):
      copy.rows[row.number - 1].bounds = moved(rows[row.number - 1].bounds, side)
    case .column(let column, let side):
      copy.columns[column.number - 1] = moved(columns[column.number - 1], side)
    }
    return copy
  }

  /// With one M of a column worth another amount.
  func valuing(_ column: Column, at value: Double) -> ColdProgram {
    var copy = self
    copy.costs[column.number - 1] = value
    return copy
  }

  /// One more column, from 0 on.
  mutating func adding(cost: Double) -> Column {
    columns.append(.nonnegative)
    costs.append(cost)
    return Column(number: columns.count)
  }

  func freeing(_ row: Row) -> ColdProgram {
    var copy = self
    copy.rows[row.number - 1].bounds = .free
    return copy
  }

  func bounding(_ column: Column, _ bounds: Bounds) -> ColdProgram {
    var copy = self
    copy.columns[column.number - 1] = bounds
    return copy
  }
}

/// A round at its last benefit: the program that reasons are asked of, and what it says from nothing.
struct LastBenefit: ~Copyable {
  var asked: LastProgram
  let cold: ColdProgram
  let optimum: ColdProgram.Optimum
  let candidate: Candidate

  /// The round of a seed with the stages of that seed.
  init(seed: Int) throws {
    try self.init(
      randomRound(seed) {
        $0.continuityWithin = 0.05
        $0.focusWithin = 0.05
      }, stages(seed))
  }

  init(_ round: Round, _ stages: [StageRequest]) throws {
    let settings = RunSettings(selecting: .published, keeping: true, earlier: evenPlan(round))
    let run = try solveStages(stages, of: round, settings, watch: { _, _ in true })
    let candidate = round.candidate("test", stages, run.result)
    guard let allocation = run.lastBenefit?.copy() else { throw StageStopped() }
    let cold = ColdProgram(allocation.program)
    guard let optimum = try cold.optimum() else { throw StageStopped() }
    self.candidate = candidate
    self.cold = cold
    self.optimum = optimum
    asked = LastProgram(allocation, indicators: PlanBuilder.indicators(of: round))
  }

  /// The money of each eligible pair.
  func money(_ optimum: ColdProgram.Optimum) -> [Double] {
    asked.allocation.money.map { optimum[$0] }
  }
}
