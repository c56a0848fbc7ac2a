import Testing

@testable import Service

/// The machine of a round, driven by made-up looks and times.
@Suite struct RoundMachineTests {
  private let start = ContinuousClock.now
  private var machine = RoundMachine(
    timing: RoundMachine.Timing(
      settle: .seconds(2), settleMost: .seconds(30), retryFirst: .seconds(5),
      retryMost: .seconds(60)))

  private func at(_ seconds: Double) -> RoundMachine.Instant { start + .seconds(seconds) }

  /// A look at files with these versions.
  private func look(_ versions: [String: Int]) -> FolderLook {
    FolderLook(
      files: versions.mapValues { FileStamp(inode: 1, size: $0, modified: $0, changed: $0) })
  }

  @Test func nothingHappensInAFolderThatDoesNotChange() {
    var machine = machine
    let abandons = machine.looked(FolderLook(), at: at(0))
    #expect(!abandons)
    #expect(machine.phase == .resting)
    #expect(machine.deadline == nil)
  }

  @Test func plansWhenQuietForSettle() throws {
    var machine = machine
    _ = machine.looked(look(["a": 1]), at: at(0))
    _ = machine.looked(look(["a": 1, "b": 1]), at: at(1))
    #expect(machine.deadline == at(3))
    machine.tick(at: at(2.9))
    #expect(!machine.isQueued)
    machine.tick(at: at(3))
    #expect(machine.isQueued)
    let begun = machine.begin(at: at(3))
    let order = try #require(begun)
    #expect(Set(order.files.keys) == ["a", "b"])
    #expect(order.moving.isEmpty)
    machine.ended(.done, at: at(4))
    #expect(machine.phase == .resting)
  }

  @Test func anEqualLookIsNoChange() {
    var machine = machine
    _ = machine.looked(look(["a": 1]), at: at(0))
    _ = machine.looked(look(["a": 1]), at: at(1.5))
    #expect(machine.deadline == at(2))
  }

  @Test func plansAtSettleMostWithoutTheFileThatStillGrows() throws {
    var machine = machine
    for second in 0..<31 {
      _ = machine.looked(look(["a": 1, "log": second]), at: at(Double(second)))
    }
    #expect(machine.deadline == at(30))
    machine.tick(at: at(30))
    let begun = machine.begin(at: at(30))
    let order = try #require(begun)
    #expect(Set(order.files.keys) == ["a"])
    #expect(order.moving == ["log"])
    // The growing file is still to be planned.
    machine.ended(.done, at: at(31))
    #expect(machine.deadline == at(32))
  }

  @Test func aChangeAbandonsTheAttemptAndSettlesAnew() {
    var machine = machine
    _ = machine.looked(look(["a": 1]), at: at(0))
    machine.tick(at: at(2))
    _ = machine.begin(at: at(2))
    let abandons = machine.looked(look(["a": 2]), at: at(5))
    #expect(abandons)
    #expect(machine.deadline == at(7))
  }

  @Test func aFolderThatNeverRestsIsPlannedAllTheSame() throws {
    var machine = machine
    _ = machine.looked(look(["a": 0]), at: at(0))
    var second = 0.0
    var finished = 0
    // A change every 3 s, while an attempt takes 10 s.
    while second < 120, finished == 0 {
      machine.tick(at: at(second))
      if machine.begin(at: at(second)) != nil {
        var abandoned = false
        for step in 1...10 where !abandoned {
          let now = second + Double(step)
          if Int(now).isMultiple(of: 3) {
            abandoned = machine.looked(look(["a": Int(now)]), at: at(now))
          }
        }
        if !abandoned {
          machine.ended(.done, at: at(second + 10))
          finished += 1
        }
      }
      second += 1
      if Int(second).isMultiple(of: 3) {
        _ = machine.looked(look(["a": Int(second)]), at: at(second))
      }
    }
    #expect(finished == 1)
    #expect(second < 45)
    // What changed meanwhile is planned next.
    guard case .settling = machine.phase else {
      Issue.record("\(machine.phase)")
      return
    }
  }

  @Test func aChangeOfAQueuedRoundSettlesAnewButKeepsItsPlaceInTime() {
    var machine = machine
    _ = machine.looked(look(["a": 1]), at: at(0))
    machine.tick(at: at(2))
    _ = machine.looked(look(["a": 2]), at: at(29))
    #expect(machine.deadline == at(30))
  }

  @Test func aFileThatChangedWhileItWasReadSettlesAnew() {
    var machine = machine
    _ = machine.looked(look(["a": 1]), at: at(0))
    machine.tick(at: at(2))
    _ = machine.begin(at: at(2))
    machine.ended(.moved(["a"]), at: at(2.5))
    #expect(machine.deadline == at(4.5))
  }

  @Test func failuresBackOffAndAChangeTriesAtOnce() throws {
    var machine = machine
    _ = machine.looked(look(["a": 1]), at: at(0))
    var pauses: [Duration] = []
    var now = at(2)
    for _ in 0..<6 {
      machine.tick(at: now)
      _ = machine.begin(at: now)
      machine.ended(.failed, at: now)
      let deadline = try #require(machine.deadline)
      pauses.append(deadline - now)
      now = deadline
    }
    #expect(pauses == [5, 10, 20, 40, 60, 60].map { .seconds($0) })
    _ = machine.looked(look(["a": 2]), at: now)
    #expect(machine.failures == 0)
    #expect(machine.deadline == now + .seconds(2))
  }

  @Test func wakingPlansAnUnchangedFolderOnce() {
    var machine = machine
    machine.wake(at: at(0))
    machine.tick(at: at(2))
    let order = machine.begin(at: at(2))
    #expect(order == RoundMachine.Order(files: [:], moving: []))
    machine.ended(.done, at: at(2))
    #expect(machine.deadline == nil)
  }
}
