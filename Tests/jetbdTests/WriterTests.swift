import CXLSXWriter
import Foundation
import Plans
import TestSupport
import Testing

/// The same round written by other programs, in every form and encoding, gives the same plan to the byte.
@Suite("The same round from every writer")
struct WriterTests {
  private let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../Writers/write_round.py").standardizedFileURL

  @Test func givesTheSameBytes() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let json = folder.appending(path: "round.json")
      try JSONEncoder().encode(WrittenRound.sheets).write(to: json)
      let python = try await Tool.start("python3", script.path, json.path, folder.path)
      try #require(python.status == 0, "\(python.errors)")
      let openpyxl = folder.appending(path: "openpyxl/round/round.xlsx")
      let office = LibreOffice(profile: folder.appending(path: "profile"))
      for form in ["xlsx", "ods"] {
        try await office.convert(
          openpyxl, to: form, in: folder.appending(path: "libreoffice-\(form)/round"))
      }
      for (name, form) in LibreOffice.csv {
        try await office.convert(
          openpyxl, to: form, in: folder.appending(path: "libreoffice-\(name)/round"))
      }
      try writeThroughLibxlsxwriter(to: folder.appending(path: "libxlsxwriter/round"))

      let writers = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0 != "round.json" && $0 != "profile" }.sorted()
      #expect(writers.count == 8 + 1 + 2 + LibreOffice.csv.count + 1, "\(writers)")
      var plans: [String: Data] = [:]
      for writer in writers {
        let out = folder.appending(path: writer + "/plan")
        let run = try await Tool.run(
          "plan", folder.appending(path: writer + "/round").path, "--out", out.path)
        #expect(run.status == 0, "\(writer): \(run.errors)")
        plans[writer] = try? Data(contentsOf: out.appending(path: "plans.json"))
      }
      let first = try #require(plans["csv-utf-8"])
      let document = try JSONDecoder().decode(PlansDocument.self, from: first)
      #expect(document.problems == [])
      // All of the five kinds were read, and all that was offered to.
      #expect(document.plans.first { $0.id == "A" }?.status == .optimal)
      #expect(document.title == "同一轮次 · the same round")
      #expect(
        Set(document.plans.first { $0.id == "A" }?.tickets.map(\.proposal) ?? []) == [
          "P1", "P2", "P3", "陕-1", "陕-2",
        ])
      for writer in writers {
        #expect(plans[writer] == first, "\(writer) gives another plans.json")
      }
    }
  }

  /// libxlsxwriter itself, without the room that writes the product's own workbooks.
  private func writeThroughLibxlsxwriter(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let book = try #require(workbook_new(folder.appending(path: "round.xlsx").path))
    for sheet in WrittenRound.sheets {
      let page = try #require(workbook_add_worksheet(book, sheet.name))
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          #expect(
            write(cell, to: page, UInt32(row), UInt16(column), in: book) == LXW_NO_ERROR)
        }
      }
    }
    #expect(workbook_close(book) == LXW_NO_ERROR)
  }

  private func write(
    _ cell: WrittenRound.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ column: UInt16, in book: UnsafeMutablePointer<lxw_workbook>
  ) -> lxw_error {
    func style(_ format: String) -> UnsafeMutablePointer<lxw_format>? {
      let style = workbook_add_format(book)
      format_set_num_format(style, format)
      return style
    }
    switch cell {
    case .blank: return LXW_NO_ERROR
    case .text(let text): return worksheet_write_string(page, row, column, text, nil)
    case .number(let digits, let format):
      return worksheet_write_number(page, row, column, Double(digits) ?? .nan, style(format))
    case .flag(let flag): return worksheet_write_boolean(page, row, column, flag ? 1 : 0, nil)
    case .date(let date, let format):
      let parts = date.split(separator: "-").compactMap { Int32($0) }
      var time = lxw_datetime()
      (time.year, time.month, time.day) = (parts[0], parts[1], parts[2])
      return worksheet_write_datetime(page, row, column, &time, style(format))
    }
  }
}

/// LibreOffice without a window, with a profile of its own, so that nobody's settings matter.
private struct LibreOffice {
  let profile: URL

  /// Every sheet as a CSV file of its own: separator, quote, encoding, and whether cells are written as they are shown.
  static let csv = [
    ("csv-utf-8", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"),
    (
      "csv-gb18030",
      "csv:Text - txt - csv (StarCalc):59,34,85,1,,0,false,false,false,false,false,-1"
    ),
  ]

  func convert(_ file: URL, to form: String, in folder: URL) async throws {
    let run = try await Tool.start(
      "soffice", "--headless", "--norestore", "-env:UserInstallation=file://\(profile.path)",
      "--convert-to", form, "--outdir", folder.path, file.path)
    try #require(run.status == 0, "\(run.errors)")
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    try #require(!written.isEmpty, "LibreOffice wrote nothing: \(run.output) \(run.errors)")
  }
}
