import Plans
import Records
import Testing

@testable import Worker

/// The edits that lead from one run's inputs to another's: none is missed, and made one after the other they lead there.
@Suite struct InputEditTests {
  private let place = Origin(file: "a.csv", place: .row(sheet: nil, row: 2))

  private func inputs(_ change: (inout RecordSet) -> Void = { _ in }) -> PlanningInputs {
    var records = RecordSet(
      round: "r", regions: [Region(code: "R", measures: ["need_weight": 1], origin: place)],
      links: [Link(donor: "D", recipient: "R", coalMt: 3, origin: place)],
      offers: [Offer(id: "O", donor: "D", amount: .total(5), origin: place)],
      proposals: [Proposal(id: "P", recipient: "R", sector: "wind", need: 4, origin: place)],
      policy: Policy(), hasPolicy: true, horizon: 2026...2028)
    change(&records)
    return PlanningInputs(records: records, earlier: nil)
  }

  /// Every setting but `money_unit` (records are in M already) and the places.
  @Test func missNoSetting() throws {
    var policy = Policy()
    policy.title = "T"
    policy.currency = "EUR"
    policy.language = .zh
    policy.years = 2026...2027
    policy.profile = "mine"
    policy.profiles = ["mine": [StageRequest(.benefit, keep: 0.9)]]
    policy.stages = [StageRequest(.fairness)]
    policy.weights = [.jobs: 2]
    (policy.bondBonus, policy.alignmentBonus, policy.pairingBonus) = (0.3, 0.3, 0.3)
    (policy.reciprocityShare, policy.fairnessTolerance) = (0.4, 0.4)
    (policy.fairnessMeasure, policy.fairnessLevel) = ("gdp", .community)
    (policy.maxDonorShare, policy.coInvestmentAbove) = (0.5, 7)
    (policy.maxRecipientShare, policy.maxSectorShare) = (0.5, 0.5)
    policy.fixedPairs = [FixedPair(donor: "D", recipient: "R", amount: 1, origin: place)]
    policy.forbiddenPairs = [ForbiddenPair(donor: "D", recipient: "S", origin: place)]
    (policy.maxRecipientsPerDonor, policy.maxDonorsPerRecipient) = (2, 3)
    (policy.minPairing, policy.continuityWithin) = (1, 0.1)
    (policy.focusWithin, policy.focusSmall) = (0.1, 2)
    policy.monthsPerM = 0.1
    (policy.alternativesWithin, policy.alternativesCount) = (0.1, 2)
    (policy.stabilityDraws, policy.stabilitySpread) = (3, 0.1)
    policy.rankWeights = ["gini": 1]
    for (old, new) in zip(
      Mirror(reflecting: Policy()).children, Mirror(reflecting: policy).children)
    where old.label != "moneyUnit" && old.label != "origins" {
      #expect("\(old.value)" != "\(new.value)", "\(old.label ?? "") is not tried")
    }
    let newer = inputs { $0.policy = policy }
    var made = inputs()
    let edits = inputEdits(from: made, to: newer)
    for edit in edits { edit.apply(&made) }
    #expect(made.records.policy == policy)
    // Profile, profiles and stages are one.
    #expect(edits.count == Mirror(reflecting: policy).children.count - 4)
    #expect(
      edits.filter { !$0.change.counts }.map(\.change.key) == [
        "title", "currency", "language", "stability.draws", "stability.spread",
      ])
  }

  private func expect<Record>(
    _ list: WritableKeyPath<RecordSet, [Record]>, _ changes: [(inout Record) -> Void],
    besides: Int
  ) {
    let older = inputs()
    let record = older.records[keyPath: list][0]
    #expect(changes.count == Mirror(reflecting: record).children.count - besides)
    for (number, change) in changes.enumerated() {
      let newer = inputs { change(&$0[keyPath: list][0]) }
      let edits = inputEdits(from: older, to: newer)
      #expect(edits.map(\.change.step) == [.edited], "change \(number)")
      #expect(edits.first?.change.fields.isEmpty == false, "change \(number)")
    }
  }

  @Test func missNoValueOfARecord() {
    // All but the key and the place.
    expect(
      \.regions, [{ $0.name = "n" }, { $0.nameZh = "z" }, { $0.measures["gdp"] = 2 }], besides: 2)
    expect(\.links, [{ $0.coalMt = 4 }, { $0.existingPairing = true }], besides: 4)
    expect(
      \.offers,
      [
        { $0.donor = "E" }, { $0.instrument = "equity" }, { $0.amount = .byYear([2026: 5]) },
        { $0.sectors = ["wind"] }, { $0.recipients = ["R"] }, { $0.maxSharePerRecipient = 0.5 },
        { $0.minTicket = 1 }, { $0.policyAreas = ["grid"] }, { $0.title = "t" }, { $0.basis = "b" },
      ], besides: 2)
    expect(
      \.proposals,
      [
        { $0.title = "t" }, { $0.titleZh = "z" }, { $0.recipient = "S" }, { $0.community = "c" },
        { $0.sector = "solar" }, { $0.need = 5 }, { $0.instruments = ["grant"] },
        { $0.draw = .weights([2026: 1]) }, { $0.minFunding = 0.5 }, { $0.readiness = 0.5 },
        { $0.benefits = [.jobs: 3] }, { $0.policyAreas = ["grid"] }, { $0.expertiseMonths = 2 },
        { $0.basis = "b" },
      ], besides: 2)
  }

  @Test func leadWhereTheyShouldInAnyOrder() {
    let newer = inputs { records in
      records.proposals[0].need = 9
      records.proposals.append(
        Proposal(id: "Q", recipient: "R", sector: "solar", need: 1, origin: place))
      records.offers = [Offer(id: "N", donor: "E", amount: .total(1), origin: place)]
      let pair = FixedPair(donor: "E", recipient: "R", amount: 1, origin: place)
      records.policy.fixedPairs = [pair, pair]
    }
    let edits = inputEdits(from: inputs(), to: newer)
    #expect(edits.count == 6)
    for order in [edits, edits.reversed()] {
      var made = inputs()
      for edit in order { edit.apply(&made) }
      #expect(Set(made.records.proposals) == Set(newer.records.proposals))
      #expect(made.records.offers == newer.records.offers)
      #expect(made.records.policy == newer.records.policy)
      #expect(inputEdits(from: made, to: newer).isEmpty)
    }
  }

  @Test func thePlanThatIsContinuedIsAnInput() {
    func continuing(_ amount: Double, run: String) -> PlanningInputs {
      var inputs = inputs()
      inputs.earlier = EarlierPlan(
        run: run, plan: "A", pairings: [.init(donor: "D", recipient: "R", amount: amount)])
      return inputs
    }
    let (older, newer) = (continuing(1, run: "a"), continuing(2, run: "b"))
    #expect(inputEdits(from: older, to: continuing(1, run: "c")).isEmpty)
    #expect(inputEdits(from: older, to: inputs()).isEmpty)
    let edits = inputEdits(from: older, to: newer)
    #expect(edits.map(\.change.kind) == [.continued])
    var made = older
    edits[0].apply(&made)
    #expect(made.earlier == newer.earlier)
  }
}
