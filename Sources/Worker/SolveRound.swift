import Intake
import Optimisation
import Pairing
import Plans
import Records
import Reports
import Round

/// Everything that one run of a round leaves: how it ended, and the files of its run folder.
public struct FinishedRound: Sendable {
  public var outcome: RoundOutcome
  /// The run folder's files; none where the inputs give no round to plan.
  public var files: [RunFile]
  /// What was planned, for the terminal; nil without a round.
  public var round: Round?
  public var plans: PlansDocument?
  /// The plan that continuity kept to.
  var continued: EarlierPlan?
  /// What the files' reviewed workbooks say beside the outcome's problems.
  var conflictProblems: [Problem] = []
  /// Theirs.
  var language = Policy.Language.both
}

/// From the bytes of a round's files to its run folder: intake, round, pairing, reports.
///
/// A pure function of its arguments but for `watch`, which can end the solving early.
///
/// - Parameters:
///   - unread: what was wrong before any file was read; it stands among the problems.
///   - earlier: the plan that a round with continuity keeps to. Any other round is planned, and its files written, as if
///     there were none.
/// - Throws: `PlanningError` where the solver failed, `UnprovenPlans` where what it found does not hold against its own
///   proof; wrong inputs are no error but an outcome.
public func solveRound(
  named name: String, files: [InputFile], unread: [Problem] = [], inForce: [InForceFile] = [],
  continuing earlier: EarlierPlan? = nil, limits: InputLimits = InputLimits(),
  secondTry: Bool = false,
  watch: PlanningWatch = { _, _ in true }
) throws -> FinishedRound {
  try solveRound(
    named: name, files: files, unread: unread, inForce: inForce, continuing: earlier,
    limits: limits, secondTry: secondTry, planning: UsualPlanning(), watch: watch)
}

/// The same with another planner.
func solveRound(
  named name: String, files: [InputFile], unread: [Problem] = [], inForce: [InForceFile] = [],
  continuing earlier: EarlierPlan? = nil, limits: InputLimits = InputLimits(),
  secondTry: Bool = false, planning: any Planning,
  watch: PlanningWatch = { _, _ in true }
) throws -> FinishedRound {
  _ = watch("reading", 0)
  var reading = readRound(named: name, files: files, inForce: inForce, limits: limits)
  reading.problems = (unread + reading.problems).sorted { $0.origin < $1.origin }
  var inputs = InputsDocument(
    round: name, files: reading.files.map(InputsDocument.File.init),
    lastGood: reading.lastGood.map { InputsDocument.LastGood($0, of: reading.records) })
  func outcome(
    _ kind: RoundOutcome.Kind, reason: Bilingual? = nil, conflict: Conflict? = nil,
    problems: [Problem]
  )
    -> RoundOutcome
  {
    RoundOutcome(
      kind: kind, reason: reason, files: inputs.files, lastGood: inputs.lastGood,
      problems: problems, language: reading.language, conflict: conflict)
  }

  guard let records = reading.records else {
    return FinishedRound(
      outcome: outcome(.noPlan, reason: reading.reason, problems: reading.problems), files: [],
      language: reading.language)
  }

  if limits != InputLimits() { inputs.limits = limits }
  if Profiles.asksForContinuity(records.policy) { inputs.continues = earlier }
  let round = Round(records)
  let empty = PlansDocument(
    round: name, title: records.policy.title ?? name, currency: records.policy.currency,
    eligiblePairs: round.eligible.count, benefitOnly: nil, recommended: nil, plans: [],
    conflict: nil, problems: reading.problems.map(LocatedProblem.init))
  let proven = try planProven(
    round, continuing: inputs.continues,
    ways: PlanningWay.all(beginningWith: secondTry ? .dual : .primal),
    into: empty, planning: planning, watch: watch)
  var document = proven.document
  let places = ConflictPlaces(
    records: records, cells: CellFinder(document.conflict == nil ? [] : files, limits: limits),
    former: Set(inputs.lastGood.map(\.name)))
  document.conflict = document.conflict.map { places.placed($0).told(of: round) }
  _ = watch("publishing", 0)
  var ended = outcome(
    document.conflict == nil ? .planned : .conflict, conflict: document.conflict,
    problems: reading.problems)
  ended.headline = Headline(
    title: document.title, currency: document.currency,
    language: records.policy.language.rawValue,
    scorecard: document.published.plans.first?.scorecard)
  var written = try runFiles(plans: document, round: round, inputs: inputs)
  if let certificate = proven.certificate {
    written.append(RunFile(name: "certificate.json", bytes: try jsonText(certificate)))
  }
  written.append(CheckSums.file(of: written))
  return FinishedRound(
    outcome: ended, files: written, round: round, plans: document,
    continued: inputs.continues,
    conflictProblems: document.conflict.map { conflictProblems($0, places) } ?? [],
    language: reading.language)
}

extension InputsDocument.File {
  init(_ file: Reading.File) {
    self.init(
      name: file.name, hash: file.hash, size: file.size, state: file.state, records: file.records)
  }
}

extension InputsDocument.LastGood {
  /// - Parameter records: nil where the round must wait; then nobody knows what is at stake.
  init(_ kept: Reading.LastGood, of records: RecordSet?) {
    self.init(
      name: kept.name, hash: kept.hash, keys: kept.keys, whole: kept.whole,
      money: records.map { kept.money(in: $0) })
  }
}

extension Reading.LastGood {
  /// M that its records ask for or pledge, by kind.
  fileprivate func money(in records: RecordSet) -> [String: Double] {
    var money: [String: Double] = [:]
    if let keys = keys["offers"].map(Set.init) {
      // Expertise is counted in months.
      money["offers"] = records.offers
        .filter { keys.contains($0.id.text) && $0.instrument != .expertise }
        .reduce(0) { $0 + $1.amount.total }
    }
    if let keys = keys["proposals"].map(Set.init) {
      money["proposals"] = records.proposals.filter { keys.contains($0.id.text) }
        .reduce(0) { $0 + $1.need }
    }
    return money
  }
}

extension Offer.Amount {
  fileprivate var total: Double {
    switch self {
    case .total(let amount): amount
    case .byYear(let amounts): amounts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }
  }
}
