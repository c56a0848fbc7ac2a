import Logging
import Yams

/// Turns the nodes of a configuration file into settings and collects what is wrong with them.
struct SettingsReader {
  static let names =
    [
      "inbox", "plans", "state", "settle", "settle_max", "scan_interval", "worker", "workers",
      "worker_time_limit", "worker_memory_limit", "log_level",
    ] + LimitSetting.all.map(\.name)

  var faults: [ConfigurationFile.Fault] = []
  private var faulty: Set<String> = []

  func hasFault(of name: String) -> Bool { faulty.contains(name) }

  mutating func fault(_ message: String, at node: Node) {
    faults.append(ConfigurationFile.Fault(line: node.mark?.line, message: message))
  }

  /// Blanks the lines of settings that were set further up already, and notes them as faults.
  mutating func withoutRepetitions(_ text: String) -> String {
    var seen: Set<Substring> = []
    var isRepeated = false
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.enumerated().map { index, line in
      if let first = line.first, first.isLetter, let colon = line.firstIndex(of: ":") {
        isRepeated = !seen.insert(line[..<colon]).inserted
        if isRepeated {
          faults.append(
            ConfigurationFile.Fault(line: index + 1, message: "`\(line[..<colon])` is set twice"))
        }
      }
      return isRepeated ? "" : String(line)
    }.joined(separator: "\n")
  }

  mutating func read(
    _ mapping: Node.Mapping, into configuration: inout ServiceConfiguration
  ) {
    var seen: Set<String> = []
    defer { faults.sort { ($0.line ?? .max) < ($1.line ?? .max) } }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        fault("a setting's name is expected", at: key)
        continue
      }
      seen.insert(name)
      read(name, key, value, into: &configuration)
    }
    if configuration.settleMost < configuration.settle,
      seen.contains("settle_max") || seen.contains("settle")
    {
      faults.append(
        ConfigurationFile.Fault(line: nil, message: "`settle_max` is shorter than `settle`"))
    }
  }

  private mutating func read(
    _ name: String, _ key: Node, _ value: Node, into configuration: inout ServiceConfiguration
  ) {
    switch name {
    case "inbox":
      take(name, value, into: &configuration.inbox, "an absolute path", SettingsReader.path)
    case "plans":
      take(name, value, into: &configuration.plans, "an absolute path", SettingsReader.path)
    case "state":
      take(name, value, into: &configuration.state, "an absolute path", SettingsReader.path)
    case "settle": takeDuration(name, value, into: &configuration.settle, least: 0.1)
    case "settle_max": takeDuration(name, value, into: &configuration.settleMost, least: 0.1)
    case "scan_interval": takeDuration(name, value, into: &configuration.scanInterval, least: 1)
    case "worker_memory_limit":
      take(name, value, into: &configuration.workerMemoryLimit, sizes, SettingsReader.size)
    case "workers":
      take(name, value, into: &configuration.workers, "a whole number from 1 to 1024") {
        Int($0).flatMap { (1...1024).contains($0) ? $0 : nil }
      }
    case "worker_time_limit":
      takeDuration(name, value, into: &configuration.workerTimeLimit, least: 1)
    case "worker":
      guard let list = value.sequence, list.allSatisfy({ $0.scalar != nil }) else {
        return invalid(name, value, "a list such as [nice, -n, \"10\"]")
      }
      configuration.worker = list.compactMap { $0.scalar?.string }
    case "log_level":
      let levels = Logger.Level.allCases.map(\.rawValue)
      take(
        name, value, into: &configuration.logLevel, "one of " + levels.joined(separator: ", "),
        Logger.Level.init(rawValue:))
    default:
      if let limit = LimitSetting.all.first(where: { $0.name == name }) {
        return take(
          name, value, into: &configuration.inputLimits[keyPath: limit.target], limit.allowed,
          limit.value)
      }
      let near = NearestName.of(name, among: SettingsReader.names)
      fault(
        "no setting is called `\(name)`" + (near.map { "; did you mean `\($0)`?" } ?? ""), at: key)
    }
  }

  private mutating func take<Value>(
    _ name: String, _ node: Node, into target: inout Value, _ allowed: String,
    _ convert: (String) -> Value?
  ) {
    guard let text = node.scalar?.string, let value = convert(text) else {
      return invalid(name, node, allowed)
    }
    target = value
  }

  /// - Parameter least: seconds. Nothing may turn the service into a tight loop.
  private mutating func takeDuration(
    _ name: String, _ node: Node, into target: inout Duration, least: Double
  ) {
    let allowed = "a duration such as 500 ms, 2 s, 10 min, 1 h; \(least) s or more"
    take(name, node, into: &target, allowed) { text in
      Quantities.duration(text).flatMap { $0 >= .seconds(least) ? $0 : nil }
    }
  }

  private mutating func invalid(_ name: String, _ node: Node, _ allowed: String) {
    faulty.insert(name)
    let found = node.scalar.map { "`\($0.string)`" } ?? "a list or mapping"
    fault("`\(name)` is \(found); allowed: \(allowed)", at: node)
  }

  private let sizes = "a size such as 512 MiB, 4 GiB"

  private static func path(_ text: String) -> String? {
    guard text.hasPrefix("/") else { return nil }
    let parts = text.split(separator: "/")
    return "/" + parts.joined(separator: "/")
  }

  private static func size(_ text: String) -> Int? {
    Quantities.size(text).flatMap { $0 > 0 ? $0 : nil }
  }
}

/// The name that somebody probably meant.
enum NearestName {
  /// The nearest of `names` by edits, if it is near enough to be meant.
  static func of(_ name: String, among names: [String]) -> String? {
    let near = names.map { ($0, distance(name, $0)) }.min { $0.1 < $1.1 }
    guard let near, near.1 <= max(2, name.count / 3) else { return nil }
    return near.0
  }

  /// How many letters have to be put in, taken out or exchanged (Levenshtein).
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let cost = letter == other ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
