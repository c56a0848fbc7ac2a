import Foundation
import IntakeFuzzing

/// Starts process after process until the time is over, and says what they came to.
struct Supervisor {
  let options: Options
  let corpus: FuzzCorpus
  private let batchSize = 600
  /// Seconds after which a case hangs.
  private let patience = 120.0
  /// Every so many batches are worked on twice: two processes hash differently, and must say the same.
  private let secondLook = 10

  init(options: Options, corpus: FuzzCorpus) {
    self.options = options
    self.corpus = corpus
  }

  func run() throws {
    try FileManager.default.createDirectory(
      at: options.failures, withIntermediateDirectories: true)
    print("seed \(options.seed), \(options.seconds) s")
    fflush(nil)
    var total = FuzzTally()
    var ended = 0
    let start = Date()
    var told = start
    var first = 0
    var number = 0
    while Date().timeIntervalSince(start) < options.seconds {
      let numbers = first..<(first + batchSize)
      let (tally, last, reason) = try batch(numbers)
      if let tally {
        total.add(tally)
        for fault in tally.faults { try report(fault.number, fault.reader, fault.text) }
        if number % secondLook == 0, let second = try batch(numbers).tally,
          second.digest != tally.digest
        {
          print("FAULT: two processes read the cases \(numbers) differently")
          ended += 1
        }
        first = numbers.upperBound
      } else {
        ended += 1
        try report(last, options.reader ?? FuzzTally.reader(of: last), reason)
        // What was counted is lost with the process: the cases before are worked on again.
        if last > first, let before = try batch(first..<last).tally { total.add(before) }
        first = last + 1
      }
      number += 1
      if Date().timeIntervalSince(told) > 300 {
        describe(total, start)
        told = Date()
      }
    }
    describe(total, start)
    print("\(total.faults.count) faults, \(ended) crashes, hangs or differences")
    if ended > 0 || !total.faults.isEmpty { exit(1) }
  }

  private func report(_ number: Int, _ reader: FuzzedReader, _ text: String) throws {
    let folder = options.failures.appending(path: "\(reader.rawValue)-\(number)")
    try FuzzCase(seed: options.seed, number: number, reader: reader, of: corpus)
      .write(into: folder)
    print("FAULT: seed \(options.seed), \(reader.rawValue) \(number): \(text); \(folder.path)")
    fflush(nil)
  }

  /// - Returns: the tally, or the case at which the process ended and how.
  private func batch(_ numbers: Range<Int>) throws -> (
    tally: FuzzTally?, last: Int, reason: String
  ) {
    try? FileManager.default.removeItem(at: options.tally)
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments =
      options.common + ["--batch", "\(numbers.lowerBound)-\(numbers.upperBound)"]
    try process.run()
    var last = numbers.lowerBound
    var since = Date()
    var hangs = false
    while process.isRunning {
      Thread.sleep(forTimeInterval: 0.05)
      if let now = under(numbers), now != last { (last, since) = (now, Date()) }
      if !hangs, Date().timeIntervalSince(since) > patience {
        hangs = true
        kill(process.processIdentifier, SIGKILL)
      }
    }
    last = under(numbers) ?? last
    if process.terminationStatus == 0, let data = try? Data(contentsOf: options.tally) {
      return (try JSONDecoder().decode(FuzzTally.self, from: data), last, "")
    }
    return (nil, last, hangs ? "hangs" : "ends with \(process.terminationStatus)")
  }

  /// The case under way.
  private func under(_ numbers: Range<Int>) -> Int? {
    guard let data = try? Data(contentsOf: options.progress), data.count == 8 else { return nil }
    let number = data.withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
    return numbers.contains(number) ? number : nil
  }

  private func describe(_ tally: FuzzTally, _ start: Date) {
    let seconds = Int(Date().timeIntervalSince(start))
    print("after \(seconds) s: peak memory \(tally.peakMemory >> 20) MB", terminator: "")
    if let largest = tally.largest {
      print(
        ", most of it (\(tally.grown >> 20) MB) for \(largest.reader.rawValue) \(largest.number)",
        terminator: "")
    }
    print("")
    for reader in FuzzedReader.allCases {
      guard let count = tally.cases[reader.rawValue],
        let slowest = tally.slowest[reader.rawValue]
      else { continue }
      let time = (slowest.seconds * 1000).rounded() / 1000
      print(
        "  \(reader.rawValue): \(count) cases, \(tally.readable[reader.rawValue] ?? 0) gave records, the slowest \(slowest.number) with \(time) s"
      )
    }
    fflush(nil)
  }
}
