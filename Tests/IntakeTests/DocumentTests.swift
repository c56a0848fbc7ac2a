import Records
import Testing

@testable import Intake

@Suite struct DocumentTests {
  static let yaml = """
    regions:
    - {code: R1, need_weight: 3}
    - {code: D1}
    links:
    - donor: D1
      recipient: R1
      coal_mt: 012.5
      year: 2024-12-31
      existing_pairing: no
    offers:
    - {id: O1, donor: D1, instrument: Concessional Loan, 2026: 10, 2027: 5, sectors: [wind, 光伏]}
    - {id: O2, donor: D1, instrument: expertise, amount: {2026: 3, 2027: ~}, recipients: R1}
    proposals:
    - id: P1
      recipient: R1
      sector: Cultural Tourism
      need: 1,200.5
      title: ""
      years: {2026: 1, 2027: 3}
    policy:
      reciprocity: {share: 40%}
      codesign.months_per_M: 0.1
    """

  static let json = """
    {"regions": [{"code": "R1", "need_weight": 3}, {"code": "D1"}],
     "links": [{"donor": "D1", "recipient": "R1", "coal_mt": 12.5, "year": "2024-12-31", "existing_pairing": false}],
     "offers": [{"id": "O1", "donor": "D1", "instrument": "concessional-loan", "2026": 10, "2027": 5, "sectors": ["solar", "wind"]},
                {"id": "O2", "donor": "D1", "instrument": "expertise", "amount": {"2026": 3, "2027": null}, "recipients": ["R1"]}],
     "proposals": [{"id": "P1", "recipient": "R1", "sector": "cultural-tourism", "need": 1200.5, "2026": 1, "2027": 3.0}],
     "policy": {"reciprocity.share": 0.4, "codesign": {"months_per_M": 1e-1}}}
    """

  @Test func readsYAMLAndJSONAlike() throws {
    let fromYAML = Sample.read(["round.yaml": Self.yaml])
    let fromJSON = Sample.read(["round.json": Self.json])
    #expect(fromYAML.problems.isEmpty)
    #expect(fromJSON.problems.isEmpty)
    let records = try #require(fromYAML.records)
    #expect(records.withoutOrigins == fromJSON.records?.withoutOrigins)
    #expect(records.links[0].coalMt == 12.5)
    #expect(records.links[0].year == 2024)
    #expect(!records.links[0].existingPairing)
    #expect(records.offers[0].amount == .byYear([2026: 10, 2027: 5]))
    #expect(records.offers[0].sectors == ["solar", "wind"])
    #expect(records.offers[1].amount == .byYear([2026: 3]))
    #expect(records.proposals[0].draw == .weights([2026: 1, 2027: 3]))
    #expect(records.proposals[0].title == nil)
    #expect(records.policy.reciprocityShare == 0.4)
    #expect(records.policy.monthsPerM == 0.1)
    #expect(records.horizon == 2026...2027)
  }

  @Test func namesPathsAndLines() throws {
    let records = try #require(Sample.read(["round.yaml": Self.yaml]).records)
    #expect(records.proposals[0].origin.at == "proposals[0] (line 14)")
    #expect(records.policy.origins["reciprocity.share"]?.at == "policy.reciprocity.share (line 21)")
  }

  /// A document cut off in the middle of a line: what is wrong stands in its last line, not behind it.
  @Test(arguments: [
    "policy:\n  weights: {jobs: 1, va", "policy:\r\n  a: [", "policy:\r\r  a: {b", "a: [1",
  ])
  func namesNoLineBehindTheEnd(_ text: String) throws {
    let failure = #expect(throws: DocumentFailure.self) { try YAMLDocument.read(Array(text.utf8)) }
    let lines = text.replacing("\r\n", with: "\n").split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    #expect(failure?.line == lines.count)
  }

  @Test func mergesAnchors() throws {
    let text = """
      offers:
      - &usual {id: O1, donor: D1, 2026: 10}
      - <<: *usual
        id: O2
      """
    var files = Sample.files(without: ["offers"])
    files["o.yaml"] = text
    let records = try #require(Sample.read(files).records)
    #expect(records.offers.map(\.id) == ["O1", "O2"])
    #expect(records.offers[1].donor == "D1")
  }

  @Test(arguments: [
    "[1,]", "{\"a\": 1,}", "{'a': 1}", "[1 2]", "[01x]", "[nan]", "[1e]", "\"a", "[\"\\x\"]",
    "[\"\\ud800\"]",
    "{} {}", "[", "{\"a\"}", "[0x10]", "[tru]", "",
  ])
  func refusesWhatIsNoJSON(_ text: String) {
    #expect(throws: DocumentFailure.self) { try JSONDocument.read(Array(text.utf8)) }
  }

  @Test func readsJSONTexts() throws {
    let tree = try JSONDocument.read(Array(#"["\u00e9\n\"\\\/", "\ud83d\ude00", "省"]"#.utf8))
    guard case .list(let items) = tree.content else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.summary) == ["é\n\"\\/", "😀", "省"])
  }

  @Test func survivesHostileShapes() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: DocumentFailure.self) { try JSONDocument.read(Array(deep.utf8)) }
    #expect(throws: DocumentFailure.self) { try YAMLDocument.read(Array(deep.utf8)) }
    let dashes = String(repeating: "- ", count: 100_000)
    #expect(throws: DocumentFailure.self) { try YAMLDocument.read(Array(dashes.utf8)) }
    let bombAsKey = "a: &a [x, x]\nb: &b [*a, *a]\n? [*b, *b]\n: 1\n"
    #expect(throws: DocumentFailure.self) { try YAMLDocument.read(Array(bombAsKey.utf8)) }
  }
}

extension RecordSet {
  /// The records apart from where they stand, for comparing files of different forms.
  var withoutOrigins: RecordSet {
    var copy = self
    let nowhere = Origin(file: "")
    for index in copy.regions.indices { copy.regions[index].origin = nowhere }
    for index in copy.links.indices { copy.links[index].origin = nowhere }
    for index in copy.offers.indices { copy.offers[index].origin = nowhere }
    for index in copy.proposals.indices { copy.proposals[index].origin = nowhere }
    for index in copy.policy.fixedPairs.indices { copy.policy.fixedPairs[index].origin = nowhere }
    for index in copy.policy.forbiddenPairs.indices {
      copy.policy.forbiddenPairs[index].origin = nowhere
    }
    copy.policy.origins = [:]
    return copy
  }
}
