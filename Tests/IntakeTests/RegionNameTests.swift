import Records
import Testing

@testable import Intake

/// Wherever a region is named its name stands for its code, and a round that uses names is the round that uses codes.
@Suite struct RegionNameTests {
  static let regions = """
    code,name,name_zh,need_weight
    CN-SX,Shanxi,山西省,3
    CN-NM,Inner Mongolia,内蒙古自治区,5
    CN-XJ,Xinjiang,新疆维吾尔自治区,4
    CN-GD,Guangdong,广东,
    CN-TJ,Tianjin,天津市,
    CN-SX/Datong,Datong,大同市,1

    """
  static let policy = "policy:\n  fixed_pairs: [CN-GD>CN-SX 3]\n  forbidden_pairs: [CN-TJ>CN-NM]\n"

  private let coded: [String: String] = [
    "regions.csv": regions,
    "links.csv": "donor,recipient,coal_mt,year\nCN-GD,CN-SX,10,2024\nCN-TJ,CN-NM,20,2024\n",
    "offers.csv":
      "id,donor,2026,recipients\nO1,CN-GD,100,CN-NM;CN-SX\nO2,CN-TJ,50,CN-XJ\n",
    "proposals.csv":
      "id,recipient,sector,need\nP1,CN-SX,wind,40\nP2,CN-NM,solar,60\nP3,CN-XJ,solar,5\n",
    "policy.yaml": policy,
  ]

  private var named: [String: String] {
    coded.merging(
      [
        "links.csv": "donor,recipient,coal_mt,year\n广东省,山西,10,2024\n天津,Inner Mongolia,20,2024\n",
        "offers.csv":
          "id,donor,2026,recipients\nO1,ＧＵＡＮＧＤＯＮＧ,100,山西省、内蒙古；CN-SX\nO2,天津市,50,新疆\n",
        "proposals.csv":
          "id,recipient,sector,need\nP1,shanxi,wind,40\nP2,内蒙古自治区,solar,60\nP3,新疆维吾尔自治区,solar,5\n",
        "policy.yaml":
          "policy:\n  fixed_pairs: [广东>Shanxi 3]\n  forbidden_pairs: [{donor: 天津, recipient: Inner Mongolia}]\n",
      ], uniquingKeysWith: { $1 })
  }

  /// The records without the places of policy settings, which no name changes.
  private func records(_ files: [String: String]) throws -> RecordSet {
    let reading = Sample.read(files)
    #expect(reading.problems.isEmpty, "\(reading.problems.map(\.message.en))")
    return try #require(reading.records)
  }

  @Test func namesAreReadAsCodesEverywhere() throws {
    #expect(try records(named) == records(coded))
  }

  @Test func sameRowByCodeAndByNameIsOne() throws {
    var files = coded
    files["again.csv"] = named["offers.csv"]
    files["links again.csv"] = named["links.csv"]
    let reading = Sample.read(files)
    #expect(reading.kinds().isEmpty)
    #expect(reading.kinds(.note) == Array(repeating: "same-row-twice", count: 4))
    #expect(reading.records?.offers.count == 2)
    #expect(reading.records?.links.count == 2)
  }

  /// Two names of one pair are the same key.
  @Test func aLinkBehindANameMeetsItsOwnKey() {
    var files = coded
    files["more.csv"] = "donor,recipient,coal_mt,year\nGuangdong,Shanxi,11,2024\n"
    #expect(Sample.read(files).kinds() == ["key-twice"])
    files["more.csv"] = "donor,recipient,coal_mt,year\n山西,CN-SX,11,2024\n"
    #expect(Sample.read(files).kinds() == ["link-to-itself"])
  }

