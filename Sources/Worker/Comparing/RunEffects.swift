import Intake
import Plans
import Records

/// One of two runs whose answers and inputs are held against each other.
struct ComparedRun {
  /// nil where its fixed pairs conflict.
  var answer: PublishedAnswer?
  var inputs: PlanningInputs
  var files: [InputFile]
  var limits: InputLimits

  /// Finds cells in those of its files that are named.
  func cells(in names: Set<String>) -> CellFinder {
    CellFinder(files.filter { names.contains($0.name) }, limits: limits)
  }
}

/// How much a status names of what changed.
enum EffectLimits {
  static let edits = 15
  static let groups = 20
  static let pairings = 12
  static let proposals = 10
  /// Values of one edit: more than a proposal has columns, less than a pledge may have years.
  static let fields = 16
  /// Characters of a planner's text.
  static let text = 200
}

/// What the newer run did against the older one, without planning anything again.
///
/// - Parameter since: what the older run is called.
func runEffect(since: String, from older: ComparedRun, to newer: ComparedRun) -> RunEffect? {
  guard let before = older.answer else { return nil }
  let edits = inputEdits(from: older.inputs, to: newer.inputs)
  let after = newer.answer
  let needs = (older: needs(older.inputs.records), newer: needs(newer.inputs.records))
  // Without a plan nothing came of the edits yet.
  let pairings = after.map { PairingChange.changes(from: before.pairings, to: $0.pairings) } ?? []
  let proposals =
    after.map {
      FundingChange.changes(
        from: before.tickets, to: $0.tickets, olderNeeds: needs.older, newerNeeds: needs.newer)
    } ?? []
  let concerns = EditConcerns(edits, older, newer)
  let toldPairings = pairings.prefix(EffectLimits.pairings).map { ($0, concerns.of($0)) }
  let toldProposals = proposals.prefix(EffectLimits.proposals).map { ($0, concerns.of($0)) }
  let direct = Set((toldPairings.map(\.1) + toldProposals.map(\.1)).joined())
  let told = weightiest(edits, direct: direct)
  let place = Dictionary(uniqueKeysWithValues: told.enumerated().map { ($1, $0) })
  func places(_ concerned: [Int]) -> [Int] { concerned.compactMap { place[$0] }.sorted() }
  let toldEdits = told.map { edits[$0] }
  let names = EffectNames(older.inputs.records, newer.inputs.records)
  return RunEffect(
    since: since, before: before.plan, after: after?.plan,
    edits: .init(
      count: edits.count, counting: edits.count { $0.change.counts },
      groups: groups(of: edits),
      told: shown(toldEdits, older, newer)),
    pairings: .init(
      pairings,
      told: toldPairings.map { .init(change: $0.0.published, edits: places($0.1)) }),
    proposals: .init(
      proposals,
      told: toldProposals.map { .init(change: $0.0.published, edits: places($0.1)) }),
    regions: names.regions(toldPairings.map(\.0), toldEdits),
    titles: names.titles(toldProposals.map(\.0), toldEdits))
}

private func groups(of edits: [InputEdit]) -> [RunEffect.Group] {
  let alike = Dictionary(grouping: edits) { edit in
    RunEffect.Group(
      file: (edit.change.after ?? edit.change.before)?.file ?? "", kind: edit.change.kind,
      step: edit.change.step, count: 0)
  }
  let counted = alike.map { group, edits in
    RunEffect.Group(file: group.file, kind: group.kind, step: group.step, count: edits.count)
  }
  return counted.sorted {
    ($1.count, $0.file, $0.kind.rawValue, $0.step.rawValue)
      < ($0.count, $1.file, $1.kind.rawValue, $1.step.rawValue)
  }.prefix(EffectLimits.groups).map { $0 }
}

/// The places of the edits to be told: those that a plan can depend on before all others, then what concerns the whole round or
/// one of the changes that are told, then by the money at stake.
private func weightiest(_ edits: [InputEdit], direct: Set<Int>) -> [Int] {
  func rank(_ place: Int) -> Int {
    guard edits[place].change.counts else { return 2 }
    return edits[place].money == .infinity || direct.contains(place) ? 0 : 1
  }
  return edits.indices
    .sorted { left, right in
      let (first, second) = (rank(left), rank(right))
      if first != second { return first < second }
      return edits[left].money != edits[right].money
        ? edits[left].money > edits[right].money : left < right
    }
    .prefix(EffectLimits.edits).map { $0 }
}

/// The edits with the cells of their values, shortened.
private func shown(
  _ edits: [InputEdit], _ older: ComparedRun, _ newer: ComparedRun
) -> [RunEffect.Edit] {
  let oldCells = older.cells(in: Set(edits.compactMap(\.rows.older?.file)))
  let newCells = newer.cells(in: Set(edits.compactMap(\.rows.newer?.file)))
  return edits.map { edit in
    var edit = edit
    let count = edit.change.fields.count
    // A record that goes needs no list of what it said.
    let most =
      edit.change.step == .withdrawn && edit.change.kind != .setting ? 4 : EffectLimits.fields
    edit.change.fields = Array(edit.change.fields.prefix(most))
    var change = located(edit, oldCells, newCells)
    change.key = shortened(change.key)
    for place in change.fields.indices {
      change.fields[place].older = change.fields[place].older.map(shortened)
      change.fields[place].newer = change.fields[place].newer.map(shortened)
    }
    return RunEffect.Edit(change: change, moreFields: count - change.fields.count)
  }
}

private func shortened(_ text: String) -> String {
  text.unicodeScalars.count > EffectLimits.text
    ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(EffectLimits.text - 1))) + "…"
    : text
}

/// What the named regions and proposals are called: as the newer run says, else as the older one did.
private struct EffectNames {
  let records: [RecordSet]

  init(_ older: RecordSet, _ newer: RecordSet) { records = [older, newer] }

  func regions(_ changes: [PairingChange], _ edits: [InputEdit]) -> [RegionCode: Bilingual] {
    var codes = Set(changes.flatMap { [$0.donor, $0.recipient] })
    codes.formUnion(edits.compactMap(\.pair).flatMap { [$0.donor, $0.recipient] })
    codes.formUnion(keys(.region, edits).map { RegionCode($0) })
    return records.flatMap(\.regions).filter { codes.contains($0.code) }
      .reduce(into: [:]) { $0[$1.code] = named($1.name, $1.nameZh, else: $1.code.text) }
  }

  func titles(_ changes: [FundingChange], _ edits: [InputEdit]) -> [ProposalID: Bilingual] {
    let ids = Set(changes.map(\.proposal)).union(keys(.proposal, edits).map { ProposalID($0) })
    return records.flatMap(\.proposals).filter { ids.contains($0.id) }
      .reduce(into: [:]) { $0[$1.id] = named($1.title, $1.titleZh, else: $1.id.text) }
  }

  private func keys(_ kind: InputChange.Kind, _ edits: [InputEdit]) -> [String] {
    edits.filter { $0.change.kind == kind }.map(\.change.key)
  }

  private func named(_ en: String?, _ zh: String?, else code: String) -> Bilingual {
    func text(_ name: String?) -> String? { name.flatMap { $0.isEmpty ? nil : shortened($0) } }
    return Bilingual(
      en: text(en) ?? text(zh) ?? shortened(code), zh: text(zh) ?? text(en) ?? shortened(code))
  }
}
