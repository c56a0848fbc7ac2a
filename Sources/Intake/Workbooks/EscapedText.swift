/// `_x000D_` in the texts of OOXML stands for a character that XML does not allow.
enum EscapedText {
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var units: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(bytes, at: index) {
        units.append(contentsOf: String(scalar).utf8)
        index += 7
      } else {
        units.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  private static func scalar(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard index + 6 < bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F,
      let value = UInt32(
        String(decoding: bytes[(index + 2)...(index + 5)], as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(value)
  }
}
