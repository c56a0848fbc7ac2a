import Foundation
import Synchronization
import Testing

@testable import Optimisation

@Suite struct ConcurrentlyTests {
  /// A watch that takes its time gives the other threads all they need to begin without it.
  @Test func aWatchThatSaysStopFirstLetsNothingBegin() throws {
    let begun = Mutex(0)
    let results: [Int?] = try concurrently(0..<8) {
      Thread.sleep(forTimeInterval: 0.05)
      return false
    } work: { place, _ in
      begun.withLock { $0 += 1 }
      return place
    }
    #expect(results.count == 8 && results.allSatisfy { $0 == nil })
    #expect(begun.withLock { $0 } == 0)
  }

  @Test func resultsComeInOrder() throws {
    let results: [Int?] = try concurrently(
      0..<20, while: { true }, work: { place, _ in place * place })
    #expect(results.compactMap { $0 } == (0..<20).map { $0 * $0 })
  }
}
