/// A cell of a grid: a text as it was written somewhere, and what is said about it.
package struct GridCell: Sendable {
  package var text: String
  package var tone: GridTone
  package var isWrapped: Bool
  /// Whether the text may become a number; a text that would be shown otherwise stays a text all the same.
  package var mayBeNumber: Bool
  /// Where a click on it leads.
  package var link: GridPlace?

  package init(
    _ text: String, tone: GridTone = .plain, isWrapped: Bool = false, mayBeNumber: Bool = false,
    link: GridPlace? = nil
  ) {
    self.text = text
    self.tone = tone
    self.isWrapped = isWrapped
    self.mayBeNumber = mayBeNumber
    self.link = link
  }
}

/// A cell of some sheet of the same workbook; rows and columns count from 1.
package struct GridPlace: Hashable, Sendable {
  package var sheet: String
  package var row: Int
  package var column: Int

  package init(sheet: String, row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

/// A text that a spreadsheet program shows unchanged when it is kept as a number: `120`, `-0.5`, `12.5%`; neither `007`
/// nor `1,234` nor what has more digits than a double.
struct ShownNumber {
  let value: Double
  let format: String

  init?(_ text: String) {
    let isPercent = text.utf8.last == UInt8(ascii: "%")
    let digits = isPercent ? String(text.dropLast()) : text
    guard digits.utf8.count <= 16,
      digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 0x2E || $0 == 0x2D }),
      let number = Double(digits)
    else { return nil }
    let shown = "\(number)"
    guard shown == digits || shown == digits + ".0" else { return nil }
    guard isPercent else {
      (value, format) = (number, "General")
      return
    }
    let decimals = digits.utf8.firstIndex(of: 0x2E).map {
      digits.utf8.distance(from: $0, to: digits.utf8.endIndex) - 1
    }
    value = number / 100
    format = decimals.map { "0." + String(repeating: "0", count: $0) + "%" } ?? "0%"
  }
}
