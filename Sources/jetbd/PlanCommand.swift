import ArgumentParser
import Foundation
import Plans
import Records
import Reports
import Worker

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plans one round, once: reads its folder and writes the ranked plans.",
    discussion: """
      Example: jetbd plan rounds/shanxi-2026 --out /tmp/shanxi
      Example: jetbd plan rounds/shanxi-2026 --continue plans/shanxi-2026/latest

      Exit codes: 0 planned (problems in some rows are printed; --strict makes them 1), 1 no plan because of the inputs,
      3 the fixed pairs conflict.
      """)

  @Argument(help: "The folder that holds the round's files.")
  var round: String

  @Option(help: "Where to write; ROUND-plan beside the round's folder if not given.")
  var out: String?

  @Option(
    name: .customLong("continue"),
    help: ArgumentHelp(
      "The run whose recommended plan a round with continuity keeps to; it changes no other round.",
      valueName: "run-dir"))
  var continued: String?

  @Option(help: "Seconds after which the best valid plan so far is written.")
  var timeLimit: Double?

  @Flag(help: "Print plans.json instead of the ranking; without a plan, why there is none.")
  var json = false

  @Flag(help: "End with 1 where any row has a problem.")
  var strict = false

  @Option(help: "en or zh; the round's own language if not given.")
  var language: Policy.Language?

  func validate() throws {
    if let timeLimit, !(timeLimit > 0) {
      throw ValidationError("--time-limit must be above 0 seconds.")
    }
  }

  func run() throws {
    let folder = URL(fileURLWithPath: round).standardizedFileURL
    let target =
      out.map { URL(fileURLWithPath: $0).standardizedFileURL }
      ?? URL(fileURLWithPath: folder.path + "-plan")
    if (target.path + "/").hasPrefix(folder.path + "/") {
      throw fail(
        "--out must not lie inside the round's folder: its files would be read as inputs", .usage)
    }
    let earlier = try continued.map(earlierPlan)
    let bar = TerminalProgress()
    let finished: FinishedRound
    do {
      let contents = try RoundFolder.read(folder.path)
      let reporter = ProgressReporter(limit: timeLimit, show: bar.show)
      finished = try solveRound(
        named: folder.lastPathComponent, files: contents.files, unread: contents.problems,
        continuing: earlier, watch: reporter.look)
      bar.clear()
      do {
        try writeRunFolder(finished.files, inputs: contents.files, to: target.path)
        if !finished.files.isEmpty {
          try finished.writeReviewedWorkbooks(of: contents.files, to: target.path)
        }
      } catch {
        throw fail(
          "the plan cannot be written to \(target.path): \(RoundFolder.reason(error)); name another place with --out",
          .usage)
      }
    } catch let ended as ExitCode {
      throw ended
    } catch let failure as RoundFolder.Failure {
      throw fail("\(failure)", failure.isUsage ? .usage : .noPlan)
    } catch {
      bar.clear()
      throw fail("\(error)", .internal)
    }
    try report(finished)
  }

  /// The recommended plan of the run in `folder`.
  private func earlierPlan(_ folder: String) throws -> EarlierPlan {
    // A run is called by its own folder, also where `latest` names it.
    let url = URL(fileURLWithPath: folder).resolvingSymlinksInPath().standardizedFileURL
    guard let bytes = try? Data(contentsOf: url.appending(path: "plans.json")) else {
      throw fail(
        "--continue takes the folder of a run, with its plans.json; \(folder) has none that can be read",
        .usage)
    }
    guard let plan = EarlierPlan(run: url.lastPathComponent, plansText: Array(bytes)) else {
      throw fail(
        "\(folder)/plans.json recommends no plan that could be continued: the run ended in a conflict, or another version wrote it",
        .usage)
    }
    return plan
  }

  private func report(_ finished: FinishedRound) throws {
    let language = language ?? finished.round?.policy.language ?? .both
    let outcome = finished.outcome
    writeToStandardError(problemText(outcome.problems, language: language))
    if let reason = outcome.reason {
      writeToStandardError("\(language == .zh ? reason.zh : reason.en)\n")
    }
    if json {
      // Without a plan a program reads why, and every problem.
      let plans = finished.files.first { $0.name == "plans.json" }
      let text = try plans?.bytes ?? jsonText(outcome)
      print(String(decoding: text, as: UTF8.self), terminator: "")
    } else if let plans = finished.plans {
      print(
        rankingTable(plans: plans, round: finished.round, language: language == .zh ? .zh : .en),
        terminator: "")
      if let conflict = plans.conflict {
        print(
          conflictText(conflict, currency: plans.currency, language == .zh ? .zh : .en),
          terminator: "")
      }
      let place = out ?? placeBeside(round)
      print(language == .zh ? "\n已写入 \(place)" : "\nWritten to \(place)")
    }
    switch outcome.kind {
    case .noPlan: throw ExitCode.noPlan
    case .conflict: throw ExitCode.conflict
    case .planned:
      if strict, outcome.problems.contains(where: { $0.severity == .problem }) {
        throw ExitCode.noPlan
      }
    }
  }
}

/// Where a plan goes that no other place is named for, as its round was written: `rounds/a/` gives `rounds/a-plan`.
private func placeBeside(_ round: String) -> String {
  var path = round
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  // `.` and `..` are no names that something could stand behind.
  if [".", ".."].contains(where: { path == $0 || path.hasSuffix("/" + $0) }) {
    path = URL(fileURLWithPath: path).standardizedFileURL.path
  }
  return path + "-plan"
}
