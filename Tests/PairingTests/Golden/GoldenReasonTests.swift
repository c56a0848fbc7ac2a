import Foundation
import Intake
import Plans
import Records
import Round
import TestSupport
import Testing

@testable import Pairing

@Suite("Reasons of golden rounds")
struct GoldenReasonTests {
  private static func round(_ name: String) throws -> Round {
    let folder = RoundFolder.golden(named: name)
    let names = ["regions.csv", "links.csv", "offers.csv", "proposals.csv", "policy.yaml"]
    let files = try names.map { name in
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      return InputFile(name: name, hash: ContentHash(of: bytes), bytes: bytes)
    }
    return Round(try #require(readRound(named: name, files: files).records))
  }

  @Test(arguments: [
    "amounts-and-gaps", "bonuses", "communities", "community-weights", "custom-stages", "fixed",
    "plain", "rich", "tiny",
  ])
  func holdAgainstSolvesFromNothing(name: String) async throws {
    try await offPool {
      let round = try Self.round(name)
      let profile = try #require(Profiles.inForce(round.policy))
      var program = try LastBenefit(round, profile.stages)
      // A few of each: a solve from nothing of a round of this size takes a while.
      #expect(try checkPrices(&program, step: 9, name) > 0)
      let unused = try program.asked.unusedPairs(used: program.candidate.used) { _, _ in true }
      for place in stride(from: 0, to: unused.count, by: 9) {
        try checkUnused(unused[place], program, "\(name) \(unused[place])")
      }
    }
  }

  @Test(arguments: ["tiny", "fixed", "custom-stages"])
  func changesThatWinDoSoPlannedAgain(name: String) async throws {
    try await offPool {
      let records = try Self.round(name).records
      #expect(try WinningChangeTests().check(records, step: 25) > 0, "\(name)")
    }
  }
}
