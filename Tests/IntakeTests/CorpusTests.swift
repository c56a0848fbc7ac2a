import Foundation
import Records
import Testing

@testable import Intake

/// One malformed file per fault, named by the fault, each beside the exact answer that its planner gets.
@Suite struct CorpusTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus")

  static let answers = RecordedAnswers(folder: folder)

  @Test(arguments: answers.names)
  func answersAsExpected(_ name: String) throws {
    try Self.answers.check(Self.answer(to: name), to: name)
  }

  /// The file read together with the kinds that it does not give itself.
  static func answer(to name: String) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    let file = Sample.file(name, bytes)
    let opened = OpenedFile(file)
    let given = Set(opened.tables.map(\.kind.rawValue))
    var others = Sample.files(without: given).map { Sample.file($0.key, $0.value) }
    if !opened.speaksOfPolicy {
      others.append(Sample.file("round-policy.yaml", "policy: {years: [2026, 2028]}\n"))
    }
    let reading = readRound(named: "sample", files: [file] + others)
    var lines: [String] = []
    for file in reading.files where file.name == name {
      let counts = file.records.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      lines.append("\(file.state.rawValue): \(counts.joined(separator: ", "))")
    }
    if let reason = reading.reason { lines += ["waits: \(reason.en)", "       \(reason.zh)"] }
    for problem in reading.problems {
      let places = ([problem.origin] + problem.others).map {
        ($0.file == name ? "" : $0.file + " ") + ($0.at.isEmpty ? "whole file" : $0.at)
      }
      lines.append("")
      lines.append(
        "\(problem.severity.rawValue) \(problem.kind) at \(places.joined(separator: ", "))")
      lines.append("  \(problem.message.en)")
      lines.append("  \(problem.message.zh)")
      if let found = problem.found { lines.append("  found: \(found)") }
      if let allowed = problem.allowed { lines.append("  allowed: \(allowed)") }
      if let suggestion = problem.suggestion { lines.append("  nearest: \(suggestion)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every kind of problem that the room can raise is raised by some file.
  @Test func coversEveryKind() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Intake")
    var declared: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      for match in text.matches(of: #/(?:kind: |[^a-zA-Z]of\(\s*)"([a-z-]+)"/#) {
        declared.insert(String(match.1))
      }
    }
    var raised: Set<String> = []
    for name in Self.answers.names {
      let text = try Self.answer(to: name)
      for match in text.matches(of: #/(?m)^(?:problem|note) ([a-z-]+) at /#) {
        raised.insert(String(match.1))
      }
    }
    // Told across versions and files, or of a file made in a test: LastGoodTests, EmptyColumnTests, OpenDocumentTests.
    #expect(
      declared.subtracting(raised).sorted() == [
        "last-good-in-force", "measures-empty-column", "no-records", "no-regions",
        "policy-left-out", "repeated-row", "weighs-empty-column",
      ])
  }
}
