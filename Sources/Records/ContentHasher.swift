import CMessageDigest

/// Makes a `ContentHash` from bytes that come piece by piece, so that a file need not fit into memory.
public struct ContentHasher: ~Copyable {
  private var context = SHA2_CTX()

  public init() { SHA256Init(&context) }

  /// Takes the next piece.
  public mutating func update(_ bytes: some HashableBytes) {
    bytes.withBytes { buffer in
      if let base = buffer.baseAddress { SHA256Update(&context, base, buffer.count) }
    }
  }

  /// The hash of all pieces.
  public consuming func finish() -> ContentHash {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    return ContentHash(digest: digest)
  }
}

extension ArraySlice: HashableBytes where Element == UInt8 {
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}
