/// The decimal digits of a number, without leading zeros. Nineteen of them fit in a word, so most numbers take no memory of their own.
struct Digits: Equatable, Sendable {
  /// The digits as one number, where they fit.
  private var word: UInt64 = 0
  private(set) var count = 0
  /// All of them in ASCII, where there are more.
  private var long: [UInt8] = []

  private static let fitting = 19

  var isZero: Bool { count == 0 }

  mutating func append(_ ascii: UInt8) {
    if count == 0, ascii == 0x30 { return }
    if count == Digits.fitting { long = Array(String(word).utf8) }
    count += 1
    if count > Digits.fitting {
      long.append(ascii)
    } else {
      word = word * 10 + UInt64(ascii - 0x30)
    }
  }

  /// The digits as a double; nil where that would not be exact.
  var exact: Double? { count <= 15 ? Double(word) : nil }

  /// Empty for 0.
  var text: String {
    if count == 0 { return "" }
    return count > Digits.fitting ? String(decoding: long, as: UTF8.self) : String(word)
  }
}
