import Records

/// The region codes of a round, and which of them a code that is none of them may have meant.
struct RegionsKnown: Sendable {
  private var codes: Set<String>
  /// By folded name, in both languages.
  private var byName: [String: String] = [:]

  /// - Parameters:
  ///   - regions: those in force.
  ///   - named: codes of regions whose rows have a problem: they are regions all the same.
  init(regions: [Region], named: [String]) {
    codes = Set(regions.map(\.code.text)).union(named)
    var byName: [String: Set<String>] = [:]
    for region in regions {
      for name in [region.name, region.nameZh].compactMap({ $0 }) {
        byName[name.foldedName, default: []].insert(region.code.text)
        for tail in ["省", "市", "自治区"] where name.hasSuffix(tail) {
          byName[String(name.dropLast(tail.count)).foldedName, default: []].insert(
            region.code.text)
        }
      }
    }
    // A code is one whatever regions are called, and a name of two regions names neither.
    for (code, codes) in Dictionary(grouping: regions.map(\.code.text), by: \.foldedName) {
      byName[code] = Set(codes)
    }
    self.byName = byName.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// A round without a regions table takes codes as they are written.
  var isEmpty: Bool { codes.isEmpty }

  func contains(_ code: RegionCode) -> Bool { codes.isEmpty || codes.contains(code.text) }

  /// The nearest regions of codes that are none.
  ///
  /// Bounded, so that a table of nonsense codes against a large round does not take minutes: beyond the first thousand
  /// different codes nobody reads suggestions.
  func nearest(_ unknown: Set<String>) -> [String: String] {
    guard codes.count <= 10_000 else { return [:] }
    var found: [String: String] = [:]
    for code in unknown.sorted().prefix(1_000) { found[code] = nearest(code) }
    return found
  }

  /// A region called so, or one whose code is near.
  func nearest(_ code: String) -> String? {
    let folded = code.foldedName
    if let named = byName[folded] { return named }
    for tail in ["省", "市", "自治区"] where folded.hasSuffix(tail) {
      if let named = byName[String(folded.dropLast(tail.count))] { return named }
    }
    return Nearest.value(to: code, among: codes)
      ?? Nearest.value(to: code, among: byName.keys, meaning: { byName[$0] }).flatMap { byName[$0] }
  }
}
