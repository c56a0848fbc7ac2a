import Glibc
import Logging
import Records

/// Everything an operator can set. The defaults are meant to be good.
public struct ServiceConfiguration: Hashable, Sendable {
  /// The watched folder; planners write here, the service never does.
  public var inbox: String
  /// Where the rounds' results come out.
  public var plans: String
  /// The service's own working folder: jobs under way.
  public var state: String

  /// How long a round's folder has to be quiet before it is planned.
  public var settle: Duration = .seconds(2)
  /// How long after a first change a round is planned although its folder is not quiet.
  public var settleMost: Duration = .seconds(30)
  /// How often the watched folder is looked through although no event came.
  public var scanInterval: Duration = .seconds(60)
  /// How large and how deep planners' files may be; one of more than `fileSize` is rejected unread.
  public var inputLimits = InputLimits()

  /// What is put before the worker's own command: `nice -n 10`.
  public var worker: [String] = []
  /// How many rounds are planned side by side.
  public var workers = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  /// After this time a worker is ended.
  public var workerTimeLimit: Duration = .seconds(600)
  /// Bytes of address space that a worker may use.
  public var workerMemoryLimit = 4 << 30
  public var logLevel: Logger.Level = .info

  public init(inbox: String, plans: String, state: String) {
    self.inbox = inbox
    self.plans = plans
    self.state = state
  }

  /// What keeps the service from running with these folders; empty when nothing does.
  ///
  /// Looks at the disk: names may be links, and folders may be missing.
  public func folderProblems() -> [String] {
    var problems: [String] = []
    let folders = [("inbox", inbox), ("plans", plans), ("state", state)]
    let real = folders.map { ($0.0, $0.1, ServiceConfiguration.realPath($0.1)) }
    for (setting, path, _) in real where !path.hasPrefix("/") {
      problems.append("\(setting): \(path) is not an absolute path")
    }
    for (setting, path, resolved) in real.dropFirst() {
      if resolved == real[0].2 || resolved.hasPrefix(real[0].2 + "/") {
        problems.append(
          "\(setting): \(path) lies in the inbox \(inbox), where its files would be taken for planners'"
        )
      }
    }
    if real[1].2 == real[2].2 { problems.append("state: \(state) is the plans folder as well") }
    var status = stat()
    if stat(inbox, &status) != 0 {
      problems.append("inbox: \(FileError(.open, inbox, code: errno))")
    } else if status.st_mode & S_IFMT != S_IFDIR {
      problems.append("inbox: \(inbox) is no folder")
    } else if access(inbox, R_OK | X_OK) != 0 {
      problems.append("inbox: \(FileError(.list, inbox, code: errno))")
    }
    return problems
  }

  /// The path without links; of a folder that does not exist yet, as far as it exists.
  private static func realPath(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard let parent = Files.parent(of: path), parent != path else { return path }
    return realPath(parent) + path.dropFirst(parent == "/" ? 0 : parent.count)
  }
}
