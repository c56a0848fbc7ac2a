import Glibc

/// How the bytes of a text file are told: byte order mark, then strict UTF-8, then UTF-16 betrayed by its NUL bytes, then strict GB18030 (what Excel writes in Chinese locales).
///
/// Guessing libraries are wrong on short files; each of these either fits every byte or does not. Windows-1252 alone fits nearly
/// everything, and is assumed only where the bytes stand as its letters do (`WesternText`).
enum TextEncoding {
  enum Failure: Error, Equatable {
    /// In none of the encodings.
    case unknown
    /// A NUL byte that no UTF-16 explains.
    case nulByte
  }

  /// The text of a file as UTF-8 bytes, without byte order mark.
  static func utf8(of bytes: [UInt8]) throws(Failure) -> [UInt8] { try text(of: bytes).utf8 }

  /// The same, and whether its encoding is an assumption: Windows-1252.
  static func text(of bytes: [UInt8]) throws(Failure) -> (utf8: [UInt8], isAssumed: Bool) {
    if let strict = try strictly(bytes) {
      if strict.contains(0) { throw .nulByte }
      return (strict, false)
    }
    if WesternText.isLikely(bytes) { return (WesternText.utf8(of: bytes), true) }
    guard let converted = fromGB18030(bytes) else { throw .unknown }
    return (converted, false)
  }

  /// The text where its bytes name their encoding or are UTF-8; nil where they do not.
  private static func strictly(_ bytes: [UInt8]) throws(Failure) -> [UInt8]? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let body = Array(bytes.dropFirst(3))
      guard isUTF8(body) else { throw .unknown }
      return body
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), bigEndian: true) }
    if bytes.contains(0) {
      // ASCII in UTF-16 has NUL in every other byte: first (big end) or second (little end).
      let firsts = stride(from: 0, to: bytes.count, by: 2).count { bytes[$0] == 0 }
      let seconds = stride(from: 1, to: bytes.count, by: 2).count { bytes[$0] == 0 }
      guard bytes.count.isMultiple(of: 2), max(firsts, seconds) * 10 >= bytes.count,
        min(firsts, seconds) == 0
      else { throw .nulByte }
      return try utf16(bytes[...], bigEndian: firsts > seconds)
    }
    return isUTF8(bytes) ? bytes : nil
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) throws(Failure) -> [UInt8]
  {
    guard bytes.count.isMultiple(of: 2) else { throw .unknown }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .unknown }
    return Array(text.utf8)
  }

  /// iconv(3), because Foundation's own GB18030 is missing where Swift is linked statically.
  private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", "GB18030"),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No code of GB18030 grows beyond three bytes for two, or four for four.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 4)
    let written: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var fromLeft = source.count
        var toLeft = target.count
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        return result == Int(bitPattern: UInt.max) || fromLeft > 0 ? nil : target.count - toLeft
      }
    }
    guard let written else { return nil }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
  }
}
