import ArgumentParser
import Foundation
import Plans
import Records
import Reports
import Worker

/// `jetbd diff`: what changed between two runs and which input changed it.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed between two runs, and which input changed it.",
    discussion: """
      Names every record and setting that changed, with file and place, shows what became of the recommended plan, and plans the \
      older run's round again with each change alone: how much each moves, and what their interplay leaves over. Of more than \
      \(changesTriedAlone) changes those with most money at stake are tried. The whole round is planned each time, all \
      its plans, only without what explains them.

      Example: jetbd diff plans/shanxi-2026/runs/20261124T093000Z-1a2b3c4d plans/shanxi-2026/latest
      """)

  @Argument(help: "The folder of the older run.")
  var older: String

  @Argument(help: "The folder of the newer run.")
  var newer: String

  @Flag(help: "Print the difference as JSON.")
  var json = false

  @Option(help: "en or zh; the newer round's own language if not given.")
  var language: Policy.Language?

  func run() throws {
    let runs = [try finishedRun(older), try finishedRun(newer)]
    var names = [older, newer].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.lastPathComponent
    }
    // Runs of the same name lie in different folders.
    if names[0] == names[1] { names = [older, newer] }
    let bar = TerminalProgress()
    let difference = compareRuns(runs[0], runs[1], names: (names[0], names[1])) {
      bar.show(RunProgress(step: "\($0) (\($1)/\($2))", iterations: 0, number: $1))
    }
    bar.clear()
    if json {
      let text: [UInt8]
      do { text = try jsonText(difference.published) } catch { throw fail("\(error)", .internal) }
      print(String(decoding: text, as: UTF8.self), terminator: "")
    } else {
      let language = language ?? runs[1].round.policy.language
      print(
        differenceText(
          difference, older: runs[0].round, newer: runs[1].round,
          language: language == .zh ? .zh : .en), terminator: "")
    }
  }
}
