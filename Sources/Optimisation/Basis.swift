import CGLPK

/// Which columns and rows of a program are basic, and at which bound the others stand: where a simplex starts or ended.
public struct Basis: Hashable, Sendable {
  var rows: [Int32]
  var columns: [Int32]
}

extension Program {
  /// Where the simplex ended.
  public var basis: Basis {
    Basis(
      rows: (0..<rowCount).map { glp_get_row_stat(problem, Int32($0 + 1)) },
      columns: (0..<columnCount).map { glp_get_col_stat(problem, Int32($0 + 1)) })
  }

  /// Lets the next solve start from `basis`, which may come from a program with fewer rows: rows beyond it are basic.
  ///
  /// - Returns: false, and nothing is changed, where the basis belongs to a program of another shape.
  @discardableResult
  public mutating func start(from basis: Basis) -> Bool {
    guard basis.columns.count == columnCount, basis.rows.count <= rowCount else { return false }
    for (place, status) in basis.rows.enumerated() {
      glp_set_row_stat(problem, Int32(place + 1), status)
    }
    for place in basis.rows.count..<rowCount {
      glp_set_row_stat(problem, Int32(place + 1), GLP_BS)
    }
    for (place, status) in basis.columns.enumerated() {
      glp_set_col_stat(problem, Int32(place + 1), status)
    }
    return true
  }

  /// A program of its own with the same columns, rows, objective and basis, which belongs to the calling thread.
  ///
  /// Another thread's program may be copied while nobody works on it.
  public func copy() -> Program {
    Program(copying: self)
  }
}
