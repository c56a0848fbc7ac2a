import Intake
import Plans
import Records
import Testing

@testable import Worker

/// What a run did against the one before it, as a worker tells it without planning again.
@Suite struct RunEffectTests {
  private let scorecard = Scorecard(
    benefit: 9, invested: 8, indicators: [:], reciprocityMet: 1, lowestLevel: 1, meanLevel: 1,
    gini: 0, largestPairShare: 1, pairings: 1, personMonths: 0, distance: 0)

  private func origin(_ file: String, _ row: Int) -> Origin {
    Origin(file: file, place: .row(sheet: nil, row: row))
  }

  /// A run whose plan gives each proposal what `paid` says, all by offer `O` of `Old Coast`.
  private func run(
    _ proposals: [Proposal], paid: [String: Double], files: [InputFile] = [],
    _ change: (inout RecordSet) -> Void = { _ in }
  ) -> ComparedRun {
    var records = RecordSet(
      round: "r",
      regions: [
        Region(code: "North Pit", name: "Northfield", nameZh: "北矿", origin: origin("r.csv", 2))
      ],
      links: [],
      offers: [Offer(id: "O", donor: "Old Coast", amount: .total(900), origin: origin("o.csv", 2))],
      proposals: proposals, policy: Policy(), hasPolicy: true, horizon: 2026...2028)
    change(&records)
    var plan = Plan(
      id: "A", rank: 1, profile: "bond-first", score: 1, status: .optimal, stages: [],
      scorecard: scorecard, pairings: [],
      tickets: paid.sorted { $0.key < $1.key }.map {
        Ticket(offer: "O", proposal: ProposalID($0.key), amount: $0.value, byYear: [:])
      }, expertise: [], unfunded: [], bound: 0, gap: 0, rounding: 0)
    let byRegion = Dictionary(grouping: proposals) { $0.recipient }.mapValues {
      $0.reduce(0) { $0 + (paid[$1.id.text] ?? 0) }
    }
    plan.pairings = byRegion.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
      Pairing(
        rank: 1, donor: "Old Coast", recipient: $0.key, amount: $0.value, benefit: 1,
        byInstrument: [:], byYear: [:], proposals: [], indicators: [:], personMonths: 0,
        policyAreas: [], boundBy: [])
    }
    return ComparedRun(
      answer: PublishedAnswer(plan, scorecard: scorecard),
      inputs: PlanningInputs(records: records, earlier: nil), files: files, limits: InputLimits())
  }

  private func proposal(_ id: String, _ recipient: RegionCode, _ need: Double, row: Int = 2)
    -> Proposal
  {
    Proposal(
      id: ProposalID(id), recipient: recipient, sector: "wind", need: need,
      origin: origin("p.csv", row))
  }

  /// Names with spaces do not confuse the records of pairs.
  @Test func editsAreHeldBesideThePairingsThatTheyConcern() throws {
    let older = run(
      [proposal("P", "North Pit", 50), proposal("Q", "North", 40)], paid: ["P": 50, "Q": 40])
    let newer = run(
      [proposal("P", "North Pit", 50), proposal("Q", "North", 30)], paid: ["P": 60, "Q": 0]
    ) { records in
      records.links = [
        Link(donor: "Old Coast", recipient: "North Pit", coalMt: 3, origin: origin("l.csv", 2)),
        Link(
          donor: "Old Coast", recipient: "North Pit", coalMt: 3, year: 2020,
          origin: origin("l.csv", 3)),
      ]
    }
    let effect = try #require(runEffect(since: "x", from: older, to: newer))
    #expect(effect.edits.count == 3 && effect.edits.counting == 3)
    func keys(_ places: [Int]) -> [String] { places.map { effect.edits.told[$0].change.key } }
    let told = effect.pairings.told
    #expect(told.map(\.change.recipient) == ["North", "North Pit"])
    #expect(told.map(\.change.step) == [.ended, .larger])
    #expect(keys(told[0].edits) == ["Q"])
    #expect(
      keys(told[1].edits).sorted() == ["Old Coast > North Pit", "Old Coast > North Pit 2020"])
    #expect(effect.proposals.gained == 1 && effect.proposals.lost == 1)
    #expect(keys(effect.proposals.told[0].edits) == ["Q"])
    #expect(effect.regions["North Pit"] == Bilingual(en: "Northfield", zh: "北矿"))
    #expect(effect.onlyCause == nil)
  }

  @Test func withoutAPlanBeforeThereIsNothingToCompare() {
    var older = run([], paid: [:])
    older.answer = nil
    #expect(runEffect(since: "x", from: older, to: run([], paid: [:])) == nil)
  }

  /// However little is at stake, what a plan can depend on stands before what it cannot.
  @Test func namesAndNotesComeLastAndAreNoCause() throws {
    let older = run([proposal("P", "N", 50), proposal("Q", "N", 5)], paid: ["P": 50])
    func rename(_ records: inout RecordSet) { records.regions[0].name = "South" }
    let newer = run(
      [proposal("P", "N", 60), proposal("Q", "N", 6)], paid: ["P": 60], rename)
    let effect = try #require(runEffect(since: "x", from: older, to: newer))
    #expect(effect.edits.told.map(\.change.key) == ["P", "Q", "North Pit"])
    #expect(effect.edits.counting == 2 && effect.onlyCause == nil)
    let one = run([proposal("P", "N", 60), proposal("Q", "N", 5)], paid: ["P": 60], rename)
    #expect(runEffect(since: "x", from: older, to: one)?.onlyCause?.change.key == "P")
  }

  /// Every one of five thousand proposals asks for something else: the answer stays small, and names cells.
  @Test func aNationalRoundIsToldInShort() throws {
    let count = 5000
    func file(_ factor: Double) -> InputFile {
      let rows = (0..<count).map { "P\($0),R\($0 % 30),wind,\(Double($0 + 10) * factor)" }
      let bytes = Array(("id,recipient,sector,need\n" + rows.joined(separator: "\n")).utf8)
      return InputFile(name: "p.csv", hash: ContentHash(of: bytes), bytes: bytes)
    }
    func side(_ factor: Double) -> ComparedRun {
      run(
        (0..<count).map {
          proposal("P\($0)", RegionCode("R\($0 % 30)"), Double($0 + 10) * factor, row: $0 + 2)
        }, paid: Dictionary(uniqueKeysWithValues: (0..<count).map { ("P\($0)", factor) }),
        files: [file(factor)])
    }
    let clock = ContinuousClock()
    var made: RunEffect?
    let (older, newer) = (side(1), side(2))
    let time = clock.measure { made = runEffect(since: "x", from: older, to: newer) }
    let effect = try #require(made)
    #expect(effect.edits.count == count && effect.edits.told.count == EffectLimits.edits)
    #expect(effect.edits.groups.map(\.count) == [count])
    #expect(effect.proposals.gained == count && effect.pairings.larger == 30)
    // The largest sums at stake are among those that concern what is told.
    #expect(effect.edits.told.allSatisfy { $0.change.fields.first?.at?.at.hasPrefix("D") == true })
    #expect(try jsonText(effect).count < 40_000)
    print("an effect of \(count) edits: \(time)")
  }
}
