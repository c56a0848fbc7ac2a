/// How a solve ended, and what it found: two things, for a run that was cut short may still have found a usable point.
public struct Outcome: Hashable, Sendable {
  /// What ran.
  public enum Run: Hashable, Sendable {
    /// The simplex method came to its own end.
    case finished
    /// It used up its iterations.
    case iterationLimit
    /// The caller asked it to stop.
    case cancelled
    /// It gave up, each other way tried as well; the reason in its own words.
    case failed(String)
  }

  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// A point that keeps every row, and no point has a better objective.
    case optimal
    /// A point that keeps every row.
    case feasible
    /// No point keeps every row.
    case infeasible
    /// The objective has no limit.
    case unbounded
    /// Nothing that can be used.
    case undefined
  }

  public var run: Run
  public var finding: Finding
  /// The objective at the point found.
  public var objective: Double
  /// Simplex iterations of this solve.
  public var iterations: Int

  /// Whether the program now holds a point that keeps every row.
  public var hasPoint: Bool { finding == .optimal || finding == .feasible }
}

/// Which simplex method, and how exactly.
public struct SimplexOptions: Sendable {
  public enum Method: Sendable {
    case primal, dual
  }

  public var method: Method
  /// Iterations of one solve at most; nil for no limit.
  public var iterationLimit: Int?
  /// Iterations between two looks at the watch.
  public var slice: Int
  /// How far a row may be missed, relative to its bound.
  public var tolerance: Double
  /// Whether a small program is taken to its end in rational arithmetic, from where the simplex ended.
  public var isExact = false

  public init(
    method: Method = .primal, iterationLimit: Int? = nil, slice: Int = 500,
    tolerance: Double = 1e-9
  ) {
    self.method = method
    self.iterationLimit = iterationLimit
    self.slice = slice
    self.tolerance = tolerance
  }

  /// The same with another method.
  public func with(_ method: Method) -> SimplexOptions {
    var copy = self
    copy.method = method
    return copy
  }
}

/// Looks at a solve after every slice, given the iterations so far; returns whether it shall go on.
public typealias SolveWatch = (Int) -> Bool
