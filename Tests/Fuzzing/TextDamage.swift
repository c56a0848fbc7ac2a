import TestSupport

/// Damage to texts that keeps their shape: values changed, lines doubled, nesting, aliases, encodings.
enum TextDamage {
  static func apply(
    to bytes: inout [UInt8], as reader: FuzzedReader, other: [UInt8], _ random: inout SplitMix64
  ) {
    switch random.below(10) {
    case 0, 1, 2: replaceValue(in: &bytes, &random)
    case 3: doubleLine(in: &bytes, &random)
    case 4: exchangeLines(in: &bytes, with: other, &random)
    case 5 where reader == .separated: widen(&bytes, &random)
    case 5: nest(&bytes, &random)
    case 6 where reader == .yaml: addAliases(to: &bytes, &random)
    case 6, 7: insertShape(into: &bytes, &random)
    case 8 where random.once(in: 3): reencode(&bytes, &random)
    default: ByteDamage.apply(to: &bytes, other: other, &random)
    }
  }

  private static let boundaries = Set(",;\t\n\r\":[]{} ".utf8)

  /// Some stretch between separators becomes a value from the list.
  private static func replaceValue(in bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let at = random.below(bytes.count)
    let start = bytes[..<at].lastIndex { boundaries.contains($0) }.map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex { boundaries.contains($0) } ?? bytes.count
    let value = Array(random.pick(Tokens.values).utf8)
    bytes.replaceSubrange(start..<max(start, end), with: value)
  }

  private static func line(of bytes: [UInt8], _ random: inout SplitMix64) -> Range<Int> {
    let at = random.below(bytes.count)
    let start = bytes.prefix(at).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes.dropFirst(at).firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return start..<max(start, end)
  }

  private static func doubleLine(in bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let line = Array(bytes[line(of: bytes, &random)])
    let times = random.once(in: 25) ? random.below(20_000) : 1
    let count = min(times, ByteDamage.mostBytes / max(line.count, 1))
    let place = self.line(of: bytes, &random).lowerBound
    bytes.insert(contentsOf: repeatElement(line, count: count).joined(), at: place)
  }

  private static func exchangeLines(
    in bytes: inout [UInt8], with other: [UInt8], _ random: inout SplitMix64
  ) {
    guard !bytes.isEmpty, !other.isEmpty else { return }
    bytes.replaceSubrange(
      line(of: bytes, &random), with: other[line(of: other, &random)])
  }

  /// Many columns in one line.
  private static func widen(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = line(of: bytes, &random).lowerBound
    let cell = Array((random.pick([",", ";", "\t"]) + random.pick(Tokens.values)).utf8)
    let count = random.below(random.once(in: 5) ? 20_000 : 40)
    bytes.insert(contentsOf: repeatElement(cell, count: count).joined(), at: place)
  }

  private static func nest(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let shape = random.pick([
      "[", "{", "{\"a\":", "{a: ", "- ", "- - ", "? ", "[{a: ", "!!x ", "&a ",
    ])
    let count = random.below(random.once(in: 5) ? 100_000 : 200)
    bytes.insert(
      contentsOf: repeatElement(Array(shape.utf8), count: count).joined(),
      at: random.below(bytes.count + 1))
  }

  /// Every level names the one before so many times.
  private static func addAliases(to bytes: inout [UInt8], _ random: inout SplitMix64) {
    let width = 1 + random.below(12)
    let key = random.pick(["", "policy", "offers", "weights"])
    var text = "\n\(key)l0: &l0 [x, y]\n"
    for level in 1...(1 + random.below(40)) {
      let items = repeatElement("*l\(level - 1)", count: width).joined(separator: ", ")
      text +=
        random.once(in: 6)
        ? "\(key)l\(level): &l\(level) {<<: *l\(level - 1), k: [\(items)]}\n"
        : "\(key)l\(level): &l\(level) [\(items)]\n"
    }
    bytes.insert(contentsOf: Array(text.utf8), at: random.once(in: 2) ? 0 : bytes.count)
  }

  private static func insertShape(into bytes: inout [UInt8], _ random: inout SplitMix64) {
    let text = random.pick(random.once(in: 3) ? Tokens.values : Tokens.documents)
    bytes.insert(contentsOf: Array(text.utf8), at: random.below(bytes.count + 1))
  }

  /// The text as another program saves it, or half of it.
  private static func reencode(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let text = String(decoding: bytes, as: UTF8.self)
    let bigEndian = random.once(in: 2)
    var wide: [UInt8] = random.once(in: 3) ? [] : bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      wide += bigEndian ? [high, low] : [low, high]
    }
    switch random.below(4) {
    case 0: bytes = [0xEF, 0xBB, 0xBF] + wide
    case 1: bytes = Array(bytes.prefix(random.below(bytes.count))) + wide
    default: bytes = wide
    }
  }
}
