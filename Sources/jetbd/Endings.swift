import ArgumentParser
import Foundation

/// How a command ends, tabled in the README.
extension ExitCode {
  static let noPlan = ExitCode(1)
  static let usage = ExitCode(2)
  static let conflict = ExitCode(3)
  static let `internal` = ExitCode(70)
}

func writeToStandardError(_ text: String) {
  FileHandle.standardError.write(Data(text.utf8))
}

/// Says what went wrong and ends with `code`.
func fail(_ message: String, _ code: ExitCode) -> ExitCode {
  writeToStandardError("jetbd: \(message)\n")
  return code
}
