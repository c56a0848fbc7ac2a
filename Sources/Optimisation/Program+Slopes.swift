import CGLPK

/// One bound of a program that can move: the right side of a row, or a bound of a column.
public enum Limit: Hashable, Sendable {
  public enum Side: Hashable, Sendable {
    case lower, upper
  }

  case row(Row, Side)
  case column(Column, Side)
}

/// What happens to the optimum when a limit moves one way, everything else held.
public struct Slope: Sendable {
  /// The change of the objective per unit that the limit rises, also on the way down.
  public var price: Double
  /// How far the limit can move this way before the price changes; nil: however far.
  public var upTo: Double?
  /// The change of columns per unit that the limit rises; columns not named stay.
  public var changes: [(column: Column, rate: Double)]
}

/// Which way a limit moves.
public enum Direction: Double, Sendable, CaseIterable {
  case down = -1
  case up = 1
}

extension Program {
  /// The value at which `limit` stands; nil where there is none.
  public func value(of limit: Limit) -> Double? {
    switch limit {
    case .row(let row, .lower): rowBounds[row.number - 1].lower
    case .row(let row, .upper): rowBounds[row.number - 1].upper
    case .column(let column, .lower): columnBounds[column.number - 1].lower
    case .column(let column, .upper): columnBounds[column.number - 1].upper
    }
  }

  /// Whether the point found last stands at `limit`, to the solver's precision.
  public func isTight(_ limit: Limit) -> Bool {
    guard let bound = value(of: limit) else { return false }
    let activity =
      switch limit {
      case .row(let row, _): self.activity(of: row)
      case .column(let column, _): value(of: column)
      }
    return abs(activity - bound) <= 1e-8 * max(1, abs(bound))
  }

  /// Whether no other point is as good as the optimum found last: every column and row that stands at a bound, and could leave
  /// it, would cost something. false does not say that there is another.
  public var isUnique: Bool {
    func costs(_ status: Int32, _ dual: Double, _ bounds: Bounds) -> Bool {
      status == GLP_BS || status == GLP_NS || abs(dual) > 1e-9
        || bounds.lower != nil && bounds.lower == bounds.upper
    }
    return (1...max(1, rowCount)).allSatisfy { row in
      rowCount == 0
        || costs(
          glp_get_row_stat(problem, Int32(row)), glp_get_row_dual(problem, Int32(row)),
          rowBounds[row - 1])
    }
      && (1...max(1, columnCount)).allSatisfy { column in
        columnCount == 0
          || costs(
            glp_get_col_stat(problem, Int32(column)), glp_get_col_dual(problem, Int32(column)),
            columnBounds[column - 1])
      }
  }

  /// The slope of the optimum where `limit` moves `direction`, from the optimal basis that the program stands at.
  ///
  /// The value of a linear program is concave (or convex) and piecewise linear in a right side, so that each side of a point has
  /// its own slope; a basis knows one that holds for both only where it is not degenerate (Gal 1995, "Postoptimal analyses,
  /// parametric programming and related topics"). So: where the basis stays feasible for a while, its own multiplier holds that
  /// long. Where it does not, the limit is moved by a little, solved again, and that basis is asked. Beyond the end of a range
  /// the price is looked at again, until it changes.
  ///
  /// The program stands at its own optimum and bounds again afterwards.
  ///
  /// - Returns: nil where the limit cannot move that way without breaking a row.
  public mutating func slope(of limit: Limit, towards direction: Direction) throws(ProgramError)
    -> Slope?
  {
    guard let start = value(of: limit) else { return nil }
    let home = Home(basis: basis, value: start, objective: objectiveValue)
    warmUp()
    var found: Slope?
    // How far the limit was moved from home; the range ends there at the least.
    var moved = 0.0
    var isHome = true
    for _ in 0..<40 {
      let piece = basisRange(of: limit, towards: direction)
      if let piece, piece.upTo.map({ $0 > home.speck }) ?? true {
        if let known = found, !known.hasPrice(piece.price) { break }
        let reached = piece.upTo.map { moved + $0 }
        found = Slope(
          price: piece.price, upTo: reached, changes: found?.changes ?? piece.changes)
        guard let reached, !piece.endsForGood else { break }
        moved = reached
      }
      // A step beyond a corner: the new basis knows what holds there.
      isHome = false
      guard let step = try step(beyond: moved, limit: limit, direction: direction, home: home)
      else { break }
      if let known = found, !known.hasPrice(step.price) { break }
      found = Slope(
        price: step.price, upTo: moved + step.length, changes: found?.changes ?? step.changes)
      moved += step.length
    }
    if !isHome { try goHome(home, limit: limit) }
    return found
  }

