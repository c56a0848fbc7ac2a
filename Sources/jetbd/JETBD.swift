import ArgumentParser

@main
struct JETBD: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jetbd",
    abstract: "Pairs coal regions with the wealthier regions that burned their coal.",
    discussion: """
      Example: jetbd plan rounds/shanxi-2026

      Exit codes: 0 done, 1 no plan because of the inputs, 2 usage, 3 the fixed pairs conflict, 70 internal.
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, PlanCommand.self, CheckCommand.self, TemplateCommand.self,
      ExplainCommand.self, DiffCommand.self, VerifyCommand.self, AdoptCommand.self,
      SchemaCommand.self,
      ConfigCommand.self, SolveCommand.self,
    ])

  /// Runs the command that was asked for; wrong usage ends with 2, as every command of a system does.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      if code == .validationFailure {
        writeToStandardError(fullMessage(for: error) + "\n")
        exit(withError: ExitCode(2))
      }
      exit(withError: error)
    }
  }
}
