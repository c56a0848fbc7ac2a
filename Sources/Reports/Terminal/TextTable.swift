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

/// How many columns of a terminal a text takes: 2 for a wide character, 0 for a mark that joins the one before it.
func terminalWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return width }
    if scalars.contains("\u{FE0F}") || isWide(first) { return width + 2 }
    return width + (isMark(first) ? 0 : 1)
  }
}

/// Planners' text on one line of a terminal: control characters and marks that turn the direction of writing would move
/// what stands beside it, and an escape sequence could do worse.
func oneLine(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
    case .format where scalar != "\u{200D}": break
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: true
  default: false
  }
}

/// East Asian wide and full-width characters and emoji.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    true
  default: scalar.properties.isEmojiPresentation
  }
}
