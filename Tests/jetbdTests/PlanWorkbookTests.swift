import Foundation
import TestSupport
import Testing

/// `plans.xlsx` as another program opens it: every value that of `plans.json`, every chart drawn, no warning.
@Suite("plans.xlsx in LibreOffice", .serialized)
struct PlanWorkbookTests {
  /// A name that tries to be more than one, and what must become of it nowhere.
  private static let hostile = [
    "offers.csv": """
    id,donor,title,instrument,2026,2027
    "=HYPERLINK(""http://x"")",D'1!,"=1+1","+grant",60,40
    O2,D2,"<script>alert(1)</script>",grant,30,30

    """,
    "proposals.csv": """
    id,title,recipient,sector,need,start_year,years,jobs
    P1,"=cmd|' /C calc'!A0",R:1?,wind,80,2026,2,160
    P2,"👩‍🏭 \u{202E}desrever \(String(repeating: "长", count: 10_000))",R2,@storage,50,2027,1,40

    """,
    "regions.csv": """
    code,name,name_zh,need_weight
    R:1?,"-2+3 &A &P","[a]:*?/\\",3
    R2,"=R2","'r2'",1
    D'1!,"it's! 'D'",甲'!,
    D2,D2,,

    """,
    "policy.yaml": "policy: {title: \"&D =1+1 'q' _x0041_\", language: both}\n",
  ]

  @Test func everyValueAndChartComesThrough() async throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Models/rounds").standardizedFileURL
    try await RoundFolder.inTemporaryFolder { folder in
      let hostile = folder.appending(path: "rounds/hostile")
      try FileManager.default.createDirectory(at: hostile, withIntermediateDirectories: true)
      for (name, text) in Self.hostile {
        try Data(text.utf8).write(to: hostile.appending(path: name))
      }
      // Without the draws of stability, which take half of the time and are in the other samples.
      let shanxi = folder.appending(path: "rounds/shanxi-2026")
      try FileManager.default.copyItem(at: samples.appending(path: "shanxi-2026"), to: shanxi)
      let policy = shanxi.appending(path: "policy.yaml")
      let rules = try String(contentsOf: policy, encoding: .utf8)
      try Data(rules.replacing("draws: 50", with: "draws: 0").utf8).write(to: policy)
      let rounds =
        [shanxi] + ["mpumalanga-2026", "shanxi-2026-zh"].map { samples.appending(path: $0) }
        + ["conflict", "tiny", "communities"].map { RoundFolder.golden(named: $0) } + [hostile]
      // All in one folder, so that LibreOffice need start once.
      let (written, converted) = (
        folder.appending(path: "written"), folder.appending(path: "converted")
      )
      try FileManager.default.createDirectory(at: written, withIntermediateDirectories: true)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for round in rounds {
          group.addTask {
            let name = round.lastPathComponent
            let out = folder.appending(path: name)
            let run = try await Tool.run("plan", round.path, "--out", out.path)
            #expect(run.status == (name == "conflict" ? 3 : 0), "\(name): \(run.errors)")
            try FileManager.default.copyItem(
              at: out.appending(path: "plans.xlsx"), to: written.appending(path: name + ".xlsx"))
          }
        }
        try await group.waitForAll()
      }
      let names = rounds.map(\.lastPathComponent)
      let office = try await Tool.start(
        command: [
          "soffice", "--headless", "--norestore",
          "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", "xlsx", "--outdir",
          converted.path,
        ] + names.map { written.appending(path: $0 + ".xlsx").path })
      #expect(office.status == 0)
      // That there is no Java has nothing to do with a file.
      let said = (office.output + office.errors).split(separator: "\n")
        .filter { !$0.contains("javaldx") }.joined(separator: "\n").lowercased()
      for word in ["warn", "error", "fail"] { #expect(!said.contains(word), "\(said)") }
      for name in names {
        let check = try await Tool.script(
          "plans_workbook.py", in: "Workbooks",
          folder.appending(path: name + "/plans.json").path,
          written.appending(path: name + ".xlsx").path,
          converted.appending(path: name + ".xlsx").path)
        #expect(check.status == 0, "\(name): \(check.errors)")
        #expect(check.output == "", "\(name)")
      }
    }
  }
}
