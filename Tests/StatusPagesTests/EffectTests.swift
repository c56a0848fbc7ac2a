import Foundation
import Plans
import Records
import TestSupport
import Testing

@testable import StatusPages

/// What changed since the last run, as the page tells it.
@Suite struct EffectTests {
  static func scorecard(invested: Double = 2000, lowestLevel: Double = 0.5) -> Scorecard {
    Scorecard(
      benefit: 2100, invested: invested, indicators: [.jobs: 1200, "own_column": 3],
      reciprocityMet: 0.9, lowestLevel: lowestLevel, meanLevel: 0.6, gini: 0.1,
      largestPairShare: 0.4, pairings: 4, personMonths: 0, distance: 0)
  }

  /// An edit, a pairing that ended, one that grew, and a proposal that lost its money, all named `text`.
  static func effect(_ text: String = "P7") -> RunEffect {
    let place = InputChange.Place(
      Origin(file: text, place: .cell(sheet: nil, row: 14, column: 5)))
    let change = InputChange(
      kind: .proposal, key: text, step: .edited, before: place, after: place,
      fields: [.init(name: "need", older: "80", newer: text, at: place)], counts: true)
    let (donor, recipient, id) = (RegionCode(text), RegionCode("R"), ProposalID(text))
    let pairings = [
      PairingChange(donor: donor, recipient: recipient, older: 812.6, newer: 0),
      PairingChange(donor: donor, recipient: "S", older: 10, newer: 30),
    ]
    let funding = FundingChange(
      proposal: id, older: 80, newer: 0, olderNeed: 80, newerNeed: 120)
    let said = Bilingual(en: text, zh: text)
    return RunEffect(
      since: "20261123T093000Z-1a2b3c4d",
      before: .init(plan: "A", profile: text, scorecard: scorecard()),
      after: .init(
        plan: "A", profile: text, scorecard: scorecard(invested: 1500, lowestLevel: 0.6)),
      edits: .init(
        count: 1, counting: 1,
        groups: [.init(file: text, kind: .proposal, step: .edited, count: 1)],
        told: [.init(change: change, moreFields: 0)]),
      pairings: .init(
        pairings, told: pairings.map { .init(change: $0, edits: [0]) }),
      proposals: .init([funding], told: [.init(change: funding, edits: [0])]),
      regions: [donor: said, recipient: Bilingual(en: "Northfield", zh: "北矿")],
      titles: [id: said])
  }

  private func status(_ effect: RunEffect?) -> RoundStatus {
    RoundStatus(
      round: "r", state: .current, updated: "2026-11-24T09:31:00Z", run: "20261124T093000Z-5e6f",
      history: [
        .init(
          at: "2026-11-24T09:30:00Z", outcome: .planned, run: "20261124T093000Z-5e6f",
          changes: .init(from: [], to: []), scorecard: Self.scorecard(), effect: effect)
      ])
  }

  private func page(_ effect: RunEffect?) throws -> String {
    try statusPage(status(effect), links: StatusLinks())
  }

