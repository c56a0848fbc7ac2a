import Foundation
import Records
import Testing

@testable import Intake

/// Workbooks as county offices keep them: read right, or asked about exactly. `Tests/Writers/office_files.py` made them.
@Suite struct OfficeFileTests {
  static let folder = CorpusTests.folder.deletingLastPathComponent().appending(path: "Offices")

  static let answers = RecordedAnswers(folder: folder)

  @Test(arguments: answers.names)
  func readsAsItsPeopleMeant(_ name: String) throws {
    try Self.answers.check(Self.answer(to: name), to: name)
  }

  /// What was read from the file and what is said about it, beside the kinds that it lacks.
  private static func answer(to name: String) throws -> String {
    let file = Sample.file(name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
    let opened = OpenedFile(file)
    let given = Set(opened.tables.map(\.kind.rawValue))
    let others = Sample.files(without: given).map { Sample.file($0.key, $0.value) }
    let speaksEnglish = opened.tables.allSatisfy { !$0.layout.isChinese }
    let policy = Sample.file(
      "policy.yaml",
      "policy: {years: [2026, 2028], currency: \(speaksEnglish ? "USD" : "CNY")}\n")
    let reading = readRound(named: "office", files: [file, policy] + others)
    var lines = reading.files.filter { $0.name == name }.map { file in
      "\(file.state.rawValue): "
        + file.records.sorted(by: <).map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    if let records = reading.records { lines += Self.lines(of: records, name) }
    for problem in reading.problems where problem.origin.file == name {
      let places = ([problem.origin] + problem.others).map(\.at).joined(separator: ", ")
      lines += ["", "\(problem.severity.rawValue) \(problem.kind) at \(places)"]
      lines += ["  \(problem.message.en)", "  \(problem.message.zh)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of records: RecordSet, _ name: String) -> [String] {
    var lines: [String] = []
    func add(_ origin: Origin, _ text: String) {
      if origin.file == name { lines.append("\(origin.at): \(text)") }
    }
    for region in records.regions {
      let measures = region.measures.sorted(by: <).map { ", \($0.key) \($0.value)" }.joined()
      add(region.origin, "region \(region.code) \(region.name ?? "")\(measures)")
    }
    for link in records.links {
      add(
        link.origin,
        "\(link.donor) > \(link.recipient), \(link.coalMt) Mt\(link.existingPairing ? ", paired" : "")"
      )
    }
    for offer in records.offers {
      add(
        offer.origin,
        "offer \(offer.id) of \(offer.donor), \(offer.instrument), \(amount(offer.amount)), sectors \(offer.sectors), at most \(offer.maxSharePerRecipient)"
      )
    }
    for proposal in records.proposals {
      let benefits = proposal.benefits.map { "\($0.key) \($0.value)" }.sorted()
      add(
        proposal.origin,
        "proposal \(proposal.id) \(proposal.title ?? "") of \(proposal.recipient), \(proposal.sector), need \(proposal.need), \(draw(proposal.draw)), readiness \(proposal.readiness), \(benefits)"
      )
    }
    return lines
  }

  private static func amount(_ amount: Offer.Amount) -> String {
    switch amount {
    case .total(let total): "\(total)"
    case .byYear(let years):
      years.sorted(by: <).map { "\($0.key): \($0.value)" }.joined(separator: " ")
    }
  }

  private static func draw(_ draw: Proposal.Draw) -> String {
    switch draw {
    case .span(let start, let years): "from \(start.map(String.init) ?? "first") \(years) years"
    case .weights(let weights):
      weights.sorted(by: <).map { "\($0.key): \($0.value)" }.joined(separator: " ")
    }
  }

  /// Whole columns coloured row by row, and rows coloured to the last column: nothing in them is a cell that counts.
  @Test func readsPastFormattedRowsAndCells() throws {
    let xml = SheetBytes.sheet("R", [["code", "name"], ["R1", "North"], ["R2", "South"]]).xml
    let rows = (4...20_000).map { "<row r=\"\($0)\" s=\"1\" customFormat=\"1\"/>" }.joined()
    let cells = (1...16_384).map { "<c r=\"\(Place.columnLetters($0))4\" s=\"1\"/>" }.joined()
    let wide = (4...8).map {
      "<row r=\"\($0)\">\(cells.replacing("4\"", with: "\($0)\""))</row>"
    }.joined()
    for more in [rows, wide] {
      let bytes = SheetBytes.xlsx([
        .init(name: "R", xml: xml.replacing("</sheetData>", with: more + "</sheetData>"))
      ])
      let reading = readRound(named: "office", files: [Sample.file("r.xlsx", bytes)])
      #expect(reading.files.map(\.records) == [["regions": 2]])
      #expect(reading.problems.isEmpty)
    }
  }
}
