/// What may be typed into a cell: a drop-down or limits for numbers, what the program shows when the cell is chosen, and what it
/// answers to anything else.
package struct EntryRule: Hashable {
  package enum Content: Hashable {
    case anything
    /// One of the cells that a formula names: `='Lists'!$A$3:$A$9`.
    case list(String)
    case number(ClosedRange<Double>)
    case whole(ClosedRange<Int>)
  }

  /// What happens to an entry that is none of the content.
  package enum Answer: Hashable {
    /// It stands: the list is only an offer.
    case none
    /// The planner is asked.
    case warning
    case refusal
  }

  package var content: Content
  package var answer: Answer
  package var title: String
  package var message: String
  package var errorTitle: String
  package var error: String

  /// The most that spreadsheet programs show of a title and of a message, in characters.
  package static let longestTitle = 32
  package static let longestMessage = 255

  package init(
    _ content: Content, answer: Answer, title: String, message: String, errorTitle: String = "",
    error: String = ""
  ) {
    self.content = content
    self.answer = answer
    self.title = title
    self.message = message
    self.errorTitle = errorTitle
    self.error = error
  }
}

/// A sheet for planners to fill: a head whose columns say what they take, and example rows beneath.
package struct FormSheet {
  package struct Column {
    package enum Demand: Hashable { case required, oneOfSeveral, optional }

    package var head: String
    package var kind: ColumnKind
    package var demand: Demand
    package var rule: EntryRule

    package init(_ head: String, _ kind: ColumnKind, _ demand: Demand, _ rule: EntryRule) {
      self.head = head
      self.kind = kind
      self.demand = demand
      self.rule = rule
    }
  }

  package var name: String
  package var columns: [Column]
  package var rows: [[SheetCell]]
  /// Whether the rows are examples, to be replaced; else they are the form's own.
  package var rowsAreExamples: Bool
  /// Rules of single cells in place of their column's, by row and column from 0 below the head.
  package var cellRules: [(row: Int, column: Int, rule: EntryRule)] = []

  package init(name: String, columns: [Column], rows: [[SheetCell]], rowsAreExamples: Bool = true) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.rowsAreExamples = rowsAreExamples
  }

  /// The formula that names cells of a sheet's column, from 1 downwards.
  package static func cells(ofSheet name: String, column: Int, rows: ClosedRange<Int>) -> String {
    let letters = columnLetters(column)
    return
      "=\(quoted(name))!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
  }

  /// The same for a list that planners fill themselves: as far down as it is filled.
  package static func filledCells(ofSheet name: String, column: Int, from row: Int) -> String {
    let letters = columnLetters(column)
    let first = "\(quoted(name))!$\(letters)$\(row)"
    let all = "\(first):$\(letters)$\(row + entryRows - 1)"
    return "=OFFSET(\(first),0,0,MAX(1,COUNTA(\(all))),1)"
  }

  /// How many rows below the head the rules hold for.
  package static let entryRows = 10_000

  private static func quoted(_ name: String) -> String {
    "'" + name.replacing("'", with: "''") + "'"
  }

  /// `A` for 1, `AA` for 27.
  private static func columnLetters(_ number: Int) -> String {
    var rest = number
    var letters = ""
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      letters = String(decoding: [letter], as: UTF8.self) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