  @Test func aLeaderReadsWhatBecameOfThePlanAndOfWhat() throws {
    let page = try page(Self.effect())
    for text in [
      "id=\"changes\"", "1 pairing ended, 1 larger", "结束 1 个结对，1 个增加",
      "the only edit that a plan can depend on", "可能影响方案的修改仅此一项",
      "Proposal <b>P7</b>", "need 80 → <b>P7</b>", "资金需求 80 → <b>P7</b>", "<code>P7 E14</code>",
      "Northfield", "北矿", "813", "−813", "ended", "2026-11-23</span> <span class=\"nw\">09:30",
      "Money placed (CNY", "2,000", "1,500", "−500", "+10.0 points", "0 got more, 1 got less",
      "0\u{A0}% of its need",
      "jetbd diff runs/20261123T093000Z-1a2b3c4d runs/20261124T093000Z-5e6f",
    ] { #expect(page.contains(text), "\(text)") }
    // What did not move is not listed.
    #expect(!page.contains("own_column") && !page.contains("Mean level"))
    #expect(unbalanced(page) == nil)
  }

  @Test func withoutARunBeforeThereIsNoSuchSection() throws {
    #expect(!(try page(nil)).contains("id=\"changes\""))
    // Nor with one of which only counts are kept.
    #expect(!(try page(Self.effect().counts)).contains("id=\"changes\""))
  }

  /// Of many edits no cause is claimed: they are numbered, counted by file, and referred to.
  @Test func manyEditsAreCountedByFileAndNoneIsCalledTheCause() throws {
    var effect = Self.effect()
    effect.edits.count = 40
    effect.edits.counting = 32
    effect.edits.groups = [.init(file: "north.csv", kind: .proposal, step: .withdrawn, count: 30)]
    let page = try page(effect)
    for text in [
      "32 edits can have moved the plan", "<b>north.csv</b>: 30 proposals gone", "减少 30 个项目",
      "edit 1 concerns it", "39 more edits are not named here", "data-k=\"edits\"",
    ] { #expect(page.contains(text), "\(text)") }
    #expect(!page.contains("the only edit"))
  }

  @Test func whatIsCertainIsSaidInEveryCase() {
    var effect = Self.effect()
    func cause() -> String { effect.cause.en }
    #expect(cause().contains("only edit"))
    effect.edits.counting = 0
    #expect(cause().contains("Only names and notes changed") && cause().contains("version"))
    effect.edits.count = 0
    #expect(cause().contains("another version of the program"))
    effect.pairings = .init([], told: [])
    effect.proposals = .init([], told: [])
    #expect(cause() == "No record and no setting says anything else.")
    #expect(effect.finding.en == "The plan is the same as before")
    (effect.edits.count, effect.edits.counting) = (3, 3)
    #expect(cause() == "None of these 3 moves the plan.")
    effect.after = nil
    #expect(effect.finding.en == "No new plan came of it")
  }

  /// Earlier runs are folded, and their reports linked while they are kept.
  @Test func earlierRunsAreToldInTheHistory() throws {
    var status = status(nil)
    status.history.append(
      .init(
        at: "2026-11-23T09:30:00Z", outcome: .planned, run: "older",
        scorecard: Self.scorecard(), effect: Self.effect()))
    var links = StatusLinks(runs: ["older": "runs/older/report.html"], untold: 3)
    var page = try statusPage(status, links: links)
    for text in [
      "href=\"runs/older/report.html\"", "<details class=\"came\"", "ended, 812.6 → 0.0 M",
      "3 older runs are kept",
    ] { #expect(page.contains(text), "\(text)") }
    links.runs = [:]
    page = try statusPage(status, links: links)
    #expect(!page.contains("runs/older/report.html"))
  }

  /// A status of another version keeps its history, but for what this one does not understand.
  @Test func anEffectOfAnotherVersionCostsNoHistory() throws {
    let text = String(decoding: try jsonText(status(Self.effect())), as: UTF8.self)
    let other = text.replacing("\"groups\"", with: "\"clusters\"")
    #expect(other != text)
    let read = try JSONDecoder().decode(RoundStatus.self, from: Data(other.utf8))
    #expect(read.history.map(\.run) == ["20261124T093000Z-5e6f"])
    #expect(read.history[0].effect == nil && read.history[0].changes != nil)
    let whole = try JSONDecoder().decode(RoundStatus.self, from: Data(text.utf8))
    #expect(whole == status(Self.effect()))
  }

  /// Fifty runs, with everything that is named of the newest.
  @Test func fiftyRunsMakeASmallPage() throws {
    var status = status(nil)
    let long = String(repeating: "长<", count: 100)
    var effect = Self.effect(long)
    effect.edits.told = Array(repeating: effect.edits.told[0], count: 15)
    effect.pairings.told = Array(repeating: effect.pairings.told[0], count: 12)
    effect.proposals.told = Array(repeating: effect.proposals.told[0], count: 10)
    status.history = (0..<50).map { place in
      RoundStatus.Ended(
        at: "2026-11-24T09:30:00Z", outcome: .planned, run: "run \(place)",
        changes: .init(from: [], to: []), scorecard: Self.scorecard(),
        effect: place < 8 ? effect : effect.counts)
    }
    status.run = "run 0"
    let page = try statusPage(status, links: StatusLinks())
    #expect(page.utf8.count < 300_000)
    #expect(page.contains("15 weightiest") || page.contains("id=\"changes\""))
  }
}
