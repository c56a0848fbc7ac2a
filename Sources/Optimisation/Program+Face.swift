extension Program {
  /// Narrows the program to the points as good as the optimum found last.
  ///
  /// By complementary slackness those are the points that stand where every price holds them: each column and row with a price
  /// is fixed at the bound where it stands. No tolerance enters, as a row on the objective would need one.
  public mutating func keepOptimum() throws(ProgramError) {
    // A smaller price may be none.
    let least = 1e-7
    for number in 1..<(columnCount + 1) {
      let column = Column(number: number)
      guard abs(reducedCost(of: column)) > least else { continue }
      try setBounds(of: column, bounds(of: column).fixed(near: value(of: column)))
    }
    for number in 1..<(rowCount + 1) {
      let row = Row(number: number)
      guard abs(dual(of: row)) > least else { continue }
      try setBounds(of: row, bounds(of: row).fixed(near: activity(of: row)))
    }
  }
}

extension Bounds {
  /// Only the nearer of its two sides.
  fileprivate func fixed(near value: Double) -> Bounds {
    switch (lower, upper) {
    case (nil, nil): self
    case (let side?, nil), (nil, let side?): .exactly(side)
    case (let lower?, let upper?): .exactly(value - lower <= upper - value ? lower : upper)
    }
  }
}
