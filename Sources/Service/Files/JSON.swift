import FoundationEssentials

/// Reading JSON documents; `jsonText` writes them.
enum JSON {
  static func value<Value: Decodable>(
    _ type: Value.Type = Value.self, from bytes: [UInt8]
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// The document at `path`; nil where there is none or it is no such document.
  static func document<Value: Decodable>(_ type: Value.Type, at path: String) -> Value? {
    guard let bytes = try? Files.read(path) else { return nil }
    return try? value(type, from: bytes)
  }
}
