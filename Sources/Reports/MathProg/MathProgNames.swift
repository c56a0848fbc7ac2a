/// The names of records as symbols of GNU MathProg data.
///
/// Planners' names can hold anything, and glpsol takes short symbols alone. A short name in plain ASCII stands as it is, in
/// quotes; any other is called by its kind and a number, `region~1`. No plain name holds a `~`, so that the two never meet.
struct MathProgNames {
  /// Names of different kinds are never compared, so that each kind counts for itself.
  enum Kind: String {
    case region, community, offer, proposal, sector, instrument, area, indicator, profile
  }

  /// The names that stand under another one, in the order in which they were met.
  private(set) var renamed: [(symbol: String, name: String)] = []
  private var known: [Kind: [String: String]] = [:]
  private var counts: [Kind: Int] = [:]

  /// The symbol of a name, in quotes.
  mutating func symbol(_ name: String, _ kind: Kind) -> String {
    if isPlain(name) { return "'\(name)'" }
    if let symbol = known[kind]?[name] { return symbol }
    counts[kind, default: 0] += 1
    let symbol = "'\(kind.rawValue)~\(counts[kind] ?? 0)'"
    known[kind, default: [:]][name] = symbol
    renamed.append((symbol, name))
    return symbol
  }

  /// The symbols of a list, each once: a set has no member twice.
  mutating func symbols(_ names: [String], _ kind: Kind) -> [String] {
    var met: Set<String> = []
    return names.map { symbol($0, kind) }.filter { met.insert($0).inserted }
  }

  /// Recipient and community are joined to one symbol, and glpsol ends at 100 characters.
  private func isPlain(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count) && !signs.contains(name)
      && name.utf8.allSatisfy { (0x20...0x7E).contains($0) && !special.contains($0) }
  }
}

/// Both quotes, and what made names are told by.
private let special = Set("'\"~".utf8)
/// What glpsol reads as a sign of its own even in quotes: a default, any member, a transposed table.
private let signs: Set = [".", "*", "tr"]
