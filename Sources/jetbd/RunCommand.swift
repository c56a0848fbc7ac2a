import ArgumentParser
import Service

/// `jetbd run`: the service.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Watches a folder and keeps a plan published for every round in it.",
    discussion: """
      Each sub-folder of the inbox is a round; files directly in it form the round `default`. Results come \
      out in PLANS/ROUND. SIGTERM stops the service, SIGHUP reads the configuration again.

      Example: jetbd run --config /etc/jetbd/jetbd.yaml
      Example: jetbd run --inbox inbox --plans plans --state state
      """)

  @OptionGroup var settings: ServiceSettings

  func run() async throws {
    let settings = settings
    let configuration = try settings.load()
    do {
      let program = try Executable.path()
      try await runService(
        configuration, workerCommand: [program, "solve"], verifyCommand: [program, "verify"],
        load: { try settings.reload() })
    } catch let error as FileError {
      throw fail("\(error)", .internal)
    }
  }
}

/// The options that say how the service is set up; shared by `run` and `config check`.
struct ServiceSettings: ParsableArguments {
  @Option(help: "The configuration file (YAML).")
  var config: String?

  @Option(help: "The watched folder; overrides the file.")
  var inbox: String?

  @Option(help: "Where results come out; overrides the file.")
  var plans: String?

  @Option(help: "The service's own folder; overrides the file.")
  var state: String?

  /// The configuration. Every fault of it is printed at once.
  func load() throws -> ServiceConfiguration {
    do {
      return try reload()
    } catch let faults as ConfigurationFile.Faults {
      throw fail("\(faults)", .usage)
    }
  }

  /// - Throws: `ConfigurationFile.Faults`
  func reload() throws -> ServiceConfiguration {
    try ConfigurationFile.load(
      config,
      folders: ConfigurationFile.Folders(inbox: inbox, plans: plans, state: state))
  }
}
