import Foundation
import Plans
import Records
import Testing

@testable import Service

/// What a run did against the one before it, told by the service with the worker that ships.
@Suite struct EffectOfRunsTests {
  static let jetbd = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "jetbd").path

  /// Puts the files of a small round there, some with other texts, and gives back what each says.
  static func drop(
    _ round: String = "tiny", into folder: String,
    _ change: (String, String) -> String = { $1 }
  ) throws {
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rounds/\(round)").path
    for name in ["links.csv", "offers.csv", "policy.yaml", "proposals.csv", "regions.csv"] {
      let original: String = try #require(text(at: sample + "/" + name))
      try put(change(name, original), at: folder + "/" + name)
    }
  }

  private func document(_ run: String, _ service: RunningService) throws -> PlansDocument {
    try #require(
      JSON.document(PlansDocument.self, at: "\(service.plans)/r/runs/\(run)/plans.json"))
  }

  @Test func theEditAndWhatCameOfItAreToldAndSurviveARestart() async throws {
    let home = try TemporaryFolder()
    var service = try await RunningService(in: home, worker: [Self.jetbd, "solve"])
    try Self.drop(into: service.inbox + "/r")
    try await service.publishedPlan(of: "r")
    let first = try await service.status(of: "r") { $0.state == .current }
    // There was nothing before it.
    #expect(first.history.map(\.effect) == [nil])
    #expect(first.history[0].seconds != nil)

    try Self.drop(into: service.inbox + "/r") { name, text in
      name == "proposals.csv" ? text.replacingOccurrences(of: ",75.12,", with: ",5.12,") : text
    }
    try await service.publishedPlan(of: "r")
    let second = try await service.status(of: "r") { $0.state == .current && $0.run != first.run }
    let effect = try #require(second.history.first?.effect)
    #expect(effect.since == first.run)
    let (old, new) = (
      try document(try #require(first.run), service),
      try document(try #require(second.run), service)
    )
    #expect(effect.before.scorecard == old.recommendedPlan?.scorecard)
    #expect(effect.after?.scorecard == new.recommendedPlan?.scorecard)
    #expect(effect.after?.plan == new.recommended)

    let edit = try #require(effect.onlyCause?.change)
    #expect(edit.kind == .proposal && edit.step == .edited)
    #expect(edit.fields.map(\.name) == ["need"])
    #expect(edit.fields[0].older == "75.12" && edit.fields[0].newer == "5.12")
    #expect(edit.fields[0].at?.file == "proposals.csv")
    #expect(
      effect.edits.groups
        == [.init(file: "proposals.csv", kind: .proposal, step: .edited, count: 1)])

    let pairings = PairingChange.changes(
      from: try #require(old.recommendedPlan).pairings,
      to: try #require(new.recommendedPlan).pairings)
    #expect(!pairings.isEmpty)
    #expect(effect.pairings.count == pairings.count)
    #expect(effect.pairings.told.map(\.change.donor) == pairings.prefix(12).map(\.donor))
    // What the edited proposal consists of is concerned by the edit.
    #expect(effect.pairings.told.contains { $0.edits == [0] })
    #expect(
      effect.proposals.told.contains { $0.change.proposal.text == edit.key && $0.edits == [0] })
    #expect(effect.titles[ProposalID(edit.key)] != nil)
    try await service.stop()

    service = try await RunningService(in: home, worker: [Self.jetbd, "solve"])
    let after = try await service.status(of: "r") { $0.watched }
    #expect(after.history == second.history)
    try await service.stop()
    let page = try #require(text(at: service.plans + "/r/status.html"))
    for words in ["id=\"changes\"", "75.12 → <b>5.12</b>", "runs/\(effect.since)/report.html"] {
      #expect(page.contains(words), "\(words)")
    }
    // A report that is gone is not led to.
    try FileManager.default.removeItem(atPath: "\(service.plans)/r/runs/\(effect.since)")
    service = try await RunningService(in: home, worker: [Self.jetbd, "solve"])
    _ = try await service.status(of: "r") { $0.watched }
    try await service.stop()
    let later = try #require(text(at: service.plans + "/r/status.html"))
    #expect(!later.contains("runs/\(effect.since)/report.html"))
    #expect(later.contains("runs/\(try #require(second.run))/report.html"))
  }

  /// Edits that cannot be planned are told; of the plan nothing came.
  @Test func aConflictTellsTheEditsAlone() async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(in: home, worker: [Self.jetbd, "solve"])
    try Self.drop(into: service.inbox + "/r")
    try await service.publishedPlan(of: "r")
    let offers: String = try #require(text(at: service.inbox + "/r/offers.csv"))
    let proposals: String = try #require(text(at: service.inbox + "/r/proposals.csv"))
    func column(_ name: String, _ text: String) throws -> String {
      let rows = text.split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      return rows[1][try #require(rows[0].firstIndex(of: name))]
    }
    let pair =
      "{donor: \(try column("donor", offers)), recipient: \(try column("recipient", proposals)), amount: 999999}"
    try put("policy:\n  fixed_pairs: [\(pair)]\n", at: service.inbox + "/r/policy.yaml")
    try await service.event("kept") { $0 == .kept(round: "r", .conflict) }
    let status = try await service.status(of: "r") { $0.state == .stale }
    let effect = try #require(status.history.first?.effect)
    #expect(status.history.first?.outcome == .conflict)
    #expect(effect.after == nil && effect.pairings.count == 0)
    #expect(effect.edits.told.contains { $0.change.kind == .fixedPair })
    try await service.stop()
  }

  /// What can no longer be read of the run in force costs the comparison, not the plan.
  @Test func withoutTheOlderPlanThereIsANewOneAllTheSame() async throws {
    let home = try TemporaryFolder()
    let service = try await RunningService(in: home, worker: [Self.jetbd, "solve"])
    try Self.drop(into: service.inbox + "/r")
    try await service.publishedPlan(of: "r")
    let first = try await service.status(of: "r") { $0.state == .current }
    try put("{}", at: "\(service.plans)/r/runs/\(try #require(first.run))/plans.json")
    try Self.drop(into: service.inbox + "/r") { name, text in
      name == "proposals.csv" ? text.replacingOccurrences(of: ",75.12,", with: ",5.12,") : text
    }
    try await service.publishedPlan(of: "r")
    let second = try await service.status(of: "r") { $0.state == .current && $0.run != first.run }
    #expect(second.history.first?.effect == nil)
    #expect(second.history.first?.changes?.changed == ["proposals.csv"])
    try await service.stop()
  }

  /// The status keeps what the newest runs did by name, of those before them the counts.
  @Test func namesAreKeptOfTheNewest() throws {
    let home = try TemporaryFolder()
    var record = RoundRecord(
      name: "r", folder: RoundFolder(plans: home.path, round: "r"),
      timing: RoundMachine.Timing(
        settle: .zero, settleMost: .zero, retryFirst: .zero, retryMost: .zero))
    let scorecard = Scorecard(
      benefit: 9, invested: 8, indicators: [:], reciprocityMet: 1, lowestLevel: 1, meanLevel: 1,
      gini: 0, largestPairShare: 1, pairings: 1, personMonths: 0, distance: 0)
    let change = PairingChange(donor: "D", recipient: "R", older: 1, newer: 2)
    let effect = RunEffect(
      since: "x", before: .init(plan: "A", profile: "p", scorecard: scorecard), after: nil,
      edits: .init(count: 0, counting: 0, groups: [], told: []),
      pairings: .init([change], told: [.init(change: change, edits: [])]),
      proposals: .init([], told: []), regions: ["D": Bilingual(en: "d", zh: "d")])
    for number in 0..<60 {
      record.remember(.init(at: "\(number)", outcome: .planned, run: "\(number)", effect: effect))
    }
    #expect(record.history.count == RoundRecord.endsTold)
    #expect(record.history[0].at == "59")
    for (place, ended) in record.history.enumerated() {
      let kept = try #require(ended.effect)
      #expect(kept.pairings.larger == 1)
      #expect(kept.pairings.told.isEmpty == (place >= RoundRecord.effectsTold))
      #expect(kept.regions.isEmpty == (place >= RoundRecord.effectsTold))
    }
  }
}
