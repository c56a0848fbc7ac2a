import ArgumentParser
import Service

/// `jetbd config`: about the service's configuration.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Checks the service's configuration.",
    subcommands: [CheckCommand.self])

  /// `jetbd config check`: what `jetbd run` would refuse, all at once.
  struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Checks the configuration and the folders it names; changes nothing.",
      discussion: """
        Prints every fault with its line and the nearest valid name, and ends with code 2 if there is one.

        Example:
          jetbd config check --config /etc/jetbd/jetbd.yaml
        """)

    @OptionGroup var settings: ServiceSettings

    func run() async throws {
      let configuration = try settings.load()
      print(
        """
        The configuration is good.
          inbox  \(configuration.inbox)
          plans  \(configuration.plans)
          state  \(configuration.state)
        """)
    }
  }
}
