import Foundation
import Plans
import Testing

/// A small round, planned as it is and with changes.
struct SmallRounds {
  /// A small round, by file.
  static let files = [
    "regions.csv": """
    code,name,name_zh,need_weight
    R1,Northfield,北矿,3
    R2,Southfield,南矿,1
    D1,Port,海港,
    D2,Capital,京城,
    """,
    "links.csv": "donor,recipient,coal_mt\nD1,R1,20\nD1,R2,5\nD2,R2,8\n",
    "offers.csv": "id,donor,instrument,2026,2027\nO1,D1,grant,60,40\nO2,D2,equity,30,30\n",
    "proposals.csv": """
    id,title,recipient,sector,need,start_year,years,jobs
    P1,Wind farm,R1,wind,80,2026,2,160
    P2,Batteries,R1,storage,50,2027,1,40
    P3,Retraining,R2,reskilling,30,2026,2,150
    """,
    "policy.yaml": "policy:\n  currency: EUR\n  language: en\n  title: Two fields\n",
  ]

  /// The run of the small round with some files otherwise; nil removes one.
  func run(
    _ name: String, in folder: URL, _ changes: [String: String?] = [:]
  ) async throws -> String {
    let round = folder.appending(path: "rounds-\(name)/two-fields")
    try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
    for (file, text) in Self.files.merging(
      changes.compactMapValues { $0 }, uniquingKeysWith: { $1 })
    where changes[file] != .some(nil) {
      try Data(text.utf8).write(to: round.appending(path: file))
    }
    let out = folder.appending(path: name).path
    let run = try await Tool.run("plan", round.path, "--out", out)
    #expect(run.status == 0 || run.status == 3, "\(run.errors)")
    return out
  }

  func edited(_ file: String, _ old: String, _ new: String) throws -> [String: String?] {
    let text = try #require(Self.files[file])
    try #require(text.contains(old))
    return [file: text.replacing(old, with: new)]
  }

  func difference(_ older: String, _ newer: String) async throws -> RunDifference {
    let run = try await Tool.run("diff", older, newer, "--json")
    #expect(run.status == 0 && run.errors == "")
    return try JSONDecoder().decode(RunDifference.self, from: Data(run.output.utf8))
  }

  func scorecard(_ run: String) throws -> Scorecard {
    let text = try Data(contentsOf: URL(filePath: run + "/plans.json"))
    let document = try JSONDecoder().decode(PlansDocument.self, from: text)
    return try #require(document.recommendedPlan).scorecard
  }

  /// Everything that a planner can do to a round, in one step.
  func everything() throws -> [String: String?] {
    try edited("links.csv", "D2,R2,8", "D2,R2,8\nD2,R1,6")
      .merging(edited("offers.csv", "60,40", "60,55")) { $1 }
      .merging([
        "proposals.csv": """
        id,title,recipient,sector,need,start_year,years,jobs
        P1,Wind farm on the pit,R1,wind,80,2026,2,160
        P2,Batteries,R1,storage,65,2027,1,44
        """,
        "more.csv": "id,recipient,sector,need,start_year,jobs\nP4,R2,solar,20,2026,90\n",
        "policy.yaml": """
        policy:
          currency: EUR
          language: en
          title: Two fields
          reciprocity: {share: 0.5}
          fixed_pairs: [{donor: D2, recipient: R1, amount: 4}]
        """,
      ]) { $1 }
  }
}
