import Spreadsheets

/// A table as spreadsheet programs open it without asking: UTF-8 with a byte-order mark (without it, Chinese Excel reads
/// GB18030), lines ended by CRLF, cells quoted where they must be.
struct CSVTable {
  enum Cell {
    case text(String)
    case number(Double)
    case whole(Int)
    case empty
  }

  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(header: [String]) { append(header.map(Cell.text)) }

  mutating func append(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += cell.written.utf8
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }
}

extension CSVTable.Cell {
  static func number(orEmpty value: Double?) -> CSVTable.Cell { value.map(Self.number) ?? .empty }

  static func list(_ texts: [String]) -> CSVTable.Cell { .text(texts.joined(separator: "; ")) }

  fileprivate var written: String {
    switch self {
    case .text(let text): quoted(harmless(text))
    case .number(let value): plainDecimal(value)
    case .whole(let value): String(value)
    case .empty: ""
    }
  }
}

private func quoted(_ text: String) -> String {
  let forces: Set<Unicode.Scalar> = [",", "\"", "\r", "\n", "\t", ";"]
  let scalars = text.unicodeScalars
  guard scalars.contains(where: forces.contains) || scalars.first == " " || scalars.last == " "
  else { return text }
  var written = String.UnicodeScalarView("\"".unicodeScalars)
  for scalar in scalars {
    if scalar == "\"" { written.append(scalar) }
    written.append(scalar)
  }
  written.append("\"")
  return String(written)
}

/// A number without exponent and grouping, with a point: the shortest decimal that reads back to it.
func plainDecimal(_ value: Double) -> String {
  let text = value.description
  guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
  else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
  let sign = text.hasPrefix("-") ? "-" : ""
  let mantissa = text[..<mark].drop { $0 == "-" }
  let whole = mantissa.prefix { $0 != "." }
  let fraction = mantissa.dropFirst(whole.count + 1)
  // Trailing zeros of `1.0` say nothing.
  let digits = whole + (fraction == "0" ? "" : fraction)
  let point = whole.count + exponent
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
  if point >= digits.count {
    return sign + digits + String(repeating: "0", count: point - digits.count)
  }
  return sign + digits.prefix(point) + "." + digits.dropFirst(point)
}
