import Foundation
import TestSupport
import Testing

/// The README's first round: its own files, its own command, its own answer.
@Suite("The README's example")
struct ReadmeTests {
  private static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../README.md")

  private struct Example {
    var files: [(name: String, text: String)] = []
    var command = ""
    var answer = ""
  }

  /// A line that is only a name in backticks names the code block after it; the block that begins with `$ ` is the command and its
  /// answer.
  private func example() throws -> Example {
    let text = String(decoding: try Data(contentsOf: Self.url), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: "## A first round"))
    let end = try #require(lines[(start + 1)...].firstIndex { $0.hasPrefix("## ") })
    var example = Example()
    var name: String?
    var block: [String]?
    for line in lines[start..<end] {
      if line.hasPrefix("```") {
        guard let body = block else {
          block = []
          continue
        }
        block = nil
        if let named = name {
          example.files.append((named, body.joined(separator: "\n") + "\n"))
          name = nil
        } else if let first = body.first, first.hasPrefix("$ ") {
          example.command = String(first.dropFirst(2))
          example.answer = body.dropFirst().joined(separator: "\n") + "\n"
        }
      } else if block != nil {
        block?.append(line)
      } else if line.hasPrefix("`"), line.hasSuffix("`"), line.split(separator: "`").count == 1 {
        name = String(line.dropFirst().dropLast())
      }
    }
    return example
  }

  /// The block that runs `Models/pairing.py` on what the first round left.
  private func expectTheStockSolversAnswer(in folder: URL) async throws {
    let text = String(decoding: try Data(contentsOf: Self.url), as: UTF8.self)
    let start = try #require(text.firstRange(of: "$ python3 Models/pairing.py "))
    let block = text[start.upperBound...].prefix { $0 != "`" }
    let lines = block.split(separator: "\n", maxSplits: 1).map(String.init)
    try #require(lines.count == 2)
    let run = try await Tool.start(
      "python3", StockSolver.script.path, folder.appending(path: lines[0]).path)
    #expect(run.output == lines[1])
  }

  /// The block that verifies it, as far as its answer is printed.
  private func expectItVerifies(in folder: URL) async throws {
    let text = String(decoding: try Data(contentsOf: Self.url), as: UTF8.self)
    let start = try #require(text.firstRange(of: "$ jetbd verify "))
    let block = text[start.upperBound...].prefix { $0 != "…" }
    let lines = block.split(separator: "\n", maxSplits: 1).map(String.init)
    try #require(lines.count == 2)
    let run = try await Tool.run("verify", lines[0], in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(lines[1]), "\(run.output)")
  }

  @Test func givesTheAnswerThatItPrints() async throws {
    let example = try example()
    #expect(example.files.count == 5)
    let words = example.command.split(separator: " ").map(String.init)
    try #require(words.first == "jetbd" && words.count == 3)
    try await RoundFolder.inTemporaryFolder { folder in
      let round = folder.appending(path: words[2])
      try FileManager.default.createDirectory(at: round, withIntermediateDirectories: true)
      for file in example.files {
        try Data(file.text.utf8).write(to: round.appending(path: file.name))
      }
      let run = try await Tool.run(words[1], words[2], in: folder)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(run.output == example.answer)
      let violations = try PlanChecker.violations(
        round: round, run: folder.appending(path: words[2] + "-plan"))
      #expect(violations == [])
      try await expectTheStockSolversAnswer(in: folder)
      try await expectItVerifies(in: folder)
    }
  }
}
