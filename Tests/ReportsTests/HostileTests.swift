import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Reports

/// Planners' text that tries to be more than text, in every field that reaches a file.
@Suite struct HostileTests {
  @Test func aLongDonorStaysInItsColumnOfTheMatrix() throws {
    let page = try ReportTests.page(SmallRound.round, plans: [SmallRound.plan])
    #expect(page.contains(/\.matrix thead th\{[^}]*overflow-wrap:anywhere/))
  }

  static let texts = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onx='", "</title><img src=x>",
    "=HYPERLINK(\"http://x\")", "{{title}}{{{style}}}", "{donor}{n}", "\u{202E}desrever\u{2066}",
    "nul\0nul", "\"\u{0301}><svg/onload=1>", "<\u{0301}script>", "a\u{2028}b\u{1B}[31m",
    "👩‍🏭🏴󠁧󠁢󠁥󠁮󠁧󠁿", String(repeating: "长", count: 10_000), "--><!--", "]]>", "&lt;b&gt;",
  ]

  @Test(arguments: texts)
  func nothingEscapesIntoThePage(text: String) throws {
    let round = Self.round(text)
    let greedy = GreedyPlan(round)
    var plan = greedy.plan(id: "A", profile: text)
    #expect(!plan.pairings.isEmpty)
    plan.pairings[0].boundBy = [text, "need " + text, "budget " + text + " 2026"]
    plan.pairings[0].policyAreas = [PolicyArea(text)]
    let problem = LocatedProblem(
      Problem(
        .problem, kind: text, at: Origin(file: text, place: .path(text, line: 3)),
        others: [Origin(file: text)], message: Bilingual(en: text, zh: text), found: text,
        allowed: text, suggestion: text))
    var inputs = SmallRound.inputs
    inputs.lastGood = [
      .init(name: text, hash: inputs.files[0].hash, keys: ["proposals": [text]], whole: true)
    ]
    var document = greedy.document(plans: [plan], problems: [problem])
    document.title = text
    document.currency = text
    let files = try runFiles(plans: document, round: round, inputs: inputs)
    let page = try #require(file("report.html", of: files))

    #expect(unbalanced(page) == nil)
    for tag in ["<script>alert", "<img", "<svg/", "<\u{0301}", "onmouseover=\"", "\"\u{0301}"] {
      #expect(page.unicodeScalars.firstRange(of: tag.unicodeScalars) == nil, "\(tag)")
    }
    for scalar: Unicode.Scalar in ["\0", "\u{202E}", "\u{2066}", "\u{2028}", "\u{1B}"] {
      #expect(!page.unicodeScalars.contains(scalar))
    }
    #expect(page.utf8.count < 400_000)
    #expect(page.components(separatedBy: "<script>").count == 2)
  }

  @Test func theWholeTextStaysInTheFilesForPrograms() throws {
    let long = String(repeating: "长", count: 10_000)
    let round = Self.round(long)
    let files = try runFiles(
      plans: GreedyPlan(round).document(), round: round, inputs: SmallRound.inputs)
    #expect(try #require(file("plan-A.tickets.csv", of: files)).contains(long))
    #expect(try #require(file("plans.json", of: files)).contains(long))
    #expect(!(try #require(file("report.html", of: files)).contains(long)))
  }

  @Test func formulasAreNeutralisedInEveryCell() throws {
    let round = Self.round("=1+1")
    let files = try runFiles(
      plans: GreedyPlan(round).document(), round: round, inputs: SmallRound.inputs)
    for name in ["plan-A.pairings.csv", "plan-A.tickets.csv", "ranking.csv"] {
      let csv = try #require(file(name, of: files))
      let cells = csv.split(whereSeparator: { $0 == "," || $0.isNewline })
      #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("\"=") })
    }
  }

  /// A round in which every text is the same: one region gives, another receives.
  static func round(_ text: String) -> Round {
    var policy = Policy()
    policy.currency = text
    policy.title = text
    policy.fairnessMeasure = text
    let here = Origin(file: text)
    return Round(
      RecordSet(
        round: text,
        regions: [
          Region(
            code: RegionCode(text), name: text, nameZh: text, measures: [text: 1], origin: here),
          Region(code: RegionCode("d" + text), name: text, nameZh: text, origin: here),
        ],
        links: [
          Link(
            donor: RegionCode("d" + text), recipient: RegionCode(text), coalMt: 5,
            existingPairing: true, origin: here)
        ],
        offers: [
          Offer(
            id: OfferID(text), donor: RegionCode("d" + text), instrument: Instrument(text),
            amount: .byYear([2026: 100]), policyAreas: [PolicyArea(text)], title: text, basis: text,
            origin: here)
        ],
        proposals: [
          Proposal(
            id: ProposalID(text), title: text, titleZh: text, recipient: RegionCode(text),
            community: text, sector: Sector(text), need: 150, benefits: [Indicator(text): 3],
            policyAreas: [PolicyArea(text)], basis: text, origin: here)
        ], policy: policy, hasPolicy: true, horizon: 2026...2026))
  }
}
