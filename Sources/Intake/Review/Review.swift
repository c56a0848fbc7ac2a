import Records
import Spreadsheets

/// Everything that is said about one file, cell by cell and as a list.
struct Review {
  /// A line of the list: one place of one problem.
  struct Entry {
    /// Of the problem, from 1; places with one cause share it.
    var number: Int
    /// The number of the problem in `problems`.
    var problem: Int
    /// The place as the planner's program names it; empty for the whole file.
    var place: Place
    var cell: TablesAsRead.Cell?
    var title: String
    /// The new text of the whole cell, or of what was found where it is no cell.
    var suggestion: String?
    /// Places of the same cause in other files, counted by file.
    var elsewhere: [(file: String, places: Int)] = []
  }

  let file: String
  let tables: TablesAsRead
  let problems: [Problem]
  private(set) var entries: [Entry] = []
  /// The entries of each cell, by table, row and column.
  private(set) var marks: [[Int: [Int: [Int]]]]

  /// - Parameter problems: those with a place in the file, in order.
  init(_ file: String, _ tables: TablesAsRead, _ problems: [Problem]) {
    self.file = file
    self.tables = tables
    self.problems = problems
    marks = Array(repeating: [:], count: tables.tables.count)
    for (index, problem) in problems.enumerated() { add(problem, index) }
  }

  private mutating func add(_ problem: Problem, _ index: Int) {
    let origins = [problem.origin] + problem.others
    var elsewhere: [String: Int] = [:]
    for origin in origins where origin.file != file { elsewhere[origin.file, default: 0] += 1 }
    var isFirst = true
    for origin in origins where origin.file == file {
      let cell = tables.cell(at: origin.place)
      var entry = Entry(
        number: index + 1, problem: index, place: origin.place, cell: cell,
        title: cell.map { tables.title($0) } ?? "",
        suggestion: suggestion(problem, cell, at: origin.place))
      if isFirst {
        entry.elsewhere = elsewhere.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        isFirst = false
      }
      if let cell {
        marks[cell.table][cell.row, default: [:]][cell.column, default: []].append(entries.count)
      }
      entries.append(entry)
    }
  }

  private func suggestion(_ problem: Problem, _ cell: TablesAsRead.Cell?, at place: Place)
    -> String?
  {
    guard let cell else { return problem.suggestion }
    let whole = CellReplacement.text(
      of: tables.text(cell), found: problem.found, suggestion: problem.suggestion)
    switch place {
    case .cell: return whole
    // A row has no one text, and the key of a value in a document has no cell of its own.
    case .row, .path, .sheet, .wholeFile: return whole ?? problem.suggestion
    }
  }

  func tone(of marks: [Int]) -> GridTone {
    marks.contains { problems[entries[$0].problem].severity == .problem } ? .problem : .note
  }

  func count(_ severity: Problem.Severity) -> Int { problems.count { $0.severity == severity } }
}
