import Foundation
import Intake
import Plans
import Records
import Round

/// A run that was written before, read back from its folder: what it answered, and the round that it answered.
///
/// The folder may be one that `jetbd plan` wrote, with the inputs in it, or one that the service published, with the inputs
/// of all runs kept beside them; `latest` does as well.
public struct FinishedRun: Sendable {
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    case notARun(String)
    case unreadable(String, reason: String)
    case otherFormat(String, found: String, expected: String)
    case missingInput(String, name: String, hash: ContentHash)
    case changedInput(String, name: String)
    case noRound(String, reason: String)

    public var description: String {
      switch self {
      case .notARun(let path):
        "\(path) holds no finished run (no plans.json); name a folder that `jetbd plan` wrote, or plans/ROUND/latest of the service"
      case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
      case .otherFormat(let path, let found, let expected):
        "\(path) has the format \(found), this program reads \(expected); plan the round again with this version"
      case .missingInput(let path, let name, let hash):
        "the run's input \(name) is not kept at \(path)/inputs/\(hash), nor two folders above; copy the run folder with its inputs, or plan the round again"
      case .changedInput(let path, let name):
        "\(path), which the run kept of \(name), has other bytes than its name says; plan the round again"
      case .noRound(let path, let reason):
        "the inputs of \(path) give no round when they are read again: \(reason); plan the round again with this version"
      }
    }

    /// Whether the caller named something else than a run.
    public var isUsage: Bool {
      if case .notARun = self { true } else { false }
    }
  }

  public var plans: PlansDocument
  public var inputs: InputsDocument
  /// As its inputs give it when they are read again.
  public var round: Round
  /// What reading them again came to.
  let reading: Reading
  /// Its inputs, and the earlier versions that some records came from.
  let files: [InputFile]
  let inForce: [InForceFile]
  /// Finds the cells of its records.
  public var cells: CellFinder

  /// - Parameter folder: the run's own.
  public init(folder: String) throws(Failure) {
    // `latest` is a link: what lies above the run lies above what it names.
    let run = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    guard FileManager.default.fileExists(atPath: run + "/plans.json") else {
      throw .notARun(folder)
    }
    plans = try Self.document(PlansDocument.self, "jetb.plans/1", at: run + "/plans.json")
    inputs = try Self.document(InputsDocument.self, "jetb.inputs/1", at: run + "/inputs.json")
    files = try inputs.files.map { file throws(Failure) in
      try Self.input(file.name, file.hash, of: run)
    }
    inForce = try inputs.lastGood.map { kept throws(Failure) in
      InForceFile(file: try Self.input(kept.name, kept.hash, of: run), keys: kept.keys)
    }
    let limits = inputs.limits ?? InputLimits()
    reading = readRound(named: inputs.round, files: files, inForce: inForce, limits: limits)
    guard let records = reading.records else {
      throw .noRound(folder, reason: reading.reason?.en ?? "no record can be read")
    }
    round = Round(records)
    cells = CellFinder(files, limits: limits)
  }

  static func document<Document: Decodable>(
    _ type: Document.Type, _ format: String, at path: String
  ) throws(Failure) -> Document {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path, reason: RoundFolder.reason(error))
    }
    // Another format may lack keys of this one, so it is told first.
    guard let found = try? JSONDecoder().decode(Format.self, from: bytes).format else {
      throw .unreadable(path, reason: "it is no JSON of a run")
    }
    guard found == format else { throw .otherFormat(path, found: found, expected: format) }
    do {
      return try JSONDecoder().decode(type, from: bytes)
    } catch {
      throw .unreadable(path, reason: "it was changed, or another version wrote it (\(error))")
    }
  }

  private struct Format: Decodable {
    var format: String
  }

  /// The bytes of an input: beside the run as `jetbd plan` leaves them, or with those of all runs of a round.
  private static func input(
    _ name: String, _ hash: ContentHash, of run: String
  ) throws(Failure) -> InputFile {
    // Of `jetbd plan`, of the service, and of a job under way.
    for folder in [run + "/inputs", run + "/../../inputs", run + "/../inputs"] {
      let path = "\(folder)/\(hash)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let bytes: [UInt8]
      do {
        bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      } catch {
        throw .unreadable(path, reason: RoundFolder.reason(error))
      }
      guard ContentHash(of: bytes) == hash else { throw .changedInput(path, name: name) }
      return InputFile(name: name, hash: hash, bytes: bytes)
    }
    throw .missingInput(run, name: name, hash: hash)
  }
}
