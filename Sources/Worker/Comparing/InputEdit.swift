import Plans
import Records

/// What a plan depends on: the records and, with continuity, the plan before.
struct PlanningInputs {
  var records: RecordSet
  var earlier: EarlierPlan?
}

/// One change between two runs' inputs, and how to make it alone.
struct InputEdit {
  var change: InputChange
  /// M at stake.
  var money: Double
  /// Where the record stands in either run; a setting's value is a cell itself.
  var rows: (older: Origin?, newer: Origin?)
  /// Whom a record of a pair is about.
  var pair: DonorAndRecipient?
  var apply: (inout PlanningInputs) -> Void
}

/// Every change that leads from one run's inputs to the other's, by kind, then key.
///
/// Records are compared by what they say, not by where they stand: a row that moved to another file is no change.
func inputEdits(from older: PlanningInputs, to newer: PlanningInputs) -> [InputEdit] {
  settingEdits(from: older.records, to: newer.records)
    + edits(FixedPair.self, from: older.records, to: newer.records)
    + edits(ForbiddenPair.self, from: older.records, to: newer.records)
    + edits(Region.self, from: older.records, to: newer.records)
    + edits(Link.self, from: older.records, to: newer.records)
    + edits(Offer.self, from: older.records, to: newer.records)
    + edits(Proposal.self, from: older.records, to: newer.records)
    + continuedEdit(from: older.earlier, to: newer.earlier)
}

private func settingEdits(from older: RecordSet, to newer: RecordSet) -> [InputEdit] {
  ComparedSetting.all.compactMap { setting in
    let fields = changes(from: setting.fields(older.policy), to: setting.fields(newer.policy))
    guard !fields.changed.isEmpty else { return nil }
    let (before, after) = (setting.origin(in: older.policy), setting.origin(in: newer.policy))
    return InputEdit(
      change: InputChange(
        kind: .setting, key: setting.name,
        step: before == nil ? .added : after == nil ? .withdrawn : .edited,
        before: before.map(InputChange.Place.init), after: after.map(InputChange.Place.init),
        fields: fields.changed, counts: fields.count),
      // A setting concerns the whole round.
      money: .infinity, rows: (before, after)
    ) { inputs in
      setting.copy(newer.policy, &inputs.records.policy)
    }
  }
}

private func edits<Record: ComparedRecord>(
  _ type: Record.Type, from older: RecordSet, to newer: RecordSet
) -> [InputEdit] {
  let before = byKey(older[keyPath: Record.list])
  let after = byKey(newer[keyPath: Record.list])
  return Set(before.keys).union(after.keys).sorted().compactMap { key in
    let (old, new) = (before[key], after[key])
    let fields = changes(from: old?.fields ?? [], to: new?.fields ?? [])
    let isEdited = old != nil && new != nil
    guard !isEdited || !fields.changed.isEmpty else { return nil }
    return InputEdit(
      change: InputChange(
        kind: Record.kind, key: key,
        step: old == nil ? .added : new == nil ? .withdrawn : .edited,
        before: old.map { .init($0.origin) }, after: new.map { .init($0.origin) },
        fields: fields.changed, counts: !isEdited || fields.count),
      money: max(old?.money ?? 0, new?.money ?? 0), rows: (old?.origin, new?.origin),
      pair: (old ?? new)?.pair
    ) { inputs in
      var records = inputs.records[keyPath: Record.list]
      if let place = records.firstIndex(where: { $0 == old }) { records.remove(at: place) }
      if let new { records.append(new) }
      inputs.records[keyPath: Record.list] = records
    }
  }
}

/// A key that stands twice, as a pair that is fixed twice may, is numbered.
private func byKey<Record: ComparedRecord>(_ records: [Record]) -> [String: Record] {
  var byKey: [String: Record] = [:]
  for record in records {
    var (key, number) = (record.key, 1)
    while byKey[key] != nil {
      number += 1
      key = "\(record.key) (\(number))"
    }
    byKey[key] = record
  }
  return byKey
}

private func changes(
  from older: [ComparedField], to newer: [ComparedField]
) -> (changed: [InputChange.Field], count: Bool) {
  var changed: [InputChange.Field] = []
  var count = false
  let before = Dictionary(older.map { ($0.name, $0) }) { first, _ in first }
  let after = Dictionary(newer.map { ($0.name, $0) }) { first, _ in first }
  for field in newer + older.filter({ after[$0.name] == nil }) {
    let (old, new) = (before[field.name]?.text, after[field.name]?.text)
    guard old != new else { continue }
    changed.append(InputChange.Field(name: field.name, older: old, newer: new))
    count = count || field.counts
  }
  return (changed, count)
}

/// The plan that continuity keeps to is one of the inputs. What is kept to by one run only is in force where continuity is.
private func continuedEdit(from older: EarlierPlan?, to newer: EarlierPlan?) -> [InputEdit] {
  guard let older, let newer, older.pairings != newer.pairings else { return [] }
  return [
    InputEdit(
      change: InputChange(
        kind: .continued, key: "continuity", step: .edited, before: nil, after: nil,
        fields: [
          InputChange.Field(
            name: "plan", older: "\(older.run) \(older.plan)", newer: "\(newer.run) \(newer.plan)")
        ], counts: true),
      money: .infinity, rows: (nil, nil)
    ) { $0.earlier = newer }
  ]
}
