import ArgumentParser
import Foundation
import Intake
import Plans
import Records
import Worker

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Reads a round's folder or one file and lists every problem, each with file and cell.",
    discussion:
      "Example: jetbd check rounds/shanxi-2026 --reviewed reviewed\n\nEnds with 1 where there is a problem."
  )

  @Argument(help: "A round's folder, or one file.")
  var path: String

  @Flag(help: "Print the problems as JSON.")
  var json = false

  @Option(help: "en, zh or both (default: both; in reviewed workbooks as the policy says).")
  var language: Policy.Language?

  @Option(
    help: ArgumentHelp(
      "Write FILENAME.reviewed.xlsx there for every file with a problem: its tables, each cell at fault coloured, with a comment.",
      valueName: "folder"))
  var reviewed: String?

  func run() throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw fail("\(path) does not exist", .usage)
    }
    let contents: RoundFolder.Contents
    do {
      contents =
        try isFolder.boolValue
        ? RoundFolder.read(path) : RoundFolder.Contents(files: [RoundFolder.readFile(path)])
    } catch {
      throw fail("\(error)", .noPlan)
    }
    let files = contents.files
    var reading = readRound(named: roundName(ofFolder: path), files: files)
    reading.problems = contents.problems + reading.problems
    if let reviewed {
      let target = URL(fileURLWithPath: reviewed).standardizedFileURL.path + "/"
      if target.hasPrefix(URL(fileURLWithPath: path).standardizedFileURL.path + "/") {
        throw fail(
          "--reviewed must not lie inside the round's folder: its files would be read as inputs",
          .usage)
      }
      do {
        try writeReviewedWorkbooks(
          of: reading.problems, files: files, language: language ?? reading.language, to: reviewed)
      } catch {
        throw fail(
          "the reviewed workbooks cannot be written to \(reviewed): \(RoundFolder.reason(error)); name another folder with --reviewed",
          .usage)
      }
    }
    let spoken = language ?? .both
    let broken = reading.problems.filter { $0.severity == .problem }.count
    if json {
      let text = try jsonText(reading.problems.map(LocatedProblem.init))
      print(String(decoding: text, as: UTF8.self), terminator: "")
    } else {
      print(problemText(reading.problems, language: spoken), terminator: "")
      for file in reading.files {
        let counts = file.records.sorted { $0.key < $1.key }.map { kind, count in
          // `policy` is called the same as its one record.
          counted(count, kind.hasSuffix("s") ? String(kind.dropLast()) : kind)
        }
        print(
          "\(file.name): \(file.state.rawValue)" + (counts.isEmpty ? "" : ", ")
            + counts.joined(separator: ", "))
      }
      let notes = reading.problems.count - broken
      print(
        spoken == .zh
          ? "\(files.count) 个文件：\(broken) 处问题，\(notes) 条提示"
          : "\(counted(broken, "problem")), \(counted(notes, "note")) in \(counted(files.count, "file"))"
      )
      // One file is never a whole round.
      if isFolder.boolValue, let reason = reading.reason {
        if spoken != .zh { print(reason.en) }
        if spoken != .en { print(reason.zh) }
      }
    }
    if broken > 0 || reading.files.contains(where: { $0.state == .rejected }) {
      throw ExitCode.noPlan
    }
  }
}

extension Policy.Language: ExpressibleByArgument {}

/// `1 offer`, `2 offers`.
private func counted(_ count: Int, _ word: String) -> String {
  "\(count) \(word)" + (count == 1 ? "" : "s")
}

/// A round is called by its folder.
func roundName(ofFolder path: String) -> String {
  URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
}
