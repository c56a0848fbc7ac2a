import Optimisation
import Records
import Round

typealias SectorName = Sector

/// Adds the columns that sum `x` over cells, recipients, pairs and groups, each with the row that ties it.
///
/// A total's upper bound is the sum of its parts' bounds with a margin: it never binds, but every column is boxed, which
/// the bound of a proof and the dual simplex want.
struct Totals {
  let round: Round
  let money: [Column]
  let ceilings: [Double]

  init(_ round: Round, money: [Column], ceilings: [Double]) {
    self.round = round
    self.money = money
    self.ceilings = ceilings
  }

  private func roomy(_ pairs: [Int]) -> Bounds {
    .between(0, 1.01 * pairs.reduce(0) { $0 + ceilings[$1] } + 1)
  }

  private func add(_ pairs: [Int], to program: inout Program) throws(ProgramError) -> Column {
    let total = try program.addColumn(roomy(pairs))
    _ = try program.addRow(
      pairs.map { Term(1, money[$0]) } + [Term(-1, total)], .exactly(0))
    return total
  }

  private func pairs(of projects: [Int]) -> [Int] {
    projects.flatMap { round.eligible.pairs(ofProject: $0) }
  }

  func addSectorTotals(
    to program: inout Program
  ) throws(ProgramError) -> [[(sector: SectorName, column: Column)]] {
    var totals: [[(sector: SectorName, column: Column)]] = []
    for recipient in round.recipients {
      let bySector = Dictionary(grouping: recipient.projects) { round.projects[$0].record.sector }
      var cells: [(sector: SectorName, column: Column)] = []
      for (sector, projects) in bySector.sorted(by: { $0.key < $1.key }) {
        let pairs = pairs(of: projects)
        if !pairs.isEmpty { cells.append((sector, try add(pairs, to: &program))) }
      }
      totals.append(cells)
    }
    return totals
  }

  func addRecipientTotals(
    to program: inout Program, sectors: [[(sector: SectorName, column: Column)]]
  ) throws(ProgramError) -> [Column?] {
    var totals: [Column?] = []
    for (recipient, cells) in zip(round.recipients, sectors) {
      guard !cells.isEmpty else {
        totals.append(nil)
        continue
      }
      let total = try program.addColumn(roomy(pairs(of: recipient.projects)))
      _ = try program.addRow(
        cells.map { Term(1, $0.column) } + [Term(-1, total)], .exactly(0))
      totals.append(total)
    }
    return totals
  }

  func addPairTotals(to program: inout Program) throws(ProgramError) -> [DonorRecipient: Column] {
    var members: [DonorRecipient: [Int]] = [:]
    for pair in round.eligible.indices {
      members[round.partners(ofPair: pair), default: []].append(pair)
    }
    var totals: [DonorRecipient: Column] = [:]
    for pair in round.openPairs { totals[pair] = try add(members[pair] ?? [], to: &program) }
    return totals
  }

  func addGroupTotals(
    to program: inout Program, recipients: [Column?]
  ) throws(ProgramError) -> [Column] {
    var members = [[Int]](repeating: [], count: round.groups.count)
    for (project, group) in round.groupOfProject.enumerated() {
      if let group { members[group].append(project) }
    }
    var totals: [Column] = []
    for (group, projects) in zip(round.groups, members) {
      if round.policy.fairnessLevel == .region, let total = recipients[group.recipient] {
        totals.append(total)
      } else {
        totals.append(try add(pairs(of: projects), to: &program))
      }
    }
    return totals
  }
}
