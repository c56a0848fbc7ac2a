import Foundation
import Glibc
import Records

/// What a stretch of cases came to.
public struct FuzzTally: Sendable, Codable {
  public struct Slowest: Sendable, Codable {
    /// Of the processor; every case is read twice.
    public var seconds: Double
    public var number: Int
    public var reader: FuzzedReader
  }

  public struct Fault: Sendable, Codable {
    public var number: Int
    public var reader: FuzzedReader
    public var text: String
  }

  public var cases: [String: Int] = [:]
  /// Those of them that still gave records.
  public var readable: [String: Int] = [:]
  public var slowest: [String: Slowest] = [:]
  public var faults: [Fault] = []
  /// Bytes that the process held at most.
  public var peakMemory = 0
  /// The case in which the process grew most.
  public var largest: Slowest?
  public var grown = 0
  public var digest: ContentHash?

  public init() {}

  /// Which reader a case is for, where all are fuzzed.
  public static func reader(of number: Int) -> FuzzedReader {
    FuzzedReader.allCases[number % FuzzedReader.allCases.count]
  }

  /// Works on the cases of a range.
  ///
  /// - Parameters:
  ///   - reader: nil for all of them in turn.
  ///   - before: is told each case's number before it is read.
  public init(
    seed: UInt64, numbers: Range<Int>, reader: FuzzedReader? = nil, of corpus: FuzzCorpus,
    before: (Int) -> Void = { _ in }
  ) {
    var digests: [UInt8] = []
    for number in numbers {
      before(number)
      let reader = reader ?? FuzzTally.reader(of: number)
      let fuzzed = FuzzCase(seed: seed, number: number, reader: reader, of: corpus)
      let memory = FuzzTally.memory()
      let start = FuzzTally.processorTime()
      let check = FuzzCheck(fuzzed)
      let took = FuzzTally.processorTime() - start
      digests += Array(check.digest.digits.utf8)
      cases[reader.rawValue, default: 0] += 1
      if check.gaveRecords { readable[reader.rawValue, default: 0] += 1 }
      faults += check.faults.map { Fault(number: number, reader: reader, text: $0) }
      let this = Slowest(seconds: took, number: number, reader: reader)
      if took > slowest[reader.rawValue]?.seconds ?? -1 { slowest[reader.rawValue] = this }
      let growth = FuzzTally.memory() - memory
      if growth > grown { (grown, largest) = (growth, this) }
    }
    peakMemory = FuzzTally.memory()
    digest = ContentHash(of: digests)
  }

  /// Seconds that the process has worked; what else the machine does leaves them alone.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func memory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss << 10
  }

  public mutating func add(_ other: FuzzTally) {
    cases.merge(other.cases, uniquingKeysWith: +)
    readable.merge(other.readable, uniquingKeysWith: +)
    slowest.merge(other.slowest) { $0.seconds >= $1.seconds ? $0 : $1 }
    faults += other.faults
    peakMemory = max(peakMemory, other.peakMemory)
    if other.grown > grown { (grown, largest) = (other.grown, other.largest) }
  }
}
