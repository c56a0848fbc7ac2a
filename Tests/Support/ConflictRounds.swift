import Foundation

extension RandomRound {
  /// A random round whose policy fixes more than can hold, between regions of which some give or ask for nothing.
  ///
  /// - Returns: the round's files; the amounts are of the size of its budgets.
  public static func conflicting(seed: UInt64) -> [String: String] {
    var files = RandomRound(seed: seed).files
    var random = SplitMix64(seed: seed &+ 7)
    var lines: [String] = []
    var pairs: Set<RegionPair> = []
    let open = capacities(files)
    let openPairs = open.keys.sorted()
    for _ in 0..<random.whole(2...6) {
      var pair = RegionPair(donor: "D\(random.whole(1...4))", recipient: "R\(random.whole(1...5))")
      if random.chance(0.9), !openPairs.isEmpty { pair = random.pick(openPairs) }
      guard pairs.insert(pair).inserted else { continue }
      let most = max(1, open[pair] ?? 50)
      let amount = random.decimal(0.1 * most...random.pick([0.4, 0.8, 1.3]) * most)
      lines.append("  - {donor: \(pair.donor), recipient: \(pair.recipient), amount: \(amount)}")
    }
    let codes = (1...4).map { "D\($0)" } + (1...5).map { "R\($0)" }
    var regions = (files["regions.csv"] ?? "code,name\n").split(separator: "\n").map(String.init)
    let commas = String(regions[0].filter { $0 == "," })
    for code in codes where !regions.contains(where: { $0.hasPrefix(code + ",") }) {
      regions.append(code + commas)
    }
    files["regions.csv"] = regions.joined(separator: "\n") + "\n"
    files["policy.yaml"] =
      withoutFixedPairs(files["policy.yaml"] ?? "policy:\n") + "  fixed_pairs:\n"
      + lines.joined(separator: "\n") + "\n"
    return files
  }

  /// What a donor has or a region asks for, whichever is less, of each pair between which money may flow.
  private static func capacities(_ files: [String: String]) -> [RegionPair: Double] {
    let model = try? RoundFolder.temporary { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      return try RoundModel(folder: folder)
    }
    guard let model else { return [:] }
    var asked: [String: Rational] = [:]
    for proposal in model.proposals {
      asked[proposal.recipient, default: .zero] =
        (asked[proposal.recipient] ?? .zero) + proposal.need
    }
    var open: [RegionPair: Double] = [:]
    for pair in Set(model.eligible.map(model.regions)) {
      open[pair] =
        min(
          model.donorBudget[pair.donor] ?? .zero, asked[pair.recipient] ?? .zero
        ).double
    }
    return open
  }

  /// The policy without the list that the round came with.
  private static func withoutFixedPairs(_ policy: String) -> String {
    var isInside = false
    return policy.split(separator: "\n").filter { line in
      if line == "  fixed_pairs:" {
        isInside = true
      } else if !line.hasPrefix("  - ") && !line.hasPrefix("    ") {
        isInside = false
      }
      return !isInside
    }.joined(separator: "\n") + "\n"
  }
}
