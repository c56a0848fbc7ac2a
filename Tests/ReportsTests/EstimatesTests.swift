import Testing

@testable import Reports

@Suite struct EstimatesTests {
  @Test(arguments: [
    "announced", "Announced (China Daily 2022-06-28)", "announced: pv magazine 2025-02-17",
    "公布（省发改委）", " official ",
  ])
  func aBasisThatSomeoneStandsForIsNone(_ basis: String) {
    #expect(!Estimates.isEstimate(basis))
  }

  @Test(arguments: ["estimated", "illustrative (sector average)", "not announced", "估算：行业平均"])
  func anyOtherIs(_ basis: String) {
    #expect(Estimates.isEstimate(basis))
  }

  @Test func aRecordThatDoesNotSayStandsAsItIs() {
    #expect(!Estimates.isEstimate(nil) && !Estimates.isEstimate("  "))
  }

  @Test func sourcesDoNotPartWhatRestsOnTheSame() {
    #expect(Estimates.kind(of: "announced (A)") == Estimates.kind(of: "announced: B"))
    #expect(Estimates.kind(of: "(no word before it)") == "(no word before it)")
  }
}
