import Foundation

/// The one form of every JSON file that leaves the program: keys in order, indented, a newline at the end, so that the
/// same value always gives the same bytes and a diff of two runs shows what changed.
public func jsonText(_ value: some Encodable) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return try Array(encoder.encode(value)) + [UInt8(ascii: "\n")]
}
