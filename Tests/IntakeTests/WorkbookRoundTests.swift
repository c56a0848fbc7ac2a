import Foundation
import Records
import Testing

@testable import Intake

/// A golden round written as one workbook by other programs reads to the same records as its CSV files.
@Suite struct WorkbookRoundTests {
  static let workbooks = CorpusTests.folder.appending(path: "workbooks")

  @Test(arguments: ["rich-openpyxl.xlsx", "rich-libreoffice.xlsx", "rich-libreoffice.ods"])
  func readsAsTheTextFiles(_ name: String) throws {
    let round = GoldenRoundTests.folder.appending(path: "rich")
    let files = try ["regions.csv", "links.csv", "offers.csv", "proposals.csv", "policy.yaml"].map {
      Sample.file($0, [UInt8](try Data(contentsOf: round.appending(path: $0))))
    }
    let expected = try #require(readRound(named: "rich", files: files).records)
    let bytes = [UInt8](try Data(contentsOf: Self.workbooks.appending(path: name)))
    let reading = readRound(named: "rich", files: [Sample.file(name, bytes)])
    #expect(reading.problems.map(\.message.en) == [])
    let records = try #require(reading.records)
    #expect(records.withoutOrigins == expected.withoutOrigins)
    #expect(records.proposals.first?.origin.at == "proposals!row 2")
  }

  /// Chinese sheets with titles, units in notes and number formats, names for codes, two-row headers, hidden parts, dates
  /// for years: the round that a plain document writes.
  @Test(arguments: ["office-openpyxl.xlsx", "office-libreoffice.xlsx", "office-libreoffice.ods"])
  func readsAnOfficesWorkbookAsThePlainDocument(_ name: String) throws {
    func reading(_ name: String) throws -> Reading {
      let bytes = [UInt8](try Data(contentsOf: Self.workbooks.appending(path: name)))
      return readRound(named: "office", files: [Sample.file(name, bytes)])
    }
    let plain = try reading("office.yaml")
    #expect(plain.problems.map(\.message.en) == [])
    let office = try reading(name)
    #expect(office.kinds() == [])
    #expect(office.kinds(.note).sorted() == ["hidden-cells", "hidden-cells", "unknown-columns"])
    #expect(try #require(office.records).withoutOrigins == #require(plain.records).withoutOrigins)
  }
}
