import Records

/// What a row of a regions table calls its region.
struct RegionNames: Sendable {
  var code: String
  var names: [String]
}

/// The regions of a round: what a text that names one means, and which of them a text that names none may have meant.
struct RegionsKnown: Sendable {
  enum Meaning: Hashable, Sendable {
    case region(RegionCode)
    /// Several regions are called so; their codes in order.
    case several([String])
    case unknown
  }

  private var codes: Set<String> = []
  /// The codes of the regions that bear a folded name, in either language.
  private var byName: [String: Set<String>] = [:]
  /// The same by names without their last word: `山西` of `山西省`.
  private var byStem: [String: Set<String>] = [:]

  /// A round without a regions table.
  init() {}

  /// - Parameters:
  ///   - regions: those in force.
  ///   - named: the rows of the present regions tables, those with a problem among them: they are regions all the same.
  init(regions: [Region], named: [RegionNames]) {
    let all =
      regions.map {
        RegionNames(code: $0.code.text, names: [$0.name, $0.nameZh].compactMap { $0 })
      } + named
    codes = Set(all.map(\.code))
    for region in all where !isCommunity(region.code) {
      for name in region.names {
        let folded = name.foldedName
        guard !folded.isEmpty else { continue }
        byName[folded, default: []].insert(region.code)
        for stem in RegionsKnown.stems(of: folded) { byStem[stem, default: []].insert(region.code) }
      }
    }
  }

  /// A community has a row of its own for its figures (`CN-SX/Datong`), but is named beside its region, never for one.
  private func isCommunity(_ code: String) -> Bool {
    guard let slash = code.firstIndex(of: "/") else { return false }
    return codes.contains(String(code[..<slash]))
  }

  private static let tails = ["维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "特别行政区", "省", "市"]

  /// A folded name without the words that say what it is the name of.
  private static func stems(of folded: String) -> [String] {
    guard folded.hasHan else { return [] }
    return tails.filter(folded.hasSuffix).map { String(folded.dropLast($0.count)) }
      .filter { $0.count >= 2 }
  }

  /// A round without a regions table takes codes as they are written.
  var isEmpty: Bool { codes.isEmpty }

  func contains(_ code: RegionCode) -> Bool { codes.isEmpty || codes.contains(code.text) }

  /// The region that a text names: by its code, else by its name, else by its name with or without its last word.
  func meaning(of written: String) -> Meaning {
    if codes.isEmpty || codes.contains(written) { return .region(RegionCode(written)) }
    let folded = written.foldedName
    if let named = byName[folded] { return RegionsKnown.meaning(of: named) }
    let stems = RegionsKnown.stems(of: folded)
    return RegionsKnown.meaning(
      of: stems.reduce(into: byStem[folded] ?? []) { $0.formUnion(byName[$1] ?? []) })
  }

  private static func meaning(of named: Set<String>) -> Meaning {
    guard let first = named.first else { return .unknown }
    return named.count == 1 ? .region(RegionCode(first)) : .several(named.sorted())
  }

  /// The nearest regions of texts that name none.
  ///
  /// Bounded, so that a table of nonsense codes against a large round does not take minutes: beyond the first thousand
  /// different codes nobody reads suggestions.
  func nearest(_ unknown: Set<String>) -> [String: String] {
    guard codes.count <= 10_000 else { return [:] }
    var found: [String: String] = [:]
    for code in unknown.sorted().prefix(1_000) { found[code] = nearest(code) }
    return found
  }

  /// The region whose code is near, else the one whose name is, else the one whose name begins so (`内蒙`); a name of two
  /// regions suggests neither.
  func nearest(_ written: String) -> String? {
    if let code = Nearest.value(to: written, among: codes) { return code }
    guard codes.count <= 1_000 else { return nil }
    let near =
      Nearest.value(to: written, among: byName.keys) { byName[$0] }
      .flatMap { byName[$0] } ?? shortened(written)
    return near.count == 1 ? near.first : nil
  }

  /// The regions whose names begin with a text.
  private func shortened(_ written: String) -> Set<String> {
    let folded = written.foldedName
    guard folded.count >= (folded.hasHan ? 2 : 4) else { return [] }
    return byName.reduce(into: []) { if $1.key.hasPrefix(folded) { $0.formUnion($1.value) } }
  }
}
