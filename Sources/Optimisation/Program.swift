import CGLPK

/// A linear program, held by GLPK, that grows and is solved again from the basis it has.
///
/// It belongs to the thread that made it (GLPK aborts otherwise), which is why it cannot be copied and must be made, solved
/// and dropped in one synchronous call. Every value is checked before GLPK sees it.
public struct Program: ~Copyable {
  let problem: OpaquePointer
  /// The rows as they were given, for checks and bounds of our own.
  private(set) var terms: [[Term]] = []
  private(set) var rowBounds: [Bounds] = []
  private(set) var columnBounds: [Bounds] = []
  private(set) var costs: [Double] = []
  /// Which way the objective counts.
  public private(set) var sense = Sense.minimise
  /// Simplex iterations over all solves.
  public internal(set) var iterations = 0

  public init() {
    glp_term_out(GLP_OFF)
    problem = glp_create_prob()
  }

  /// As `copy()`.
  init(copying other: borrowing Program) {
    glp_term_out(GLP_OFF)
    problem = glp_create_prob()
    glp_copy_prob(problem, other.problem, GLP_OFF)
    terms = other.terms
    rowBounds = other.rowBounds
    columnBounds = other.columnBounds
    costs = other.costs
    sense = other.sense
    iterations = other.iterations
  }

  deinit { glp_delete_prob(problem) }

  public var columnCount: Int { columnBounds.count }
  public var rowCount: Int { rowBounds.count }

  // MARK: Building

  /// Adds a variable; it costs nothing until an objective names it.
  public mutating func addColumn(_ bounds: Bounds) throws(ProgramError) -> Column {
    try check(bounds)
    let number = glp_add_cols(problem, 1)
    columnBounds.append(bounds)
    costs.append(0)
    let (kind, lower, upper) = bounds.glpk
    glp_set_col_bnds(problem, number, kind, lower, upper)
    return Column(number: Int(number))
  }

  /// Adds a rule on the sum of `terms`. Terms with a zero coefficient are left out.
  public mutating func addRow(_ terms: [Term], _ bounds: Bounds) throws(ProgramError) -> Row {
    try check(bounds)
    try check(terms)
    let kept = terms.filter { $0.coefficient != 0 }
    let number = glp_add_rows(problem, 1)
    self.terms.append(kept)
    rowBounds.append(bounds)
    let (kind, lower, upper) = bounds.glpk
    glp_set_row_bnds(problem, number, kind, lower, upper)
    // GLPK counts from 1: place 0 of its arrays is not read.
    let columns = [0] + kept.map { Int32($0.column.number) }
    let values = [0] + kept.map(\.coefficient)
    glp_set_mat_row(problem, number, Int32(kept.count), columns, values)
    return Row(number: Int(number))
  }

  public mutating func setBounds(of column: Column, _ bounds: Bounds) throws(ProgramError) {
    try check(bounds)
    try check(column)
    columnBounds[column.number - 1] = bounds
    let (kind, lower, upper) = bounds.glpk
    glp_set_col_bnds(problem, Int32(column.number), kind, lower, upper)
  }

  public mutating func setBounds(of row: Row, _ bounds: Bounds) throws(ProgramError) {
    try check(bounds)
    guard (1...max(1, rowCount)).contains(row.number) else { throw .unknownRow(row.number) }
    rowBounds[row.number - 1] = bounds
    let (kind, lower, upper) = bounds.glpk
    glp_set_row_bnds(problem, Int32(row.number), kind, lower, upper)
  }

  public func bounds(of column: Column) -> Bounds { columnBounds[column.number - 1] }
  public func bounds(of row: Row) -> Bounds { rowBounds[row.number - 1] }
  /// The terms of a row, as they were given.
  public func terms(of row: Row) -> [Term] { terms[row.number - 1] }

  /// Replaces the objective: columns that `terms` does not name cost nothing.
  public mutating func setObjective(_ sense: Sense, _ terms: [Term]) throws(ProgramError) {
    try check(terms)
    self.sense = sense
    glp_set_obj_dir(problem, sense == .minimise ? GLP_MIN : GLP_MAX)
    var wanted = [Double](repeating: 0, count: columnCount)
    for term in terms { wanted[term.column.number - 1] = term.coefficient }
    for place in costs.indices where costs[place] != wanted[place] {
      glp_set_obj_coef(problem, Int32(place + 1), wanted[place])
    }
    costs = wanted
  }

  // MARK: The point found last

  public func value(of column: Column) -> Double { glp_get_col_prim(problem, Int32(column.number)) }
  public func activity(of row: Row) -> Double { glp_get_row_prim(problem, Int32(row.number)) }
  /// The change of the objective with the row's bound: the row's price.
  public func dual(of row: Row) -> Double { glp_get_row_dual(problem, Int32(row.number)) }
  public func reducedCost(of column: Column) -> Double {
    glp_get_col_dual(problem, Int32(column.number))
  }

  /// The value of `terms` at the point found last.
  public func value(of terms: [Term]) -> Double {
    terms.reduce(0) { $0 + $1.coefficient * value(of: $1.column) }
  }

  // MARK: Checks

  private func check(_ bounds: Bounds) throws(ProgramError) {
    for limit in [bounds.lower, bounds.upper] {
      if let limit, !limit.isFinite { throw .notFinite("a bound") }
    }
    if let lower = bounds.lower, let upper = bounds.upper, lower > upper {
      throw .crossedBounds(lower: lower, upper: upper)
    }
  }

  private func check(_ column: Column) throws(ProgramError) {
    guard (1...max(1, columnCount)).contains(column.number), columnCount > 0 else {
      throw .unknownColumn(column.number)
    }
  }

  private func check(_ terms: [Term]) throws(ProgramError) {
    var seen = Set<Int>(minimumCapacity: terms.count)
    for term in terms {
      guard term.coefficient.isFinite else { throw .notFinite("a coefficient") }
      try check(term.column)
      guard seen.insert(term.column.number).inserted else {
        throw .repeatedColumn(term.column.number)
      }
    }
  }
}

extension Bounds {
  /// GLPK's kind of bound and its two values; equal bounds must be `GLP_FX`.
  var glpk: (Int32, Double, Double) {
    switch (lower, upper) {
    case (nil, nil): (GLP_FR, 0, 0)
    case (let lower?, nil): (GLP_LO, lower, 0)
    case (nil, let upper?): (GLP_UP, 0, upper)
    case (let lower?, let upper?): (lower == upper ? GLP_FX : GLP_DB, lower, upper)
    }
  }
}
