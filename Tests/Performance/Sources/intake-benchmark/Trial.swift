import Foundation
import Intake
import Records

/// What one process measured of itself.
struct Trial: Codable {
  /// From the file's bytes in memory to records.
  var seconds: Double
  /// Megabytes resident at the most, the file's bytes and the records among them.
  var peak: Double
  var proposals: Int
  var problems: Int

  /// Reads a file as the only proposals of a round.
  init(of path: String) throws {
    let url = URL(fileURLWithPath: path)
    var bytes = [UInt8](try Data(contentsOf: url))
    let hash = ContentHash(of: bytes)
    var files = [InputFile(name: url.lastPathComponent, hash: hash, bytes: bytes)]
    bytes = []
    let offers = Array("id,donor,2026,2027,2028,2029,2030\nO1,CN-GD,9,9,9,9,9\n".utf8)
    files.append(InputFile(name: "offers.csv", hash: ContentHash(of: offers), bytes: offers))
    let start = ContinuousClock.now
    let reading = readRound(named: "benchmark", files: files)
    seconds = (ContinuousClock.now - start) / .seconds(1)
    peak = try Trial.peakMegabytes()
    proposals = reading.records?.proposals.count ?? 0
    problems = reading.problems.count { $0.severity == .problem }
  }

  /// Runs a trial in a process of its own, whose peak is that of nothing else.
  static func inProcess(_ path: String) throws -> Trial {
    let output = try Command.output("/proc/self/exe", ["trial", path])
    return try JSONDecoder().decode(Trial.self, from: output)
  }

  private static func peakMegabytes() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(separator: " ").compactMap({ Double($0) }).first
    else { throw CommandFailure(description: "no VmHWM in /proc/self/status") }
    return kibibytes * 1024 / 1e6
  }
}
