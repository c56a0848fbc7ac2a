import Foundation
import IntakeFuzzing

/// `intake-fuzz --seed 1 --seconds 3600`: works on damaged inputs in one process after the other, so that a crash or a hang costs one
/// case, is said with its seed and number, and leaves its files behind.
@main
struct IntakeFuzz {
  static func main() throws {
    let options = try Options(Array(CommandLine.arguments.dropFirst()))
    let corpus = try FuzzCorpus(more: options.corpora)
    if let number = options.only {
      try one(number, options, corpus)
    } else if let numbers = options.batch {
      try work(numbers, options, corpus)
    } else {
      try Supervisor(options: options, corpus: corpus).run()
    }
  }

  /// One case, in this process: for a debugger.
  private static func one(_ number: Int, _ options: Options, _ corpus: FuzzCorpus) throws {
    let reader = options.reader ?? FuzzTally.reader(of: number)
    let fuzzed = FuzzCase(seed: options.seed, number: number, reader: reader, of: corpus)
    try fuzzed.write(into: options.failures.appending(path: "\(reader.rawValue)-\(number)"))
    let tally = FuzzTally(
      seed: options.seed, numbers: number..<(number + 1), reader: options.reader, of: corpus)
    for fault in tally.faults { print(fault.text) }
    let seconds = tally.slowest[reader.rawValue]?.seconds ?? 0
    print("\(reader.rawValue) \(number): \(seconds) s, \(tally.peakMemory >> 20) MB")
  }

  /// A batch, for the supervisor: it reads the number under way in one file and the tally in another.
  private static func work(
    _ numbers: Range<Int>, _ options: Options, _ corpus: FuzzCorpus
  ) throws {
    let progress = open(options.progress.path, O_WRONLY | O_CREAT, 0o644)
    defer { close(progress) }
    let tally = FuzzTally(
      seed: options.seed, numbers: numbers, reader: options.reader, of: corpus
    ) { number in
      var number = number
      pwrite(progress, &number, MemoryLayout<Int>.size, 0)
    }
    try JSONEncoder().encode(tally).write(to: options.tally)
  }
}
