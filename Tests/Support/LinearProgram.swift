import Foundation

/// A linear program over columns `>= 0`, written out whole for a solver of another house.
struct LinearProgram {
  enum Sense: String {
    case atMost = "<="
    case atLeast = ">="
  }

  struct Row {
    var terms: [Int: Double]
    var sense: Sense
    var limit: Double
  }

  var maximise: Bool
  /// One coefficient per column.
  var objective: [Double]
  var rows: [Row] = []
  /// Columns that are 0 or 1.
  var binary: [Int] = []

  /// CPLEX LP text; column `j` is `c<j>`, and the objective names all of them, in order.
  var text: String {
    var text = maximise ? "Maximize\n" : "Minimize\n"
    text += " objective:\n" + Self.terms(Array(objective.enumerated()).map { ($0, $1) })
    text += "Subject To\n"
    for (index, row) in rows.enumerated() where !row.terms.isEmpty {
      text += " r\(index):\n" + Self.terms(row.terms.sorted { $0.key < $1.key }.map { ($0, $1) })
      text += "  \(row.sense.rawValue) \(row.limit)\n"
    }
    if !binary.isEmpty {
      text += "Binary\n" + binary.map { " c\($0)\n" }.joined()
    }
    return text + "End\n"
  }

  private static func terms(_ terms: [(column: Int, factor: Double)]) -> String {
    terms.map { "  \($0.factor < 0 ? "-" : "+") \(abs($0.factor)) c\($0.column)\n" }.joined()
  }

  /// The objective at an optimum, computed from the columns' values.
  func solved() throws -> Double {
    // A row without columns is a plain statement about its limit.
    for row in rows where row.terms.isEmpty {
      let holds = row.sense == .atMost ? row.limit >= 0 : row.limit <= 0
      if !holds { throw Glpsol.Failure("a row without columns cannot hold") }
    }
    if objective.isEmpty { return 0 }
    // A text without any row is no program to glpsol: box the first column far away.
    var program = self
    if rows.allSatisfy({ $0.terms.isEmpty }) {
      program.rows.append(Row(terms: [0: 1], sense: .atMost, limit: 1e12))
    }
    let values = try Glpsol.solve(program.text, columns: objective.count)
    return zip(objective, values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
