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
        try checkTightening(entry, program, label)
        try checkLosers(entry, place, program, label)
      }
    }
  }

  /// With any of them a little tighter the plan is worse.
  private func checkTightening(
    _ entry: UnfundedProposal, _ program: borrowing LastBenefit, _ label: String
  ) throws {
    for limit in program.asked.allocation.limits where entry.stoppedBy.contains(limit.name) {
      let direction: Direction
      switch limit.place {
      case .row(_, let side), .column(_, let side): direction = side == .upper ? .down : .up
      }
      let tightened = try program.cold.moving(limit.place, by: direction.rawValue * 1e-2).optimum()
      let isWorse = tightened.map { $0.value < program.optimum.value - 1e-9 } ?? true
      #expect(isWorse, "\(label) \(limit.name)")
    }
  }

  /// Forced in by a little, it takes its money from those who are named, from whom it takes most first. Where it has some already,
  /// those are named whom the first rule pays for, the least valuable first.
  private func checkLosers(
    _ entry: UnfundedProposal, _ place: Int, _ program: borrowing LastBenefit, _ label: String
  ) throws {
    let round = program.asked.round
    let own = round.eligible.pairs(ofProject: place)
    let lacking = own.map { program.asked.lacking(ofTicket: $0) }
    // Nobody's money stands under what continuity and co-design keep.
    let paying = entry.stoppedBy.first { $0.rule != .continuity && $0.rule != .coDesign }
    guard let least = lacking.min(), let paying,
      let ticket = own.first(where: { lacking[$0 - own.startIndex] == least })
    else { return }
    /// Those of `tickets` that carry money, by their proposals.
    func names(_ tickets: [(ticket: Int, key: Double)]) -> [ProposalID] {
      tickets.filter { program.candidate.units.amount($0.ticket) > 0 }
        .sorted { ($0.key, $0.ticket) < ($1.key, $1.ticket) }
        .map { round.projects[round.eligible.project[$0.ticket]].id }
        .reduce(into: []) { if !$0.contains($1), $1 != entry.proposal { $0.append($1) } }
    }
    let column = program.asked.allocation.money[ticket]
    if program.asked.allocation.program.value(of: column) > 1e-7 {
      let limit = try #require(program.asked.allocation.limits.first { $0.name == paying })
      guard case .row(let row, _) = limit.place else { return }
      let counted = Set(
        program.asked.allocation.program.terms(of: row).filter { $0.coefficient > 0 }.map(\.column))
      var under: [(ticket: Int, key: Double)] = []
      for other in round.eligible.indices
      where !counted.isDisjoint(with: columns(of: other, in: program.asked.allocation)) {
        under.append((other, round.eligible.value[other]))
      }
      #expect(entry.instead == names(under), "\(label)")
      return
    }
    guard program.optimum.isUnique, least > 1e-6,
      let after = try program.cold.moving(.column(column, .lower), by: 1e-3).optimum(),
      after.isUnique
    else { return }
    let changes = zip(program.money(program.optimum), program.money(after)).map { $1 - $0 }
    let losing = changes.enumerated().filter { $0.element < -1e-7 }
      .map { (ticket: $0.offset, key: ($0.element * 1e8).rounded()) }
    guard !names(losing).isEmpty else { return }
    #expect(entry.instead == names(losing), "\(label)")
  }
}
