import Foundation

/// Folders of rounds that tests work on.
public enum RoundFolder {
  /// `Tests/Rounds/NAME`: a round with `expected.json`, the stage values that other programs found.
  public static func golden(named name: String) -> URL {
    rounds.appending(path: name)
  }

  /// The names of all golden rounds, in order.
  public static func goldenNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: rounds.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  private static var rounds: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Rounds")
  }

  /// Runs `body` with a new folder that is gone afterwards.
  public static func temporary<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "jetbd-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The same for a body that waits without holding a thread.
  public static func inTemporaryFolder<Result>(
    _ body: (URL) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "jetbd-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  /// Writes the same round with its rows shuffled and its tables split into files of other names, some
  /// of them in a sub-folder. The plans must not change.
  public static func shuffle(round: URL, into folder: URL, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let manager = FileManager.default
    let offices = folder.appending(path: "offices")
    try manager.createDirectory(at: offices, withIntermediateDirectories: true)
    var names = random.shuffled((1...24).map { "office-\($0)" })
    for kind in ["regions", "links", "offers", "proposals"] {
      let table = try DelimitedText(file: round.appending(path: "\(kind).csv"))
      if table.header.isEmpty { continue }
      let rows = random.shuffled(table.rows)
      let pieces = max(1, min(rows.count, random.whole(1...4)))
      for piece in 0..<pieces {
        let part = DelimitedText(
          header: table.header,
          rows: rows.indices.filter { $0 % pieces == piece }.map { rows[$0] })
        let place = random.chance(0.3) ? offices : folder
        try Data(part.text.utf8).write(to: place.appending(path: "\(names.removeLast()).csv"))
      }
    }
    let policy = round.appending(path: "policy.yaml")
    if manager.fileExists(atPath: policy.path) {
      try manager.copyItem(at: policy, to: folder.appending(path: "\(names.removeLast()).yaml"))
    }
  }
}
