/// The texts of the cells of a sheet or a text file: parts of one run of UTF-8, so that a million cells are a million small numbers and not as many strings.
final class CellTexts: Sendable {
  /// Where the text of a cell lies.
  struct Part: Sendable {
    /// From the low bits: its length (30), whether it lies among the texts written anew (1), and its start (33).
    private let packed: UInt64

    static let blank = Part(start: 0, count: 0)

    fileprivate init(start: Int, count: Int, isWritten: Bool = false) {
      packed = UInt64(start) << 31 | (isWritten ? 1 << 30 : 0) | UInt64(count)
    }

    /// Bytes of UTF-8.
    var count: Int { Int(packed & (1 << 30 - 1)) }
    fileprivate var isWritten: Bool { packed & 1 << 30 != 0 }
    fileprivate var range: Range<Int> {
      let start = Int(packed >> 31)
      return start..<start + count
    }
  }

  /// Files are far smaller; a part could not tell the places of more.
  static let mostBytes = 1 << 30 - 1

  /// What was there before: the bytes of a text file, the texts that the sheets of a workbook share.
  private let given: [UInt8]
  /// What had to be written anew: numbers of a workbook, texts with doubled quotes.
  private let written: [UInt8]
  private let parts: [Part]

  fileprivate init(given: [UInt8], written: [UInt8], parts: [Part]) {
    self.given = given
    self.written = written
    self.parts = parts
  }

  func isBlank(_ index: Int) -> Bool { parts[index].count == 0 }

  func text(_ index: Int) -> String {
    withBytes(index) { String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  func withBytes<Result, Failure: Error>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let part = parts[index]
    return try (part.isWritten ? written : given).withUnsafeBufferPointer {
      bytes throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: bytes[part.range]))
    }
  }

  /// Brings the texts together, each trimmed.
  struct Builder {
    private let given: [UInt8]
    private var written: [UInt8] = []
    private var parts: [Part] = []

    /// - Parameter given: UTF-8 of which parts can be cells.
    init(given: [UInt8] = []) { self.given = given }

    var count: Int { parts.count }

    mutating func add(_ part: Part) { parts.append(part) }

    /// A part of what is given.
    mutating func add(given range: Range<Int>) {
      let kept = given.withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: $0[range]).trimmedRange
      }
      parts.append(Part(start: range.lowerBound + kept.lowerBound, count: kept.count))
    }

    /// A text of its own.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
      let kept = text.trimmedRange
      let start = written.count
      written.append(contentsOf: text[kept])
      parts.append(Part(start: start, count: kept.count, isWritten: true))
    }

    subscript(index: Int) -> Part {
      get { parts[index] }
      set { parts[index] = newValue }
    }

    /// Takes the last text out, to be placed elsewhere.
    mutating func takeLast() -> Part { parts.removeLast() }

    /// Forgets the last texts.
    mutating func cut(to count: Int) { parts.removeSubrange(count...) }

    func finished() -> CellTexts { CellTexts(given: given, written: written, parts: parts) }
  }
}

/// Texts that cells of several sheets share.
struct SharedTexts: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var parts: [CellTexts.Part] = []

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let kept = text.trimmedRange
    parts.append(CellTexts.Part(start: bytes.count, count: kept.count))
    bytes.append(contentsOf: text[kept])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the text lies between the spaces around it, as `String.trimmed` has it.
  var trimmedRange: Range<Int> {
    if isEmpty { return 0..<0 }
    // ASCII and Chinese characters at both ends: nothing to trim.
    if Self.beginsText(self[0]), endsText { return 0..<count }
    let scalars = String(decoding: self, as: UTF8.self).unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return 0..<0 }
    let start = scalars[..<first].reduce(0) { $0 + UTF8.width($1) }
    return start..<start + scalars[first...last].reduce(0) { $0 + UTF8.width($1) }
  }

  private static func beginsText(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F || byte > 0xE3 && byte < 0xEF
  }

  private var endsText: Bool {
    let last = self[count - 1]
    if last < 0x80 { return last > 0x20 && last < 0x7F }
    return count > 2 && self[count - 3] > 0xE3 && self[count - 3] < 0xEF
  }
}
