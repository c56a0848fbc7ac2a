import Foundation

struct CommandFailure: Error, CustomStringConvertible {
  var description: String
}

/// Runs other programs.
enum Command {
  /// What a program prints; it must end well.
  static func output(_ program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program).resolvingSymlinksInPath()
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFailure(
        description:
          "\(([program] + arguments).joined(separator: " ")) ended with \(process.terminationStatus)"
      )
    }
    return output
  }

  /// The same by the program's name, as one text without its last line's end.
  static func text(_ arguments: String...) throws -> String {
    let output = try output("/usr/bin/env", arguments)
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
