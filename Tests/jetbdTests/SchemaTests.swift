import Foundation
import Plans
import Records
import TestSupport
import Testing

/// `jetbd schema` against what the program writes, held by another validator.
@Suite("The JSON Schemas of what programs read", .serialized)
struct SchemaTests {
  /// - Returns: what is wrong with the documents, a line each.
  private func check(
    _ task: String, _ documents: [String], schema name: String = "plans", in folder: URL
  ) async throws -> String {
    let schema = try await Tool.run("schema", name)
    #expect(schema.status == 0)
    let place = folder.appending(path: "\(name).schema.json")
    try Data(schema.output.utf8).write(to: place)
    let run = try await Tool.script(
      "schema.py", in: "Schemas", [task, place.path] + documents)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  private func plan(_ round: URL, to out: URL) async throws -> String {
    let run = try await Tool.run("plan", round.path, "--out", out.path)
    #expect(run.status == 0 || run.status == 3, "\(round.lastPathComponent): \(run.errors)")
    return out.path + "/plans.json"
  }

  @Test func describesSamplesAndGoldenRounds() async throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Models/rounds").standardizedFileURL
    let rounds =
      ["shanxi-2026", "mpumalanga-2026"].map { samples.appending(path: $0) }
      + GoldenRoundTests.names.map { RoundFolder.golden(named: $0) }
    try await RoundFolder.inTemporaryFolder { folder in
      var documents: [String] = []
      for round in rounds {
        documents.append(
          try await plan(round, to: folder.appending(path: round.lastPathComponent)))
      }
      #expect(try await check("valid", documents, in: folder) == "")
    }
  }

  @Test func describesRandomRounds() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      var documents: [String] = []
      for seed in UInt64(1)...20 {
        let round = folder.appending(path: "round-\(seed)")
        try RandomRound(seed: seed).write(into: round)
        documents.append(try await plan(round, to: folder.appending(path: "out-\(seed)")))
      }
      #expect(try await check("valid", documents, in: folder) == "")
    }
  }

  /// `certificate.json` and `inputs.json` of rounds with every kind of row, stage and state, and none of them damaged.
  @Test(arguments: ["certificate", "inputs"])
  func describesProofsAndInputs(name: String) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      var documents: [String] = []
      for golden in ["communities", "custom-stages", "fixed", "integer-tickets", "rich", "tiny"] {
        let plans = try await plan(
          RoundFolder.golden(named: golden), to: folder.appending(path: golden))
        documents.append(plans.replacing("plans.json", with: "\(name).json"))
      }
      #expect(try await check("valid", documents, schema: name, in: folder) == "")
      #expect(try await check("strict", [documents[5]], schema: name, in: folder) == "")
      #expect(try await check("strict", [documents[3]], schema: name, in: folder) == "")
    }
  }

  /// A key missing, another key, another type: in every kind of place, one at a time, none passes.
  @Test func refusesEveryDamage() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let written = folder.appending(path: "everything.json")
      try Data(jsonText(PlansDocument.everything)).write(to: written)
      #expect(try await check("valid", [written.path], in: folder) == "")
      #expect(try await check("strict", [written.path], in: folder) == "")
      for name in ["tiny", "conflict"] {
        let document = try await plan(
          RoundFolder.golden(named: name), to: folder.appending(path: name))
        #expect(try await check("strict", [document], in: folder) == "")
      }
    }
  }

  /// The same of a conflict with every kind of rule.
  @Test func refusesEveryDamageOfAConflict() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let written = folder.appending(path: "conflict.json")
      try Data(jsonText(PlansDocument.everyConflict)).write(to: written)
      #expect(try await check("valid", [written.path], in: folder) == "")
      #expect(try await check("strict", [written.path], in: folder) == "")
    }
  }

  /// `status.json` with everything that it can say, and none of it damaged.
  @Test func refusesEveryDamageOfAStatus() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let written = folder.appending(path: "status.json")
      try Data(jsonText(RoundStatus.everything)).write(to: written)
      #expect(try await check("valid", [written.path], schema: "status", in: folder) == "")
      #expect(try await check("strict", [written.path], schema: "status", in: folder) == "")
    }
  }

  @Test func refusesAStatusThatContradictsItself() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let damages: [(inout RoundStatus) -> Void] = [
        { $0.run = nil },
        { $0.watched = false },
        { $0.history[0].run = nil },
        { $0.history[1].reason = nil },
        { $0.updated = "yesterday" },
        { $0.headline?.currency = "yuan" },
      ]
      for (place, damage) in damages.enumerated() {
        var status = RoundStatus.everything
        damage(&status)
        let written = folder.appending(path: "wrong-\(place).json")
        try Data(jsonText(status)).write(to: written)
        #expect(
          try await check("valid", [written.path], schema: "status", in: folder) != "",
          "damage \(place)")
      }
    }
  }

  @Test func refusesWhatCannotBeTogether() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      var document = PlansDocument.everything
      document.recommended = nil
      let written = folder.appending(path: "wrong.json")
      try Data(jsonText(document)).write(to: written)
      #expect(try await check("valid", [written.path], in: folder) != "")
    }
  }
}

