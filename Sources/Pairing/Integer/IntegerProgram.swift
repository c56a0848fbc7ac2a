import Optimisation
import Round

/// The program of a round with a yes-or-no column for everything that an integer rule decides about.
///
/// It is a copy that is searched and dropped: what was chosen is then written into the round's own program as bounds
/// (`Allocation.keep(_:)`), so that whatever comes after is a linear program again.
struct IntegerProgram: ~Copyable {
  var allocation: Allocation
  /// `z`, 1 where the choice is yes.
  private(set) var switches: [Choice: Column] = [:]
  /// In the order in which they were made.
  private(set) var choices: [Choice] = []
  /// The tickets of each pair of donor and recipient.
  let tickets: [DonorRecipient: [Int]]

  /// The share `t` by which what the stages keep is loosened; nil where that is settled.
  private(set) var loosening: Column?

  /// The integer rules of the round, on top of whatever `allocation` keeps.
  ///
  /// - Parameter loosening: whether what the stages keep may be loosened by a share `t`, a column of its own.
  init(_ allocation: consuming Allocation, loosening: Bool = false) throws(ProgramError) {
    let round = allocation.round
    tickets = Dictionary(grouping: round.eligible.indices) { round.partners(ofPair: $0) }
    self.allocation = allocation
    let floors = self.allocation.floors
    if loosening { self.loosening = try self.allocation.addLoosening() }
    if round.limitsPairs { try addPairSwitches() }
    try addMinPairing()
    try addRecipientsPerDonor()
    try addDonorsPerRecipient()
    try addMinFunding()
    try addMinTicket()
    try addBondCuts()
    try addFloorCuts(floors)
  }

  var round: Round { allocation.round }
  /// The columns of `choices`.
  var columns: [Column] { choices.compactMap { switches[$0] } }

  /// A switch that is off or on; `mayBeOn` is false where no amount of money would keep the rule.
  mutating func addSwitch(_ choice: Choice, mayBeOn: Bool) throws(ProgramError) -> Column {
    let column = try allocation.program.addColumn(.between(0, mayBeOn ? 1 : 0))
    switches[choice] = column
    choices.append(choice)
    return column
  }

  /// `most·z - Σ terms >= 0`: no money where the choice is no; and `Σ terms - least·z >= 0`: at least so much where it is yes.
  mutating func tie(
    _ terms: [Term], to column: Column, least: Double, most: Double
  ) throws(ProgramError) {
    let money = terms.map { Term(-$0.coefficient, $0.column) }
    _ = try allocation.program.addRow(money + [Term(most, column)], .atLeast(0))
    if least > 0 { _ = try allocation.program.addRow(terms + [Term(-least, column)], .atLeast(0)) }
  }
}
