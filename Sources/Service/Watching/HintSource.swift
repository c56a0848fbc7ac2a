// Dispatch's sources are thread-safe, but its module does not say so.
@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Tells when the watch has events. After each time it is silent until `resume`, so that a busy folder is asked
/// for its events now and then and not for each one.
final class HintSource: Sendable {
  private enum State { case listening, silent, ended }

  /// How long after `resume` it may tell again.
  private static let pause: DispatchTimeInterval = .milliseconds(20)

  private let queue = DispatchQueue(label: "hints")
  private let source: any DispatchSourceRead
  private let state = Mutex(State.listening)

  /// - Parameters:
  ///   - descriptor: of the watch; closed at the end.
  ///   - tell: called on a thread of its own.
  init(_ descriptor: Int32, _ tell: @escaping @Sendable () -> Void) {
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler { @Sendable [weak self] in
      if self?.silence() ?? false { tell() }
    }
    source.setCancelHandler { @Sendable in close(descriptor) }
    source.activate()
  }

  private func silence() -> Bool {
    state.withLock { state in
      guard state == .listening else { return false }
      state = .silent
      source.suspend()
      return true
    }
  }

  /// The events were read: it may tell of new ones.
  func resume() {
    queue.asyncAfter(deadline: .now() + HintSource.pause) { [self] in
      state.withLock { state in
        guard state == .silent else { return }
        state = .listening
        source.resume()
      }
    }
  }

  /// Tells nothing more and closes the descriptor.
  func end() {
    state.withLock { state in
      // A suspended source must not be let go.
      if state == .silent { source.resume() }
      state = .ended
      source.cancel()
    }
  }
}
