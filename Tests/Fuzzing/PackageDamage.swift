import TestSupport

/// Damage inside a workbook: its parts exchanged, doubled, taken out or renamed, and their XML damaged.
enum PackageDamage {
  static func apply(
    to package: inout Package, other: Package, _ random: inout SplitMix64
  ) {
    guard !package.parts.isEmpty else { return }
    let at = random.below(package.parts.count)
    switch random.below(16) {
    case 0: package.parts.swapAt(at, random.below(package.parts.count))
    case 1:
      // Under each other's names.
      let second = random.below(package.parts.count)
      let name = package.parts[at].name
      package.parts[at].name = package.parts[second].name
      package.parts[second].name = name
    case 2: package.parts.insert(package.parts[at], at: random.below(package.parts.count))
    case 3: package.parts.remove(at: at)
    case 4: package.parts[at].name = rename(package.parts[at].name, &random)
    case 5 where !other.parts.isEmpty:
      package.parts[at].bytes = random.pick(other.parts).bytes
    case 6:
      ByteDamage.apply(
        to: &package.parts[at].bytes, other: package.parts[at].bytes, &random)
    default:
      let place = random.once(in: 4) ? at : cells(of: package, &random) ?? at
      damageMarkup(&package.parts[place].bytes, &random)
    }
  }

  /// The part that holds cells, texts or formats, where most of the reading is.
  private static func cells(of package: Package, _ random: inout SplitMix64) -> Int? {
    let places = package.parts.indices.filter {
      let name = package.parts[$0].name
      return name == "content.xml" || name.hasPrefix("xl/worksheets/")
        || name.hasPrefix("xl/shared") || name.hasPrefix("xl/styles") || name == "xl/workbook.xml"
    }
    return places.isEmpty ? nil : random.pick(places)
  }

  private static func rename(_ name: String, _ random: inout SplitMix64) -> String {
    switch random.below(5) {
    case 0: name.uppercased()
    case 1: "../" + name
    case 2: name + "\u{0}"
    case 3: random.pick(["content.xml", "xl/workbook.xml", "xl/workbook.bin", "mimetype", ""])
    default: String(repeating: "x", count: random.below(70_000))
    }
  }

  static func damageMarkup(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard let tag = tag(in: bytes, &random) else {
      return bytes.append(contentsOf: random.pick(Tokens.markup).utf8)
    }
    switch random.below(10) {
    case 0, 1, 2: replaceAttribute(in: &bytes, tag, &random)
    case 3: replaceText(in: &bytes, after: tag, &random)
    case 4: bytes.removeSubrange(tag)
    case 5: bytes.insert(contentsOf: Array(bytes[tag]), at: tag.upperBound)
    case 6:
      // A stretch from one tag to another, some times.
      guard let end = self.tag(in: bytes, &random), end.lowerBound > tag.lowerBound else { return }
      let piece = Array(bytes[tag.lowerBound..<end.lowerBound])
      let times = random.once(in: 12) ? 2_000 : 1 + random.below(3)
      bytes.insert(
        contentsOf: repeatElement(piece, count: min(times, ByteDamage.mostBytes / piece.count))
          .joined(), at: end.lowerBound)
    case 7: bytes.insert(contentsOf: Array(random.pick(Tokens.markup).utf8), at: tag.lowerBound)
    case 8:
      let count = random.below(random.once(in: 4) ? 50_000 : 200)
      let shape = Array(random.pick(["<a>", "<table:table>", "<si>", "<row>", "<c>"]).utf8)
      bytes.insert(contentsOf: repeatElement(shape, count: count).joined(), at: tag.lowerBound)
    default:
      let second = self.tag(in: bytes, &random)
      let piece = second.map { Array(bytes[$0]) } ?? []
      bytes.replaceSubrange(tag, with: piece)
    }
  }

  /// From `<` to behind `>`.
  private static func tag(in bytes: [UInt8], _ random: inout SplitMix64) -> Range<Int>? {
    let at = random.below(bytes.count)
    guard let start = bytes.dropFirst(at).firstIndex(of: 0x3C) ?? bytes.firstIndex(of: 0x3C),
      let end = bytes[start...].firstIndex(of: 0x3E)
    else { return nil }
    return start..<(end + 1)
  }

  private static func replaceAttribute(
    in bytes: inout [UInt8], _ tag: Range<Int>, _ random: inout SplitMix64
  ) {
    let quotes = tag.filter { bytes[$0] == 0x22 }
    guard quotes.count >= 2 else { return }
    let pair = random.below(quotes.count / 2) * 2
    bytes.replaceSubrange(
      (quotes[pair] + 1)..<quotes[pair + 1], with: Array(escaped(random.pick(values)).utf8))
  }

  private static func replaceText(
    in bytes: inout [UInt8], after tag: Range<Int>, _ random: inout SplitMix64
  ) {
    let end = bytes[tag.upperBound...].firstIndex(of: 0x3C) ?? bytes.count
    let text =
      random.once(in: 20)
      ? String(repeating: "长", count: random.below(50_000)) : random.pick(Tokens.values)
    bytes.replaceSubrange(tag.upperBound..<end, with: Array(escaped(text).utf8))
  }

  /// Values, and what attributes of cells are: places, types, formats.
  private static let values =
    Tokens.values + [
      "A1", "XFD1048576", "A0", "ZZZZZZZZ1", "1A", "A1:XFD1048576", "B2:A1", "s", "str",
      "inlineStr",
      "b", "e", "d", "n", "float", "percentage", "date", "time", "boolean", "string", "currency",
      "yyyy\"年\"m\"月\"", "[h]:mm", "0.00%", "000000000000000000000000", "[$-804]e", ";;;", "\"",
      "../../../x", "/xl/worksheets/sheet1.xml", "hidden", "false",
    ]

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
