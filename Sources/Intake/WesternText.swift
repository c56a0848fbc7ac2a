/// Windows-1252, which spreadsheet programs write as CSV in Western Europe and southern Africa.
///
/// Nearly every text is valid in it, and a letter with an accent before a plain one is valid GB18030 too, so what decides is how
/// the bytes beyond ASCII stand: Chinese comes in runs of pairs, accents and curly quotes one by one among plain letters.
enum WesternText {
  /// Whether a text that is no UTF-8 is Windows-1252 rather than GB18030; where neither is likely, it is not.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    var western = 0
    var chinese = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] >= 0x80 {
        if !isUsual(bytes[index]) { return false }
        index += 1
      }
      if index == start + 1, isFourBytes(bytes, start) {
        chinese += 1
        index = start + 4
      } else if stands(bytes, start..<index) {
        western += 1
      } else if index > start + 1 {
        chinese += (index - start) / 2
      }
    }
    return western > 4 * chinese
  }

  /// The text as UTF-8.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      text.append((0x80..<0xA0).contains(byte) ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return Array(String(text).utf8)
  }

  /// Whether a run of bytes beyond ASCII stands as accented letters and signs do.
  private static func stands(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    let before = run.lowerBound > 0 ? bytes[run.lowerBound - 1] : 0x20
    let after = run.upperBound < bytes.count ? bytes[run.upperBound] : 0x20
    let first = bytes[run.lowerBound]
    switch run.count {
    // A capital alone before another may be a rare Chinese character.
    case 1: return isSign(first) || isLetter(before) || (0x61...0x7A).contains(after)
    // `ção`, and a quote beside an accent.
    case 2:
      return isLetter(before) && isLetter(after)
        || isSign(first) != isSign(bytes[run.lowerBound + 1])
    default: return false
    }
  }

  /// A code of GB18030 in four bytes: the second and the fourth are digits.
  private static func isFourBytes(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start + 3 < bytes.count else { return false }
    return (0x30...0x39).contains(bytes[start + 1]) && bytes[start + 2] >= 0x80
      && (0x30...0x39).contains(bytes[start + 3])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Quotes, dashes and dots.
  private static func isSign(_ byte: UInt8) -> Bool { byte == 0x85 || (0x91...0x97).contains(byte) }

  /// What tables in Western languages have beyond ASCII: letters, quotes, dashes, signs of money, measure and law.
  private static func isUsual(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC0...0xFF: byte != 0xD7 && byte != 0xF7
    case 0x80, 0x82, 0x84, 0x85, 0x8A, 0x8C, 0x8E, 0x91...0x97, 0x99, 0x9A, 0x9C, 0x9E, 0x9F: true
    case 0xA0, 0xA3, 0xA7, 0xA9...0xAB, 0xAE, 0xB0...0xB3, 0xB5, 0xB7, 0xB9...0xBE: true
    default: false
    }
  }

  /// What 0x80 to 0x9F are; elsewhere a byte is its own scalar.
  private static let signs: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
