import Records
import Testing

@testable import Intake

/// A slip of the pen withdraws nothing; a removed row or file does.
@Suite struct LastGoodTests {
  static let header = "id,donor,2026,2027,2028\n"
  static let good = header + "O1,D1,100,100,100\nO2,D2,50,50,50\n"

  /// A round whose offers stood in `offers.csv`, and stand there now as `text`.
  private func read(
    _ text: String?, was: String = good, keys: [String: [String]]? = nil,
    alsoNow: [String: String] = [:], alsoThen: [String: String] = [:]
  ) -> Reading {
    var now = Sample.files(without: ["offers"])
    if let text { now["offers.csv"] = text }
    for (name, text) in alsoNow { now[name] = text }
    var then = [InForceFile(file: Sample.file("offers.csv", was), keys: keys)]
    for (name, text) in Sample.files(without: ["offers"]).merging(
      alsoThen, uniquingKeysWith: { $1 })
    {
      then.append(InForceFile(file: Sample.file(name, text), keys: nil))
    }
    return Sample.read(now, inForce: then)
  }

  private func amounts(_ reading: Reading) -> [String: Offer.Amount] {
    Dictionary(
      uniqueKeysWithValues: (reading.records?.offers ?? []).map { ($0.id.text, $0.amount) })
  }

  private let all100 = Offer.Amount.byYear([2026: 100, 2027: 100, 2028: 100])
  private let all50 = Offer.Amount.byYear([2026: 50, 2027: 50, 2028: 50])

