import Records

/// A text by its hash as a content-security policy names it: `sha256-…` in Base64.
package func contentSource(of text: String) -> String {
  let digits = Array(ContentHash(of: Array(text.utf8)).digits)
  let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
    UInt8(String(digits[$0...$0 + 1]), radix: 16)
  }
  return "sha256-" + base64(bytes)
}

private func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  return stride(from: 0, to: bytes.count, by: 3).map { start in
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    let characters = (0..<4).map { alphabet[bits >> (18 - 6 * $0) & 63] }
    return String(characters.prefix(group.count + 1))
      + String(repeating: "=", count: 3 - group.count)
  }.joined()
}
