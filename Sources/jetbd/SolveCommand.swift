import ArgumentParser
import Worker

/// The worker's side of a job, started by the service.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Works on a job folder of the service.", shouldDisplay: false)

  @Argument(help: "The job folder.")
  var job: String

  func run() throws {
    do {
      try runJob(job)
    } catch {
      throw fail("\(error)", .internal)
    }
  }
}
