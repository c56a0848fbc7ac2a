import Records
import Testing

@testable import Intake

@Suite struct PolicyTests {
  /// Every setting of formats.md in a table.
  static let table = """
    setting,value
    title,Round 2026
    currency,cny
    money_unit,万元
    language,中文
    years,2026-2028
    profile,mine
    profiles.mine,reciprocity; fairness keep 0.98; benefit 99%; co_design
    stages,fairness；benefit
    weights.jobs,2
    weights.就业,2
    weights.Water-Saved,0
    bond_bonus,0.3
    alignment_bonus,0
    pairing_bonus,1e-1
    reciprocity.share,40%
    fairness.measure,人口
    fairness.level,community
    Fairness.Tolerance,0.05
    co_investment.max_donor_share,0.6
    co_investment.above,"20,000"
    concentration.max_recipient_share,0.5
    diversification.max_sector_share,0.4
    fixed_pairs,D1>R1 3000; D2→R2: 2亿
    forbidden_pairs,D1>R2；D2 > R1
    max_recipients_per_donor,3
    max_donors_per_recipient,4
    min_pairing,20 M
    continuity.within,0.01
    focus.within,2%
    focus.small,500
    codesign.months_per_m,0.1
    alternatives.within,0.02
    alternatives.count,6
    stability.draws,20
    stability.spread,0.1
    rank_weights.benefit,3
    rank_weights.gini,-1

    """

  private func policy(_ files: [String: String]) -> Reading {
    var all = Sample.files(without: ["regions"])
    all["regions.csv"] = "code,population\nR1,3\nR2,5\nD1,\nD2,\n"
    for (name, text) in files { all[name] = text }
    // The need stands in M whatever the policy's unit.
    all["round-proposals.csv"] = all["round-proposals.csv"]?.replacing("need", with: "need (M)")
    all["round-offers.csv"] = "id,donor,amount (M)\nO1,D1,300\n"
    return Sample.read(all)
  }

  @Test func readsEverySettingOfATable() throws {
    let reading = policy(["policy.csv": Self.table])
    #expect(reading.kinds() == [])
    let policy = try #require(reading.records?.policy)
    var expected = Policy()
    expected.title = "Round 2026"
    expected.moneyUnit = .wan
    expected.language = .zh
    expected.years = 2026...2028
    expected.profile = "mine"
    expected.profiles = [
      "mine": [
        StageRequest(.reciprocity), StageRequest(.fairness, keep: 0.98),
        StageRequest(.benefit, keep: 0.99), StageRequest(.coDesign),
      ]
    ]
    expected.stages = [StageRequest(.fairness), StageRequest(.benefit)]
    expected.weights = [.jobs: 2, "water_saved": 0]
    expected.bondBonus = 0.3
    expected.alignmentBonus = 0
    expected.pairingBonus = 0.1
    expected.reciprocityShare = 0.4
    expected.fairnessMeasure = "population"
    expected.fairnessLevel = .community
    expected.fairnessTolerance = 0.05
    expected.maxDonorShare = 0.6
    expected.coInvestmentAbove = 200
    expected.maxRecipientShare = 0.5
    expected.maxSectorShare = 0.4
    let nowhere = Origin(file: "")
    expected.fixedPairs = [
      FixedPair(donor: "D1", recipient: "R1", amount: 30, origin: nowhere),
      FixedPair(donor: "D2", recipient: "R2", amount: 200, origin: nowhere),
    ]
    expected.forbiddenPairs = [
      ForbiddenPair(donor: "D1", recipient: "R2", origin: nowhere),
      ForbiddenPair(donor: "D2", recipient: "R1", origin: nowhere),
    ]
    expected.maxRecipientsPerDonor = 3
    expected.maxDonorsPerRecipient = 4
    expected.minPairing = 20
    expected.continuityWithin = 0.01
    expected.focusWithin = 0.02
    expected.focusSmall = 5
    expected.monthsPerM = 0.1
    expected.alternativesWithin = 0.02
    expected.alternativesCount = 6
    expected.stabilityDraws = 20
    expected.stabilitySpread = 0.1
    expected.rankWeights = ["benefit": 3, "gini": -1]
    #expect(reading.records?.withoutOrigins.policy == expected)
    #expect(policy.origins["reciprocity.share"]?.at == "B16")
    #expect(policy.fixedPairs.first?.origin.at == "B24")
    #expect(policy.origins["codesign.months_per_M"] != nil)
  }

  /// The table above names each rule, so that a new setting is not forgotten here.
  @Test func theTableNamesEverySetting() {
    let named = Self.table.split(separator: "\n").dropFirst().compactMap { line in
      PolicySettings.match(String(line.prefix { $0 != "," }))?.rule.name
    }
    #expect(Set(named) == Set(PolicySettings.names))
  }

  @Test func readsNestedMappings() throws {
    let reading = policy([
      "policy.yaml": """
      policy:
        years: [2026, 2028]
        profiles:
          Mine: [{stage: fairness, keep: 98%}, co-design]
        fixed_pairs:
        - {donor: D1, recipient: R1, amount: 30}
        - D2>R2 20
        forbidden_pairs:
        - 支援方: D1
          受援方: R2
        rank_weights: {jobs: 1}
      """
    ])
    let policy = try #require(reading.records?.policy)
    #expect(
      policy.profiles == ["Mine": [StageRequest(.fairness, keep: 0.98), StageRequest(.coDesign)]])
    #expect(policy.fixedPairs.map(\.amount) == [30, 20])
    #expect(policy.fixedPairs[1].origin.at == "policy.fixed_pairs[1] (line 7)")
    #expect(policy.forbiddenPairs.map(\.recipient) == ["R2"])
    #expect(policy.rankWeights == ["jobs": 1])
  }

  @Test func addsUpFilesWithDifferentSettings() throws {
    let reading = policy([
      "a.yaml": "policy: {years: [2026, 2028], language: zh}\n",
      "b.csv": "setting,value\nbond_bonus,0.5\nlanguage,zh\n",
    ])
    #expect(reading.kinds() == [])
    #expect(reading.records?.policy.bondBonus == 0.5)
    #expect(reading.records?.policy.language == .zh)
    #expect(reading.state("b.csv") == .accepted)
  }

  @Test func namesBothPlacesOfASettingGivenTwice() throws {
    let reading = policy([
      "a.yaml": "policy: {language: zh}\n", "b.csv": "setting,value\nlanguage,en\n",
    ])
    let problem = try #require(reading.problems.first { $0.severity == .problem })
    #expect(problem.kind == "setting-twice")
    #expect(problem.origin.file == "a.yaml")
    #expect(problem.others.map(\.file) == ["b.csv"])
    #expect(reading.records == nil)
  }

  @Test(arguments: [
    "2026-2028", "2026–2028", "2026..2028", "2026 to 2028", "2026至2028", "2026; 2028",
    "[2026, 2028]",
  ])
  func readsYears(_ text: String) {
    let reading = policy([
      "p.yaml": "policy: {years: \(text.contains("[") ? text : "\"\(text)\"")}\n"
    ])
    #expect(reading.records?.horizon == 2026...2028)
  }

  @Test func plansWithDefaultsWithoutPolicy() throws {
    let records = try #require(Sample.read(Sample.files()).records)
    #expect(!records.hasPolicy)
    #expect(records.policy == Policy())
    #expect(records.horizon == 2026...2028)
  }
}