extension RoundStatus {
  /// A status that says everything there is to say, possible at once or not.
  fileprivate static var everything: RoundStatus {
    let time = "2026-11-24T09:30:00Z"
    let said = Bilingual(en: "a", zh: "b")
    let hash = ContentHash(of: Array("x".utf8))
    let place = InputChange.Place(Origin(file: "a.csv", place: .row(sheet: nil, row: 2)))
    let scorecard = Scorecard(
      benefit: 9, invested: 8, indicators: [.jobs: 12], reciprocityMet: 1, lowestLevel: 0.5,
      meanLevel: 0.5, gini: 0, largestPairShare: 1, pairings: 1, personMonths: 2, distance: 0)
    let recommended = RunEffect.Recommended(plan: "A", profile: "bond-first", scorecard: scorecard)
    let pairing = PairingChange(donor: "D", recipient: "R", older: 3, newer: 4)
    let funding = FundingChange(proposal: "P", older: 3, newer: 0, olderNeed: 4, newerNeed: 5)
    let edit = InputChange(
      kind: .proposal, key: "P", step: .edited, before: place, after: place,
      fields: [.init(name: "need", older: "4", newer: "5", at: place)], counts: true)
    let effect = RunEffect(
      since: "r1", before: recommended, after: recommended,
      edits: .init(
        count: 2, counting: 1,
        groups: [.init(file: "a.csv", kind: .proposal, step: .edited, count: 2)],
        told: [.init(change: edit, moreFields: 1)]),
      pairings: .init([pairing], told: [.init(change: pairing, edits: [0])]),
      proposals: .init([funding], told: [.init(change: funding, edits: [0])]),
      regions: ["R": said], titles: ["P": said])
    let problem = LocatedProblem(
      file: "a.csv", at: "C2", severity: .problem, kind: "not-a-number", message: said, found: "x",
      allowed: "y", suggestion: "z", others: ["a.csv C3"])
    return RoundStatus(
      round: "r",
      headline: Headline(title: "R", currency: "CNY", language: "both", scorecard: scorecard),
      state: .stale, reason: said, updated: time, run: "r2",
      progress: .init(
        started: time, heard: time, seconds: 4,
        work: RunProgress(
          step: "benefit", plan: "A", iterations: 5, number: 2,
          done: [.init(step: "reading", seconds: 0.5)], began: 0.5, seconds: 3)),
      failure: .init(reason: said, times: 2, retry: time),
      files: [
        .init(
          name: "a.csv", hash: hash, state: .acceptedInPart, since: time, reason: said,
          records: ["proposals": 3])
      ],
      lastGood: [
        .init(
          version: .init(
            name: "a.csv", hash: hash, keys: ["proposals": ["P"]], whole: false,
            money: ["proposals": 4]), since: time)
      ],
      conflict: PlansDocument.everyConflict.conflict, problems: ProblemCause.grouped([problem]),
      history: [
        .init(
          at: time, outcome: .planned, run: "r2", reason: said,
          changes: .init(from: [], to: [Job.File(name: "a.csv", hash: hash)]),
          scorecard: scorecard, effect: effect, seconds: 5),
        .init(at: time, outcome: .failed, reason: said),
      ])
  }
}

