import Foundation
import Plans
import Records

@testable import Service

/// What should be published of a round: found by running the worker on the folder as it is, without the service.
///
/// Works with any worker that keeps the job protocol.
struct Expectation {
  let worker: [String]
  let round: String
  /// The round's folder in the inbox, and a folder for jobs and kept inputs.
  let folder: String
  let scratch: String
  private(set) var inForce: InputsDocument?

  init(worker: [String], round: String, folder: String, scratch: String) {
    self.worker = worker
    self.round = round
    self.folder = folder
    self.scratch = scratch
  }

  /// Plans the folder and takes the run for published if there is one.
  /// - Returns: the run's files by name; nil where the worker leaves no plan.
  mutating func plan() throws -> [String: Data]? {
    let manager = FileManager.default
    let job = "\(scratch)/expected-\(round)"
    let kept = "\(scratch)/kept-\(round)"
    try? manager.removeItem(atPath: job)
    for path in [job + "/inputs", kept] {
      try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    var files: [Job.File] = []
    for name in manager.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder),
        !isFolder.boolValue, let bytes = manager.contents(atPath: folder + "/" + name)
      else { continue }
      let hash = ContentHash(of: Array(bytes))
      for path in [job + "/inputs", kept] {
        try bytes.write(to: URL(fileURLWithPath: path + "/" + hash.digits))
      }
      files.append(Job.File(name: name, hash: hash))
    }
    for hash in inForce?.hashes ?? [] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: kept + "/" + hash.digits))
      try bytes.write(to: URL(fileURLWithPath: job + "/inputs/" + hash.digits))
    }
    let document = Job(
      round: round, files: files.sorted { $0.name < $1.name }, inForce: inForce,
      limits: Job.Limits(solveSeconds: 48, memoryBytes: 4 << 30))
    try Data(jsonText(document)).write(to: URL(fileURLWithPath: job + "/job.json"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: worker[0])
    process.arguments = Array(worker.dropFirst()) + [job]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard let outcome = JSON.document(RoundOutcome.self, at: job + "/outcome.json"),
      outcome.kind == .planned
    else { return nil }
    inForce = JSON.document(InputsDocument.self, at: job + "/run/inputs.json")
    return contents(of: job + "/run")
  }
}

/// The files of a folder by name.
func contents(of folder: String) -> [String: Data] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  var contents: [String: Data] = [:]
  for name in names { contents[name] = FileManager.default.contents(atPath: folder + "/" + name) }
  return contents
}
