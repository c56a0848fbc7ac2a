import Foundation
import Testing

@testable import TestSupport

struct RandomRoundTests {
  private static let hundred = (0..<100).map { RandomRound(seed: $0) }

  @Test func generatorIsSplitMix64() {
    var random = SplitMix64(seed: 0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
    #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
  }

  @Test func sameSeedSameRound() {
    #expect(RandomRound(seed: 7).files == RandomRound(seed: 7).files)
    #expect(Set((0..<50).map { RandomRound(seed: $0).files }).count == 50)
  }

  @Test func roundsCanBeReadAndMostlyPlanned() throws {
    var plannable = 0
    for seed in UInt64(0)..<200 {
      let model = try RandomRound(seed: seed).model()
      if !model.eligible.isEmpty { plannable += 1 }
      #expect(!model.proposals.isEmpty && !model.offers.isEmpty, "seed \(seed)")
      #expect(model.offers.allSatisfy { $0.total > .zero }, "seed \(seed)")
      #expect(model.proposals.allSatisfy { $0.draw.values.sum() == .one }, "seed \(seed)")
      #expect(model.policy.profiles[model.policy.profile] != nil, "seed \(seed)")
      let links = model.coal.keys
      #expect(links.allSatisfy { $0.donor != $0.recipient }, "seed \(seed)")
    }
    #expect(plannable >= 180)
  }

  /// Every feature comes up often enough that a hundred seeds are a test of it.
  @Test(arguments: [
    "level: community", "measure: gdp", "fixed_pairs", "forbidden_pairs", "profile: benefit-first",
    "profile: ours", "stages:", "keep:", "co_investment", "concentration", "diversification",
    "expertise", "guarantee", "households", "2024,yes", "/North", "months_per_M", "tolerance: 0\n",
    ",0,", "\"\"",
  ])
  func featureComesUp(_ text: String) {
    let found = Self.hundred.filter { round in
      round.files.values.contains { $0.contains(text) }
    }
    #expect(found.count >= 4, "\(found.map(\.seed))")
  }

  @Test(.enabled(if: GlpsolReference.isInstalled, "needs glpsol of glpk-utils"))
  func fixedPairsCanMostlyBeMet() throws {
    var met = 0
    var all = 0
    for seed in UInt64(0)..<80 where all < 12 {
      let round = RandomRound(seed: seed)
      guard round.files["policy.yaml"]?.contains("fixed_pairs") == true else { continue }
      all += 1
      let benefit = try RoundFolder.temporary { folder in
        try round.write(into: folder)
        return try? GlpsolReference(round: folder).benefitOnly()
      }
      if benefit != nil { met += 1 }
    }
    #expect(all == 12 && met >= 10, "\(met) of \(all)")
  }

  @Test func shufflingKeepsEveryRow() throws {
    for seed in UInt64(0)..<20 {
      try RoundFolder.temporary { folder in
        let (round, shuffled) = (folder.appending(path: "a"), folder.appending(path: "b"))
        try RandomRound(seed: seed).write(into: round)
        try RoundFolder.shuffle(round: round, into: shuffled, seed: seed)
        #expect(try rows(in: round) == rows(in: shuffled))
        #expect(try files(in: round).isDisjoint(with: files(in: shuffled)))
      }
    }
  }

  /// The rows of all tables with their headers, in order of their text.
  private func rows(in folder: URL) throws -> [String] {
    try files(in: folder).filter { $0.hasSuffix(".csv") }.flatMap { name in
      let table = try DelimitedText(file: folder.appending(path: name))
      return table.rows.map { "\(table.header): \($0)" }
    }.sorted()
  }

  private func files(in folder: URL) throws -> Set<String> {
    Set(
      try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
        $0.contains(".")
      })
  }
}

extension RandomRound {
  fileprivate func model() throws -> RoundModel {
    try RoundFolder.temporary { folder in
      try write(into: folder)
      return try RoundModel(folder: folder)
    }
  }
}
