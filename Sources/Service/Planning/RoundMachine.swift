/// When a round is planned: looks at its folder and ends of attempts go in, what to do comes out.
///
/// A value without a clock of its own: every call says what time it is. Times come from one monotonic clock.
///
///     resting ── change ──▶ settling ── quiet ──▶ queued ── place free ──▶ planning ──▶ resting
///                              ▲                    │                        │  │
///                              └────── change ──────┴──────── change ────────┘  └─ failed ─▶ backingOff
struct RoundMachine: Sendable {
  typealias Instant = ContinuousClock.Instant

  struct Timing: Hashable, Sendable {
    /// How long a folder has to be quiet before it is planned.
    var settle: Duration = .seconds(2)
    /// How long after its first change a folder is planned although it is not quiet.
    var settleMost: Duration = .seconds(30)
    /// The first pause after a failed attempt; each further one is twice as long, up to `retryMost`.
    var retryFirst: Duration = .seconds(5)
    var retryMost: Duration = .seconds(600)
  }

  /// Changes that no attempt has taken up yet: when the first and the last of them were seen.
  struct Changes: Hashable, Sendable {
    var first: Instant
    var last: Instant
  }

  enum Phase: Hashable, Sendable {
    /// Nothing to do until the folder changes.
    case resting
    case settling(Changes)
    /// Settled; waits for a worker's place.
    case queued(Changes)
    /// An attempt is under way on what had changed by `of`; `since` are changes that it does not know.
    case planning(of: Changes, since: Changes?)
    /// The last attempt failed through no fault of the inputs.
    case backingOff(until: Instant)
  }

  /// What an attempt is to read.
  struct Order: Hashable, Sendable {
    /// Files that are not being written.
    var files: [String: FileStamp]
    /// Files still being written: their version in force counts, if there is one.
    var moving: Set<String>
  }

  /// How an attempt ended.
  enum End: Hashable, Sendable {
    /// The folder needs nothing more.
    case done
    /// Files changed while they were read.
    case moved(Set<String>)
    /// The attempt has to be repeated although nothing changed.
    case failed
  }

  var timing: Timing
  private(set) var phase: Phase = .resting
  private(set) var look = FolderLook()
  /// Attempts that failed in a row.
  private(set) var failures = 0
  private var changedAt: [String: Instant] = [:]
  private var ordered: Order?

  init(timing: Timing) { self.timing = timing }

  /// Takes in a look.
  /// - Returns: whether an attempt under way is to be abandoned.
  mutating func looked(_ new: FolderLook, at now: Instant) -> Bool {
    guard new != look else { return false }
    for (name, stamp) in new.files where look.files[name] != stamp { changedAt[name] = now }
    for name in look.files.keys where new.files[name] == nil { changedAt[name] = nil }
    look = new
    failures = 0
    switch phase {
    case .resting, .backingOff:
      phase = .settling(Changes(first: now, last: now))
    case .settling(let changes), .queued(let changes):
      phase = .settling(Changes(first: changes.first, last: now))
    case .planning(let taken, let since):
      // In a folder that never rests every attempt would be abandoned: once the oldest change has
      // waited long enough, the attempt may end.
      guard now < taken.first + timing.settleMost else {
        phase = .planning(of: taken, since: Changes(first: since?.first ?? now, last: now))
        return false
      }
      phase = .settling(Changes(first: taken.first, last: now))
      return true
    }
    return false
  }

  /// Plans the round although its folder did not change, as after a start or with other settings.
  mutating func wake(at now: Instant) {
    switch phase {
    case .resting, .backingOff:
      failures = 0
      phase = .settling(Changes(first: now, last: now))
    case .planning(let taken, nil):
      phase = .planning(of: taken, since: Changes(first: now, last: now))
    case .settling, .queued, .planning: break
    }
  }

  /// When `tick` has something to do; nil if only an event can change anything.
  var deadline: Instant? {
    switch phase {
    case .resting, .queued, .planning: nil
    case .settling(let changes):
      min(changes.last + timing.settle, changes.first + timing.settleMost)
    case .backingOff(let until): until
    }
  }

  /// Lets time pass.
  mutating func tick(at now: Instant) {
    guard let deadline, now >= deadline else { return }
    switch phase {
    case .settling(let changes): phase = .queued(changes)
    case .backingOff: phase = .queued(Changes(first: now, last: now))
    case .resting, .queued, .planning: break
    }
  }

  var isQueued: Bool {
    if case .queued = phase { true } else { false }
  }

  /// Starts an attempt of a queued round; nil in any other phase.
  mutating func begin(at now: Instant) -> Order? {
    guard case .queued(let changes) = phase else { return nil }
    phase = .planning(of: changes, since: nil)
    // Only a folder planned by force, at `settleMost`, has files that moved within `settle`.
    let moving = Set(
      look.files.keys.filter { name in
        changedAt[name].map { now < $0 + timing.settle } ?? false
      })
    let order = Order(files: look.files.filter { !moving.contains($0.key) }, moving: moving)
    ordered = order
    return order
  }

  /// Takes in how the attempt under way ended. Ends of abandoned attempts must not come here.
  mutating func ended(_ end: End, at now: Instant) {
    guard case .planning(let taken, let since) = phase else { return }
    let moving = ordered?.moving ?? []
    ordered = nil
    switch end {
    case .done:
      failures = 0
      if let since {
        phase = .settling(since)
      } else if let last = moving.compactMap({ changedAt[$0] }).max() {
        phase = .settling(Changes(first: now, last: last))
      } else {
        phase = .resting
      }
    case .moved(let names):
      for name in names where look.files[name] != nil { changedAt[name] = now }
      phase = .settling(Changes(first: taken.first, last: now))
    case .failed:
      failures += 1
      if let since {
        phase = .settling(since)
      } else {
        phase = .backingOff(until: now + pause)
      }
    }
  }

  private var pause: Duration {
    var pause = timing.retryFirst
    for _ in 1..<max(1, failures) where pause < timing.retryMost { pause = pause * 2 }
    return min(pause, timing.retryMost)
  }
}
