import Plans
import Records
import TestSupport
import Testing

@testable import StatusPages

@Suite struct StatusPageTests {
  static let hash = ContentHash(of: Array("x".utf8))

  static func status(_ text: String = "p.csv", causes: [ProblemCause] = []) -> RoundStatus {
    let problem = LocatedProblem(
      Problem(
        .problem, kind: text, at: Origin(file: text, place: .path(text, line: 3)),
        others: [Origin(file: text)], message: Bilingual(en: text, zh: text), found: text,
        allowed: text, suggestion: text))
    let said = Bilingual(en: text, zh: text)
    return RoundStatus(
      round: text,
      headline: Headline(
        title: text, currency: text, language: text,
        scorecard: nil),
      state: .stale, reason: said, updated: "2026-11-24T09:31:00Z", run: "r",
      progress: .init(
        started: "2026-11-24T09:30:30Z", heard: "2026-11-24T09:30:55Z", seconds: 30,
        work: RunProgress(
          step: text, plan: text, iterations: 1200, number: 2,
          done: [.init(step: text, seconds: 1.2)], began: 1.2, seconds: 25)),
      failure: .init(reason: said, times: 2, retry: "2026-11-24T09:35:00Z"),
      files: FileState.allCases.map {
        .init(
          name: text, hash: hash, state: $0, since: "2026-11-24T09:30:00Z", reason: said,
          records: ["proposals": 12, text: 3])
      },
      lastGood: [
        .init(
          version: .init(
            name: text, hash: hash, keys: ["proposals": [text]], whole: false,
            money: ["proposals": 120.5]), since: "2026-11-24T09:30:00Z")
      ],
      conflict: Conflict(
        rules: [
          .init(
            donor: RegionCode(text), recipient: RegionCode(text), amount: 5, file: text, at: text)
        ], repair: .init(total: 2, fixedPairs: [])),
      problems: causes.isEmpty ? ProblemCause.grouped([problem]) : causes,
      history: [
        .init(
          at: "2026-11-24T09:30:00Z", outcome: .planned, run: "r", reason: said,
          changes: .init(from: [], to: [Job.File(name: text, hash: hash)]),
          effect: EffectTests.effect(text)),
        .init(
          at: "2026-11-23T09:30:00Z", outcome: .planned, run: text,
          effect: EffectTests.effect(text)),
      ])
  }