extension PlansDocument {
  /// A document in which every kind of answer stands.
  fileprivate static var everything: PlansDocument {
    let side = Price.Side(price: 0.5, upTo: 3, indicators: [.jobs: -1.5])
    let rules: [RuleName] = RuleName.Kind.allCases.map(rule)
    var plan = Plan(
      id: "A", rank: 1, profile: "bond-first", score: 0.9, status: .stopped,
      stages: [
        StageValue(stage: .reciprocity, shortfall: 1, target: 2, unreachable: 0, price: 0.1),
        StageValue(
          stage: .fairness, levels: ["R": 0.5], entitlements: ["R": 8], heldBy: ["R": rules]),
        StageValue(stage: .benefit, value: 9),
        StageValue(stage: .continuity, value: 3, price: 0),
        StageValue(stage: .focus, value: 4),
        StageValue(
          stage: .integer, value: 8, loosened: 0.1, loosenedBound: 0.09, bound: 8.5, linearBound: 9),
        StageValue(stage: .coDesign, value: 2),
      ],
      scorecard: Scorecard(
        benefit: 9, invested: 8, indicators: [.jobs: 12], reciprocityMet: 1, lowestLevel: 0.5,
        meanLevel: 0.5, gini: 0, largestPairShare: 1, pairings: 1, personMonths: 2, distance: 0),
      pairings: [
        Pairing(
          rank: 1, donor: "D", recipient: "R", amount: 8, benefit: 9, stability: 0.9,
          byInstrument: [.grant: 8], byYear: ["2026": 8], proposals: ["P"],
          indicators: [.jobs: 12], personMonths: 2, policyAreas: ["grid"], boundBy: ["need P"])
      ],
      tickets: [Ticket(offer: "O", proposal: "P", amount: 8, byYear: ["2026": 8])],
      expertise: [ExpertiseTicket(offer: "X", proposal: "P", months: 2)],
      unfunded: [
        UnfundedProposal(
          proposal: "Q", funded: 0.25, stoppedBy: rules, instead: ["P"],
          lacks: Lack.Kind.allCases.map {
            Lack(offer: "O", lacks: $0, year: $0 == .year ? 2027 : nil)
          },
          winsWith: WinningChange(profile: "bond-first", part: 0.5, moreBenefit: 0.3, lessNeed: nil)
        ),
        UnfundedProposal(proposal: "S", funded: 0),
      ],
      bound: 9.1, gap: 1e-9, rounding: 0)
    plan.unusedPairs = [
      UnusedPair(
        donor: "D", recipient: "S", offer: "O", proposal: "Q", moreBenefitPerM: nil, shortBy: 0.2)
    ]
    plan.prices = rules.map { Price(name: $0, limit: 4, less: side, more: side) }
    plan.givesUp = Trade(
      against: "B", benefit: -0.1, reciprocityMet: 0, lowestLevel: 0.2, meanLevel: -0.1,
      pairings: -1,
      moves: [
        .init(donor: "D", from: "S", to: "R", amount: 2),
        .init(donor: "D", from: nil, to: "R", amount: 1),
      ], text: .init(en: "gives up", zh: "放弃"))
    var document = PlansDocument(
      round: "r", title: "R", currency: "CNY", eligiblePairs: 2, benefitOnly: 10, recommended: "A",
      plans: [plan], conflict: nil,
      problems: [
        LocatedProblem(
          file: "a.csv", at: "C2", severity: .note, kind: "year-clipped",
          message: .init(en: "a", zh: "b"), found: "x", allowed: nil, suggestion: nil,
          others: ["a.csv C3"])
      ])
    document.weights = [
      WeightEffect(
        kind: .ranking, name: "benefit", weight: 4, recommendedChanges: true,
        firstPairingChanges: false, orderChanges: true)
    ]
    return document
  }

  /// A document with every kind of rule that can be in conflict, or can grow.
  fileprivate static var everyConflict: PlansDocument {
    var document = everything
    document.plans = []
    document.recommended = nil
    let text = Bilingual(en: "a", zh: "b")
    let rules = Conflict.Rule.Kind.allCases.map { kind in
      let isInteger: [Conflict.Rule.Kind] = [
        .maxRecipients, .maxDonors, .minPairing, .minTicket, .minFunding,
      ]
      var rule =
        isInteger.contains(kind)
        ? Conflict.Rule(kind, amount: 5)
        : RuleName.Kind(rawValue: kind.rawValue).flatMap {
          Conflict.Rule(self.rule($0), amount: 5)
        } ?? Conflict.Rule(kind)
      if [.maxRecipients, .maxDonors].contains(kind) { (rule.amount, rule.count) = (nil, 2) }
      if kind == .minTicket { rule.offer = "O" }
      if kind == .minFunding { (rule.proposal, rule.share) = ("P", 0.5) }
      if [.fixedPair, .forbiddenPair, .noPair].contains(kind) {
        (rule.donor, rule.recipient) = ("D", "R")
      }
      if kind == .fixedPair { rule.amount = 9 }
      if kind == .noPair { rule.lacks = [Lack(offer: "O", lacks: .sector)] }
      let isShare: [Conflict.Rule.Kind] = [
        .coInvestment, .concentration, .ownLimit, .diversification,
      ]
      if isShare.contains(kind) { rule.share = 0.5 }
      (rule.file, rule.at, rule.text) = ("a.csv", "C3", text)
      return rule
    }
    document.conflict = Conflict(
      rules: rules.map { rule in
        var rule = rule
        rule.set = 1
        return rule
      },
      repair: .init(
        total: 4,
        fixedPairs: [.init(donor: "D", recipient: "R", fixed: 9, possible: 5, text: text)],
        resolved: true),
      growth: .init(
        total: 4,
        limits: rules.filter { $0.name != nil }.map { .init(rule: $0, to: 9, text: text) },
        noHelpFor: [.init(donor: "D", recipient: "R")]))
    return document
  }

  /// A rule with the parts that rules of its kind have.
  private static func rule(_ kind: RuleName.Kind) -> RuleName {
    switch kind {
    case .budget: RuleName(kind, offer: "O", year: 2026)
    case .need, .noOffer, .minFunding: RuleName(kind, proposal: "P")
    case .coInvestment: RuleName(kind, proposal: "P", donor: "D")
    case .concentration, .fixedPair, .bond, .focus, .partners, .minPairing:
      RuleName(kind, donor: "D", recipient: "R")
    case .minTicket: RuleName(kind, offer: "O", proposal: "P")
    case .ownLimit: RuleName(kind, offer: "O", recipient: "R")
    case .diversification: RuleName(kind, recipient: "R", sector: "wind")
    case .fairness: RuleName(kind, group: "R/Town")
    case .reciprocity, .benefit, .continuity, .difference, .coDesign: RuleName(kind)
    }
  }
}
