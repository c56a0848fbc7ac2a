import ArgumentParser
import Foundation
import Plans

/// `jetbd schema`: what programs may rely on.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Prints the JSON Schema (draft 2020-12) of a document that a run or the service leaves for programs.",
    discussion: "Example: jetbd schema plans > plans.schema.json")

  @Argument(help: "plans, certificate, inputs or status: that of the file of this name.")
  var document: DocumentSchema

  func run() { FileHandle.standardOutput.write(Data(document.text)) }
}

extension DocumentSchema: ExpressibleByArgument {}
