import Foundation
import Intake
import Plans
import Records

/// What a job's run did against the run in force, whose inputs are read again; nil where the job holds none to compare with.
///
/// - Parameters:
///   - files: those of the job.
///   - plansText: where `plans.json` of the run in force lies.
///   - input: the bytes of an input by its name and hash.
func effect(
  of finished: FinishedRound, files: [InputFile], in job: Job, plansText: String,
  input: (String, ContentHash) throws -> InputFile
) throws -> RunEffect? {
  guard let since = job.since, let inForce = job.inForce, let round = finished.round,
    let bytes = try? Data(contentsOf: URL(fileURLWithPath: plansText)),
    let older = PublishedAnswer(plansText: [UInt8](bytes))
  else { return nil }
  let limits = inForce.limits ?? InputLimits()
  let olderFiles = try inForce.files.map { try input($0.name, $0.hash) }
  let reading = readRound(
    named: inForce.round, files: olderFiles,
    inForce: try inForce.lastGood.map {
      InForceFile(file: try input($0.name, $0.hash), keys: $0.keys)
    }, limits: limits)
  guard let records = reading.records else { return nil }
  let newest = finished.outcome.headline?.scorecard.flatMap { scorecard in
    finished.plans?.recommendedPlan.map { PublishedAnswer($0, scorecard: scorecard) }
  }
  return runEffect(
    since: since,
    from: ComparedRun(
      answer: older,
      inputs: PlanningInputs(
        records: records, earlier: inForce.continues ?? finished.continued),
      files: olderFiles, limits: limits),
    to: ComparedRun(
      answer: newest,
      inputs: PlanningInputs(
        records: round.records, earlier: finished.continued ?? inForce.continues),
      files: files, limits: job.limits.inputs ?? InputLimits()))
}
