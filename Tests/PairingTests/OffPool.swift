import Foundation

/// As many plans at a time as there are cores: a test has many cases, and each plans on several threads.
private let places = DispatchSemaphore(value: ProcessInfo.processInfo.activeProcessorCount)

/// Does `work` on a thread of its own.
///
/// Planning blocks its thread for long. On the few threads that Swift shares among all tasks it would starve whatever else this
/// process tests, services that wait for an answer first.
func offPool<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value
{
  try await withCheckedThrowingContinuation { continuation in
    let thread = Thread {
      places.wait()
      let result = Result { try work() }
      places.signal()
      continuation.resume(with: result)
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
}
