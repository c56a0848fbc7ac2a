import Foundation
import Plans
import Records
import Testing

@testable import Service

@Suite struct PublishingTests {
  /// What the service cannot do in its own folders is tried again without anybody's doing.
  @Test func aPublishingFaultIsSaidAndMendsItself() async throws {
    let home = try TemporaryFolder()
    // A file where the runs' folder should be.
    try put("in the way", at: home.path + "/plans/r/runs")
    let service = try await RunningService(in: home) { $0.scanInterval = .milliseconds(100) }
    try put("good", at: service.inbox + "/r/a.csv")
    try await service.event("failed") {
      if case .failed("r", _) = $0 { true } else { false }
    }
    let status = try await service.status(of: "r") { $0.state == .waiting && $0.reason != nil }
    #expect(try #require(status.reason).en.contains("Not a directory"))
    try FileManager.default.removeItem(atPath: home.path + "/plans/r/runs")
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\ngood")
    try await service.stop()
  }

  private func finishedJob(in home: TemporaryFolder) throws -> (JobFolder, InputsDocument) {
    let job = JobFolder(path: home.path + "/job")
    try job.make()
    let hash = ContentHash(of: Array("good".utf8))
    try put("good", at: job.input(hash))
    try put("plan", at: job.run + "/plans.json")
    try put("html", at: job.run + "/report.html")
    let file = InputsDocument.File(
      name: "a.csv", hash: hash, size: 4, state: .accepted, records: [:])
    return (job, InputsDocument(round: "r", files: [file], lastGood: []))
  }

  /// The run's name is its time and the first digits over `HASH  NAME` lines; never one that is taken.
  /// An operator removes a round's plans, or a backup brings older ones back: the next scan publishes what is in force.
  @Test(arguments: [true, false])
  func plansThatWereRemovedOrRestoredAreMadeAnew(_ isRestored: Bool) async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(in: home) { $0.scanInterval = .milliseconds(50) }
    try put("one", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    let manager = FileManager.default
    if isRestored { try manager.moveItem(atPath: service.plans, toPath: home.path + "/backup") }
    if isRestored { try await service.publishedPlan(of: "r") }
    try put("two", at: service.inbox + "/r/a.csv")
    try await service.publishedPlan(of: "r")
    let away = home.path + "/away"
    try manager.moveItem(atPath: service.plans, toPath: away)
    if isRestored { try manager.moveItem(atPath: home.path + "/backup", toPath: service.plans) }
    #expect(try await service.publishedPlan(of: "r") == "== a.csv\ntwo")
    let status = try await service.status(of: "r") { $0.state == .current }
    #expect(status.run == service.runs(of: "r").last)
    try await service.stop()
  }

  @Test func runsAreNamedByTimeAndInputs() throws {
    let home = try TemporaryFolder()
    let (job, inputs) = try finishedJob(in: home)
    let publisher = Publisher(folder: RoundFolder(plans: home.path + "/plans", round: "r")) {
      Timestamp(seconds: 1_795_512_600)
    }
    let files = inputs.files.map { Job.File(name: $0.name, hash: $0.hash) }
    let line = "\(inputs.files[0].hash)  a.csv\n"
    let digits = ContentHash(of: Array(line.utf8)).digits.prefix(8)
    let first = try publisher.publish(job, of: files, inputs: inputs)
    let second = try publisher.publish(job, of: files, inputs: inputs)
    #expect(first.id == "20261124T093000Z-\(digits)")
    #expect(second.id == "20261124T093001Z-\(digits)")
    let latest = try FileManager.default.destinationOfSymbolicLink(atPath: publisher.folder.latest)
    #expect(latest == "runs/" + second.id)
    #expect(text(at: publisher.folder.input(inputs.files[0].hash)) == "good")
    #expect(text(at: publisher.folder.path + "/report.html") == "html")
  }

  /// A link in a run could show readers any file of the machine.
  @Test func aRunWithALinkInItIsRefused() throws {
    let home = try TemporaryFolder()
    let (job, inputs) = try finishedJob(in: home)
    try FileManager.default.createSymbolicLink(
      atPath: job.run + "/plans.xlsx", withDestinationPath: "/etc/passwd")
    let folder = RoundFolder(plans: home.path + "/plans", round: "r")
    let publisher = Publisher(folder: folder, now: Timestamp.now)
    #expect(throws: FileError.self) { try publisher.publish(job, of: [], inputs: inputs) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.runs).isEmpty)
    #expect(folder.published() == nil)
  }

  @Test func problemTextsSayWhereAndWhatInTheRoundsLanguage() throws {
    let problem = Problem(
      .problem, kind: "unknown-sector",
      at: Origin(file: "office 7/p.csv", place: .cell(sheet: nil, row: 14, column: 3)),
      others: [Origin(file: "q.csv", place: .row(sheet: nil, row: 2))],
      message: Bilingual(en: "no such sector", zh: "没有这个领域"), found: "hydrgen",
      suggestion: "hydrogen")
    let note = Problem(
      .note, kind: "x", at: Origin(file: "clean.csv"), message: Bilingual(en: "n", zh: "注"))
    let causes = ProblemCause.grouped([problem, note].map(LocatedProblem.init))
    let texts = ProblemFiles.texts(of: causes, in: .both)
    #expect(Array(texts.keys) == ["office 7__p.csv.problems.txt"])
    #expect(
      texts.values.first == """
        1 problem / 1 个问题

        C14: no such sector
        C14：没有这个领域
          found / 实际: hydrgen
          did you mean / 是否应为: hydrogen
          also at / 另见: q.csv row 2

        """)
    #expect(
      ProblemFiles.texts(of: causes, in: .zh).values.first == """
        1 个问题

        C14：没有这个领域
          实际: hydrgen
          是否应为: hydrogen
          另见: q.csv row 2

        """)
    #expect(
      ProblemFiles.texts(of: causes, in: .en).values.first?.contains("的") == false)
    let long = ProblemFiles.name(for: String(repeating: "长", count: 83))
    #expect(long.utf8.count < 250)
    #expect(long != ProblemFiles.name(for: String(repeating: "长", count: 84)))
  }
}
