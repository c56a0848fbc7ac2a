/// How a search for whole switches ended, and what it found: two things, as with `Outcome`.
public struct SearchOutcome: Sendable {
  /// What ran.
  public enum Run: Hashable, Sendable {
    /// Every branch was looked at or ruled out.
    case finished
    /// It used up its nodes or its iterations.
    case limit
    /// The caller asked it to stop.
    case cancelled
  }

  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// Switches such that no others are better, to the gap that was asked for.
    case optimal
    /// Switches with which every row can be kept.
    case feasible
    /// No switches keep every row.
    case infeasible
    /// Nothing that can be used.
    case undefined
  }

  public var run: Run
  public var finding: Finding
  /// The best switches found, in the order in which they were given, and the point that goes with them.
  public var best: Best?
  /// No switches have a better objective than this; it rests on the search. nil where nothing is known.
  public var bound: Double?
  /// Branches that were looked at.
  public var nodes: Int
  /// Simplex iterations of all of them.
  public var iterations: Int

  public struct Best: Sendable {
    public var switches: [Bool]
    /// The objective.
    public var value: Double
    public var point: Point
  }
}

/// The values of all columns at one point of a program.
public struct Point: Sendable {
  let values: [Double]

  public subscript(column: Column) -> Double { values[column.number - 1] }
}

/// How far a search goes. It is counted in nodes and iterations, never timed, so that the answer does not depend on the machine.
public struct SearchOptions: Sendable {
  /// Nodes at most.
  public var nodeLimit: Int
  /// Simplex iterations of all nodes together at most.
  public var iterationLimit: Int
  /// The search ends where value and bound are this close, in units of the objective …
  public var absoluteGap: Double
  /// … or relative to the value, or to 1 where that is less.
  public var relativeGap: Double
  /// Switches that are tried out on both sides at each node at most, before it branches; 0 for a search in a hurry.
  public var trials: Int
  /// Switches that may be good, looked at first.
  public var starts: [[Bool]]
  /// How far a row may be missed, relative to its bound.
  public var tolerance: Double

  public init(
    nodeLimit: Int, iterationLimit: Int, absoluteGap: Double = 0, relativeGap: Double = 0,
    trials: Int = 12, starts: [[Bool]] = [], tolerance: Double = 1e-9
  ) {
    self.nodeLimit = nodeLimit
    self.iterationLimit = iterationLimit
    self.absoluteGap = absoluteGap
    self.relativeGap = relativeGap
    self.trials = trials
    self.starts = starts
    self.tolerance = tolerance
  }
}

/// Makes switches that may be good from a point where they are not whole: heuristics that know what the columns mean.
public typealias SwitchGuess = (Point) -> [[Bool]]
