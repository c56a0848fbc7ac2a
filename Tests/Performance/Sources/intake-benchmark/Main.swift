import Foundation

/// How long a large file of proposals takes from bytes to records, and how much memory, beside openpyxl on the same file.
///
///     swift run -c release --package-path Tests/Performance intake-benchmark
///
/// It needs python3 with openpyxl, which also makes the files.
@main
struct IntakeBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "trial", arguments.count == 2 {
      print(String(decoding: try JSONEncoder().encode(Trial(of: arguments[1])), as: UTF8.self))
      return
    }
    let numbers = arguments.compactMap { Int($0) }
    guard numbers.count == arguments.count, numbers.count <= 2, numbers.allSatisfy({ $0 > 0 })
    else {
      print("usage: intake-benchmark [ROWS] [RUNS]")
      exit(2)
    }
    try measure(rows: numbers.first ?? 100_000, runs: numbers.count > 1 ? numbers[1] : 5)
  }

  private static func measure(rows: Int, runs: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "intake-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../proposals.py").standardizedFileURL.path
    _ = try Command.text("python3", script, "make", folder.path, "\(rows)")
    let workbook = folder.appending(path: "proposals.xlsx").path
    let text = folder.appending(path: "proposals.csv").path

    // In turn, so that whatever else the machine does falls on all of them.
    var workbookTrials: [Trial] = []
    var textTrials: [Trial] = []
    var others: [Double] = []
    for _ in 0..<runs {
      workbookTrials.append(try Trial.inProcess(workbook))
      textTrials.append(try Trial.inProcess(text))
      let output = try Command.text("python3", script, "read", workbook)
      others.append(output.split(separator: " ").first.flatMap { Double($0) } ?? .nan)
    }
    for trial in workbookTrials + textTrials where trial.proposals != rows || trial.problems > 0 {
      throw CommandFailure(
        description:
          "\(trial.proposals) of \(rows) proposals were read, with \(trial.problems) problems")
    }

    print(
      "\(rows) proposals from bytes to records; median of \(runs) runs, each in a new process\n")
    print("reader             MB  seconds  least   MB/s  peak MB  openpyxl takes")
    try report("jetbd, XLSX", workbook, workbookTrials.map(\.seconds), workbookTrials, others)
    try report("jetbd, CSV", text, textTrials.map(\.seconds), textTrials, others)
    try report("openpyxl, XLSX", workbook, others, [], others)
    print("\n\(try Machine.description())")
  }

  private static func report(
    _ name: String, _ path: String, _ seconds: [Double], _ trials: [Trial], _ others: [Double]
  ) throws {
    let size = Double(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0)
    let time = seconds.median
    let peak = trials.isEmpty ? "-" : String(format: "%.0f", trials.map(\.peak).median)
    print(
      name.padding(toLength: 16, withPad: " ", startingAt: 0)
        + String(
          format: "%5.1f  %7.2f  %5.2f  %5.1f  ", size / 1e6, time, seconds.min() ?? .nan,
          size / 1e6 / time)
        + String(repeating: " ", count: max(0, 7 - peak.count)) + peak
        + String(format: "  %5.1f times as long", others.median / time))
  }
}

extension [Double] {
  /// The middle one; NaN of none.
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}

/// What the figures hold for.
enum Machine {
  static func description() throws -> String {
    let about = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = about.split(separator: "\n").first { $0.hasPrefix("model name") }
      .flatMap { $0.split(separator: ":").last }.map { $0.trimmingCharacters(in: .whitespaces) }
    let cores = ProcessInfo.processInfo.processorCount
    let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    let commit = (try? Command.text("git", "describe", "--always", "--dirty")) ?? "unknown"
    return "\(model ?? "unknown processor"), \(cores) cores, load "
      + (load.split(separator: " ").first.map(String.init) ?? "unknown") + "; commit \(commit)"
  }
}
