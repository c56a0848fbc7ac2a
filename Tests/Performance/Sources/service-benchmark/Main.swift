import Foundation

/// How long the service takes from a quiet folder to a visible plan, how long to start, and how much memory it keeps.
///
///     swift run -c release --package-path Tests/Performance service-benchmark .build/release/jetbd Models/rounds/shanxi-2026
@main
struct ServiceBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let binary = arguments.first else {
      print("usage: service-benchmark JETBD ROUND_DIR [RUNS]")
      exit(2)
    }
    let sample = URL(fileURLWithPath: arguments[arguments.startIndex + 1])
    let runs = arguments.count > 2 ? Int(arguments[arguments.startIndex + 2]) ?? 7 : 7
    var starts: [Double] = []
    var latencies: [Double] = []
    var memory: [Double] = []
    var memoryAfter: [Double] = []
    for _ in 0..<runs {
      let trial = try Trial(binary: binary)
      defer { trial.end() }
      starts.append(try trial.start() * 1000)
      memory.append(try trial.residentMegabytes())
      latencies.append(try trial.plan(sample) - trial.settle)
      memoryAfter.append(try trial.residentMegabytes())
    }
    print("service start to READY, ms         \(Figures(starts))")
    print("quiet folder to plan, s, less settle \(Figures(latencies))")
    print("resident memory idle, MB           \(Figures(memory))")
    print("resident memory after a plan, MB   \(Figures(memoryAfter))")
    print(
      "\(runs) runs of \(sample.lastPathComponent), settle \(try Trial(binary: binary).settle) s")
  }
}

/// Minimum, median and maximum of some runs.
struct Figures: CustomStringConvertible {
  let description: String

  init(_ values: [Double]) {
    let sorted = values.sorted()
    let shown = [sorted.first, sorted.isEmpty ? nil : sorted[sorted.count / 2], sorted.last]
      .map { $0.map { String(format: "%.3f", $0) } ?? "-" }
    description = "min \(shown[0])  median \(shown[1])  max \(shown[2])"
  }
}
