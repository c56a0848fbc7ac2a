import Intake
import Pairing
import Plans
import Records

/// How many changes are planned again alone, where there are more: those with most money at stake.
public let changesTriedAlone = 40

/// What changed between two finished runs, and which input changed it.
///
/// Attribution plans the older run's records again, whole, with each change alone; only what explains plans and
/// changes none of them is left out.
///
/// - Parameters:
///   - names: what the two runs are called.
///   - most: how many changes are tried alone.
///   - progress: told what is being planned again, its number from 1, and how many there are.
public func compareRuns(
  _ older: FinishedRun, _ newer: FinishedRun, names: (older: String, newer: String),
  most: Int = changesTriedAlone,
  progress: (_ what: String, _ number: Int, _ count: Int) -> Void = { _, _, _ in }
) -> RunDifference {
  // What only one of the runs keeps to is there all along: it has a say as soon as the policy asks for it.
  let before = PlanningInputs(
    records: older.round.records, earlier: older.inputs.continues ?? newer.inputs.continues)
  let after = PlanningInputs(
    records: newer.round.records, earlier: newer.inputs.continues ?? older.inputs.continues)
  let edits = inputEdits(from: before, to: after)
  let (oldPlan, newPlan) = (older.plans.recommendedPlan, newer.plans.recommendedPlan)
  return RunDifference(
    older: .init(names.older, older.plans), newer: .init(names.newer, newer.plans),
    files: fileChanges(from: older.inputs.files, to: newer.inputs.files),
    changes: edits.map { located($0, older.cells, newer.cells) },
    pairings: PairingChange.changes(
      from: oldPlan?.pairings ?? [], to: newPlan?.pairings ?? []),
    proposals: FundingChange.changes(
      from: oldPlan?.tickets ?? [], to: newPlan?.tickets ?? [],
      olderNeeds: needs(before.records), newerNeeds: needs(after.records)),
    attribution: attribution(
      of: edits, from: before, to: after, published: oldPlan, most: most, progress: progress))
}

/// The change with the cells of its values: in the newer run where they stand there, else in the older one.
func located(
  _ edit: InputEdit, _ older: CellFinder, _ newer: CellFinder
) -> InputChange {
  var change = edit.change
  for place in change.fields.indices {
    let field = change.fields[place]
    let new = field.newer.flatMap { _ in
      edit.rows.newer.flatMap { newer.cell(of: field.name, in: $0) }
    }
    let old = edit.rows.older.flatMap { older.cell(of: field.name, in: $0) }
    change.fields[place].at = (new ?? old).map(InputChange.Place.init)
  }
  return change
}

func needs(_ records: RecordSet) -> [ProposalID: Double] {
  Dictionary(records.proposals.map { ($0.id, $0.need) }) { first, _ in first }
}

private func fileChanges(
  from older: [InputsDocument.File], to newer: [InputsDocument.File]
) -> [RunDifference.File] {
  let before = Dictionary(older.map { ($0.name, $0) }) { first, _ in first }
  let after = Dictionary(newer.map { ($0.name, $0) }) { first, _ in first }
  return Set(before.keys).union(after.keys).sorted().compactMap { name in
    switch (before[name], after[name]) {
    case (let old?, let new?):
      old.hash == new.hash && old.state == new.state
        ? nil : RunDifference.File(name: name, step: .edited, state: new.state)
    case (nil, let new?): RunDifference.File(name: name, step: .added, state: new.state)
    default: RunDifference.File(name: name, step: .withdrawn, state: nil)
    }
  }
}

private func attribution(
  of edits: [InputEdit], from older: PlanningInputs, to newer: PlanningInputs, published: Plan?,
  most: Int, progress: (String, Int, Int) -> Void
) -> Attribution {
  let counting = edits.indices.filter { edits[$0].change.counts }
  let tried = counting.sorted { (edits[$1].money, $0) < (edits[$0].money, $1) }.prefix(most)
    .sorted()
  let count = tried.count + 2
  let replanning = Replanning()
  progress("the older run", 1, count)
  let base = replanning.plan(older)
  var alone: [Attribution.Alone] = []
  for (number, place) in tried.enumerated() {
    progress(edits[place].change.key, number + 2, count)
    var inputs = older
    edits[place].apply(&inputs)
    let answer = replanning.plan(inputs)
    alone.append(
      Attribution.Alone(
        change: place, outcome: answer.outcome, shift: PlanShift(from: base, to: answer)))
  }
  progress("all changes together", count, count)
  let together = PlanShift(from: base, to: replanning.plan(newer))
  let shifts = alone.compactMap(\.shift)
  return Attribution(
    alone: alone, notTried: counting.count - tried.count, together: together,
    leftOver: shifts.count == alone.count
      ? together.map { shifts.reduce($0.figures) { $0 - $1.figures } } : nil,
    isReproduced: isSame(base.plan, published))
}

/// Whether a plan has the pairings that were published.
private func isSame(_ plan: Plan?, _ published: Plan?) -> Bool {
  PairingChange.changes(from: plan?.pairings ?? [], to: published?.pairings ?? []).isEmpty
}
