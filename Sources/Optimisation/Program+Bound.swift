extension Program {
  /// A bound on the objective over every point that keeps the rows, from the multipliers found last.
  ///
  /// Weak duality holds for any multipliers `y`: for a maximum `Σi sup(y_i·row_i) + Σj sup((c_j - y·A_j)·x_j)` over the
  /// bounds of rows and columns (Neumaier & Shcherbina 2004). A multiplier whose side has no bound is taken as 0. nil where
  /// a column without a bound makes the sum infinite.
  public func lagrangianBound() -> Double? {
    let direction = sense == .maximise ? 1.0 : -1.0
    var reduced = costs.map { direction * $0 }
    var bound = 0.0
    for place in terms.indices {
      let multiplier = direction * dual(of: Row(number: place + 1))
      guard multiplier != 0 else { continue }
      guard let side = multiplier > 0 ? rowBounds[place].upper : rowBounds[place].lower else {
        continue
      }
      bound += multiplier * side
      for term in terms[place] { reduced[term.column.number - 1] -= multiplier * term.coefficient }
    }
    for place in reduced.indices where reduced[place] != 0 {
      let side = reduced[place] > 0 ? columnBounds[place].upper : columnBounds[place].lower
      guard let side else { return nil }
      bound += reduced[place] * side
    }
    return direction * bound
  }
}
