/// A text as a cell of a workbook holds it.
///
/// Neutralised as in the CSV files, though a cell of text is never a formula: it becomes one when it is edited, or the
/// sheet is saved as CSV. Control characters are no XML. A literal `_x0041_` would be read as `A`. What is beyond the most
/// that a cell can hold is cut, with `…`; the whole stands in the CSV files.
package func cellText(_ text: String) -> String {
  if isPlain(text) { return text }
  var scalars = String.UnicodeScalarView()
  var before: Unicode.Scalar?
  for scalar in harmless(text).unicodeScalars {
    switch scalar {
    case "\n": if before != "\r" { scalars.append("\n") }
    case "\r": scalars.append("\n")
    case "\t": scalars.append(scalar)
    case "\0"..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": scalars.append("\u{FFFD}")
    default: scalars.append(scalar)
    }
    before = scalar
  }
  var literal = String(scalars)
  // A regular expression costs more than all the rest, and hardly any text needs it.
  if literal.contains("_x") {
    literal.replace(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }
  return cut(literal, toUTF16: longestCell)
}

/// The most that a cell may hold, in UTF-16 units.
private let longestCell = 32_767

/// Whether a text can stand as it is: the most usual case, told from its bytes.
private func isPlain(_ text: String) -> Bool {
  let bytes = text.utf8
  guard let first = bytes.first, bytes.count <= longestCell else { return bytes.isEmpty }
  switch first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return false
  default: break
  }
  // 0xEF begins the full-width signs and what is no character.
  for byte in bytes {
    if byte < 0x20 || byte == 0x7F || byte == 0xEF || byte == UInt8(ascii: "_") { return false }
  }
  return true
}

/// The first characters of a text that take at most so many UTF-16 units; the last is `…` where some are left out.
package func cut(_ text: String, toUTF16 most: Int) -> String {
  guard text.utf16.count > most else { return text }
  var left = most - 1
  var end = text.startIndex
  for scalar in text.unicodeScalars.indices {
    left -= UTF16.width(text.unicodeScalars[scalar])
    if left < 0 { break }
    end = text.unicodeScalars.index(after: scalar)
  }
  return text[..<end] + "…"
}