  @Test func keepsARowThatHasAProblemNow() throws {
    let reading = read(Self.header + "O1,D1,1O0,100,100\nO2,D2,60,60,60\n")
    #expect(amounts(reading) == ["O1": all100, "O2": .byYear([2026: 60, 2027: 60, 2028: 60])])
    #expect(reading.state("offers.csv") == .acceptedInPart)
    let stays = try #require(reading.lastGood.first)
    #expect(reading.lastGood.count == 1)
    #expect(stays.name == "offers.csv")
    #expect(stays.hash == Sample.file("", Self.good).hash)
    #expect(stays.keys == ["offers": ["O1"]])
    #expect(!stays.whole)
    let note = try #require(reading.problems.first { $0.kind == "last-good-in-force" })
    #expect(note.severity == .note)
    #expect(
      note.message.en
        == "the last good version of its records stays in force until it is mended or removed: O1; 300 M at stake"
    )
    #expect(note.message.zh == "在修正或移除之前，沿用这些记录的最近有效版本：O1；涉及金额 300 M（百万）")
  }

  @Test func withdrawsWhatIsRemoved() {
    #expect(amounts(read(Self.header + "O2,D2,50,50,50\n")) == ["O2": all50])
    let reading = read(nil)
    #expect(reading.records == nil)
    #expect(reading.lastGood.isEmpty)
  }

  @Test func keepsAFileThatCannotBeReadAtAll() throws {
    for text in ["", "id;;;\n\"", "room,time\n", "id,donor,sectors\nO1,D1,wind\n"] {
      let reading = read(text)
      #expect(amounts(reading) == ["O1": all100, "O2": all50])
      #expect(reading.state("offers.csv") == .lastGoodInForce)
      #expect(reading.lastGood.map(\.whole) == [true])
      #expect(reading.lastGood.first?.keys == ["offers": ["O1", "O2"]])
    }
  }

  @Test func prefersAGoodRowElsewhere() {
    let reading = read("", alsoNow: ["more.csv": Self.header + "O1,D1,7,7,7\n"])
    #expect(amounts(reading) == ["O1": .byYear([2026: 7, 2027: 7, 2028: 7]), "O2": all50])
    #expect(reading.lastGood.map(\.keys) == [["offers": ["O2"]]])
  }

  @Test func keepsWhatARowWithoutKeyMayHaveBeen() {
    let reading = read(Self.header + ",D1,100,100,100\nO2,D2,60,60,60\n")
    #expect(amounts(reading)["O1"] == all100)
    #expect(reading.lastGood.map(\.keys) == [["offers": ["O1"]]])
    // Proposals are no offers: nothing of them is unclear.
    #expect(reading.records?.proposals.count == 2)
  }

  @Test func keepsTheRecordUnderAKeyGivenTwice() {
    let reading = read(Self.good, alsoNow: ["more.csv": Self.header + "O1,D1,7,7,7\n"])
    #expect(amounts(reading) == ["O1": all100, "O2": all50])
    #expect(reading.kinds() == ["key-twice"])
    #expect(reading.state("more.csv") == .rejected)
  }

  @Test func prefersNoRowBecauseTheOtherOfItsKeyHasAProblem() {
    let reading = read(
      Self.header + "O1,D1,1O0,100,100\nO2,D2,50,50,50\n",
      alsoNow: ["more.csv": Self.header + "O1,D1,7,7,7\n"])
    #expect(amounts(reading) == ["O1": all100, "O2": all50])
    #expect(reading.kinds().sorted() == ["key-twice", "not-a-number"])
  }

  @Test func keepsOnlyTheKeysThatWereInForce() {
    let reading = read(Self.header + "O1,D1,x,,\nO2,D2,x,,\n", keys: ["offers": ["O2"]])
    #expect(amounts(reading) == ["O2": all50])
    #expect(reading.state("offers.csv") == .lastGoodInForce)
    #expect(reading.lastGood.map(\.whole) == [false])
  }

  @Test func takesNothingFromRowsThatWereNotGoodEither() {
    let reading = read(
      Self.header + "O1,D1,x,,\nO2,D2,50,50,50\n", was: Self.header + "O1,D1,y,,\nO2,D2,50,50,50\n")
    #expect(amounts(reading) == ["O2": all50])
    #expect(reading.lastGood.isEmpty)
  }

  @Test func checksWhatStaysAgainstTheRoundOfToday() {
    var regions = Sample.round["regions"] ?? ""
    regions = regions.replacing("D1,Donor One,甲省,\n", with: "")
    let reading = read(
      Self.header + "O1,D1,x,,\nO2,D2,50,50,50\n", alsoNow: ["round-regions.csv": regions])
    // D1 is no region any more.
    #expect(amounts(reading) == ["O2": all50])
  }

  @Test func followsAKeyIntoAnotherFile() {
    let reading = read(nil, alsoNow: ["renamed.csv": Self.header + "O1,D1,x,,\nO2,D2,50,50,50\n"])
    #expect(amounts(reading) == ["O1": all100, "O2": all50])
    #expect(reading.lastGood.map(\.name) == ["offers.csv"])
    #expect(reading.state("renamed.csv") == .acceptedInPart)
  }

  @Test func keepsThePolicyWhole() throws {
    let then = "policy: {reciprocity: {share: 0.4}, bond_bonus: 0.5}\n"
    let now = "policy: {reciprocity: {share: 40}, bond_bonus: 0.7}\n"
    let reading = read(Self.good, alsoNow: ["policy.yaml": now], alsoThen: ["policy.yaml": then])
    let policy = try #require(reading.records?.policy)
    #expect(policy.reciprocityShare == 0.4)
    #expect(policy.bondBonus == 0.5)
    #expect(reading.state("policy.yaml") == .lastGoodInForce)
    #expect(reading.lastGood.map(\.keys) == [["policy": ["policy"]]])
    #expect(reading.kinds() == ["not-a-share"])
  }

  @Test func keepsThePolicyThatTheRecordsContradict() throws {
    let then = "policy: {weights: {jobs: 1}, money_unit: M}\n"
    let now = "policy: {weights: {jbos: 1}, money_unit: 万}\n"
    let reading = read(Self.good, alsoNow: ["policy.yaml": now], alsoThen: ["policy.yaml": then])
    #expect(reading.records?.policy.weights == ["jobs": 1])
    // The unit of money is that of the policy in force, so bare numbers are read under it.
    #expect(amounts(reading)["O1"] == all100)
    #expect(reading.kinds() == ["weighs-no-column"])
  }

  @Test func keepsThePolicyOfABrokenFile() {
    let then = "policy: {bond_bonus: 0.5}\n"
    for now in ["", "policy: {bond_bonus: 0.7", "\u{0}"] {
      let reading = read(Self.good, alsoNow: ["policy.yaml": now], alsoThen: ["policy.yaml": then])
      #expect(reading.records?.policy.bondBonus == 0.5)
      #expect(reading.state("policy.yaml") == .lastGoodInForce)
      #expect(reading.lastGood.map(\.whole) == [true])
    }
  }

  @Test func waitsWhereThereWasNoPolicy() {
    let reading = read(Self.good, alsoNow: ["policy.yaml": "policy: {bond_bonus: -1}\n"])
    #expect(reading.records == nil)
    #expect(reading.reason?.en.contains("policy has a problem") == true)
    #expect(reading.state("policy.yaml") == .rejected)
    // Every other problem is told all the same.
    #expect(reading.state("offers.csv") == .accepted)
  }

  @Test func dropsTheWithdrawnPolicy() {
    let reading = read(Self.good, alsoThen: ["policy.yaml": "policy: {bond_bonus: 0.5}\n"])
    #expect(reading.records?.hasPolicy == false)
    #expect(reading.records?.policy.bondBonus == 0.2)
  }

  @Test func tellsAPolicyFileThatAnotherKeepsOut() {
    let reading = read(
      Self.good,
      alsoNow: ["a.yaml": "policy: {bond_bonus: -1}\n", "b.yaml": "policy: {language: zh}\n"])
    #expect(
      reading.problems.contains { $0.kind == "policy-left-out" && $0.origin.file == "b.yaml" })
  }

  /// The same answer from the kept inputs alone: present files and the versions that `lastGood` names.
  @Test func isMadeAgainFromItsOwnInputs() {
    let text = Self.header + "O1,D1,x,,\nO2,D2,60,60,60\n"
    let first = read(text)
    var now = Sample.files(without: ["offers"])
    now["offers.csv"] = text
    let again = Sample.read(
      now,
      inForce: first.lastGood.map {
        InForceFile(file: Sample.file($0.name, Self.good), keys: $0.keys)
      })
    #expect(again.records == first.records)
    #expect(again.problems == first.problems)
    #expect(again.lastGood.map(\.keys) == first.lastGood.map(\.keys))
  }
}
