import TestSupport

/// Damage that needs to know nothing of what it damages.
enum ByteDamage {
  /// No damaged file is larger.
  static let mostBytes = 4 << 20

  static func apply(
    to bytes: inout [UInt8], other: [UInt8], _ random: inout SplitMix64
  ) {
    guard !bytes.isEmpty else { return bytes.append(contentsOf: random.pick(Tokens.bytes)) }
    let at = random.below(bytes.count)
    let stretch = random.stretch(of: bytes.count)
    switch random.below(12) {
    case 0, 1: bytes[at] ^= 1 << UInt8(random.below(8))
    case 2: bytes[at] = UInt8(random.below(256))
    case 3: bytes.replaceSubrange(at..<at, with: random.pick(Tokens.bytes))
    case 4: bytes.removeSubrange(stretch)
    case 5: bytes.removeSubrange(at...)
    case 6:
      let piece = Array(bytes[stretch])
      let times = min(1 + random.below(random.once(in: 20) ? 5_000 : 8), mostBytes / piece.count)
      bytes.insert(contentsOf: repeatElement(piece, count: times).joined(), at: at)
    case 7:
      // The head of one file, the tail of another.
      bytes = Array(bytes[..<at] + other[random.below(other.count)...])
    case 8:
      let piece = other[random.stretch(of: other.count)]
      bytes.replaceSubrange(stretch, with: piece)
    case 9:
      let second = random.stretch(of: bytes.count)
      for (left, right) in zip(stretch, second) { bytes.swapAt(left, right) }
    case 10: bytes.insert(contentsOf: Array(random.pick(Tokens.values).utf8), at: at)
    default:
      let letter = random.pick(Array("0aA\" ,;\n\t9-.{<&\u{7F}".utf8))
      let longest = random.once(in: 10) ? 200_000 : 300
      bytes.insert(contentsOf: repeatElement(letter, count: random.below(longest)), at: at)
    }
    if bytes.count > mostBytes { bytes.removeSubrange(mostBytes...) }
  }
}
