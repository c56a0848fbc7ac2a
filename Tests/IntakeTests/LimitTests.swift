import Records
import Testing

@testable import Intake

/// What passes a limit is answered with what to do; workbooks' own limits stand in WorkbookFormTests.
@Suite struct LimitTests {
  static let header = "id,recipient,sector,need\n"

  private func opened(_ name: String, _ text: String, _ change: (inout Limits) -> Void)
    -> OpenedFile
  {
    var limits = Limits()
    change(&limits)
    return OpenedFile(Sample.file(name, text), limits)
  }

  @Test func ofSeparatedTexts() {
    let text = Self.header + "P1,R1,wind,5\n,,,\nP2,R1,wind,6,,\n"
    let cases: [(String, (inout Limits) -> Void)] = [
      ("text_size_limit", { $0.textSize = 20 }), ("file_size_limit", { $0.fileSize = 20 }),
      ("row_limit", { $0.rows = 2 }), ("cell_limit", { $0.cells = 13 }),
      ("column_limit", { $0.columns = 3 }),
    ]
    for (setting, change) in cases {
      let file = opened("p.csv", text, change)
      #expect(file.isUnreadable, "\(setting)")
      #expect(file.findings.map(\.complaint.kind) == ["over-limit"], "\(setting)")
      #expect(file.findings.first?.complaint.allowed?.contains(setting) == true, "\(setting)")
    }
    // Blank rows and blank cells beside the table are none.
    let file = opened("p.csv", text) {
      $0.rows = 3
      $0.cells = 14
      $0.columns = 4
    }
    #expect(file.findings.isEmpty)
    #expect(file.tables.first?.rows.count == 2)
  }

  @Test func aLongCellIsNamed() {
    var files = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
    files.append(
      Sample.file(
        "p.csv", Self.header + "P1,R1,wind,5\nP2,R1,\(String(repeating: "长", count: 20)),6\n"))
    var limits = Limits()
    limits.cellLength = 59
    let reading = readRound(named: "sample", files: files, limits: limits)
    #expect(reading.records?.proposals.map(\.id) == ["P1"])
    #expect(reading.problems.map { "\($0.kind) \($0.origin.at)" } == ["cell-too-long C3"])
    limits.cellLength = 60
    #expect(readRound(named: "sample", files: files, limits: limits).problems.isEmpty)
  }

  @Test func ofDocuments() {
    let yaml =
      "proposals:\n- &a {id: P1, recipient: R1, sector: wind, need: 5}\n- {<<: *a, id: P2}\n"
    let json = #"{"proposals": [{"id": "P1", "recipient": "R1", "sector": "wind", "need": 5}]}"#
    for (name, text) in [("p.yaml", yaml), ("p.json", json)] {
      let deep = opened(name, text) { $0.documentDepth = 2 }
      #expect(deep.findings.map(\.complaint.allowed) == ["2 (document_depth_limit)"])
      let large = opened(name, text) { $0.documentValues = 6 }
      #expect(large.findings.map(\.complaint.allowed) == ["6 (document_value_limit)"])
      #expect(opened(name, text) { $0.textSize = 30 }.isUnreadable)
    }
    // An alias counts for what it repeats: 1 + 1 + 5, then 1 + 5 + 1 more.
    #expect(opened("p.yaml", yaml) { $0.documentValues = 14 }.findings.isEmpty)
    #expect(!opened("p.yaml", yaml) { $0.documentValues = 13 }.findings.isEmpty)
  }

  @Test func lastGoodStaysOverALimit() {
    var files = Sample.files(without: ["proposals"]).map { Sample.file($0.key, $0.value) }
    let then = Sample.file("p.csv", Self.header + "P1,R1,wind,5\n")
    files.append(
      Sample.file("p.csv", Self.header + (1...40).map { "P\($0),R1,wind,5\n" }.joined()))
    var limits = Limits()
    limits.rows = 20
    let reading = readRound(
      named: "sample", files: files, inForce: [InForceFile(file: then, keys: nil)], limits: limits)
    #expect(reading.state("p.csv") == .lastGoodInForce)
    #expect(reading.records?.proposals.map(\.id) == ["P1"])
  }
}
