import Foundation

struct TrialError: Error, CustomStringConvertible {
  var description: String
}

/// One service of its own, in folders of its own.
final class Trial {
  let settle = 0.2
  private let folder: URL
  private let process = Process()
  private let ready: ReadySocket

  init(binary: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "jetbd-bench-\(UUID().uuidString)")
    for name in ["inbox", "plans", "state"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    ready = try ReadySocket(path: folder.appending(path: "notify").path)
    let configuration = folder.appending(path: "jetbd.yaml")
    try Data("settle: \(settle) s\n".utf8).write(to: configuration)
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = ["run", "--config", configuration.path]
    for name in ["inbox", "plans", "state"] {
      process.arguments?.append(contentsOf: ["--\(name)", folder.appending(path: name).path])
    }
    process.environment = ["NOTIFY_SOCKET": ready.path, "PATH": "/usr/bin:/bin"]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
  }

  /// Seconds from the start of the process to READY=1.
  func start() throws -> Double {
    let begun = ContinuousClock.now
    try process.run()
    try ready.wait()
    return seconds(since: begun)
  }

  /// Seconds from the last file's last byte to the moment at which `latest` names a plan.
  func plan(_ sample: URL) throws -> Double {
    let round = folder.appending(path: "inbox/sample")
    // Copied under a name that the service leaves alone, then shown at once: the folder is quiet from here on.
    let hidden = folder.appending(path: "inbox/.sample")
    try FileManager.default.copyItem(at: sample, to: hidden)
    try FileManager.default.moveItem(at: hidden, to: round)
    let begun = ContinuousClock.now
    let plan = folder.appending(path: "plans/sample/latest/plans.json").path
    while access(plan, R_OK) != 0 {
      guard seconds(since: begun) < 120 else { throw TrialError(description: "no plan in 120 s") }
      usleep(1000)
    }
    return seconds(since: begun)
  }

  func residentMegabytes() throws -> Double {
    let status = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(separator: " ").compactMap({ Double($0) }).first
    else { throw TrialError(description: "no VmRSS in /proc") }
    return kilobytes / 1000
  }

  func end() {
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }
}

/// The socket on which a service tells systemd that it is ready.
final class ReadySocket {
  let path: String
  private let descriptor: Int32

  init(path: String) throws {
    self.path = path
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard descriptor >= 0, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw TrialError(description: "no socket at \(path)")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0 else { throw TrialError(description: "cannot bind \(path)") }
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Waits for READY=1.
  func wait() throws {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { throw TrialError(description: "the service was not ready in 20 s") }
      if String(decoding: buffer[..<count], as: UTF8.self).contains("READY=1") { return }
    }
  }
}
