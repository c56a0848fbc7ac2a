import Testing

@testable import Intake

/// A row that is left out is told everything that is wrong with it, not only what made it unreadable.
@Suite struct BadRowTests {
  private func kinds(_ files: [String: String], without kinds: Set<String>, _ policy: String)
    -> [String]
  {
    let files = files.merging(Sample.files(without: kinds)) { $1 }
      .merging(["policy.yaml": "policy: {\(policy)}\n"]) { $1 }
    return Sample.read(files).problems.map { "\($0.kind) \($0.origin.at)" }
  }

  @Test func ofAProposal() {
    let proposals = """
      id,recipient,sector,need,start_year,water
      P1,R1,wind,40,2026,1
      P2,R1,wnd,much,2040,-5
      P3,R2,wind,much,20x6,2

      """
    let found = kinds(
      ["p.csv": proposals], without: ["proposals"], "years: [2026, 2028], weights: {water: 1}")
    #expect(
      found == [
        "unknown-columns ", "look-alike-sector C3", "not-a-number D3", "years-outside E3",
        "negative row 3", "not-a-year E4",
      ])
  }

  @Test func ofAnOffer() {
    let offers = "id,donor,2026,2040,min_ticket,sectors\nO1,D1,5,,,wind\nO2,D1,,5,x,wnd\n"
    let found = kinds(["o.csv": offers], without: ["offers"], "years: [2026, 2028]")
    #expect(found == ["years-outside D3", "not-a-number E3", "look-alike-sector F3"])
  }

  /// Without years that the policy or the offers name there is nothing to lie outside of.
  @Test func whereNoYearsAreKnown() {
    let found = kinds(
      [
        "p.csv": "id,recipient,sector,need,start_year\nP1,R1,wind,x,2040\nP2,R1,wind,1,2026\n",
        "o.csv": "id,donor,amount\nO1,D1,5\n",
      ], without: ["proposals", "offers"], "language: en")
    #expect(found == ["not-a-number D2"])
  }
}
