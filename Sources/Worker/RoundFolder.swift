import Foundation
import Intake
import Records

/// A round's folder as it lies on disk, for the commands that read one themselves.
public enum RoundFolder {
  public enum Failure: Error, CustomStringConvertible {
    case notAFolder(String)
    case unreadable(String, reason: String)

    /// Whether the caller named something else than a round, so that no file is at fault.
    public var isUsage: Bool {
      if case .notAFolder = self { true } else { false }
    }

    public var description: String {
      switch self {
      case .notAFolder(let path):
        "\(path) is not a folder; give the folder that holds the round's files"
      case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
      }
    }
  }

  /// What the system says of a file, in its own few words.
  public static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
    guard cause.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(cause.code)))
  }

  /// Reads every planner's file of the folder and its sub-folders, by name in order.
  ///
  /// Links, devices and other things that are no regular file are left alone, and so are names that `FileNames` passes over.
  public static func read(_ path: String) throws -> [InputFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw Failure.notAFolder(path) }
    var files: [InputFile] = []
    try collect(path, prefix: "", into: &files)
    return files.sorted { $0.name < $1.name }
  }

  /// Reads one file as if it lay alone in its folder.
  public static func readFile(_ path: String) throws -> InputFile {
    let bytes = try contents(of: path)
    return InputFile(
      name: URL(fileURLWithPath: path).lastPathComponent, hash: ContentHash(of: bytes), bytes: bytes
    )
  }

  private static func collect(_ folder: String, prefix: String, into files: inout [InputFile])
    throws
  {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Failure.unreadable(folder, reason: reason(error))
    }
    for name in names where !FileNames.isLeftAlone(name) {
      let path = folder + "/" + name
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory?: try collect(path, prefix: prefix + name + "/", into: &files)
      case .typeRegular?:
        let bytes = try contents(of: path)
        files.append(
          InputFile(name: prefix + name, hash: ContentHash(of: bytes), bytes: bytes))
      default: continue
      }
    }
  }

  private static func contents(of path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Failure.unreadable(path, reason: reason(error))
    }
  }
}
