/// The SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits. It decides whether two files are the same.
public struct ContentHash: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let digits: String

  public init(of bytes: some HashableBytes) {
    var hasher = ContentHasher()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// From the digest's bytes.
  init(digest: [UInt8]) {
    digits = digest.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  /// nil where the text is not 64 lower-case hexadecimal digits, so that a hash can stand in a path unchecked.
  public init?(digits: String) {
    let valid = digits.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard valid, digits.utf8.count == 64 else { return nil }
    self.digits = digits
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let hash = ContentHash(digits: text) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "not a SHA-256 in hexadecimal digits"))
    }
    self = hash
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }

  public var description: String { digits }

  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    left.digits < right.digits
  }
}

/// Bytes that can be hashed where they lie.
public protocol HashableBytes {
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void)
}

extension Array: HashableBytes where Element == UInt8 {
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}