  // MARK: One basis

  private struct Piece {
    var price: Double
    var upTo: Double?
    var changes: [(column: Column, rate: Double)]
    /// Whether the price is known to change at the end.
    var endsForGood: Bool
  }

  /// What the basis as it stands says of a move; nil where the limit's column or row is basic and does not move anything.
  private func basisRange(of limit: Limit, towards direction: Direction) -> Piece? {
    let number = ordinal(of: limit)
    guard isActive(limit) else {
      return isSlack(limit, moving: direction)
        ? Piece(price: 0, upTo: nil, changes: [], endsForGood: true) : nil
    }
    // Figures that are 1e9 apart can leave a basis that GLPK, computing it anew, no longer calls optimal; asked then, it aborts.
    guard glp_get_status(problem) == GLP_OPT else { return nil }
    var lower = 0.0
    var upper = 0.0
    var lowerBlock: Int32 = 0
    var upperBlock: Int32 = 0
    glp_analyze_bound(problem, number, &lower, &lowerBlock, &upper, &upperBlock)
    guard let now = value(of: limit) else { return nil }
    let end = direction == .up ? upper : lower
    let block = direction == .up ? upperBlock : lowerBlock
    let reach =
      abs(end) == .greatestFiniteMagnitude
      ? Double.infinity : max(0, direction.rawValue * (end - now))
    let opposite = roomToOtherSide(of: limit, moving: direction)
    let price =
      switch limit {
      case .row(let row, _): dual(of: row)
      case .column(let column, _): reducedCost(of: column)
      }
    let upTo = min(reach, opposite)
    return Piece(
      price: price, upTo: upTo == .infinity ? nil : upTo, changes: changes(of: number),
      endsForGood: opposite <= reach
        || block > 0 && priceChanges(leaving: block, limit: number, direction: direction))
  }

  /// How far a lower bound can rise until it meets its upper one, or the other way round; infinite the other way.
  private func roomToOtherSide(of limit: Limit, moving direction: Direction) -> Double {
    let (bounds, side) =
      switch limit {
      case .row(let row, let side): (rowBounds[row.number - 1], side)
      case .column(let column, let side): (columnBounds[column.number - 1], side)
      }
    guard direction == (side == .lower ? .up : .down), let lower = bounds.lower,
      let upper = bounds.upper
    else { return .infinity }
    return upper - lower
  }

  /// Whether the price changes where the basic variable `leaving` reaches its bound: the dual ratio test finds who enters in
  /// its place; a price of its own means that the limit's price is another one from there on.
  private func priceChanges(leaving: Int32, limit: Int32, direction: Direction) -> Bool {
    let size = rowCount + columnCount + 1
    var indices = [Int32](repeating: 0, count: size)
    var values = [Double](repeating: 0, count: size)
    let length = glp_eval_tab_row(problem, leaving, &indices, &values)
    guard length > 0,
      let rate = (1...Int(length)).first(where: { indices[$0] == limit }).map({ values[$0] })
    else { return false }
    // It is driven against the bound that it reaches, and leaves towards the other side.
    let towards: Int32 = rate * direction.rawValue > 0 ? -1 : 1
    let entering = glp_dual_rtest(problem, length, &indices, &values, towards, 1e-9)
    // None can enter: beyond it no point keeps the rows.
    guard entering > 0 else { return true }
    let candidate = indices[Int(entering)]
    let cost =
      candidate <= rowCount
      ? glp_get_row_dual(problem, candidate)
      : glp_get_col_dual(problem, candidate - Int32(rowCount))
    return abs(cost) > 1e-7
  }

  /// How the columns move per unit that the non-basic variable `number` rises.
  private func changes(of number: Int32) -> [(column: Column, rate: Double)] {
    let rows = Int32(rowCount)
    var changes: [(column: Column, rate: Double)] = []
    if number > rows { changes.append((Column(number: Int(number - rows)), 1)) }
    var indices = [Int32](repeating: 0, count: rowCount + 1)
    var values = [Double](repeating: 0, count: rowCount + 1)
    let length = glp_eval_tab_col(problem, number, &indices, &values)
    guard length > 0 else { return changes }
    for place in 1...Int(length) where indices[place] > rows && values[place] != 0 {
      changes.append((Column(number: Int(indices[place] - rows)), values[place]))
    }
    return changes
  }

  // MARK: A step beyond a corner

  private struct Home {
    var basis: Basis
    var value: Double
    var objective: Double
    /// What counts as no way at all.
    var speck: Double { 1e-6 * max(1, abs(value)) }
  }

