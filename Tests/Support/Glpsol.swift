import Foundation

/// The stock `glpsol` of Debian's glpk-utils.
enum Glpsol {
  struct Failure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }

  static let path = "/usr/bin/glpsol"

  /// The columns' values at an optimum of a CPLEX LP text.
  ///
  /// `glpsol` exits 0 even when there is none, so its solution file is what counts.
  static func solve(_ text: String, columns: Int) throws -> [Double] {
    try RoundFolder.temporary { folder in
      let program = folder.appending(path: "program.lp")
      let solution = folder.appending(path: "solution.txt")
      try Data(text.utf8).write(to: program)
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = ["--lp", program.path, "-w", solution.path, "--mipgap", "1e-9"]
      let output = folder.appending(path: "output.txt")
      try Data().write(to: output)
      let handle = try FileHandle(forWritingTo: output)
      process.standardOutput = handle
      process.standardError = handle
      try process.run()
      process.waitUntilExit()
      try handle.close()
      guard process.terminationStatus == 0, let written = try? Data(contentsOf: solution) else {
        throw Failure(String(decoding: try Data(contentsOf: output), as: UTF8.self))
      }
      return try values(String(decoding: written, as: UTF8.self), columns: columns)
    }
  }

  /// Reads `s bas ROWS COLS PRIMAL DUAL OBJECTIVE` (`f f` is optimal) and `j COLUMN STATUS VALUE DUAL`; of a program with whole
  /// columns `s mip ROWS COLS STATUS OBJECTIVE` (`o` is optimal) and `j COLUMN VALUE`.
  private static func values(_ text: String, columns: Int) throws -> [Double] {
    var values = [Double?](repeating: nil, count: columns)
    var place = 3
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.first {
      case "s" where words.count > 4 && words[1] == "mip":
        guard words[4] == "o" else { throw Failure("no optimum: \(line)") }
        place = 2
      case "s" where words.count < 6 || words[4] != "f" || words[5] != "f":
        throw Failure("no optimum: \(line)")
      case "j":
        guard words.count > place, let column = Int(words[1]), values.indices.contains(column - 1)
        else { throw Failure("unexpected \(line)") }
        values[column - 1] = Double(words[place])
      default: break
      }
    }
    return try values.map {
      guard let value = $0 else { throw Failure("a column without a value") }
      return value
    }
  }
}
