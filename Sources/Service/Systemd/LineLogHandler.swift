import Glibc
import Logging
import Synchronization

/// Writes each message as one line to stderr, in the form the journal reads: `<6>planned round=shanxi-2026 files=12`.
public struct LineLogHandler: LogHandler {
  /// The least level that is written; shared by all loggers, so that a reload changes it everywhere.
  public final class Threshold: Sendable {
    private let level: Mutex<Logger.Level>

    public init(_ level: Logger.Level) { self.level = Mutex(level) }

    public var value: Logger.Level {
      get { level.withLock { $0 } }
      set { level.withLock { $0 = newValue } }
    }
  }

  public var metadata: Logger.Metadata = [:]
  private let threshold: Threshold
  private let write: @Sendable (String) -> Void

  public init(threshold: Threshold) {
    self.init(threshold: threshold) { line in
      let bytes = Array(line.utf8)
      // One call, so that lines of different threads do not mix.
      _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
  }

  /// Writes to a function, for tests.
  init(threshold: Threshold, write: @escaping @Sendable (String) -> Void) {
    self.threshold = threshold
    self.write = write
  }

  public var logLevel: Logger.Level {
    get { threshold.value }
    set { threshold.value = newValue }
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    var line = "<\(LineLogHandler.priority(event.level))>"
    line += LineLogHandler.oneLine("\(event.message)")
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      line += " \(key)=\(LineLogHandler.quoted("\(value)"))"
    }
    write(line + "\n")
  }

  /// The syslog priority.
  private static func priority(_ level: Logger.Level) -> Int {
    switch level {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }

  /// Names come from planners: no control character of theirs may forge a line or move a terminal's cursor.
  private static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    return text.unicodeScalars.map { scalar in
      isUnsafe(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy {
      !isUnsafe($0) && $0 != " " && $0 != "\"" && $0 != "=" && $0 != "\\"
    }
    guard !plain || text.isEmpty else { return text }
    let escaped = text.split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "\\\\")
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
    return "\"\(oneLine(escaped))\""
  }
}