  private struct Step {
    var price: Double
    var length: Double
    var changes: [(column: Column, rate: Double)]
  }

  /// Moves the limit a little beyond `moved` and solves again; nil where no point keeps the rows there.
  ///
  /// The step is made smaller until one basis explains the whole of it.
  private mutating func step(
    beyond moved: Double, limit: Limit, direction: Direction, home: Home
  ) throws(ProgramError) -> Step? {
    let sign = direction.rawValue
    let before = try objective(at: home.value + sign * moved, of: limit, home)
    guard let before else { return nil }
    var length = 1e-3 * max(1, abs(home.value))
    length = min(length, roomToOtherSide(of: limit, moving: direction))
    while length >= home.speck {
      guard let after = try objective(at: home.value + sign * (moved + length), of: limit, home)
      else {
        length /= 10
        continue
      }
      let active = isActive(limit)
      let price: Double =
        switch limit {
        case .row(let row, _): active ? dual(of: row) : 0
        case .column(let column, _): active ? reducedCost(of: column) : 0
        }
      let miss = abs(after - before - sign * length * price)
      if miss <= 1e-9 * max(1, abs(before)) + 1e-6 * length * max(1, abs(price)) {
        return Step(
          price: price, length: length, changes: active ? changes(of: ordinal(of: limit)) : [])
      }
      length /= 10
    }
    return nil
  }

  /// The optimum with the limit at `value`; nil where no point keeps the rows.
  private mutating func objective(
    at value: Double, of limit: Limit, _ home: Home
  ) throws(ProgramError) -> Double? {
    if value == home.value { return home.objective }
    guard try move(limit, to: value) else { return nil }
    // Only a bound moved, so that the dual simplex goes on from here; where it finds nothing feasible there is nothing.
    let outcome = run(SimplexOptions(method: .dual)) { _ in true }
    guard outcome.finding == .optimal else {
      start(from: home.basis)
      return nil
    }
    warmUp()
    return outcome.objective
  }

  private mutating func goHome(_ home: Home, limit: Limit) throws(ProgramError) {
    _ = try move(limit, to: home.value)
    start(from: home.basis)
    warmUp()
  }

  /// - Returns: false where the bounds would cross.
  private mutating func move(_ limit: Limit, to value: Double) throws(ProgramError) -> Bool {
    func moved(_ bounds: Bounds, _ side: Limit.Side) -> Bounds? {
      var bounds = bounds
      if side == .lower { bounds.lower = value } else { bounds.upper = value }
      if let lower = bounds.lower, let upper = bounds.upper, lower > upper { return nil }
      return bounds
    }
    switch limit {
    case .row(let row, let side):
      guard let bounds = moved(rowBounds[row.number - 1], side) else { return false }
      try setBounds(of: row, bounds)
    case .column(let column, let side):
      guard let bounds = moved(columnBounds[column.number - 1], side) else { return false }
      try setBounds(of: column, bounds)
    }
    return true
  }

  // MARK: GLPK's view

  private var objectiveValue: Double { glp_get_obj_val(problem) }

  /// Factorises the basis and computes the point it stands for: GLPK's analyses ask for both.
  private mutating func warmUp() { glp_warm_up(problem) }

  private func ordinal(of limit: Limit) -> Int32 {
    switch limit {
    case .row(let row, _): Int32(row.number)
    case .column(let column, _): Int32(rowCount + column.number)
    }
  }

  /// Whether the limit's row or column is non-basic at it. One that is fixed stands at both of its bounds; the sign of its cost
  /// says which of them holds it.
  private func isActive(_ limit: Limit) -> Bool {
    let (status, cost, side) =
      switch limit {
      case .row(let row, let side):
        (glp_get_row_stat(problem, Int32(row.number)), dual(of: row), side)
      case .column(let column, let side):
        (glp_get_col_stat(problem, Int32(column.number)), reducedCost(of: column), side)
      }
    guard status == GLP_NS else { return status == (side == .lower ? GLP_NL : GLP_NU) }
    let gain = sense == .maximise ? cost : -cost
    return side == .upper ? gain >= 0 : gain <= 0
  }

  /// Whether a limit that is not active only gets looser.
  private func isSlack(_ limit: Limit, moving direction: Direction) -> Bool {
    switch limit {
    case .row(_, .lower), .column(_, .lower): direction == .down
    case .row(_, .upper), .column(_, .upper): direction == .up
    }
  }
}

extension Slope {
  fileprivate func hasPrice(_ other: Double) -> Bool {
    abs(price - other) <= 1e-7 * max(1, abs(price), abs(other))
  }
}
