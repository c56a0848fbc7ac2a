/// Numbers of workbooks are doubles, and programs store them with up to 17 digits: Excel writes 0.085 as `8.5000000000000006E-2`.
enum StoredNumber {
  /// The shortest text of the same double, which is what was typed; texts that say no more than a double holds stay as they are.
  static func asTyped(_ stored: String) -> String {
    let bytes = stored.utf8
    guard bytes.count > 16, bytes.contains(UInt8(ascii: ".")), let number = Double(stored),
      number.isFinite
    else { return stored }
    let mantissa = bytes.prefix { $0 != UInt8(ascii: "E") && $0 != UInt8(ascii: "e") }
    let digits = mantissa.count { (48...57).contains($0) }
    return digits > 15 ? number.description : stored
  }
}
