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

  /// What a folder holds: the files that can be read, and a problem for each place that cannot.
  public struct Contents: Sendable {
    public var files: [InputFile] = []
    public var problems: [Problem] = []

    public init(files: [InputFile] = []) { self.files = files }
  }

  /// Reads every planner's file of the folder and its sub-folders, by name in order. One that cannot be read stops none of
  /// the others.
  ///
  /// Links, devices and other things that are no regular file are left alone, and so are names that `FileNames` passes over.
  public static func read(_ path: String) throws -> Contents {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw Failure.notAFolder(path) }
    var contents = Contents()
    collect(path, prefix: "", into: &contents)
    contents.files.sort { $0.name < $1.name }
    contents.problems.sort { $0.origin < $1.origin }
    return contents
  }

  /// Reads one file as if it lay alone in its folder.
  public static func readFile(_ path: String) throws -> InputFile {
    do {
      let url = URL(fileURLWithPath: path)
      // A pipe would be waited for, a device read without end.
      let resolved = url.resolvingSymlinksInPath().path
      let type = try FileManager.default.attributesOfItem(atPath: resolved)[.type]
      guard type as? FileAttributeType == .typeRegular else {
        throw Failure.unreadable(path, reason: "it is no regular file")
      }
      let bytes = [UInt8](try Data(contentsOf: url))
      return InputFile(
        name: url.lastPathComponent, hash: ContentHash(of: bytes), bytes: bytes)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.unreadable(path, reason: reason(error))
    }
  }

  private static func collect(_ folder: String, prefix: String, into contents: inout Contents) {
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where !FileNames.isLeftAlone(name) {
        let path = folder + "/" + name
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        switch attributes?[.type] as? FileAttributeType {
        case .typeDirectory?: collect(path, prefix: prefix + name + "/", into: &contents)
        case .typeRegular?: take(path, named: prefix + name, into: &contents)
        default: continue
        }
      }
    } catch {
      contents.problems.append(unreadable(prefix, reason(error), isFolder: true))
    }
  }

  private static func take(_ path: String, named name: String, into contents: inout Contents) {
    do {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      contents.files.append(InputFile(name: name, hash: ContentHash(of: bytes), bytes: bytes))
    } catch {
      contents.problems.append(unreadable(name, reason(error), isFolder: false))
    }
  }

  private static func unreadable(_ name: String, _ reason: String, isFolder: Bool) -> Problem {
    let mode = isFolder ? "a+rx" : "a+r"
    return Problem(
      .problem, kind: "file-unreadable", at: Origin(file: name),
      message: Bilingual(
        en: "cannot be read and is left out (\(reason)); if its owner may share it: chmod \(mode)",
        zh: "无法读取，已略过（\(reason)）；如可共享，请由所有者执行：chmod \(mode)"))
  }
}
