import Foundation

extension RandomRound {
  /// A round of the seed with some integer rules in it: each of the five by chance, at least one.
  public static func withIntegerRules(seed: UInt64) -> RandomRound {
    var random = SplitMix64(seed: seed ^ 0x1276)
    var files = RandomRound(seed: seed).files
    var policy = ""
    if random.chance(0.5) { policy += "  max_recipients_per_donor: \(random.whole(1...3))\n" }
    if random.chance(0.4) { policy += "  max_donors_per_recipient: \(random.whole(1...3))\n" }
    if policy.isEmpty || random.chance(0.5) {
      policy += "  min_pairing: \(random.decimal(0.5...20))\n"
    }
    files["policy.yaml", default: "policy:\n"] += policy
    func add(_ column: String, to file: String, _ cell: ([String: String]) -> String) {
      guard let text = files[file] else { return }
      var table = DelimitedText(text)
      let records = table.records
      table.header.append(column)
      for place in table.rows.indices { table.rows[place].append(cell(records[place])) }
      files[file] = table.text
    }
    if random.chance(0.4) {
      add("min_ticket", to: "offers.csv") { row in
        row["instrument"] == "expertise" || random.chance(0.5) ? "" : random.decimal(0.5...8)
      }
    }
    if random.chance(0.4) {
      add("min_funding", to: "proposals.csv") { _ in
        random.chance(0.6) ? "" : random.decimal(0.1...1)
      }
    }
    return RandomRound(seed: seed, files: files)
  }

  /// Writes the files into a folder, planned bond first whatever the seed says.
  public func writeBondFirst(into folder: URL) throws {
    try write(into: folder)
    var lines = files["policy.yaml", default: ""].components(separatedBy: "\n")
    if let start = lines.firstIndex(where: {
      $0.hasPrefix("  profile:") || $0.hasPrefix("  stages:")
    }) {
      let end = lines[(start + 1)...].firstIndex { line in
        !line.hasPrefix("   ") && !line.hasPrefix("  -") && !line.hasPrefix("  profiles:")
      }
      lines.removeSubrange(start..<(end ?? lines.endIndex))
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "policy.yaml"))
  }
}
