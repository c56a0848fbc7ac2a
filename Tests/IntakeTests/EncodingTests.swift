import Testing

@testable import Intake

@Suite struct EncodingTests {
  /// `编号,支援方` in the encodings that offices save.
  static let text = "编号,支援方"

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  static let encoded: [(String, [UInt8])] = [
    ("UTF-8", Array(text.utf8)),
    ("UTF-8 with BOM", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
    ("UTF-16 little end with BOM", [0xFF, 0xFE] + utf16(text, bigEndian: false)),
    ("UTF-16 big end with BOM", [0xFE, 0xFF] + utf16(text, bigEndian: true)),
    ("GB18030", [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD6, 0xA7, 0xD4, 0xAE, 0xB7, 0xBD]),
  ]

  @Test(arguments: encoded)
  func readsOfficeEncodings(name: String, bytes: [UInt8]) throws {
    #expect(String(decoding: try TextEncoding.utf8(of: bytes), as: UTF8.self) == Self.text)
  }

  @Test func readsUTF16WithoutMark() throws {
    let ascii = "id,donor,2026\nO1,D1,5\n"
    let little = Self.utf16(ascii, bigEndian: false)
    let big = Self.utf16(ascii, bigEndian: true)
    #expect(String(decoding: try TextEncoding.utf8(of: little), as: UTF8.self) == ascii)
    #expect(String(decoding: try TextEncoding.utf8(of: big), as: UTF8.self) == ascii)
  }

  @Test func readsFourByteGB18030() throws {
    // 𠀀 (U+20000) is 95 32 82 36 in GB18030 and has no code of two bytes.
    #expect(try TextEncoding.utf8(of: [0x95, 0x32, 0x82, 0x36]) == Array("𠀀".utf8))
  }

  @Test func refusesWhatIsInNoEncoding() {
    #expect(throws: TextEncoding.Failure.unknown) { try TextEncoding.utf8(of: [0x41, 0xFF, 0xFF]) }
    #expect(throws: TextEncoding.Failure.unknown) {
      try TextEncoding.utf8(of: [0xFF, 0xFE, 0x00, 0xD8])
    }
  }

  @Test func refusesNulBytes() {
    #expect(throws: TextEncoding.Failure.nulByte) {
      try TextEncoding.utf8(of: Array("id,donor".utf8) + [0] + Array(",2026 and more".utf8))
    }
  }
}
