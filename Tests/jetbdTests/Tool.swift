import Foundation

/// The built `jetbd`, run as a user would run it.
enum Tool {
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Beside the test bundle, where the package manager puts every executable of the package.
  static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jetbd").path

  /// Waits without holding a thread: the pool that runs the tests has no more threads than the machine has cores.
  static func run(
    _ arguments: String..., prefix: [String] = [], in folder: URL? = nil
  ) async throws -> Run {
    try await start(prefix + [path] + arguments, in: folder)
  }

  /// Another program of the machine, found as a shell would find it.
  static func start(_ command: String...) async throws -> Run { try await start(command) }

  static func start(command: [String]) async throws -> Run { try await start(command) }

  static func run(_ arguments: [String], in folder: URL? = nil) async throws -> Run {
    try await start([path] + arguments, in: folder)
  }

  /// A script of `Tests`, which reads and writes workbooks by other means than the product.
  static func script(
    _ name: String, in folder: String = "Reviewed", _ arguments: String...
  ) async throws -> Run {
    try await script(name, in: folder, arguments)
  }

  static func script(
    _ name: String, in folder: String, _ arguments: [String]
  ) async throws -> Run {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: folder + "/" + name).path
    return try await start(["python3", path] + arguments)
  }

  private static func start(_ command: [String], in folder: URL? = nil) async throws -> Run {
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

/// The files of a folder and its sub-folders by name, but for those that name the inputs or rest on their names; of
/// `plans.xlsx`, which lists them, all else follows from files that are here.
func runFiles(_ folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
  where !["inputs", "inputs.json", "plans.xlsx", "SHA256SUMS"].contains(name) {
    files[name] = try Data(contentsOf: folder.appending(path: name))
  }
  return files
}
