import Foundation

/// Another program, run to its end.
package enum Program {
  package struct Run: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
  }

  /// A script of `Tests`, with the Python that the README's packages belong to.
  package static func script(
    _ name: String, in folder: String, _ arguments: [String]
  ) async throws -> Run {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../\(folder)/\(name)").standardizedFileURL.path
    return try await run(["/usr/bin/python3", path] + arguments)
  }

  /// Waits without holding a thread: the pool that runs the tests has no more threads than the machine has cores.
  package static func run(_ command: [String], in folder: URL? = nil) async throws -> Run {
    await gate.enter()
    do {
      let run = try await runToItsEnd(command, in: folder)
      await gate.leave()
      return run
    } catch {
      await gate.leave()
      throw error
    }
  }

  /// As many programs at a time as there are cores: every suite starts its own, and together they would starve what waits for
  /// an event elsewhere in this run.
  private static let gate = Gate(places: ProcessInfo.processInfo.activeProcessorCount)

  private static func runToItsEnd(_ command: [String], in folder: URL?) async throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    let output = try Sink()
    let errors = try Sink()
    process.standardOutput = output.handle
    process.standardError = errors.handle
    process.standardInput = FileHandle.nullDevice
    let (ended, ending) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in ending.finish() }
    try process.run()
    for await _ in ended {}
    return Run(
      status: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }

  /// A file for a process to write to: a pipe would fill up while nobody reads.
  private struct Sink {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let handle: FileHandle

    init() throws {
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
      handle = try FileHandle(forWritingTo: url)
    }

    func text() throws -> String {
      defer { try? FileManager.default.removeItem(at: url) }
      return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
  }
}

/// Lets so many in at a time, the longest waiting first.
private actor Gate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { free = places }

  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    guard waiting.isEmpty else {
      waiting.removeFirst().resume()
      return
    }
    free += 1
  }
}