  static let hostile = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onx='", "</title><img src=x>",
    "{{title}}{{{style}}}", "{files}{n}", "\u{202E}desrever\u{2066}", "nul\0nul",
    "\"\u{0301}><svg/onload=1>", "<\u{0301}script>", "a\u{2028}b\u{1B}[31m",
    String(repeating: "长", count: 10_000), "--><!--", "javascript:alert(1)", "../../x", "__proto__",
  ]

  @Test(arguments: hostile)
  func nothingOfPlannersEscapes(text: String) throws {
    // A name on disk has at most 255 bytes.
    let address = StatusPages.address(String(text.prefix(80)))
    let links = StatusLinks(
      report: address, run: address, problems: [text: address],
      reviewed: [text: address], runs: [text: address])
    let status = Self.status(text)
    let entry = IndexEntry(status, folder: address, hasReport: true)
    for page in [
      try statusPage(status, links: links),
      try indexPage([entry], watched: true, updated: status.updated),
    ] {
      #expect(unbalanced(page) == nil)
      for tag in [
        "<script>alert", "<img", "<svg/", "<\u{0301}", "onmouseover=\"", "\"\u{0301}",
        "href=\"javascript:", "href=\"../..",
      ] {
        #expect(page.unicodeScalars.firstRange(of: tag.unicodeScalars) == nil, "\(tag)")
      }
      for scalar: Unicode.Scalar in ["\0", "\u{202E}", "\u{2066}", "\u{2028}", "\u{1B}"] {
        #expect(!page.unicodeScalars.contains(scalar))
      }
      #expect(page.components(separatedBy: "<script>").count == 2)
      #expect(page.utf8.count < 400_000)
    }
  }

  @Test func tenThousandProblemsAreCountedGroupedAndBounded() throws {
    let rows = (2..<10_002).map { row in
      LocatedProblem(
        Problem(
          .problem, kind: "not-a-number",
          at: Origin(file: "p.csv", place: .cell(sheet: nil, row: row, column: 5)),
          message: Bilingual(
            en: "`need`: `abc\(row)` is not a number", zh: "“need”：“abc\(row)”不是数字"),
          found: "abc\(row)", allowed: "a number"))
    }
    let page = try statusPage(
      Self.status(causes: ProblemCause.grouped(rows)),
      links: StatusLinks(problems: ["p.csv": "p.csv.problems.txt"]))
    #expect(page.contains("10,000 places to mend"))
    #expect(page.contains("10\u{202F}000 处待更正"))
    #expect(page.contains("<code>E2</code>"))
    #expect(page.contains("and 9,976 more places"))
    #expect(page.contains("href=\"p.csv.problems.txt\""))
    #expect(page.utf8.count < 60_000)
  }

  /// Ten thousand problems that have nothing in common, in as many files.
  @Test(arguments: [1, 10_000])
  func whatIsLeftOutIsCounted(files: Int) throws {
    let causes = (0..<10_000).map { row in
      LocatedProblem(
        Problem(
          .problem, kind: "k\(row)",
          at: Origin(file: "f\(row % files).csv", place: .row(sheet: nil, row: row)),
          message: Bilingual(en: "fault \(row)", zh: "问题 \(row)")))
    }
    let page = try statusPage(
      Self.status(causes: ProblemCause.grouped(causes)), links: StatusLinks())
    #expect(page.utf8.count < 600_000)
    #expect(page.contains("10,000 places to mend"))
    #expect(
      page.contains(
        files == 1 ? "9,940 more places with other causes" : "9,900 more files with problems"))
  }

  @Test func aPlannerReadsStateCellsAndTimes() throws {
    var status = Self.status()
    status.problems = ProblemCause.grouped([
      LocatedProblem(
        Problem(
          .problem, kind: "unknown-sector",
          at: Origin(file: "p.csv", place: .cell(sheet: "Sheet1", row: 14, column: 3)),
          message: Bilingual(en: "sector `hydrgen` is unknown", zh: "没有“hydrgen”这个领域"),
          found: "hydrgen", allowed: "solar; hydrogen", suggestion: "hydrogen"))
    ])
    let page = try statusPage(status, links: StatusLinks(report: "report.html"))
    for text in [
      "Sheet1!C14", "sector `hydrgen` is unknown", "没有“hydrgen”这个领域", "solar; hydrogen",
      "did you mean <b>hydrogen</b>", "2026-11-24</span> <span class=\"nw\">09:30",
      "href=\"report.html\"",
      "accepted in part", "部分采用", "12 proposals", "项目 12 个", "journalctl -u jetbd",
      "<b>Added</b> p.csv", "asked", "http-equiv=\"refresh\" content=\"20\"",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("was stopped"))
    status.watched = false
    #expect(try statusPage(status, links: StatusLinks()).contains("was stopped"))
  }

  @Test func changesNameTheFewBeforeTheMany() {
    func files(_ names: [String], _ bytes: String = "a") -> [Job.File] {
      names.map { Job.File(name: $0, hash: ContentHash(of: Array(bytes.utf8))) }
    }
    let before = files(["a", "b", "c"])
    let after = files(["a"]) + files(["b"], "new") + files((0..<200).map { "n\($0)" })
    let changes = RoundStatus.Changes(from: before, to: after, naming: 10)
    #expect(changes.changed == ["b"])
    #expect(changes.withdrawn == ["c"])
    #expect(changes.added.count == 8)
    #expect(changes.unnamed == 192)
    #expect(RoundStatus.Changes(from: before, to: before).isEmpty)
  }

  @Test func anAddressLeadsNowhereElse() {
    #expect(address("a b/c?d#e\"<长.csv") == "a%20b%2Fc%3Fd%23e%22%3C%E9%95%BF.csv")
    #expect(address("javascript:x") == "javascript%3Ax")
  }
}

/// A round of very many files.
@Suite struct ManyFilesTests {
  private func page(_ count: Int) throws -> String {
    let files = (0..<count).map { place in
      RoundStatus.File(
        name: "offices/file-\(place).xlsx", hash: StatusPageTests.hash,
        state: place == count - 1 ? .rejected : place == count - 2 ? .waiting : .accepted,
        since: place == count - 3 ? "2026-11-25T00:00:00Z" : "2026-11-24T00:00:00Z")
    }
    return try statusPage(
      RoundStatus(round: "r", state: .current, updated: "2026-11-24T09:31:00Z", files: files),
      links: StatusLinks())
  }

  /// The one to mend, the one that waits and the one that came last stand first; every other is named.
  @Test func fiveHundredFilesAreAllNamed() throws {
    let page = try page(500)
    #expect(page.utf8.count < 150_000)
    for place in 0..<500 { #expect(page.contains("file-\(place).xlsx")) }
    #expect(page.contains("Accepted, 350 more:") && page.contains("另有 350 个"))
    let places = ["499", "498", "497", "0"].compactMap {
      page.range(of: "<th scope=\"row\">offices/file-\($0).xlsx")?.lowerBound
    }
    #expect(places.count == 4 && places == places.sorted())
  }

  @Test func ofTenThousandTheRestIsCounted() throws {
    let page = try page(10_000)
    #expect(page.utf8.count < 250_000)
    #expect(page.contains("8,850 more files: status.json names all"))
  }
}
