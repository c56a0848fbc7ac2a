/// A program that GLPK must not see: it would abort the process, or answer without a word of warning.
public enum ProgramError: Error, Hashable, Sendable {
  /// A coefficient, bound or cost is NaN or infinite.
  case notFinite(String)
  /// A lower bound above its upper bound.
  case crossedBounds(lower: Double, upper: Double)
  /// A column that this program does not have.
  case unknownColumn(Int)
  /// A row that this program does not have.
  case unknownRow(Int)
  /// A column given twice in one row.
  case repeatedColumn(Int)
}

extension ProgramError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFinite(let what): "the program was given \(what) that is no finite number"
    case .crossedBounds(let lower, let upper):
      "the program was given a lower bound \(lower) above its upper bound \(upper)"
    case .unknownColumn(let number): "column \(number) is not of this program"
    case .unknownRow(let number): "row \(number) is not of this program"
    case .repeatedColumn(let number): "column \(number) stands twice in one row"
    }
  }
}
