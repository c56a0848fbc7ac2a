import Optimisation
import Plans
import Round

/// The columns of the person-months.
struct ExpertiseColumns {
  /// `e[j,p]` with its expert and project.
  var months: [(expert: Int, project: Int, column: Column)] = []
  /// `s[d,r]`: months of shared work that count for a pair.
  var shared: [(pair: DonorRecipient, column: Column)] = []
  /// Their rules by name.
  var rows: [(row: CertifiedRow, place: Limit)] = []
}

extension Program {
  /// `Σp e[j,p] <= B[j]` for each expertise offer; `Σj e[j,p] <= expertise_need[p]` for each project; and the months that count:
  /// `s[d,r] <= Σ e over that pair`, `s[d,r] <= limit[d,r]` (the second by the caller).
  mutating func addExpertise(_ round: Round) throws(ProgramError) -> ExpertiseColumns {
    var columns = ExpertiseColumns()
    var byExpert: [Int: [Term]] = [:]
    var byProject: [Int: [Term]] = [:]
    var byPair: [DonorRecipient: [Term]] = [:]
    var roomOfPair: [DonorRecipient: Double] = [:]
    for (expert, project, pair) in round.expertiseEntries {
      let asked = round.projects[project].record.expertiseMonths
      let ceiling = min(asked, round.experts[expert].months)
      let column = try addColumn(.between(0, ceiling))
      columns.months.append((expert, project, column))
      byExpert[expert, default: []].append(Term(1, column))
      byProject[project, default: []].append(Term(1, column))
      byPair[pair, default: []].append(Term(1, column))
      roomOfPair[pair, default: 0] += ceiling
    }
    for (expert, terms) in byExpert.sorted(by: { $0.key < $1.key }) {
      let row = try addRow(terms, .atMost(round.experts[expert].months))
      columns.rows.append(
        (CertifiedRow(.expertBudget, offer: round.experts[expert].id), .row(row, .upper)))
    }
    for (project, terms) in byProject.sorted(by: { $0.key < $1.key }) {
      let row = try addRow(terms, .atMost(round.projects[project].record.expertiseMonths))
      columns.rows.append(
        (CertifiedRow(.expertNeed, proposal: round.projects[project].id), .row(row, .upper)))
    }
    for (pair, terms) in byPair.sorted(by: { $0.key < $1.key }) {
      let shared = try addColumn(.between(0, roomOfPair[pair] ?? 0))
      let row = try addRow([Term(1, shared)] + terms.map { Term(-1, $0.column) }, .atMost(0))
      columns.rows.append((round.row(.monthsGiven, pair), .row(row, .upper)))
      columns.shared.append((pair, shared))
    }
    return columns
  }
}
