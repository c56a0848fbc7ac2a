import Glibc
import Subprocess
import Synchronization

/// One run of the worker command on a job, or of the command that verifies its result, in a process group of its own.
struct WorkerProcess: Sendable {
  enum End: Hashable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It was ended at its time limit.
    case timedOut
    case notStarted(String)
  }

  /// The program, found in PATH if it has no slash, and its arguments; the path it works on is put last.
  var command: [String]
  /// After this time the worker is asked to end, and after `grace` made to.
  var timeLimit: Duration
  var grace: Duration = .seconds(5)

  /// Runs the worker to its end. Cancelling kills it with all that it started.
  func run(on job: JobFolder) async -> End { await run(on: job.path, output: job.output) }

  /// - Parameters:
  ///   - path: what the command works on.
  ///   - output: where what it says is written.
  func run(on path: String, output: String) async -> End {
    guard let program = command.first else { return .notStarted("no worker command") }
    let group = ProcessGroup()
    defer { group.end(SIGKILL) }
    return await withTaskGroup(of: End?.self) { tasks in
      tasks.addTask { await run(program, on: path, output: output, noting: group) }
      tasks.addTask {
        do {
          try await Task.sleep(for: timeLimit)
          group.end(SIGTERM)
          group.overdue.store(true, ordering: .relaxed)
          try await Task.sleep(for: grace)
          group.end(SIGKILL)
        } catch {
          // The worker ended first.
        }
        return nil
      }
      for await end in tasks {
        if let end {
          tasks.cancelAll()
          return group.overdue.load(ordering: .relaxed) ? .timedOut : end
        }
      }
      return .notStarted("no worker")
    }
  }

  private func run(
    _ program: String, on path: String, output: String, noting group: ProcessGroup
  ) async -> End {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
    ]
    do {
      let log = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard log >= 0 else { throw FileError(.open, output, code: errno) }
      let result = try await Subprocess.run(
        program.contains("/") ? .path(.init(program)) : .name(program),
        arguments: Arguments(Array(command.dropFirst()) + [path]),
        // A backtrace of a crashed worker takes seconds and tells operators nothing.
        environment: .inherit.updating([
          "SWIFT_BACKTRACE": "enable=no", "NOTIFY_SOCKET": nil, "WATCHDOG_USEC": nil,
          "WATCHDOG_PID": nil,
        ]),
        platformOptions: options, input: .none,
        output: .fileDescriptor(.init(rawValue: log), closeAfterSpawningProcess: true),
        error: .combinedWithOutput
      ) { execution in
        group.leader.store(execution.processIdentifier.value, ordering: .relaxed)
      }
      switch result.terminationStatus {
      case .exited(let code): return .exited(code)
      case .signaled(let signal): return .killed(signal: signal)
      }
    } catch {
      return .notStarted("\(error)")
    }
  }
}

/// The worker's process group, known once it has started.
private final class ProcessGroup: Sendable {
  let leader = Atomic<Int32>(0)
  let overdue = Atomic<Bool>(false)

  /// Signals every process of the group; none is as good.
  func end(_ signal: Int32) {
    let leader = leader.load(ordering: .relaxed)
    if leader > 1 { kill(-leader, signal) }
  }
}
