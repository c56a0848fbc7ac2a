import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("Fixed pairs that cannot hold")
struct ConflictTests {
  // D has 100 and shall give 70 to R and 60 to S: together 30 too much. E has 10 and shall give 25 to R: 15 too much, on its
  // own. E to S, 0, can hold.
  @Test func everyIndependentConflictIsNamedAndNothingElse() throws {
    let round = makeRound(
      offers: [offer("O", "D", 100), offer("N", "E", 10)],
      proposals: [proposal("P", "R", 500), proposal("Q", "S", 500)]
    ) {
      $0.fixedPairs = [
        fixedPair("D", "R", 70), fixedPair("D", "S", 60), fixedPair("E", "R", 25),
        fixedPair("E", "S", 0),
      ]
    }
    let conflict = try #require(try findConflict(round))
    let sets = conflict.sets.map { Set($0.map(\.called)) }
    #expect(
      sets == [
        ["fixed-pair D R", "fixed-pair D S", "budget O 2026"], ["fixed-pair E R", "budget N 2026"],
      ])
    #expect(conflict.rules.map(\.set) == [1, 1, 1, 2, 2])
    #expect(abs(conflict.repair.total - 45) < 1e-6 && conflict.repair.resolved)
    let fixed = conflict.rules.filter { $0.rule == .fixedPair }
    #expect(fixed.allSatisfy { $0.file == "policy.yaml" && $0.at.contains("line 3") })
    // Earlier pairs keep as much as they can: D to R stays whole.
    #expect(
      conflict.repair.fixedPairs.map { "\($0.donor)\($0.recipient) \($0.possible)" }
        == ["DS 30.0", "ER 10.0"])
  }

  @Test func theRepairedRoundCanBePlanned() throws {
    let round = makeRound(
      offers: [offer("O", "D", 100)],
      proposals: [proposal("P", "R", 500), proposal("Q", "S", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 70), fixedPair("D", "S", 30)] }
    #expect(try findConflict(round) == nil)
  }

  // 0.05 M too much is nothing beside a thousand million, and much beside 1.
  @Test func aSmallPairIsHeldAgainstItsOwnSize() throws {
    let round = makeRound(
      offers: [offer("O", "D", 1), offer("N", "E", 1e9)],
      proposals: [proposal("P", "R", 1e9), proposal("Q", "S", 1e9)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 1.05), fixedPair("E", "S", 1e9)] }
    let conflict = try #require(try findConflict(round))
    #expect(conflict.rules.map(\.called) == ["fixed-pair D R", "budget O 2026"])
    #expect(conflict.repair.fixedPairs.map(\.possible) == [1])
  }

  // Half a tenth of the currency's unit beyond the budget is no conflict, and can be planned.
  @Test func lessThanAUnitTooMuchCanBePlanned() async throws {
    let round = makeRound(
      offers: [offer("O", "D", 0.01)], proposals: [proposal("P", "R", 100)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 0.01000005)] }
    guard case .planned(let planned) = try await offPool({ try planRound(round) }) else {
      Issue.record("a conflict")
      return
    }
    #expect(planned.plans.first { $0.id == "A" }?.pairings.map(\.amount) == [0.01])
  }

  @Test func theSearchCanBeStopped() {
    let round = makeRound(
      offers: [offer("O", "D", 100)], proposals: [proposal("P", "R", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 70)] }
    #expect(throws: PlanningError.self) {
      try findConflict(round) { step, _ in step != "fixed pairs" }
    }
  }

  /// Whenever the watch says stop, it is said that there is no plan yet: no half of a conflict is told.
  @Test func theSearchCanBeStoppedAnywhere() throws {
    let round = makeRound(
      offers: [offer("O", "D", 100), offer("N", "E", 10)],
      proposals: [proposal("P", "R", 500), proposal("Q", "S", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 170), fixedPair("E", "R", 25)] }
    var looks = 0
    _ = try findConflict(round) { _, _ in
      looks += 1
      return true
    }
    #expect(looks > 20)
    for last in 0..<looks {
      var look = 0
      do {
        _ = try findConflict(round) { _, _ in
          look += 1
          return look <= last
        }
        Issue.record("not stopped after \(last) looks")
      } catch PlanningError.stoppedTooEarly {}
    }
  }

  @Test func aPairThatNobodyCanServeIsAConflict() throws {
    let round = makeRound(
      offers: [offer("O", "D", 100)], proposals: [proposal("P", "R", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 5), fixedPair("Z", "R", 1)] }
    let conflict = try #require(try findConflict(round))
    #expect(conflict.rules.map(\.called) == ["fixed-pair Z R", "no-pair Z R"])
    #expect(conflict.rules.last?.lacks == [])
    #expect(conflict.repair.total == 1)
    #expect(conflict.growth?.limits == [] && conflict.growth?.total == 0)
    #expect(conflict.growth?.noHelpFor == [.init(donor: "Z", recipient: "R")])
  }

  /// What comes nearest is named: here the second offer lacks less than the first.
  @Test func whatAPairLacksIsNamed() throws {
    let round = makeRound(
      offers: [
        offer("A", "D", 50) {
          $0.sectors = ["solar"]
          $0.recipients = ["S"]
        }, offer("B", "D", 50) { $0.sectors = ["solar"] },
      ], proposals: [proposal("P", "R", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 5)] }
    let conflict = try #require(try findConflict(round))
    #expect(conflict.rules.map(\.called) == ["fixed-pair D R", "no-pair D R"])
    #expect(conflict.rules.last?.lacks == [Lack(offer: "B", lacks: .sector)])
  }

  /// A prohibition is the rule in conflict where nothing else keeps the two apart.
  @Test(arguments: [true, false])
  func aForbiddenPairIsTheRule(fits: Bool) throws {
    let round = makeRound(
      offers: [offer("A", "D", 50) { $0.sectors = fits ? [] : ["solar"] }],
      proposals: [proposal("P", "R", 500)]
    ) {
      $0.fixedPairs = [fixedPair("D", "R", 5)]
      $0.forbiddenPairs = [
        ForbiddenPair(
          donor: "D", recipient: "R",
          origin: Origin(file: "policy.yaml", place: .path("forbidden_pairs[0]", line: 7)))
      ]
    }
    let conflict = try #require(try findConflict(round))
    let rule = try #require(conflict.rules.last)
    #expect(rule.called == (fits ? "forbidden-pair D R" : "no-pair D R"))
    #expect(rule.at == (fits ? "forbidden_pairs[0] (line 7)" : ""))
    #expect(rule.lacks?.map(\.lacks) == (fits ? nil : [.sector, .forbidden]))
  }

  /// One share of the policy says more than the budgets of every offer and year.
  @Test func theFewestRulesAreTold() throws {
    let round = makeRound(
      offers: [offer("A", "D", 50), offer("B", "D", 50)],
      proposals: [proposal("P", "R", 500)], years: 2026...2030
    ) {
      $0.maxRecipientShare = 0.4
      $0.fixedPairs = [fixedPair("D", "R", 500)]
    }
    let conflict = try #require(try findConflict(round))
    #expect(conflict.rules.map(\.called) == ["fixed-pair D R", "concentration D R"])
    #expect(conflict.rules.last?.amount == 40 && conflict.rules.last?.share == 0.4)
    // Six needs or two budgets say why: the budgets are told; two needs or five budgets: the needs are.
    for (needs, offers, kind) in [(6, 2, "budget"), (2, 5, "need")] {
      let round = makeRound(
        offers: (1...offers).map { offer(OfferID("O\($0)"), "D", 60 / Double(offers)) },
        proposals: (1...needs).map { proposal(ProposalID("P\($0)"), "R", 60 / Double(needs)) }
      ) { $0.fixedPairs = [fixedPair("D", "R", 70)] }
      let rules = try #require(try findConflict(round)).rules.dropFirst()
      #expect(rules.count == min(needs, offers))
      #expect(rules.allSatisfy { $0.rule.rawValue == kind })
    }
  }

  /// With the share set aside, money may go beyond what any ceiling of the program says.
  @Test func ceilingsDoNotStandInForRules() throws {
    let round = makeRound(
      offers: [offer("A", "D", 1000)],
      proposals: [
        proposal("P", "R", 100), proposal("Q", "R", 5) { $0.sector = "solar" },
      ]
    ) {
      $0.maxSectorShare = 0.5
      $0.fixedPairs = [fixedPair("D", "R", 60)]
    }
    let conflict = try #require(try findConflict(round))
    #expect(
      Set(conflict.rules.map(\.called))
        == ["fixed-pair D R", "need Q", "diversification R wind"])
    // 5 of solar allow 5 of wind.
    #expect(conflict.repair.fixedPairs.map(\.possible) == [10])
    // Either 50 more for wind beyond half of all, or 25 more need of solar: 30 each.
    #expect(conflict.growth?.limits.map(\.rule.called) == ["need Q"])
    #expect(abs((conflict.growth?.total ?? 0) - 25) < 1e-6)
    #expect(conflict.growth?.limits.map(\.to) == [30])
  }

  /// Least in total, and what comes first by kind and id grows as little as it can.
  @Test func theGrowthIsTheFirstById() throws {
    let round = makeRound(
      offers: [offer("A", "D", 10), offer("B", "D", 20), offer("C", "E", 9)],
      proposals: [proposal("P", "R", 500)]
    ) { $0.fixedPairs = [fixedPair("D", "R", 42)] }
    let growth = try #require(try findConflict(round)?.growth)
    #expect(abs(growth.total - 12) < 1e-9)
    #expect(growth.limits.map(\.rule.called) == ["budget B 2026"])
    #expect(growth.limits.map(\.to) == [32] && growth.limits.map(\.rule.amount) == [20])
    #expect(growth.noHelpFor.isEmpty)
  }
}

extension Conflict.Rule {
  /// `budget O 2026`.
  fileprivate var called: String {
    [
      rule.rawValue, donor?.text, recipient?.text, offer?.text, proposal?.text, sector?.text,
      year.map(String.init),
    ].compactMap { $0 }.joined(separator: " ")
  }
}
