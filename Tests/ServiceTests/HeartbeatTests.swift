import Foundation
import Plans
import Records
import Synchronization
import Testing

@testable import Service

/// A run under way is told of as long as it goes, whatever its worker says.
@Suite struct HeartbeatTests {
  private func status(_ seconds: Int, updated: String = "a", heard: String = "h") -> RoundStatus {
    RoundStatus(
      round: "r", state: .planning, updated: updated,
      progress: .init(started: "s", heard: heard, seconds: seconds, work: nil))
  }

  @Test func aSilentRunIsToldOfAgainAfterAFewSeconds() {
    let old = status(10)
    #expect(!status(10, updated: "b").tellsMore(than: old))
    #expect(!status(14, updated: "b").tellsMore(than: old))
    #expect(status(15).tellsMore(than: old))
    // The clock may have been set back.
    #expect(status(9).tellsMore(than: old))
    #expect(status(10, heard: "later").tellsMore(than: old))
    #expect(status(10).tellsMore(than: nil))
  }

  @Test func withoutARunTheClockAloneTellsNothing() {
    var (old, new) = (status(1), status(1))
    (old.progress, new.progress) = (nil, nil)
    new.updated = "much later"
    #expect(!new.tellsMore(than: old))
    new.state = .current
    #expect(new.tellsMore(than: old))
  }

  /// The worker says one thing and then nothing; the clock of the test goes on by itself.
  @Test func stepsAndTheTimeOfTheLastWordAreTold() async throws {
    let home = try TemporaryFolder()
    let script = """
      echo '{"step":"benefit","plan":"A","iterations":7,"number":2,\
      "done":[{"step":"reading","seconds":0.5}],"began":0.5,"seconds":2}' > "$1/progress.tmp"
      mv "$1/progress.tmp" "$1/progress.json"
      while :; do sleep 1; done
      """
    try put(script, at: home.path + "/silent.sh")
    let service = try await RunningService(in: home, worker: ["/bin/sh", home.path + "/silent.sh"])
    try put("good", at: service.inbox + "/r/a.csv")
    let first = try await service.status(of: "r") { $0.progress?.work != nil }
    let work = try #require(first.progress?.work)
    #expect(work.step == "benefit" && work.plan == "A" && work.done.map(\.step) == ["reading"])
    // Written again without a word of the worker.
    let later = try await service.status(of: "r") { $0.updated > first.updated }
    #expect((later.progress?.seconds ?? 0) > (first.progress?.seconds ?? 0))
    #expect(later.progress?.heard == first.progress?.heard)
    #expect(later.progress?.started == first.progress?.started)
    try await service.stop()
  }
}
