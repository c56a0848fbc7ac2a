import Dispatch
import Synchronization

/// Runs work that may wait for a disk outside the pool that runs the service's own loop: a share that hangs must
/// not keep the loop from going round.
///
/// - Parameter work: gets a function that says whether the task was cancelled.
func onDiskThread<Result: Sendable>(
  _ work: @escaping @Sendable (_ isCancelled: @Sendable () -> Bool) -> Result
) async -> Result {
  let flag = CancelFlag()
  return await withTaskCancellationHandler {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work { flag.isSet }) }
    }
  } onCancel: {
    flag.set()
  }
}

private final class CancelFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}
