import Foundation
import Glibc
import Logging
import Synchronization
import Testing

@testable import Service

/// What systemd and the journal hear.
@Suite struct SystemdTests {
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func take(_ line: String) { lines.withLock { $0.append(line) } }
  }

  @Test func aServiceTellsThatItIsReadyAliveReloadingAndStopping() async throws {
    let lines = Lines()
    let home = try TemporaryFolder()
    let service = try await RunningService(
      in: home, notifier: Notifier(watchdogInterval: .milliseconds(100)) { lines.take($0) },
      reload: {
        var configuration = ServiceConfiguration(
          inbox: home.path + "/收件箱", plans: home.path + "/plans", state: home.path + "/state")
        configuration.settle = .milliseconds(50)
        return configuration
      })
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    service.service.reloadConfiguration()
    try await service.event("reloaded") { $0 == .reloaded }
    while lines.all.filter({ $0 == "WATCHDOG=1" }).count < 5 {
      try await Task.sleep(for: .milliseconds(5))
    }
    try await service.stop()
    let told = lines.all.filter { $0 != "WATCHDOG=1" }
    #expect(told.contains { $0.hasPrefix("READY=1\nSTATUS=") })
    #expect(told.contains("STATUS=1 round, 1 current"))
    let reloading = try #require(told.firstIndex { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") })
    #expect(told[reloading...].contains("READY=1"))
    #expect(told.last?.hasPrefix("STOPPING=1") == true)
  }

  @Test func aFaultyConfigurationIsRefusedAndTheOldOneStays() async throws {
    let lines = Lines()
    let service = try await RunningService(
      in: TemporaryFolder(), notifier: Notifier { lines.take($0) },
      reload: {
        throw ConfigurationFile.Faults(file: "c.yaml", faults: [.init(line: 3, message: "wrong")])
      })
    service.service.reloadConfiguration()
    try await service.event("refused") { $0 == .reloadRefused("c.yaml: line 3: wrong") }
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    #expect(lines.all.contains("READY=1"))
    try await service.stop()
  }

  @Test func messagesGoToTheSocketThatSystemdNames() throws {
    let home = try TemporaryFolder()
    for path in [home.path + "/notify", "@jetbd-test-\(getpid())"] {
      let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      defer { close(socket) }
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      var name = Array(path.utf8)
      if path.hasPrefix("@") { name[0] = 0 }
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
      let length = MemoryLayout<sa_family_t>.size + name.count
      let bound = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(socket, $0, socklen_t(length))
        }
      }
      #expect(bound == 0)
      // A receiver that does not read is not waited for.
      for _ in 0..<1000 { Notifier(socket: path).tell(.watchdog) }
      var unread = [UInt8](repeating: 0, count: 200)
      while recv(socket, &unread, unread.count, Int32(MSG_DONTWAIT)) > 0 {}
      Notifier(socket: path).tell(.ready, .status("two\nlines"))
      var buffer = [UInt8](repeating: 0, count: 200)
      let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      #expect(
        String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "READY=1\nSTATUS=two lines"
      )
    }
  }

  @Test func aFileCanBeFollowedByItsName() async throws {
    let lines = Lines()
    let service = try await RunningService(
      in: TemporaryFolder(), configure: { $0.inputLimits.fileSize = 10 }, log: lines.take)
    try put("BROKEN", at: service.inbox + "/r/broken.csv")
    try put("good", at: service.inbox + "/r/a.csv")
    try put(String(repeating: "x", count: 20), at: service.inbox + "/r/large.csv")
    try await service.publishedPlan(of: "r")
    try FileManager.default.removeItem(atPath: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    try await service.stop()
    let runs = service.runs(of: "r")
    try #require(runs.count == 2)
    let told = lines.all.filter { $0.contains("round=r") }
    try #require(told.count == 3)
    #expect(told[0].hasPrefix("<4>left out: 0 MiB is more"))
    #expect(told[0].hasSuffix("file=large.csv round=r state=rejected\n"))
    #expect(
      told[1] == "<6>published changed=\"a.csv, broken.csv\" faulty=broken.csv files=2 problems=1"
        + " round=r run=\(runs[0])\n")
    #expect(
      told[2] == "<6>published faulty=broken.csv files=1 problems=1 round=r run=\(runs[1])"
        + " withdrawn=a.csv\n")
  }

  @Test func aLogLineIsOneLineWithItsPriority() {
    let lines = Lines()
    let threshold = LineLogHandler.Threshold(.info)
    let logger = Logger(label: "x") { _ in
      LineLogHandler(threshold: threshold) { lines.take($0) }
    }
    logger.info(
      "published",
      metadata: ["round": "a b", "file": "x\n<0>forged \u{1B}[2J\"\\\u{202E}", "n": ""])
    logger.debug("unheard")
    threshold.value = .debug
    logger.debug("heard")
    #expect(
      lines.all == [
        #"<6>published file="x\u{a}<0>forged \u{1b}[2J\"\\\u{202e}" n="" round="a b""# + "\n",
        "<7>heard\n",
      ])
  }
}
