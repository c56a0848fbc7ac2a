import Foundation

/// How wide a column must be for what stands in it, in widths of a digit.
///
/// The file is written without any fonts at hand: a Chinese character counts two, and a tenth is added for wide letters.
package struct ColumnWidth {
  /// The arrow of the filter, the indent and the edges of the cell.
  package static let filter = 4.0
  private static let edges = 2.0

  /// How much wider than its digits a column of text is made, for wide letters, …
  private static let allowance = 1.08
  /// … and how wide letters are on the whole, against digits.
  private static let letter = 0.87
  /// No line of a head need be longer, and no clause of one in Chinese.
  private static let headLine = 10.0

  private let head: [String]
  private let isText: Bool
  private var content = 0.0

  /// Text beyond this goes on in a second line.
  private let widest: Double

  /// - Parameter widest: nil for as wide as columns of the kind usually become at most.
  package init(head: String, _ kind: ColumnKind, widest: Double? = nil) {
    self.head = head.components(separatedBy: "\n")
    isText = kind.isText || kind == .plain
    self.widest = widest ?? (kind == .list ? 80 : 48)
  }

  /// How many lines a text needs.
  package mutating func takes(_ text: String) -> Int {
    let width = Self.width(of: text)
    content = max(content, min(width, widest))
    guard width > widest || text.utf8.contains(0x0A) else { return 1 }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + Self.lines(of: String($1), in: widest * Self.allowance) }
  }

  package mutating func takes(_ value: Double, decimals: Int) {
    let digits = value.magnitude < 10 ? 1 : floor(log10(value.magnitude)) + 1
    let point = decimals > 0 ? Double(decimals) + 1 : 0
    let groups = ((digits - 1) / 3).rounded(.down)
    content = max(content, digits + groups + point + (value < 0 ? 1 : 0))
  }

  /// The width of the column: its head may break into some lines, what stands below may not.
  package var width: Double {
    let heads = head.map { line in
      let words = line.split(separator: " ").map { Self.unbreakable(String($0)) }
      return max(
        words.max() ?? 0,
        min(
          max(Self.headLine, (Self.width(of: line) / 2.5).rounded(.up)),
          (Self.width(of: line) / 2).rounded(.up) + 1))
    }
    let wide = isText ? Self.allowance : 1
    return max((content + Self.edges) * wide, (heads.max() ?? 0) + Self.filter).rounded(.up)
  }

  /// How many lines the head takes at that width.
  package var headLines: Int {
    let room = max(1, width - Self.filter)
    return head.reduce(0) { $0 + Self.lines(of: $1, in: room) }
  }

  /// A long word, or a clause in Chinese, must break somewhere.
  private static func unbreakable(_ word: String) -> Double {
    min(width(of: word), word.utf8.allSatisfy { $0 < 0x80 } ? 16 : headLine)
  }

  /// How many lines one line of text takes where so many digits have room.
  package static func lines(of text: String, in room: Double) -> Int {
    var lines = 1.0
    var used = 0.0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
      let width = width(of: String(word)) * (isLatin ? letter : 1)
      // Latin words go to the next line whole, Chinese breaks anywhere.
      if used > 0, isLatin, used + letter + width > room {
        lines += 1
        used = 0
      }
      used += width + (used > 0 ? letter : 0)
      while used > room {
        lines += 1
        used -= room
      }
    }
    return Int(lines)
  }

  /// The width of a text's longest line. Going by characters is slow; what is plain or Chinese is told by its scalars.
  private static func width(of text: String) -> Double {
    var (longest, line) = (0, 0)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: (longest, line) = (max(longest, line), 0)
      case 0x20..<0x7F: line += 1
      case 0x3001...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF60: line += 2
      default:
        return Double(text.split(separator: "\n").map { terminalWidth(String($0)) }.max() ?? 0)
      }
    }
    return Double(max(longest, line))
  }
}