  @Test func aSharedNameIsAskedFor() throws {
    var files = named
    files["regions.csv"] = Self.regions + "CN-SN,Shanxi,陕西省,2\n"
    let reading = Sample.read(files)
    let asked = try #require(
      reading.problems.first { $0.kind == "ambiguous-region" && $0.origin.file == "proposals.csv" })
    #expect(asked.allowed == "CN-SN, CN-SX")
    #expect(asked.message.zh == "“shanxi”是本轮多个地区的名称；请写代码：CN-SN、CN-SX")
    #expect(asked.origin.file == "proposals.csv")
    #expect(asked.origin.at == "B2")
    // The policy names it too, so it is not half applied.
    #expect(reading.records == nil)
    files["policy.yaml"] = Self.policy
    #expect(Sample.read(files).records?.proposals.map(\.id) == ["P2", "P3"])
  }

  @Test func aCodeWinsOverANameAndAWholeNameOverAShortOne() throws {
    var files = coded
    files["regions.csv"] = Self.regions + "Shanxi,Old Shanxi,晋,2\nCN-JL,Jilin,吉林省,1\nJ2,,吉林市,1\n"
    files["more.csv"] =
      "id,recipient,sector,need\nQ1,Shanxi,wind,4\nQ2,吉林省,wind,4\nQ3,吉林,wind,4\nQ4,山西市,wind,4\n"
    let reading = Sample.read(files)
    let recipients = reading.records?.proposals.map { $0.id.text + " " + $0.recipient.text } ?? []
    #expect(recipients.filter { $0.hasPrefix("Q") } == ["Q1 Shanxi", "Q2 CN-JL"])
    #expect(reading.kinds() == ["ambiguous-region", "unknown-region"])
  }

  /// A community has figures of its own, and no proposal is its: its name is not taken for a region's.
  @Test func communitiesAreNoRegions() {
    var files = coded
    files["regions.csv"] = Self.regions + "CN-JL,Jilin,吉林省,1\nCN-JL/Jilin,Jilin,吉林市,1\n"
    files["more.csv"] = "id,recipient,sector,need\nQ1,吉林,wind,4\nQ2,大同,wind,4\n"
    let reading = Sample.read(files)
    #expect(reading.records?.proposals.first { $0.id == "Q1" }?.recipient == "CN-JL")
    #expect(reading.problems.map(\.found) == ["大同"])
  }

  @Test func aRegionWithAProblemHasItsNameAllTheSame() {
    var files = coded
    files["regions.csv"] =
      Self.regions + "CN-HB,Hubei,湖北省,lots\nCN-HN,Hunan,湖南,1\nCN-HN,Hunan,湖南,2\n"
    files["more.csv"] = "id,recipient,sector,need\nQ1,湖北,wind,4\nQ2,湖南省,wind,4\n"
    let reading = Sample.read(files)
    #expect(reading.kinds().sorted() == ["key-twice", "not-a-number"])
    #expect(
      reading.records?.proposals.filter { $0.need == 4 }.map(\.recipient) == ["CN-HB", "CN-HN"])
  }

  @Test func whatStaysFromBeforeKeepsItsNames() throws {
    var now = coded
    now["links.csv"] = "donor,recipient,coal_mt,year\n广东,Shanxi,1O,2024\nCN-TJ,CN-NM,21,2024\n"
    now["regions.csv"] = Self.regions.replacing("山西省,3", with: "山西省,3O")
    let then = named.map { InForceFile(file: Sample.file($0.key, $0.value), keys: nil) }
    let reading = Sample.read(now, inForce: then)
    #expect(reading.lastGood.map(\.keys).contains(["links": ["CN-GD>CN-SX@2024"]]))
    #expect(reading.records?.links.map(\.coalMt) == [10, 21])
    #expect(reading.records?.regions.contains { $0.code == "CN-SX" } == true)
    #expect(reading.kinds() == ["not-a-number", "not-a-number"])
  }

  @Test func aMisspeltNameIsAnsweredWithTheCode() {
    var files = coded
    files["more.csv"] = "id,recipient,sector,need\nQ1,Inner Mongola,wind,4\nQ2,CN-SY,wind,4\n"
    #expect(Sample.read(files).problems.map(\.suggestion) == ["CN-NM", "CN-SX"])
  }

  /// Names of several words in the pairs of a policy table.
  @Test func pairsOfAPolicyTableTakeNames() throws {
    var files = coded
    files["policy.yaml"] = nil
    files["policy.csv"] =
      "setting,value\nfixed_pairs,\"Tianjin->Inner Mongolia 1,000; 广东→内蒙古：3亿; Guangdong>Shanxi 2 m\"\nforbidden_pairs,Tianjin>CN-XJ; Guangdong → Xinjiang\n"
    let policy = try #require(Sample.read(files).records?.policy)
    #expect(
      policy.fixedPairs.map { "\($0.donor) \($0.recipient) \($0.amount)" }
        == ["CN-TJ CN-NM 1000.0", "CN-GD CN-NM 300.0", "CN-GD CN-SX 2.0"])
    #expect(
      policy.forbiddenPairs.map { "\($0.donor) \($0.recipient)" } == ["CN-TJ CN-XJ", "CN-GD CN-XJ"])
    files["policy.csv"] =
      "setting,value\nfixed_pairs,广东>山西 3; Guangdong>CN-SX 3; Shanxi>山西 1\nforbidden_pairs,CN-GD>Henan\n"
    #expect(Sample.read(files).kinds() == ["link-to-itself", "pair-twice", "unknown-region"])
  }
}
