import Glibc
import Records

/// A call on the file system that failed: what was tried, where, and the kernel's reason.
///
/// `description` says the cause and, where the service knows one, the remedy.
public struct FileError: Error, Hashable, Sendable {
  public enum Operation: String, Hashable, Sendable {
    case open, read, write, list, inspect, link, remove, rename, copy, watch, lock
    case makeFolder = "make the folder"
    case store = "store durably"
  }

  public var operation: Operation
  public var path: String
  /// The `errno` of the call.
  public var code: Int32

  public init(_ operation: Operation, _ path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether nothing is there (any more).
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

extension FileError: CustomStringConvertible {
  public var description: String { message.en }

  /// The failure for planners and operators, in both languages.
  public var message: Bilingual {
    let cause = String(cString: strerror(code))
    let base = Bilingual(
      en: "cannot \(operation.rawValue) \(path): \(cause)",
      zh: "无法处理 \(path)（\(operation.rawValue)）：\(cause)")
    guard let remedy else { return base }
    return Bilingual(en: "\(base.en); \(remedy.en)", zh: "\(base.zh)；\(remedy.zh)")
  }

  private var remedy: Bilingual? {
    switch code {
    case EACCES, EPERM: permission
    case ENOSPC, EDQUOT:
      operation == .watch
        ? Bilingual(
          en: "raise fs.inotify.max_user_watches; until then only the periodic scan sees changes",
          zh: "请调高 fs.inotify.max_user_watches；在此之前仅靠定期扫描发现变化")
        : Bilingual(
          en: "free some space; the service tries again by itself",
          zh: "请释放磁盘空间；服务会自动重试")
    case EMFILE, ENFILE:
      operation == .watch
        ? Bilingual(
          en: "raise fs.inotify.max_user_instances", zh: "请调高 fs.inotify.max_user_instances")
        : Bilingual(en: "raise LimitNOFILE", zh: "请调高 LimitNOFILE")
    case EROFS:
      Bilingual(
        en: "mount it writable, or name the folder in ReadWritePaths= of the unit",
        zh: "请以可写方式挂载，或在服务单元的 ReadWritePaths= 中列出该目录")
    case ENOENT:
      operation == .open || operation == .list
        ? Bilingual(
          en: "make the folder or mend the setting that names it", zh: "请建立该目录或改正相应设置")
        : nil
    default: nil
    }
  }

  private var permission: Bilingual {
    switch operation {
    case .open, .read:
      Bilingual(
        en: "let the service's group read it: chmod g+r '\(path)'",
        zh: "请允许服务所在组读取：chmod g+r '\(path)'")
    case .list, .inspect, .watch:
      Bilingual(
        en: "let the service's group enter it: chmod g+rx '\(path)'",
        zh: "请允许服务所在组进入：chmod g+rx '\(path)'")
    default:
      Bilingual(
        en: "let the service's user write there: chown it or chmod u+w",
        zh: "请允许服务用户写入：chown 或 chmod u+w")
    }
  }
}
