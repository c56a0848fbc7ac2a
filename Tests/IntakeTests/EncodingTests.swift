import Foundation
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

  static func windows1252(_ text: String) throws -> [UInt8] {
    [UInt8](try #require(text.data(using: .windowsCP1252)))
  }

  /// The first reads as Chinese without an error: `Réunion` as `R閡nion`.
  @Test(arguments: [
    "title\nRéunion’s mine\n", "eMalahleni – Highveld,Nkangala é\n", "“Smart” grid;€ 5 m;20 °C\n",
    "Educação e ações,Região\n", "Éric,Überland,Ångström\n",
  ])
  func readsWindows1252(_ text: String) throws {
    let read = try TextEncoding.text(of: try Self.windows1252(text))
    #expect(String(decoding: read.utf8, as: UTF8.self) == text)
    #expect(read.isAssumed)
  }

  /// Chinese stays Chinese, with rare characters whose second byte is a letter and with Latin letters beside it, and so does
  /// what may be either.
  @Test(arguments: [
    ("編號,領域\n開發區,東風\n", "be8ecc962cee49d3f20ae95fb06c855e2c967cef4c0a"),
    ("项目,朱镕基\n", "cfeec4bf2cd6ece946bbf90a"),
    ("id,title\nP1,镕\n", "69642c7469746c650a50312ce9460a"),
    ("A股B,元/t\n", "41b9c9422cd4aa2f740a"),
    ("堃", "88d2"),
    ("café,风电", "636166a8a62cb7e7b5e7"),
  ])
  func readsChineseAsBefore(_ text: String, _ hexadecimal: String) throws {
    let digits = Array(hexadecimal)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    let read = try TextEncoding.text(of: bytes)
    #expect(String(decoding: read.utf8, as: UTF8.self) == text)
    #expect(!read.isAssumed)
  }
}
