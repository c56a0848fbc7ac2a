import Foundation
import Testing

/// A reviewed workbook as python3-openpyxl shows it.
struct Shown: Decodable {
  struct Cell: Decodable {
    var tone: String
    var comment: String
    var value: String
    var isNumber: Bool
  }

  var sheets: [String]
  var links: [String]
  var cells: [String: Cell]

  init(_ path: String) async throws {
    let run = try await Tool.script("show_review.py", path)
    try #require(run.status == 0, "\(run.errors)")
    self = try JSONDecoder().decode(Shown.self, from: Data(run.output.utf8))
  }
}
