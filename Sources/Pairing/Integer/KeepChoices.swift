import Optimisation
import Plans
import Round

/// What integer choices put in place of other bounds, and what stood there before.
struct ChoiceBounds {
  var columns: [(column: Column, before: Bounds)] = []
  var rows: [Row] = []
  /// What was chosen last, in the order of the round's choices.
  var last: [Bool] = []
  /// Limits that say nothing while a column is closed.
  var suspended: [NamedLimit] = []
}

extension Allocation {
  /// Takes the choices back that were written into the program: whatever comes after may choose again.
  mutating func reopenChoices() throws(ProgramError) {
    for (column, before) in added.choices.columns.reversed() {
      try program.setBounds(of: column, before)
    }
    for row in added.choices.rows { try program.setBounds(of: row, .free) }
    limits.removeAll { [.partners, .minPairing, .minFunding, .minTicket].contains($0.name.rule) }
    limits += added.choices.suspended
    added.choices = ChoiceBounds(last: added.choices.last)
  }

  /// Writes what was chosen into the program as bounds: no money where the choice is no, the least amount where it is yes. What
  /// comes after is a linear program again.
  mutating func keep(_ choices: [(choice: Choice, isOn: Bool)]) throws(ProgramError) {
    added.choices.last = choices.map(\.isOn)
    for (choice, isOn) in choices {
      switch choice {
      case .pair(let pair): try keep(pair, isOn)
      case .project(let project): try keep(project: project, isOn)
      case .ticket(let ticket): try keep(ticket: ticket, isOn)
      }
    }
  }

  private mutating func keep(_ pair: DonorRecipient, _ isOn: Bool) throws(ProgramError) {
    guard let total = pairTotals[pair] else { return }
    let least = round.policy.minPairing ?? 0
    if !isOn {
      try close(total, round.name(.partners, pair))
    } else if least > 0 {
      try raise(total, to: least, round.name(.minPairing, pair))
    }
  }

  private mutating func keep(project: Int, _ isOn: Bool) throws(ProgramError) {
    let name = RuleName(.minFunding, proposal: round.projects[project].id)
    if isOn {
      let least = round.projects[project].record.minFunding * round.projects[project].need
      added.choices.rows.append(try addLimit(name, funding(of: project), atLeast: least))
    } else {
      for pair in round.eligible.pairs(ofProject: project) { try close(money[pair], name) }
    }
  }

  private mutating func keep(ticket: Int, _ isOn: Bool) throws(ProgramError) {
    let offer = round.offers[round.eligible.offer[ticket]]
    let name = RuleName(
      .minTicket, offer: offer.id, proposal: round.projects[round.eligible.project[ticket]].id)
    if isOn {
      try raise(money[ticket], to: offer.record.minTicket, name)
    } else {
      try close(money[ticket], name)
    }
  }

  private mutating func close(_ column: Column, _ name: RuleName) throws(ProgramError) {
    added.choices.columns.append((column, program.bounds(of: column)))
    try program.setBounds(of: column, .exactly(0))
    // The column has no other ceiling any more.
    let own = limits.filter { $0.place == .column(column, .upper) }
    added.choices.suspended += own.filter {
      ![.partners, .minFunding, .minTicket].contains($0.name.rule)
    }
    limits.removeAll { $0.place == .column(column, .upper) }
    limits.append(NamedLimit(name: name, place: .column(column, .upper)))
  }

  private mutating func raise(
    _ column: Column, to least: Double, _ name: RuleName
  ) throws(ProgramError) {
    var bounds = program.bounds(of: column)
    added.choices.columns.append((column, bounds))
    bounds.lower = min(least, bounds.upper ?? least)
    try program.setBounds(of: column, bounds)
    limits.append(NamedLimit(name: name, place: .column(column, .lower)))
  }
}
