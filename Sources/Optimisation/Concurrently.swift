import CGLPK
import Foundation
import Synchronization

/// Does `work` for each place of `places` on as many threads as the machine has cores, and returns the results in order.
///
/// What a thread makes with GLPK it must also end there, which `work` does by using programs of its own.
///
/// - Parameters:
///   - watch: looked at on the calling thread only, before any work and before each piece of its own; when it says stop, the other threads
///     are told so, and places without a result are nil.
///   - work: given the place and the watch to look at; returns nil where that stopped it.
/// - Throws: the first error of `work`, by place.
public func concurrently<Value: Sendable>(
  _ places: Range<Int>, while watch: () -> Bool,
  work: @escaping @Sendable (_ place: Int, _ goOn: () -> Bool) throws -> Value?
) throws -> [Value?] {
  // Else the others might have done some of it before the watch is first looked at.
  guard watch() else { return places.map { _ in nil } }
  let shared = Shared<Value>(places)
  let helpers = min(ProcessInfo.processInfo.activeProcessorCount, places.count) - 1
  let group = DispatchGroup()
  for _ in 0..<max(0, helpers) {
    group.enter()
    let thread = Thread {
      shared.takeAll(goOn: { !shared.isStopped }, work)
      // GLPK keeps an environment for each thread.
      glp_free_env()
      group.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
  let goOn = {
    if !watch() { shared.stop() }
    return !shared.isStopped
  }
  withoutActuallyEscaping(goOn) { goOn in shared.takeAll(goOn: goOn, work) }
  group.wait()
  return try shared.results()
}

/// What the threads share: which place is next, what came out, and whether to go on.
private final class Shared<Value: Sendable>: Sendable {
  private struct State {
    var next: Int
    var isStopped = false
    var results: [Int: Result<Value, any Error>] = [:]
  }

  private let places: Range<Int>
  private let state: Mutex<State>

  init(_ places: Range<Int>) {
    self.places = places
    state = Mutex(State(next: places.lowerBound))
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  func stop() { state.withLock { $0.isStopped = true } }

  func takeAll(goOn: @escaping () -> Bool, _ work: (Int, () -> Bool) throws -> Value?) {
    while goOn() {
      let place = state.withLock { state in
        defer { state.next += 1 }
        return state.next
      }
      guard place < places.upperBound else { return }
      do {
        guard let value = try work(place, goOn) else { continue }
        state.withLock { $0.results[place] = .success(value) }
      } catch {
        state.withLock {
          $0.results[place] = .failure(error)
          $0.isStopped = true
        }
      }
    }
  }

  func results() throws -> [Value?] {
    try state.withLock { state in
      if let failure = state.results.sorted(by: { $0.key < $1.key }).first(where: { entry in
        if case .failure = entry.value { true } else { false }
      }) {
        _ = try failure.value.get()
      }
      return try places.map { try state.results[$0]?.get() }
    }
  }
}
