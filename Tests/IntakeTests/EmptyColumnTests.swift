import Records
import Testing

@testable import Intake

/// What nobody filled in counts for nothing and is said; what nobody knows is a slip; what is no document of a round is no fault.
@Suite struct EmptyColumnTests {
  private let policy = "policy: {years: [2026, 2028], weights: {jobs: 1, WEIGHED: 2}}"

  private func read(weighing name: String, proposals: String) -> Reading {
    var files = Sample.files(without: ["proposals"])
    files["proposals.csv"] = proposals
    files["policy.yaml"] = policy.replacing("WEIGHED", with: name)
    return Sample.read(files)
  }

  private let blank = "id,recipient,sector,need,jobs,households\nP1,R1,wind,40,100,\n"

  @Test func aWeighedColumnWithoutAFigureIsANote() {
    let reading = read(weighing: "households", proposals: blank)
    #expect(reading.kinds() == [])
    #expect(reading.kinds(.note).contains("weighs-empty-column"))
    #expect(reading.records?.policy.weights == ["jobs": 1, "households": 2])
  }

  @Test func aUsualIndicatorThatNoProposalHasIsANote() {
    let reading = read(weighing: "value_added", proposals: blank)
    #expect(reading.kinds() == [] && reading.kinds(.note).contains("weighs-empty-column"))
  }

  @Test func aColumnThatNobodyKnowsIsAProblem() {
    let reading = read(weighing: "housholds", proposals: blank)
    #expect(reading.kinds() == ["weighs-no-column"])
    #expect(reading.records == nil)
  }

  @Test func aUsualMeasureThatNoRegionHasIsANote() {
    var files = Sample.files()
    files["policy.yaml"] = "policy: {years: [2026, 2028], fairness: {measure: coal_jobs}}"
    let reading = Sample.read(files)
    #expect(reading.kinds() == [] && reading.kinds(.note).contains("measures-empty-column"))
  }

  @Test func aStageMayComeTwiceInAList() {
    var files = Sample.files()
    files["policy.yaml"] =
      "policy: {years: [2026, 2028], stages: [{stage: benefit, keep: 0.98}, fairness, benefit]}"
    let reading = Sample.read(files)
    #expect(reading.kinds() == [])
    #expect(reading.records?.policy.stages?.map(\.stage) == [.benefit, .fairness, .benefit])
  }

  @Test func aForeignDocumentIsIgnoredButAFileThatGaveRecordsIsNot() throws {
    var files = Sample.files()
    files["expected.json"] = #"{"columns": 3, "benefit": 4.5}"#
    let reading = Sample.read(files)
    #expect(reading.state("expected.json") == .ignored)
    #expect(reading.kinds() == [])

    let was = Sample.file(
      "offers.json", #"{"offers": [{"id": "O9", "donor": "D1", "2026": 9, "2027": 9, "2028": 9}]}"#)
    files["offers.json"] = "{}"
    let emptied = Sample.read(files, inForce: [InForceFile(file: was, keys: nil)])
    #expect(emptied.state("offers.json") == .lastGoodInForce)
    #expect(emptied.kinds() == ["no-records"])
    #expect(emptied.records?.offers.contains { $0.id == "O9" } == true)
  }
}
