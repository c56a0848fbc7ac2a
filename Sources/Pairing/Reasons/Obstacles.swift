import Optimisation
import Plans
import Records
import Round

extension LastProgram {
  /// Says of each proposal of `unfunded` what stopped it and who got the money instead.
  ///
  /// Its nearest ticket would have to pay the prices of the rules that it uses up: those stand in its way. Forced in, it takes
  /// its money from somebody: they got it instead.
  ///
  /// - Throws: `StageStopped` where the watch ended it.
  mutating func addObstacles(
    to unfunded: inout [UnfundedProposal], funded units: WholeUnits, watch: PlanningWatch
  ) throws {
    let places = Dictionary(
      uniqueKeysWithValues: zip(round.projects.map(\.id), round.projects.indices))
    for place in unfunded.indices {
      guard watch("obstacles", allocation.program.iterations) else { throw StageStopped() }
      guard let project = places[unfunded[place].proposal] else { continue }
      let pairs = round.eligible.pairs(ofProject: project)
      // Of a proposal that no offer fits the plan says so without any program.
      guard let nearest = nearest(pairs) else { continue }
      let against = costs(ofTicket: nearest).filter { $0.cost > 1e-9 }
      // A proposal's own need stops nothing of what it still asks for.
      let rules = against.filter {
        $0.limit.name.proposal != unfunded[place].proposal || $0.limit.name.rule != .need
      }
      unfunded[place].stoppedBy = rules.map(\.limit.name)
      // Nobody's money stands under what continuity and co-design keep.
      let paying = rules.first { ![.continuity, .coDesign].contains($0.limit.name.rule) }
      unfunded[place].instead = try insteadOf(nearest, paying?.limit, units)
    }
  }

  /// The ticket that comes nearest to being taken up, in benefit per M.
  private func nearest(_ pairs: Range<Int>) -> Int? {
    pairs.map { (pair: $0, lacking: lacking(ofTicket: $0)) }
      .min { ($0.lacking, $0.pair) < ($1.lacking, $1.pair) }?.pair
  }

  /// The proposals that lose money when the ticket gets some; where it has some already, those that the rule
  /// pays for, the least valuable first.
  private mutating func insteadOf(
    _ ticket: Int, _ limit: NamedLimit?, _ units: WholeUnits
  ) throws(ProgramError) -> [ProposalID] {
    let own = round.eligible.project[ticket]
    var losing: [(pair: Int, key: Double)] = []
    if allocation.program.value(of: allocation.money[ticket]) < 1e-7,
      let slope = try entry(ofTicket: ticket)
    {
      losing = moves(slope).filter { $0.rate < -1e-9 }.map { ($0.pair, $0.rate) }
    }
    if losing.isEmpty, let limit {
      losing = pairs(under: limit).map { ($0, round.eligible.value[$0]) }
    }
    var seen: Set<Int> = [own]
    return losing.filter { units.amount($0.pair) > 0 }
      .sorted { ($0.key, $0.pair) < ($1.key, $1.pair) }
      .compactMap { entry in
        let project = round.eligible.project[entry.pair]
        return seen.insert(project).inserted ? round.projects[project].id : nil
      }
  }

  /// The tickets that a limit counts, directly or by their totals.
  private func pairs(under limit: NamedLimit) -> [Int] {
    round.eligible.indices.filter { pair in
      costs(ofTicket: pair).contains { $0.limit.place == limit.place && $0.cost > 0 }
    }
  }
}
