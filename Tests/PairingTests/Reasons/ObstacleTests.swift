import Optimisation
import Plans
import Records
import Round
import Testing

@testable import Pairing

@Suite("What stopped a proposal")
struct ObstacleTests {
  /// What a ticket would bring is its value; what it would cost is that of the rules that it uses up. The difference is the
  /// reduced cost of its column, and of the totals that stand at zero with it and have to rise too.
  @Test(arguments: 0..<18)
  func theCostsOfATicketAddUpToItsValueLessItsReducedCost(seed: Int) async throws {
    try await offPool {
      let program = try LastBenefit(seed: seed)
      let round = program.asked.round
      for ticket in round.eligible.indices {
        let costs = program.asked.costs(ofTicket: ticket)
        let reduced = columns(of: ticket, in: program.asked.allocation)
          .map { reducedCostAtZero($0, program.asked.allocation.program) }.reduce(0, +)
        let sum = costs.reduce(0) { $0 + $1.cost }
        let missed = sum - (round.eligible.value[ticket] - reduced)
        #expect(abs(missed) < 1e-7, "seed \(seed) \(ticket) \(costs)")
        #expect(abs(program.asked.lacking(ofTicket: ticket) + reduced) < 1e-7)
        #expect(costs.map(\.cost) == costs.map(\.cost).sorted(by: >))
      }
    }
  }

  /// The ticket's own column and those of the totals that it adds to.
  private func columns(of ticket: Int, in allocation: borrowing Allocation) -> Set<Column> {
    let round = allocation.round
    let project = round.eligible.project[ticket]
    let partners = round.partners(ofPair: ticket)
    let sector = allocation.sectorTotals[partners.recipient].first {
      $0.sector == round.projects[project].record.sector
    }
    let totals = [
      allocation.pairTotals[partners], allocation.recipientTotals[partners.recipient],
      sector?.column, round.groupOfProject[project].map { allocation.groupTotals[$0] },
    ]
    return Set([allocation.money[ticket]] + totals.compactMap { $0 })
  }

  private func reducedCostAtZero(_ column: Column, _ program: borrowing Program) -> Double {
    program.bounds(of: column).lower == 0 ? min(0, program.reducedCost(of: column)) : 0
  }

  @Test(arguments: 0..<18)
  func somethingStopsEachAndSomebodyGotTheMoney(seed: Int) async throws {
    try await offPool {
      var program = try LastBenefit(seed: seed)
      let units = program.candidate.units
      var unfunded = program.candidate.plan.unfunded
      try program.asked.addObstacles(to: &unfunded, funded: units) { _, _ in true }
      let round = program.asked.round
      let funded = Set(
        round.eligible.indices.filter { units.amount($0) > 0 }
          .map { round.projects[round.eligible.project[$0]].id })
      for entry in unfunded {
        let label = "seed \(seed) \(entry)"
        let place = try #require(round.projects.firstIndex { $0.id == entry.proposal })
        let pairs = round.eligible.pairs(ofProject: place)
        guard !pairs.isEmpty else {
          #expect(entry.stoppedBy == [RuleName(.noOffer, proposal: entry.proposal)], "\(label)")
          #expect(!entry.lacks.isEmpty && entry.instead.isEmpty, "\(label)")
          continue
        }
        #expect(entry.lacks.isEmpty, "\(label)")
        if round.projects[place].quality > 0 { #expect(!entry.stoppedBy.isEmpty, "\(label)") }
        #expect(Set(entry.instead).isSubset(of: funded), "\(label)")
        #expect(!entry.instead.contains(entry.proposal), "\(label)")
        #expect(Set(entry.instead).count == entry.instead.count, "\(label)")
        try checkLoosening(entry, program, label)
        try checkLosers(entry, place, program, label)
      }
    }
  }

  /// With one of the rules loosened a little, where the prices are the only ones, the plan is better.
  private func checkLoosening(
    _ entry: UnfundedProposal, _ program: borrowing LastBenefit, _ label: String
  ) throws {
    for limit in program.asked.allocation.limits where entry.stoppedBy.contains(limit.name) {
      let direction: Direction
      switch limit.place {
      case .row(_, let side), .column(_, let side): direction = side == .upper ? .up : .down
      }
      let step = direction.rawValue * 1e-2
      let tightened = try program.cold.moving(limit.place, by: -step).optimum()
      let isWorse = tightened.map { $0.value < program.optimum.value - 1e-9 } ?? true
      #expect(isWorse, "\(label) \(limit.name)")
    }
  }

  /// Forced in by a little, it takes its money from those who are named.
  private func checkLosers(
    _ entry: UnfundedProposal, _ place: Int, _ program: borrowing LastBenefit, _ label: String
  ) throws {
    let round = program.asked.round
    let units = program.candidate.units
    let own = round.eligible.pairs(ofProject: place)
    let lacking = own.map { program.asked.lacking(ofTicket: $0) }
    guard entry.funded == 0, program.optimum.isUnique, let least = lacking.min(), least > 1e-6,
      let ticket = own.first(where: { lacking[$0 - own.startIndex] == least })
    else { return }
    let forced = program.cold.moving(
      .column(program.asked.allocation.money[ticket], .lower), by: 1e-3)
    guard let after = try forced.optimum(), after.isUnique else { return }
    let before = program.money(program.optimum)
    let losers = zip(before, program.money(after)).enumerated()
      .filter { $0.element.1 < $0.element.0 - 1e-7 && units.amount($0.offset) > 0 }
      .map { round.projects[round.eligible.project[$0.offset]].id }
    #expect(Set(losers) == Set(entry.instead), "\(label)")
  }
}
