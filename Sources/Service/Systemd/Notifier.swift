import Glibc

/// Tells systemd how the service fares, by datagrams to the socket that it names in `NOTIFY_SOCKET`.
///
/// Without that socket nothing is sent: the service runs the same from a terminal.
public struct Notifier: Sendable {
  public enum Message: Hashable, Sendable {
    case ready
    /// One line for `systemctl status`.
    case status(String)
    /// The loop went round: systemd may wait for another interval.
    case watchdog
    case reloading
    case stopping
  }

  private let send: @Sendable (_ text: String, _ isVital: Bool) -> Void
  /// How often systemd wants to hear `watchdog`; nil if it does not ask.
  public let watchdogInterval: Duration?

  /// From the environment that systemd gives.
  public init() {
    self.init(socket: Notifier.environment("NOTIFY_SOCKET"))
  }

  /// - Parameter socket: a path, or `@` and a name in the abstract namespace; nil sends nothing.
  init(socket: String?) {
    send = { text, isVital in
      if let socket { Notifier.send(text, to: socket, isVital: isVital) }
    }
    let microseconds = Notifier.environment("WATCHDOG_USEC").flatMap { Int($0) }
    let addressee = Notifier.environment("WATCHDOG_PID").flatMap { Int32($0) }
    let isMine = addressee == nil || addressee == getpid()
    watchdogInterval = isMine ? microseconds.map { .microseconds($0) } : nil
  }

  /// Sends to a function, for tests.
  public init(watchdogInterval: Duration? = nil, send: @escaping @Sendable (String) -> Void) {
    self.send = { text, _ in send(text) }
    self.watchdogInterval = watchdogInterval
  }

  public func tell(_ messages: Message...) {
    send(messages.map(\.text).joined(separator: "\n"), messages.contains(where: \.isVital))
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// - Parameter isVital: waits for a receiver that is slow to read, though not for ever. What is repeated anyway
  ///   is rather lost than waited for.
  private static func send(_ text: String, to path: String, isVital: Bool) {
    let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return }
    defer { close(socket) }
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let flags = Int32(MSG_NOSIGNAL) | (isVital ? 0 : Int32(MSG_DONTWAIT))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = Array(path.utf8)
    // `@` stands for the NUL that begins a name in the abstract namespace.
    if name.first == UInt8(ascii: "@") { name[0] = 0 }
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard !name.isEmpty, name.count <= room else { return }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let length = MemoryLayout.size(ofValue: address) - room + name.count
    let bytes = Array(text.utf8)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(socket, bytes, bytes.count, flags, $0, socklen_t(length))
      }
    }
  }
}

extension Notifier.Message {
  /// Whether systemd would take the service for dead or undecided without it.
  var isVital: Bool {
    switch self {
    case .ready, .reloading, .stopping: true
    case .status, .watchdog: false
    }
  }

  var text: String {
    switch self {
    case .ready: "READY=1"
    case .status(let line):
      "STATUS=" + line.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .watchdog: "WATCHDOG=1"
    case .reloading:
      // systemd orders the reload by this moment of its own clock.
      "RELOADING=1\nMONOTONIC_USEC=\(Notifier.Message.monotonicMicroseconds)"
    case .stopping: "STOPPING=1"
    }
  }

  private static var monotonicMicroseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
