/// The forms in which offices write the same text: full-width letters, stray spaces, case, separators.
extension String {
  /// The text with full-width letters, digits and signs made half-width, and typographic minus and spaces made plain.
  var halfWidth: String {
    // Everything that changes begins with one of these bytes; ASCII and Chinese characters pass untouched.
    guard utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 || $0 == 0xEF }) else {
      return self
    }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.halfWidth) }
    return String(result)
  }

  /// The text without spaces, byte order marks and line ends around it.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Printable ASCII at both ends: nothing to trim.
    if first > 0x20 && first < 0x7F && last > 0x20 && last < 0x7F { return self }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[start...end])
  }

  /// How names of columns and settings are compared: case, spaces, `-`, `_` and full-width letters do not matter.
  var foldedName: String {
    var result = String.UnicodeScalarView()
    for scalar in halfWidth.lowercased().unicodeScalars
    where !scalar.isBlank && scalar != "-" && scalar != "_" && scalar != "–" {
      result.append(scalar == "₂" ? "2" : scalar)
    }
    return String(result)
  }

  /// How an unknown column is called inside: `Water saved` and `water-saved` are `water_saved`.
  var snakeCase: String { joinedLower(with: "_") }

  /// How values such as sectors are called inside: `Cultural Tourism` is `cultural-tourism`.
  var kebabCase: String { joinedLower(with: "-") }

  private func joinedLower(with joint: Unicode.Scalar) -> String {
    // Most values are written as they are called: lower-case letters, digits and single joints.
    var last: UInt8 = 0x2D
    let isPlain = utf8.allSatisfy { byte in
      let isJoint = UInt32(byte) == joint.value
      defer { last = isJoint ? 0x2D : byte }
      return (97...122).contains(byte) || (48...57).contains(byte) || isJoint && last != 0x2D
    }
    if isPlain, last != 0x2D || isEmpty { return self }
    var result = String.UnicodeScalarView()
    var gap = false
    for scalar in halfWidth.lowercased().unicodeScalars {
      if scalar.isBlank || scalar == "-" || scalar == "_" {
        gap = !result.isEmpty
      } else {
        if gap { result.append(joint) }
        gap = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The items of a list parted by `;`, `；` or `、`, without blank ones.
  var listItems: [String] {
    // All of the signs are `;` or begin with a byte beyond ASCII, so most lists part bytewise.
    guard utf8.allSatisfy({ $0 < 0x80 }) else {
      return unicodeScalars.split { $0 == ";" || $0 == "；" || $0 == "、" }
        .map { String($0).halfWidth.trimmed }.filter { !$0.isEmpty }
    }
    return utf8.split(separator: 0x3B).map { String(Substring($0)).trimmed }.filter { !$0.isEmpty }
  }

  /// Whether the text has Chinese characters.
  var hasHan: Bool {
    guard utf8.contains(where: { $0 >= 0xE3 }) else { return false }
    return unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  /// The text cut to about 60 characters, on one line, as messages show it.
  var shortened: String {
    let limit = 60
    var result = String.UnicodeScalarView()
    for (count, scalar) in unicodeScalars.enumerated() {
      if count == limit {
        result.append("…")
        break
      }
      result.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  var halfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000, 0x00A0, 0x202F, 0x2009, 0x2007: " "
    case 0x2212, 0xFE63: "-"
    case 0xFFE5: "¥"
    case 0xFF04: "$"
    default: self
    }
  }

  /// Spaces of every width, line ends, byte order marks and zero-width spaces.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
