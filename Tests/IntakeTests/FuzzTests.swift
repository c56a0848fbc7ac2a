import Foundation
import IntakeFuzzing
import Testing

/// A few cases of every reader with fixed seeds. `intake-fuzz` of Tests/Performance works on as many as one likes.
@Suite struct FuzzTests {
  static let corpus = Result { try FuzzCorpus() }

  @Test(arguments: FuzzedReader.allCases)
  func answersWhateverTheBytes(reader: FuzzedReader) throws {
    let seed: UInt64 = 20_261_124
    let corpus = try Self.corpus.get()
    let tally = FuzzTally(seed: seed, numbers: 0..<60, reader: reader, of: corpus)
    #expect(tally.cases == [reader.rawValue: 60])
    for fault in tally.faults {
      let fuzzed = FuzzCase(seed: seed, number: fault.number, reader: reader, of: corpus)
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "fuzz-\(seed)-\(reader.rawValue)-\(fault.number)")
      try fuzzed.write(into: folder)
      Issue.record(
        "seed \(seed), \(reader.rawValue) \(fault.number): \(fault.text); \(folder.path)")
    }
  }
}
