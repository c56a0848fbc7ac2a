import CZip

/// A workbook's package taken apart, so that its XML can be damaged and it still unpacks.
struct Package: Sendable {
  struct Part: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  var parts: [Part]

  /// The most bytes that a package may unpack to and still be taken apart.
  static let mostBytes = 8 << 20

  /// nil for what is no package, or a very large one.
  init?(_ bytes: [UInt8]) {
    parts = []
    let isRead = bytes.withUnsafeBufferPointer { buffer -> Bool in
      guard
        let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil)
      else { return false }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        return false
      }
      defer { zip_discard(archive) }
      return read(archive)
    }
    if !isRead { return nil }
  }

  private mutating func read(_ archive: OpaquePointer) -> Bool {
    var total = 0
    for index in 0..<UInt64(max(zip_get_num_entries(archive, 0), 0)) {
      var about = zip_stat_t()
      zip_stat_init(&about)
      guard zip_stat_index(archive, index, 0, &about) == 0, let name = about.name else {
        return false
      }
      let size = Int(clamping: about.size)
      total += size
      guard total <= Package.mostBytes, let file = zip_fopen_index(archive, index, 0) else {
        return false
      }
      defer { zip_fclose(file) }
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = max(0, Int(zip_fread(file, buffer.baseAddress, UInt64(size))))
      }
      parts.append(Part(name: String(cString: name), bytes: bytes))
    }
    return !parts.isEmpty
  }

  /// The package put together again, nothing of it packed, every checksum right; two parts may bear one name.
  func zipped() -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8.prefix(Int(UInt16.max)))
      let size = UInt32(part.bytes.count)
      let about =
        Self.bytes(UInt16(20)) + Self.bytes(UInt16(0x0800)) + Self.bytes(UInt16(0))
        + Self.bytes(UInt32(0x0021_0000)) + Self.bytes(Checksum.of(part.bytes))
        + Self.bytes(size) + Self.bytes(size) + Self.bytes(UInt16(name.count))
        + Self.bytes(UInt16(0))
      directory += Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(20)) + about
      directory += Self.bytes(UInt16(0)) + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
      directory += Self.bytes(UInt32(0)) + Self.bytes(UInt32(body.count)) + name
      body += Self.bytes(UInt32(0x0403_4B50)) + about + name + part.bytes
    }
    let count = Self.bytes(UInt16(truncatingIfNeeded: parts.count))
    return body + directory + Self.bytes(UInt32(0x0605_4B50)) + Self.bytes(UInt32(0)) + count
      + count + Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(body.count))
      + Self.bytes(UInt16(0))
  }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

/// CRC-32 as ZIP uses it.
private enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~table.withUnsafeBufferPointer { table in
      bytes.reduce(~UInt32(0)) { sum, byte in
        table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
      }
    }
  }
}
