import Logging
import ServiceLifecycle
import UnixSignals

/// Runs the service as a process of its own until SIGTERM or SIGINT; SIGHUP reads the configuration again.
///
/// - Parameters:
///   - configuration: as `load` gave it first.
///   - workerCommand: what solves a job; the job's path is added.
///   - verifyCommand: what verifies a finished run; the run's path is added.
///   - load: reads the configuration anew. What it throws is logged, and the old configuration stays.
/// - Throws: `FileError` when the service's own folders cannot be used.
public func runService(
  _ configuration: ServiceConfiguration, workerCommand: [String], verifyCommand: [String],
  load: @escaping @Sendable () throws -> ServiceConfiguration
) async throws {
  let threshold = LineLogHandler.Threshold(configuration.logLevel)
  let logger = Logger(label: "jetbd") { _ in LineLogHandler(threshold: threshold) }
  let service = PlanningService(
    configuration: configuration, workerCommand: workerCommand,
    verifyCommand: verifyCommand, logger: logger,
    reload: {
      let configuration = try load()
      threshold.value = configuration.logLevel
      return configuration
    })
  // Trapped before the service says that it is ready, so that no reload can end the process.
  let reloads = await UnixSignalsSequence(trapping: .sighup)
  let group = ServiceGroup(
    configuration: ServiceGroupConfiguration(
      services: [
        .init(service: service, successTerminationBehavior: .gracefullyShutdownGroup),
        .init(
          service: ReloadListener(signals: reloads, service: service),
          successTerminationBehavior: .ignore),
      ],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
  try await group.run()
}

/// Passes SIGHUP on to the service.
private struct ReloadListener: ServiceLifecycle.Service {
  let signals: UnixSignalsSequence
  let service: PlanningService

  func run() async throws {
    for await _ in signals.cancelOnGracefulShutdown() { service.reloadConfiguration() }
  }
}
