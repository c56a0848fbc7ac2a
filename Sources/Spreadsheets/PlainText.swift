/// Text that no spreadsheet program takes for a formula: a leading `'` where it begins like one. NUL ends a text for many
/// programs, so it is shown as the replacement character.
///
/// Works on scalars, not characters: `=` followed by a combining mark is one character that is not `=`, and still a formula.
package func harmless(_ text: String) -> String {
  let begins: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
  let whole =
    text.unicodeScalars.contains("\0")
    ? String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    : text
  guard let first = whole.unicodeScalars.first, begins.contains(first) else { return whole }
  return "'" + whole
}

/// How many columns of a terminal a text takes: 2 for a wide character, 0 for a mark that joins the one before it.
package func terminalWidth(_ text: String) -> Int {
  text.reduce(0) { width, character in
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return width }
    if scalars.contains("\u{FE0F}") || isWide(first) { return width + 2 }
    return width + (isMark(first) ? 0 : 1)
  }
}

/// Planners' text on one line of a terminal: control characters and marks that turn the direction of writing would move
/// what stands beside it, and an escape sequence could do worse.
package func oneLine(_ text: String) -> String {
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
