import Foundation
import Records
import Testing

@testable import Intake

/// What is checked across the files of a round.
@Suite struct RoundOfFilesTests {
  @Test func readsTheSmallRoundWithoutAWord() throws {
    let reading = Sample.read(Sample.files())
    #expect(reading.problems == [])
    #expect(reading.files.map(\.state) == [.accepted, .accepted, .accepted, .accepted])
    let records = try #require(reading.records)
    #expect(records.regions.map(\.code) == ["D1", "D2", "R1", "R2"])
    #expect(records.regions[2].measures == ["need_weight": 3])
    #expect(records.regions[2].nameZh == "一区")
    #expect(records.proposals[1].benefits == [.jobs: 200])
    #expect(
      records.proposals[1].origin
        == Origin(file: "round-proposals.csv", place: .row(sheet: nil, row: 3)))
  }

  @Test func takesYearsFromOffersElseFromProposals() {
    var files = Sample.files(without: ["offers", "proposals"])
    files["o.csv"] = "id,donor,amount,2025,2026\nO1,D1,,5,\nO2,D1,7,,\n"
    files["p.csv"] = "id,recipient,sector,need,start_year,years\nP1,R1,wind,5,2024,3\n"
    // 2026 has no offer in any row.
    #expect(Sample.read(files).records?.horizon == 2025...2025)
    files["o.csv"] = "id,donor,amount\nO2,D1,7\n"
    #expect(Sample.read(files).records?.horizon == 2024...2026)
    files["p.csv"] = "id,recipient,sector,need\nP1,R1,wind,5\n"
    let reading = Sample.read(files)
    #expect(reading.records == nil)
    #expect(reading.reason?.en.hasPrefix("no years are known") == true)
  }

  @Test func waitsWithoutOffersOrProposals() {
    let reading = Sample.read(Sample.files(without: ["offers", "proposals"]))
    #expect(reading.records == nil)
    #expect(
      reading.reason?.en == "the round waits: no good offer and no good proposal has been read")
    #expect(reading.reason?.zh == "本轮暂不规划：尚未读到有效的供给和项目")
  }

  @Test func takesCodesAsTheyAreWithoutRegions() {
    let reading = Sample.read(Sample.files(without: ["regions"]))
    #expect(reading.records?.proposals.count == 2)
    #expect(reading.problems.map(\.kind) == ["no-regions"])
  }

  @Test func bringsOneCauseTogetherAcrossFiles() throws {
    var files = Sample.files(without: ["offers", "links"])
    files["o.csv"] = "id,donor,2026,recipients\nO1,D3,5,\nO2,D1,5,R1;R7\nO3,D1,5,\n"
    files["l.csv"] = "donor,recipient\nD3,R1\nD1,R1\n"
    let reading = Sample.read(files)
    #expect(reading.problems.map(\.kind) == ["unknown-region", "unknown-region"])
    let unknown = try #require(reading.problems.first)
    #expect(unknown.found == "D3")
    #expect(unknown.suggestion == "D1" || unknown.suggestion == nil)
    #expect(
      ([unknown.origin] + unknown.others).map { $0.file + " " + $0.at } == ["l.csv A2", "o.csv B2"])
    #expect(reading.problems.last?.origin.at == "D3")
    #expect(reading.records?.offers.map(\.id) == ["O3"])
    #expect(reading.state("l.csv") == .acceptedInPart)
  }

  @Test func aRegionWithAProblemIsARegionAllTheSame() {
    var files = Sample.files()
    files["round-regions.csv"] = files["round-regions.csv"]?.replacing("一区,3", with: "一区,three")
    let reading = Sample.read(files)
    #expect(reading.kinds() == ["not-a-number"])
    #expect(reading.records?.proposals.count == 2)
  }

  @Test func noteNamesBothPlacesOfTheSameRow() throws {
    var files = Sample.files()
    files["again.csv"] = "need,sector,recipient,id,jobs\n40.0,Wind,R1,P1,100\n"
    let reading = Sample.read(files)
    let note = try #require(reading.problems.first)
    #expect(note.kind == "same-row-twice")
    #expect(([note.origin] + note.others).map(\.file) == ["again.csv", "round-proposals.csv"])
    #expect(reading.records?.proposals.count == 2)
  }

  @Test func linksOfOnePairMayDifferByYear() {
    var files = Sample.files(without: ["links"])
    files["l.csv"] =
      "donor,recipient,year,coal_mt\nD1,R1,2023,5\nD1,R1,2024,6\nD1,R1,,7\nD1,R1,2024,8\n"
    let reading = Sample.read(files)
    #expect(reading.kinds() == ["key-twice"])
    #expect(reading.problems.first?.found == "D1>R1@2024")
    #expect(reading.records?.links.map(\.coalMt) == [7, 5])
  }

  @Test func weighedColumnsMayNotBeBelowZero() {
    var files = Sample.files(without: ["proposals"])
    files["p.csv"] = "id,recipient,sector,need,lon\nP1,R1,wind,5,-70\nP2,R1,wind,5,3\n"
    #expect(Sample.read(files).records?.proposals.count == 2)
    files["policy.yaml"] = "policy: {weights: {lon: 1}}\n"
    let reading = Sample.read(files)
    #expect(reading.kinds() == ["negative"])
    #expect(reading.records?.proposals.map(\.id) == ["P2"])
  }

  @Test func readsChineseVocabulary() {
    var files = Sample.files(without: ["offers"])
    files["o.csv"] = "编号,支援方,方式,领域,政策领域,金额（亿元）\nO1,D1,优惠贷款,风电、光伏；稀土,并网；Land Use,1.5\n"
    files["policy.yaml"] = "policy: {years: [2026, 2027]}\n"
    let offer = Sample.read(files).records?.offers.first
    #expect(offer?.instrument == "concessional-loan")
    #expect(offer?.sectors == ["solar", "wind", "稀土"])
    #expect(offer?.policyAreas == ["grid-access", "land-use"])
    #expect(offer?.amount == .total(150))
  }

  /// Same files and rows in any order: same records, same problems but for the rows' numbers.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func doesNotDependOnOrder(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let header = "id,recipient,sector,need,jobs,start_year"
    var rows = (0..<60).map { index in
      let need = Int.random(in: 1...900, using: &random)
      return
        "P\(index % 57),R\(index % 3 + 1),\(["wind", "solar", "hydrgen"][index % 3]),\(need),\(index),\(2024 + index % 6)"
    }
    func reading(split: Int) -> Reading {
      var files = Sample.files(without: ["proposals"])
      files["a.csv"] = ([header] + rows.prefix(split)).joined(separator: "\n")
      files["b.csv"] = ([header] + rows.dropFirst(split)).joined(separator: "\n")
      return Sample.read(files)
    }
    let first = reading(split: 30)
    rows.shuffle(using: &random)
    let second = reading(split: 11)
    #expect(first.records?.withoutOrigins == second.records?.withoutOrigins, "seed \(seed)")
    #expect((first.records?.proposals.count ?? 0) > 15)
    func causes(_ reading: Reading) -> [String] {
      reading.problems.map { "\($0.kind) \($0.found ?? "") \($0.others.count)" }.sorted()
    }
    func known(_ reading: Reading) -> [String] {
      // Years outside are counted per file, so their places differ with the split.
      causes(reading).filter { $0.hasPrefix("key-twice") || $0.hasPrefix("unknown-region") }
    }
    #expect(known(first) == known(second), "seed \(seed)")
    #expect(known(first).count > 3)
  }
}

/// Seeded, so that a failure can be made again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// The golden rounds of the project read without a problem, whatever stands in them.
@Suite struct GoldenRoundTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rounds")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { name in
      FileManager.default.fileExists(atPath: folder.appending(path: name + "/proposals.csv").path)
    }.sorted()
  }()

  @Test(arguments: names)
  func readsWithoutAProblem(_ name: String) throws {
    let round = Self.folder.appending(path: name)
    let files = try ["regions.csv", "links.csv", "offers.csv", "proposals.csv", "policy.yaml"].map {
      Sample.file($0, [UInt8](try Data(contentsOf: round.appending(path: $0))))
    }
    let reading = readRound(named: name, files: files)
    #expect(reading.kinds() == [])
    #expect(reading.files.allSatisfy { $0.state == .accepted })
    let records = try #require(reading.records)
    // One record for each row below the header.
    #expect(records.proposals.count == files[3].bytes.count { $0 == 0x0A } - 1)
    #expect(records.offers.count == files[2].bytes.count { $0 == 0x0A } - 1)
  }
}
