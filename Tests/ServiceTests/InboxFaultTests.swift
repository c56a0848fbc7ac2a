import Foundation
import Glibc
import Plans
import Testing

@testable import Service

/// What planners drop, whatever it is, neither stops nor blocks the service.
@Suite struct InboxFaultTests {
  @Test func linksPipesAndDevicesAreLeftAlone() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    let round = service.inbox + "/r"
    try put("secret", at: service.home.path + "/secret/x.csv")
    try put("good", at: round + "/a.csv")
    symlink(service.home.path + "/secret/x.csv", round + "/link.csv")
    symlink(service.home.path + "/secret", round + "/linked")
    symlink(service.home.path + "/secret", service.inbox + "/linked-round")
    mkfifo(round + "/pipe.csv", 0o644)
    mkfifo(round + "/pipe.xlsx", 0o644)
    symlink(service.home.path + "/secret/x.csv", round + "/link.xlsx")
    mkdir(round + "/folder.xlsx", 0o755)
    // Device 1:3 is /dev/null; only root can make one, and for others there is nothing to leave alone.
    mknod(round + "/device.csv", S_IFCHR | 0o644, 0x103)
    try put("lock", at: round + "/~$a.xlsx")
    try put("half", at: round + "/b.csv.part")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\ngood")
    #expect(!FileManager.default.fileExists(atPath: service.plans + "/linked-round"))
    try await service.stop()
  }

  @Test func aNameThatIsNotUTF8IsSaidAndSkipped() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    try put("good", at: service.inbox + "/r/a.csv")
    let folder = Array((service.inbox + "/r/").utf8CString.dropLast())
    let name = folder + [CChar(bitPattern: 0xCE), CChar(bitPattern: 0xC4), 0]
    close(open(name, O_WRONLY | O_CREAT, 0o644))
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\ngood")
    let status = try await service.status(of: "r") { $0.state == .current }
    #expect(status.files.map(\.state).filter { $0 == .ignored }.count == 1)
    try await service.stop()
  }

  @Test func namesThatDifferOnlyInUnicodeFormDoNotCrashIt() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    for name in ["caf\u{E9}.csv", "cafe\u{301}.csv"] {
      let path = service.inbox + "/r/"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let file = open(path + name, O_WRONLY | O_CREAT, 0o644)
      write(file, "x", 1)
      close(file)
    }
    let plan = try await service.publishedPlan(of: "r")
    #expect(plan.components(separatedBy: "== ").count == 2)
    try await service.stop()
  }

  @Test func namesInAnyScriptAreTakenAsTheyAre() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    let round = "山西 2026"
    // A combining mark after the slash makes one character with it.
    let names = ["\u{301}mark.csv", "\u{301}部门/\u{301}项目.csv", "new\nline.csv", "🌾.csv"]
    for name in names {
      try put(name, at: service.inbox + "/" + round + "/" + name)
    }
    let expected = names.sorted().map {
      "== \($0.replacingOccurrences(of: "\n", with: #"\n"#))\n\($0)"
    }.joined()
    #expect(try await service.publishedPlan(of: round) == expected)
    let status = try await service.status(of: round) { $0.state == .current }
    #expect(status.files.map(\.name) == names.sorted())
    try put("changed", at: service.inbox + "/" + round + "/" + names[1])
    #expect(try await service.publishedPlan(of: round).contains("changed"))
    try await service.stop()
  }

  @Test func aFileBeingWrittenIsNotReadUntilItRests() async throws {
    let service = try await RunningService(in: TemporaryFolder()) { $0.settle = .milliseconds(300) }
    let path = service.inbox + "/r/a.csv"
    try put("", at: path)
    let file = open(path, O_WRONLY | O_APPEND)
    for part in 0..<10 {
      let text = "part \(part);"
      write(file, text, text.utf8.count)
      try await Task.sleep(for: .milliseconds(50))
    }
    close(file)
    let plan = try await service.publishedPlan(of: "r")
    #expect(plan.hasSuffix("part 8;part 9;"))
    #expect(service.runs(of: "r").count == 1)
    try await service.stop()
  }

  @Test func aFileThatNeverRestsIsLeftOutAtSettleMax() async throws {
    let service = try await RunningService(in: TemporaryFolder()) {
      $0.settle = .milliseconds(200)
      $0.settleMost = .milliseconds(600)
    }
    try put("good", at: service.inbox + "/r/a.csv")
    let path = service.inbox + "/r/log.csv"
    let writer = Task {
      while !Task.isCancelled {
        try put(String(repeating: "x", count: Int.random(in: 1...1000)), at: path)
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\ngood")
    writer.cancel()
    try await writer.value
    let plan = try await service.publishedPlan(of: "r")
    #expect(plan.contains("== log.csv"))
    try await service.stop()
  }

  @Test func aFileTooLargeIsRejectedAndItsVersionInForceStays() async throws {
    let service = try await RunningService(in: TemporaryFolder()) { $0.inputLimits.fileSize = 1000 }
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    truncate(service.inbox + "/r/a.csv", 1 << 40)
    try await service.event("unchanged") { $0 == .unchanged(round: "r") }
    let status = try await service.status(of: "r") { $0.files.first?.state == .rejected }
    #expect(try #require(status.files.first?.reason).en.contains("file_size_limit"))
    #expect(service.plan(of: "r") == "== a.csv\ngood")
    try await service.stop()
  }

  @Test func aRaisedLimitCountsAtTheReload() async throws {
    let home = try TemporaryFolder()
    let plain = ServiceConfiguration(
      inbox: home.path + "/收件箱", plans: home.path + "/plans", state: home.path + "/state")
    let service = try await RunningService(in: home) {
      $0.inputLimits.fileSize = 1000
    } reload: {
      var configuration = plain
      configuration.settle = .milliseconds(100)
      return configuration
    }
    let large = String(repeating: "x", count: 2000)
    try put(large, at: service.inbox + "/r/a.csv")
    try await service.event("emptied") { $0 == .emptied(round: "r") }
    service.service.reloadConfiguration()
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\n" + large)
    try await service.stop()
  }

  /// The watched folder may be a link to where a share is mounted; its events must come all the same.
  @Test func aLinkedInboxIsWatched() async throws {
    let home = try TemporaryFolder()
    let real = try home.folder("share")
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/link", withDestinationPath: real)
    let service = try await RunningService(in: home) {
      $0.inbox = home.path + "/link"
      $0.scanInterval = .seconds(600)
    }
    try put("good", at: real + "/r/a.csv")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\ngood")
    try put("direct", at: real + "/b.csv")
    #expect(try await service.publishedPlan(of: "default") == "== b.csv\ndirect")
    try await service.stop()
  }

  @Test func anEmptiedRoundKeepsItsPlanAndSaysSo() async throws {
    let service = try await RunningService(in: TemporaryFolder())
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try FileManager.default.removeItem(atPath: service.inbox + "/r")
    try await service.event("emptied") { $0 == .emptied(round: "r") }
    let status = try await service.status(of: "r") { $0.state == .stale }
    #expect(status.files.map(\.state) == [.withdrawn])
    #expect(service.plan(of: "r") == "== a.csv\ngood")
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.event("unchanged") { $0 == .unchanged(round: "r") }
    _ = try await service.status(of: "r") { $0.state == .current }
    try await service.stop()
  }

  @Test func anInboxThatVanishesWithdrawsNothing() async throws {
    let service = try await RunningService(in: TemporaryFolder()) {
      $0.scanInterval = .milliseconds(200)
    }
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    rename(service.inbox, service.inbox + "-away")
    try await service.event("lost") {
      if case .inboxLost = $0 { true } else { false }
    }
    let status = try await service.status(of: "r") { $0.state == .stale }
    #expect(status.files.map(\.state) == [.accepted])
    rename(service.inbox + "-away", service.inbox)
    try await service.event("found") { $0 == .inboxFound }
    _ = try await service.status(of: "r") { $0.state == .current }
    // The watch follows the folder that has the name now.
    try put("better", at: service.inbox + "/r/a.csv")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\nbetter")
    try await service.stop()
  }

  @Test func twoThousandFilesMovedInAtOnceAreOneJob() async throws {
    let home = try TemporaryFolder()
    let seen = home.path + "/seen.json"
    let answer =
      #"{"format":"jetb.outcome/1","kind":"no-plan","files":[],"last_good":[],"problems":[]}"#
    let worker = #"cp "$1/job.json" '\#(seen)'; echo '\#(answer)' > "$1/outcome.json""#
    let service = try await RunningService(in: home, worker: ["/bin/sh", "-c", worker, "worker"])
    let outside = try home.folder("outside")
    for number in 0..<2000 { try put("\(number)", at: "\(outside)/\(number).csv") }
    rename(outside, service.inbox + "/r")
    try await service.event("kept") { $0 == .kept(round: "r", .noPlan) }
    #expect(JSON.document(Job.self, at: seen)?.files.count == 2000)
    let status = try await service.status(of: "r") { $0.state == .waiting }
    #expect(status.files.count == 2000)
    try await service.stop()
  }
}
