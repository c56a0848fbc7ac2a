import Foundation
import Records
import Testing

@testable import Intake

/// Workbooks damaged at random never stop the reading. Every package is tried as it is stored by real programs, and unpacked, so
/// that the damage reaches the XML.
@Suite struct DamagedWorkbookTests {
  static let plain = SheetBytes.xlsx(
    [
      SheetBytes.sheet(
        "P", [["id", "recipient", "sector", "need"], ["P1", "R1", "wind", "5"]],
        more: SheetBytes.merges("A3:B9"))
    ], strings: ["<t>a</t>"], styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")

  static let open = SheetBytes.ods(
    "<table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"3\"/></table:table-row></table:table>"
  )

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func alwaysAnswers(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let stored = try ["rich-openpyxl.xlsx", "rich-libreoffice.ods"].map {
      [UInt8](try Data(contentsOf: WorkbookRoundTests.workbooks.appending(path: $0)))
    }
    let wholes = stored + [Self.plain, Self.open]
    let end = ContinuousClock.now + .seconds(2)
    var count = 0
    while ContinuousClock.now < end, count < 1_000 {
      count += 1
      let whole = wholes[Int.random(in: 0..<wholes.count, using: &random)]
      let file = Sample.file("book.xlsx", damaged(whole, &random))
      let reading = readRound(named: "damaged", files: [file])
      let state = reading.files.first?.state
      #expect(
        state == .accepted || !reading.problems.isEmpty, "seed \(seed), \(count): nothing is said")
    }
  }

  private func damaged(_ whole: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...5, using: &random) where bytes.count > 1 {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0, 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes[at] = "<>/\"9-".utf8.randomElement(using: &random) ?? 0
      case 3: bytes = Array(bytes.prefix(at))
      case 4: bytes.remove(at: at)
      case 5: bytes.insert(contentsOf: bytes[at..<min(at + 40, bytes.count)], at: at)
      default:
        // Two stretches change places: parts of the package under each other's names.
        let other = Int.random(in: 0..<bytes.count, using: &random)
        let size = min(64, bytes.count - max(at, other))
        for offset in 0..<size { bytes.swapAt(at + offset, other + offset) }
      }
    }
    return bytes
  }
}
