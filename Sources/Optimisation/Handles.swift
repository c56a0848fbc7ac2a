/// A column of one program: a variable.
public struct Column: Hashable, Sendable {
  /// From 1, as GLPK counts.
  let number: Int
}

/// A row of one program: a rule.
public struct Row: Hashable, Sendable {
  /// From 1, as GLPK counts.
  let number: Int
}

/// One term of a row or of an objective: coefficient times column.
public struct Term: Sendable {
  public var coefficient: Double
  public var column: Column

  public init(_ coefficient: Double, _ column: Column) {
    self.coefficient = coefficient
    self.column = column
  }
}

/// From where to where a column's value or a row's activity may go; a missing side has no limit.
public struct Bounds: Hashable, Sendable {
  public var lower: Double?
  public var upper: Double?

  public init(lower: Double? = nil, upper: Double? = nil) {
    self.lower = lower
    self.upper = upper
  }

  public static let free = Bounds()
  public static let nonnegative = Bounds(lower: 0)
  public static func atMost(_ limit: Double) -> Bounds { Bounds(upper: limit) }
  public static func atLeast(_ limit: Double) -> Bounds { Bounds(lower: limit) }
  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper)
  }
  public static func exactly(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }
}

/// Which way an objective counts.
public enum Sense: Sendable {
  case minimise, maximise
}
