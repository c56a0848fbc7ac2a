import Plans
import Records
import Reports

/// `SHA256SUMS` of a run folder: what every file of the run had for bytes when it was written, in the form that `sha256sum -c`
/// reads. It lists neither itself nor what is no part of the run (`inputs/`, whose names are their hashes).
enum CheckSums {
  static let name = "SHA256SUMS"

  static func file(of files: [RunFile]) -> RunFile {
    let sums = Dictionary(files.map { ($0.name, ContentHash(of: $0.bytes)) }) { first, _ in first }
    return RunFile(name: name, bytes: text(of: sums))
  }

  static func text(of sums: [String: ContentHash]) -> [UInt8] {
    let lines = sums.sorted { $0.key < $1.key }.map { "\($0.value.digits)  \($0.key)\n" }
    return Array(lines.joined().utf8)
  }

  /// Hashes by name; nil where a line is none of that form.
  static func read(_ bytes: [UInt8]) -> [String: ContentHash]? {
    var sums: [String: ContentHash] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let hash = ContentHash(digits: String(line.prefix(64))),
        line.dropFirst(64).hasPrefix("  ")
      else { return nil }
      sums[String(line.dropFirst(66))] = hash
    }
    return sums
  }
}
