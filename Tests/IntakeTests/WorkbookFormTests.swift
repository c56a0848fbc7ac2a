import Records
import Testing

@testable import Intake

/// Files that are, or claim to be, workbooks of forms that are not read, and workbooks beyond every limit.
@Suite struct WorkbookFormTests {
  private func failure(_ bytes: [UInt8], _ limits: Limits = Limits()) -> WorkbookFailure? {
    do throws(WorkbookFailure) {
      _ = try WorkbookForm.sheets(bytes, limits)
      return nil
    } catch {
      return error
    }
  }

  private func compound(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 1020)
    bytes += name.utf8.flatMap { [UInt8]([$0, 0]) } + [UInt8](repeating: 0, count: 128)
    return bytes
  }

  private func package(_ names: String...) -> [UInt8] {
    SheetBytes.zip(names.map { ($0, Array("<x/>".utf8)) })
  }

  @Test func tellsOtherForms() {
    #expect(failure(compound("Workbook")) == .oldForm)
    #expect(failure(compound("EncryptedPackage")) == .password)
    #expect(failure(compound("WordDocument")) == .foreign)
    #expect(failure(package("[Content_Types].xml", "xl/workbook.bin")) == .otherForm("XLSB"))
    #expect(failure(package("Index/Document.iwa")) == .otherForm("Numbers"))
    #expect(failure(package("word/document.xml", "[Content_Types].xml")) == .foreign)
    #expect(failure(package("photo.jpg")) == .foreign)
    #expect(failure(Array("<html><table><tr><td>id".utf8)) == .webPage)
    #expect(failure(Array("id,donor,2026\n".utf8)) == .text)
    #expect(
      failure(
        Array(
          "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            .utf8))
        == .otherForm("XML Spreadsheet 2003"))
    #expect(failure([0x50, 0x4B, 3, 4, 5]) == .damaged(""))
    let manifest = "<m><e><manifest:encryption-data/></e></m>"
    #expect(
      failure(
        SheetBytes.zip([("content.xml", [1]), ("META-INF/manifest.xml", Array(manifest.utf8))]))
        == .password)
  }

  @Test func keepsItsLimits() {
    let rows = [["a", "b", "c"], ["d", "e", String(repeating: "f", count: 50)]]
    let bytes = SheetBytes.xlsx([SheetBytes.sheet("S", rows), SheetBytes.sheet("T", rows)])
    #expect(failure(bytes) == nil)
    func excess(_ change: (inout Limits) -> Void) -> WorkbookFailure? {
      var limits = Limits()
      change(&limits)
      return failure(bytes, limits)
    }
    #expect(excess { $0.cells = 11 } == .overLimit(.cells(11)))
    #expect(excess { $0.cells = 12 } == nil)
    #expect(excess { $0.rows = 3 } == .overLimit(.rows(3)))
    #expect(excess { $0.sheets = 1 } == .overLimit(.sheets(1)))
    #expect(excess { $0.columns = 2 } == .overLimit(.columns(sheet: "S", row: 1, 2)))
    #expect(excess { $0.parts = 3 } == .overLimit(.parts(3)))
    #expect(excess { $0.unpackedSize = 900 } == .overLimit(.unpackedSize(900)))
    #expect(excess { $0.xmlDepth = 4 } == .overLimit(.xmlDepth(4)))
    var limits = Limits()
    limits.cellLength = 40
    let sheets = try? WorkbookForm.sheets(bytes, limits)
    #expect(sheets?.first?.rows.last?.faults[2]?.kind == "cell-too-long")
    limits.fileSize = 100
    let opened = OpenedFile(Sample.file("b.xlsx", bytes), limits)
    #expect(opened.findings.map(\.complaint.kind) == ["over-limit"])
  }

  /// A row that follows the highest number there is.
  @Test func refusesRowsBeyondAllPrograms() {
    for row in ["9223372036854775807", "16777217"] {
      let sheet = SheetBytes.Sheet(
        name: "S", xml: "<sheetData><row r=\"\(row)\"/><row><c><v>1</v></c></row></sheetData>")
      #expect(failure(SheetBytes.xlsx([sheet])) == .damaged("S"))
    }
  }

  @Test func refusesDocumentTypes() {
    let xml =
      "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><office:x>&c;</office:x>"
    #expect(failure(SheetBytes.zip([("content.xml", Array(xml.utf8))])) == .overLimit(.entities))
  }

  @Test func everyComplaintSpeaksBothLanguages() {
    let all: [WorkbookFailure] = [
      .damaged("x"), .password, .oldForm, .otherForm("XLSB"), .webPage, .text, .foreign,
      .overLimit(.fileSize(1 << 20)), .overLimit(.cells(20_000_000)), .overLimit(.sheets(1)),
      .overLimit(.columns(sheet: "S", row: 7, 2048)), .overLimit(.unpackedSize(1 << 30)),
      .overLimit(.zipRatio(400)), .overLimit(.parts(10_000)), .overLimit(.xmlDepth(128)),
      .overLimit(.entities),
    ]
    for failure in all {
      let complaint = Complaint.workbook(failure)
      #expect(!complaint.en.hasHan && complaint.zh.hasHan, "\(complaint.en)")
    }
    #expect(Complaint.workbook(.overLimit(.cells(20_000_000))).en.contains("20,000,000"))
    #expect(
      Complaint.workbook(.overLimit(.columns(sheet: "S", row: 7, 2048))).en.contains("column BZT"))
  }
}
