import Foundation
import Intake
import Plans
import Records
import Testing

@testable import Reports

/// `Models/pairing.py`, run as an auditor would run it, and what it says.
struct StockSolver: Decodable {
  struct Stage: Decodable {
    var stage: String
    var value: Double?
    var shortfall: Double?
    var target: Double?
    var unreachable: Double?
    var levels: [String: Double]?
    var entitlements: [String: Double]?
    var loosened: Double?
    var bound: Double?
  }

  struct Conflict: Decodable {
    struct Repair: Decodable { var total: Double }

    var repair: Repair
  }

  var eligiblePairs: Int
  var benefitOnly: Double?
  var stages: [Stage]?
  var conflict: Conflict?
  var notes: [String]

  static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Models/pairing.py").standardizedFileURL

  /// What the stages of `run`'s `round.dat` reach.
  static func answer(of run: URL) async throws -> StockSolver {
    let ended = try await Tool.start(
      "python3", script.path, run.appending(path: "round.dat").path, "--json")
    try #require(ended.status == 0, "\(ended.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(StockSolver.self, from: Data(ended.output.utf8))
  }

  /// `round.dat` alone: a round whose rules need a search for whole numbers can be checked on its own.
  static func writeRecords(of round: URL, to out: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: round.path).sorted()
    let files = try names.filter { $0 != "expected.json" }.map {
      let bytes = Array(try Data(contentsOf: round.appending(path: $0)))
      return InputFile(name: $0, hash: ContentHash(of: bytes), bytes: bytes)
    }
    let records = try #require(
      readRound(named: round.lastPathComponent, files: files).records)
    try Data(mathProgData(records, continuing: nil)).write(to: out.appending(path: "round.dat"))
  }

  func stage(_ name: String) -> Stage? { stages?.last { $0.stage == name } }

  /// Where it and `document` are further apart than 1e-6; nothing where they agree.
  func differences(from document: PlansDocument) -> [String] {
    var found: [String] = []
    func compare(_ what: String, _ mine: Double?, _ published: Double?) {
      switch (mine, published) {
      case (nil, nil): break
      case (let mine?, let published?) where isNear(mine, published): break
      default:
        found.append("\(what): \(mine.map { "\($0)" } ?? "none"), published \(published ?? .nan)")
      }
    }
    if eligiblePairs != document.eligiblePairs { found.append("eligible pairs") }
    compare("repair", conflict?.repair.total, document.conflict?.repair.total)
    compare("benefit only", benefitOnly, document.benefitOnly)
    let published = document.plans.first { $0.id == "A" }?.stages ?? []
    let mine = stages ?? []
    if mine.map(\.stage) != published.map(\.stage.rawValue) { found.append("the list of stages") }
    for (mine, published) in zip(mine, published) {
      compare("\(mine.stage)", mine.value, published.value)
      compare("shortfall", mine.shortfall, published.shortfall)
      compare("target", mine.target, published.target)
      compare("unreachable", mine.unreachable, published.unreachable)
      for (what, mine, published) in [
        ("level", mine.levels, published.levels),
        ("entitlement", mine.entitlements, published.entitlements),
      ] {
        for group in Set((mine ?? [:]).keys).union((published ?? [:]).keys).sorted() {
          compare("\(what) of \(group)", mine?[group], published?[group])
        }
      }
    }
    return found
  }
}

/// Relative to the larger of the value and 1.
func isNear(_ found: Double?, _ expected: Double, within tolerance: Double = 1e-6) -> Bool {
  guard let found else { return false }
  return abs(found - expected) <= tolerance * max(1, abs(expected))
}
