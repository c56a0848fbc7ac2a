import Foundation
import Records
import Testing

@testable import Service

@Suite struct ConfigurationTests {
  private let folders = ConfigurationFile.Folders(inbox: "/i", plans: "/p", state: "/s")

  @Test func everySettingIsRead() throws {
    let text = """
      inbox: /srv/jetb/inbox/
      plans: /srv/jetb/plans
      state: /var/lib/jetbd
      settle: 500 ms
      settle_max: 1 min
      scan_interval: 90
      file_size_limit: 64 MiB
      text_size_limit: 32 MiB
      row_limit: 1_000_000
      cell_limit: 7000000
      column_limit: 300
      cell_length_limit: 4000
      sheet_limit: 9
      unpacked_size_limit: 1 GiB
      zip_ratio_limit: 200
      zip_ratio_floor: 1 MiB
      part_limit: 500
      xml_depth_limit: 64
      document_depth_limit: 32
      document_value_limit: 500000
      worker: [nice, -n, "10"]
      workers: 3
      worker_time_limit: 1 h
      worker_memory_limit: 2 GiB
      log_level: debug
      """
    let (configuration, faults) = ConfigurationFile.parse(text, folders: .init())
    #expect(faults.isEmpty)
    var expected = ServiceConfiguration(
      inbox: "/srv/jetb/inbox", plans: "/srv/jetb/plans", state: "/var/lib/jetbd")
    expected.settle = .milliseconds(500)
    expected.settleMost = .seconds(60)
    expected.scanInterval = .seconds(90)
    expected.inputLimits.fileSize = 64 << 20
    expected.inputLimits.textSize = 32 << 20
    expected.inputLimits.rows = 1_000_000
    expected.inputLimits.cells = 7_000_000
    expected.inputLimits.columns = 300
    expected.inputLimits.cellLength = 4000
    expected.inputLimits.sheets = 9
    expected.inputLimits.unpackedSize = 1 << 30
    expected.inputLimits.zipRatio = 200
    expected.inputLimits.ratioFloor = 1 << 20
    expected.inputLimits.parts = 500
    expected.inputLimits.xmlDepth = 64
    expected.inputLimits.documentDepth = 32
    expected.inputLimits.documentValues = 500_000
    expected.worker = ["nice", "-n", "10"]
    expected.workers = 3
    expected.workerTimeLimit = .seconds(3600)
    expected.workerMemoryLimit = 2 << 30
    expected.logLevel = .debug
    #expect(configuration == expected)
  }

  @Test func foldersAloneAreEnoughAndOverrideTheFile() {
    let (alone, faults) = ConfigurationFile.parse("", folders: folders)
    #expect(faults.isEmpty)
    #expect(alone == ServiceConfiguration(inbox: "/i", plans: "/p", state: "/s"))
    let (both, _) = ConfigurationFile.parse("inbox: /other\nsettle: 1 s", folders: folders)
    #expect(both.inbox == "/i")
    #expect(both.settle == .seconds(1))
  }

  @Test func allFaultsAreFoundAtOnce() {
    let text = """
      # a comment
      setle: 2 s
      settle_max: soon
      workers: 0
      worker: nice
      inbox: relative/path
      plans: /p
      plans: /q
      log_level: loud
      scan_interval: 0
      """
    let (_, faults) = ConfigurationFile.parse(text, folders: .init())
    let lines = faults.map(\.description)
    #expect(lines.count == 9, "\(lines)")
    #expect(lines[0] == "line 2: no setting is called `setle`; did you mean `settle`?")
    #expect(lines[1].hasPrefix("line 3: `settle_max` is `soon`; allowed: a duration such as"))
    #expect(lines[2] == "line 4: `workers` is `0`; allowed: a whole number from 1 to 1024")
    #expect(lines[3].contains("line 5: `worker` is `nice`; allowed: a list"))
    #expect(lines[4] == "line 6: `inbox` is `relative/path`; allowed: an absolute path")
    #expect(lines[5] == "line 8: `plans` is set twice")
    #expect(lines[6].contains("one of trace, debug, info"))
    #expect(lines[7].hasPrefix("line 10: `scan_interval`"))
    #expect(lines[8] == "`state` is missing: the folder's absolute path")
  }

  @Test func limitsAreBounded() {
    let text =
      "row_limit: 0\ncolumn_limit: 16385\ndocument_depth_limit: 5000\ncell_limits: 5\ncell_limit: many\n"
    let lines = ConfigurationFile.parse(text, folders: folders).1.map(\.description)
    #expect(lines.count == 5, "\(lines)")
    #expect(lines.first == "line 1: `row_limit` is `0`; allowed: a whole number from 1 to 16777216")
    #expect(
      lines.contains("line 4: no setting is called `cell_limits`; did you mean `cell_limit`?"))
  }

  /// The file that ships names every setting, with the value that is in force without it.
  @Test func theShippedFileNamesEverySetting() throws {
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Systemd/jetbd.yaml")
    let text = try String(contentsOf: shipped, encoding: .utf8)
    let lines = text.split(separator: "\n")
    for name in SettingsReader.names {
      #expect(
        lines.contains { $0.hasPrefix(name + ": ") || $0.hasPrefix("#" + name + ": ") }, "\(name)")
    }
    let limits = lines.filter { line in
      LimitSetting.all.contains { line.hasPrefix("#" + $0.name + ": ") }
    }.map { $0.dropFirst() }.joined(separator: "\n")
    let (configuration, faults) = ConfigurationFile.parse(limits, folders: folders)
    #expect(faults.isEmpty)
    #expect(configuration.inputLimits == InputLimits())
  }

  @Test(arguments: ["settle: [", "- a\n- b", "inbox: {a: b}", "*x", "\u{0}"])
  func whatIsNoConfigurationIsSaidSo(_ text: String) {
    #expect(!ConfigurationFile.parse(text, folders: .init()).1.isEmpty)
  }

  @Test func plansMustNotLieInTheInbox() throws {
    let home = try TemporaryFolder()
    let inbox = try home.folder("inbox")
    symlink(inbox, home.path + "/link")
    let configuration = ServiceConfiguration(
      inbox: inbox, plans: home.path + "/link/plans", state: inbox)
    let problems = configuration.folderProblems()
    #expect(problems.count == 2, "\(problems)")
    let good = ServiceConfiguration(
      inbox: inbox, plans: home.path + "/inbox-plans", state: home.path + "/state")
    #expect(good.folderProblems().isEmpty)
  }

  @Test(arguments: [
    ("2", 2.0), ("2 s", 2), ("2s", 2), ("500 ms", 0.5), ("1.5 min", 90), ("1 h", 3600),
  ])
  func durations(_ text: String, _ seconds: Double) {
    #expect(Quantities.duration(text) == .milliseconds(Int(seconds * 1000)))
  }

  @Test(arguments: ["", "s", "-1 s", "1 d", "nan", "0x10", "1e3", "1,5 s", "二"])
  func noDurations(_ text: String) { #expect(Quantities.duration(text) == nil) }

  @Test(arguments: [("512 MiB", 512 << 20), ("1.5 kB", 1500), ("7", 7)])
  func sizes(_ text: String, _ bytes: Int) { #expect(Quantities.size(text) == bytes) }

  /// A size that no number holds once ended the service at a reload.
  @Test(arguments: ["99999999999 GiB", "1000000000000 GB", "-1 B", "1 TiB"])
  func noSizes(_ text: String) { #expect(Quantities.size(text) == nil) }
}
