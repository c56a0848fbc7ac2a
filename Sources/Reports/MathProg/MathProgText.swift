/// Lines of GNU MathProg data. Values are numbers or symbols of `MathProgNames`; text from planners stands in comments alone.
struct MathProgText {
  private(set) var text = ""

  mutating func comment(_ words: String) { text += "# \(printable(words))\n" }

  mutating func heading(_ words: String) {
    text += "\n"
    comment(words)
  }

  mutating func parameter(_ name: String, _ value: String) {
    text += "param \(name) := \(value);\n"
  }

  /// A set; none of its members is no line, for the model's sets are empty by default.
  mutating func set(_ name: String, _ members: [String]) {
    if !members.isEmpty { text += "set \(name) := \(members.joined(separator: " "));\n" }
  }

  /// A table with a line for each row; `.` stands for the model's default.
  ///
  /// - Parameter head: what stands before the `:=`, with `param`.
  mutating func table(_ head: String, _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    text += head + " :=\n"
    for row in rows { text += "  " + row.joined(separator: " ") + "\n" }
    text += ";\n"
  }
}

/// The shortest decimal that reads back to `value`.
func mathProgNumber(_ value: Double) -> String {
  let digits = "\(value)"
  return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
}

/// A name as it can stand in a comment: letters, digits, signs and spaces; what could end the line, turn it round or be taken for a
/// command by a terminal is written as its number.
private func printable(_ text: String) -> String {
  var printable = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      printable += "\\u{\(String(scalar.value, radix: 16))}"
    default: printable.unicodeScalars.append(scalar)
    }
  }
  return printable
}
