import Foundation

extension RandomRound {
  /// A random round whose policy fixes more than can hold, between regions of which some give or ask for nothing.
  ///
  /// - Returns: the round's files; the amounts are of the size of its budgets.
  public static func conflicting(seed: UInt64) -> [String: String] {
    var files = RandomRound(seed: seed).files
    var random = SplitMix64(seed: seed &+ 7)
    var lines: [String] = []
    var pairs: Set<String> = []
    for _ in 0..<random.whole(1...5) {
      let (donor, recipient) = ("D\(random.whole(1...4))", "R\(random.whole(1...5))")
      guard pairs.insert(donor + recipient).inserted else { continue }
      let amount = random.decimal(random.pick([0.1...20, 5...100, 80...400]))
      lines.append("  - {donor: \(donor), recipient: \(recipient), amount: \(amount)}")
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
