import Foundation
import Plans
import TestSupport
import Testing

@Suite("ZzExtremes")
struct ZzExtremes {
  @Test func folders() throws {
    guard let base = ProcessInfo.processInfo.environment["EXTREMES"] else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: base).sorted() {
      let round = URL(fileURLWithPath: base).appending(path: name)
      let out = URL(fileURLWithPath: base + "-out").appending(path: name)
      try? FileManager.default.removeItem(at: out)
      let start = Date()
      let run = try Tool.run("plan", round.path, "--out", out.path, "--language", "en")
      let seconds = Date().timeIntervalSince(start)
      var line = "\(name): status \(run.status) \(String(format: "%.2f", seconds)) s"
      if run.status == 0 {
        let document = try JSONDecoder().decode(
          PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
        let plan = document.plans[0]
        line += " \(plan.status) gap \(plan.gap ?? -1) rounding \(plan.rounding ?? -1) benefit \(plan.scorecard.benefit) invested \(plan.scorecard.invested)"
        let bad = document.problems.filter { $0.severity == .problem }
        if !bad.isEmpty { line += " PROBLEMS \(bad.map(\.message.en).prefix(2))" }
        do {
          let violations = try PlanChecker.violations(round: round, run: out)
          for violation in violations.prefix(5) { line += "\n    VIOLATION \(violation)" }
        } catch { line += " CHECKER \(error)" }
      } else {
        line += "\n    ERR \(run.errors.prefix(500))"
      }
      print("EXT " + line)
    }
  }

  @Test func seeds() throws {
    guard let range = ProcessInfo.processInfo.environment["SEEDS"] else { return }
    let ends = range.split(separator: "-").compactMap { UInt64($0) }
    for seed in ends[0]...ends[1] {
      try RoundFolder.temporary { folder in
        let round = folder.appending(path: "round-\(seed)")
        let out = folder.appending(path: "out")
        try RandomRound(seed: seed).write(into: round)
        let run = try Tool.run("plan", round.path, "--out", out.path)
        if run.status != 0 && run.status != 3 {
          print("SEED \(seed): status \(run.status) \(run.errors.prefix(300))")
          return
        }
        let document = try JSONDecoder().decode(
          PlansDocument.self, from: Data(contentsOf: out.appending(path: "plans.json")))
        if run.status == 3 { print("SEED \(seed): conflict"); return }
        if document.plans.first?.status != .optimal { print("SEED \(seed): stopped") }
        let violations = try PlanChecker.violations(round: round, run: out)
        if !violations.isEmpty { print("SEED \(seed): \(violations.prefix(3))") }
      }
    }
    print("SEEDS DONE \(range)")
  }
}
