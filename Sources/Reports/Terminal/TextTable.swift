import Spreadsheets

/// A table of text in columns, for a terminal.
struct TextTable {
  enum Side { case left, right }

  /// What a name may take.
  static let nameWidth = 40

  let sides: [Side]
  private var rows: [[String]] = []

  init(_ columns: [(head: String, side: Side)]) {
    sides = columns.map(\.side)
    rows = [columns.map(\.head)]
  }

  mutating func append(_ cells: [String]) { rows.append(cells.map(oneLine)) }

  /// The lines, each ended by a newline and without blanks at its end.
  var text: String {
    let widths = sides.indices.map { column in
      rows.map { terminalWidth($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row.indices, row).map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - terminalWidth(cell))
        return sides[column] == .left ? cell + blanks : blanks + cell
      }
      let line = cells.joined(separator: "  ")
      return line.prefix(
        upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)
        + "\n"
    }.joined()
  }
}

/// A planner's text in at most so many columns of a terminal; a table as wide as its longest name cannot be read.
func shortened(_ text: String, to width: Int) -> String {
  let line = oneLine(text)
  guard terminalWidth(line) > width else { return line }
  var short = ""
  var left = width - 1
  for character in line {
    left -= terminalWidth(String(character))
    if left < 0 { break }
    short.append(character)
  }
  return short + "…"
}
