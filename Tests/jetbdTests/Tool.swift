import Foundation
import TestSupport

/// The built `jetbd`, run as a user would run it.
enum Tool {
  typealias Run = Program.Run

  /// Beside the test bundle, where the package manager puts every executable of the package.
  static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jetbd").path

  /// Waits without holding a thread: the pool that runs the tests has no more threads than the machine has cores.
  static func run(
    _ arguments: String..., prefix: [String] = [], in folder: URL? = nil
  ) async throws -> Run {
    try await Program.run(prefix + [path] + arguments, in: folder)
  }

  /// Another program of the machine, found as a shell would find it.
  static func start(_ command: String...) async throws -> Run { try await Program.run(command) }

  static func start(command: [String]) async throws -> Run { try await Program.run(command) }

  static func run(_ arguments: [String], in folder: URL? = nil) async throws -> Run {
    try await Program.run([path] + arguments, in: folder)
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
    try await Program.script(name, in: folder, arguments)
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
