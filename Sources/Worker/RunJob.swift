import CLinux
import Foundation
import Intake
import Pairing
import Plans
import Records
import Reports

/// Why a job could not be worked on.
public enum JobError: Error, CustomStringConvertible {
  case unreadable(String, reason: String)
  case missingInput(ContentHash)
  case changedInput(ContentHash)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) cannot be read as a job: \(reason)"
    case .missingInput(let hash): "the job names the input \(hash) but does not hold it"
    case .changedInput(let hash): "the input \(hash) has other bytes than its name says"
    }
  }
}

/// Works on a job folder: reads `job.json` and `inputs/`, writes `run/`, `outcome.json` and at last the reviewed workbooks.
///
/// The process is the job's own: it sets its memory limit and ends with its parent.
public func runJob(_ folder: String) throws {
  _ = clinux_die_with_parent(SIGKILL)
  let path = { (name: String) in folder + "/" + name }
  let job: Job
  do {
    job = try JSONDecoder().decode(
      Job.self, from: Data(contentsOf: URL(fileURLWithPath: path(Job.Name.job))))
  } catch {
    throw JobError.unreadable(path(Job.Name.job), reason: "\(error)")
  }
  if let bytes = job.limits.memoryBytes { limitMemory(bytes) }
  func input(_ name: String, _ hash: ContentHash) throws -> InputFile {
    let url = URL(fileURLWithPath: path("\(Job.Name.inputs)/\(hash)"))
    guard let data = try? Data(contentsOf: url) else { throw JobError.missingInput(hash) }
    let bytes = [UInt8](data)
    guard ContentHash(of: bytes) == hash else { throw JobError.changedInput(hash) }
    return InputFile(name: name, hash: hash, bytes: bytes)
  }
  let files = try job.files.map { try input($0.name, $0.hash) }
  let inForce = try inForceFiles(job.inForce, input: input)

  let reporter = ProgressReporter(path: path(Job.Name.progress), limit: job.limits.solveSeconds)
  let limits = job.limits.inputs ?? InputLimits()
  let finished = try solveRound(
    named: job.round, files: files, inForce: inForce, continuing: job.continues, limits: limits,
    secondTry: job.secondTry, watch: reporter.look)
  let run = path(Job.Name.run)
  try FileManager.default.createDirectory(atPath: run, withIntermediateDirectories: true)
  for file in finished.files { try write(file.bytes, to: run + "/" + file.name) }
  try write(try jsonText(finished.outcome), to: path(Job.Name.outcome))
  // Last, so that nothing that goes wrong here can cost the plan.
  func afterwards(_ work: () throws -> Void) {
    do {
      try work()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
    }
  }
  afterwards { try finished.writeReviewedWorkbooks(of: files, limits: limits, to: run) }
  afterwards {
    guard
      let effect = try effect(
        of: finished, files: files, in: job, plansText: path(Job.Name.inForcePlans),
        input: input)
    else { return }
    try write(try jsonText(effect), to: path(Job.Name.effect))
  }
}

/// The versions that the run in force stands on: every good record of its files, and the keys of its last-good ones.
private func inForceFiles(
  _ inputs: InputsDocument?, input: (String, ContentHash) throws -> InputFile
) throws -> [InForceFile] {
  guard let inputs else { return [] }
  let read = inputs.files.filter { $0.state == .accepted || $0.state == .acceptedInPart }
  return try read.map { InForceFile(file: try input($0.name, $0.hash), keys: nil) }
    + inputs.lastGood.map { InForceFile(file: try input($0.name, $0.hash), keys: $0.keys) }
}

private func limitMemory(_ bytes: Int) {
  var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
  setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
}

/// Writes a file whole, under a temporary name first.
func write(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
}
