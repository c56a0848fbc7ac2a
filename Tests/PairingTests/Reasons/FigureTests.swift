import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("A round with changed figures is the round of changed records")
struct FigureTests {
  private func expectEqual(_ one: Round, _ other: Round) {
    #expect(one.eligible.value == other.eligible.value)
    #expect(one.eligible.offer == other.eligible.offer)
    #expect(one.projects.map(\.need) == other.projects.map(\.need))
    #expect(one.projects.map(\.quality) == other.projects.map(\.quality))
    #expect(one.projects.map(\.record) == other.projects.map(\.record))
    #expect(one.weights == other.weights && one.norms == other.norms)
    #expect(one.groups.map(\.name) == other.groups.map(\.name))
    #expect(one.groups.map(\.entitlement) == other.groups.map(\.entitlement))
    #expect(one.groupOfProject == other.groupOfProject)
    #expect(one.bonds.map(\.target) == other.bonds.map(\.target))
    #expect(one.policy == other.policy)
  }

  @Test(arguments: 0..<12)
  func ofProposals(seed: Int) {
    var records = randomRecords(seed)
    let round = Round(records)
    for place in records.proposals.indices where place % 2 == 0 {
      records.proposals[place].need *= 0.7
      records.proposals[place].benefits[.jobs]? *= 1.3
    }
    let changed = Dictionary(uniqueKeysWithValues: records.proposals.map { ($0.id, $0) })
    expectEqual(
      round.changingFigures { _, proposal in
        proposal.need = changed[proposal.id]?.need ?? 0
        proposal.benefits = changed[proposal.id]?.benefits ?? [:]
      }, Round(records))
  }

  @Test(arguments: 0..<12)
  func ofWeights(seed: Int) {
    var records = randomRecords(seed)
    let round = Round(records)
    records.policy.weights = [.jobs: 0, .co2Avoided: 2]
    expectEqual(round.weighing([.jobs: 0, .co2Avoided: 2]), Round(records))
  }
}
