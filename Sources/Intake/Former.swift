import Records

/// The versions of files that the plan in force stands on, and their records by key.
struct Former: Sendable {
  struct Version: Sendable {
    var name: String
    var hash: ContentHash
    var opened: OpenedFile
    /// nil: every good record of it.
    var keys: [String: [String]]?

    func holds(_ kind: RecordKind, _ key: String) -> Bool {
      keys.map { $0[kind.rawValue]?.contains(key) ?? false } ?? true
    }
  }

  struct Kept<Record: Keyed>: Sendable {
    var record: Record
    /// The number of its version.
    var version: Int
  }

  let versions: [Version]

  /// In the order of names, those that name their keys first: they say what was in force, the others what they hold.
  ///
  /// - Parameter present: files that are open already; an unchanged one is not opened twice.
  init(_ inForce: [InForceFile], present: [OpenedFile], _ limits: Limits) {
    let open = Dictionary(present.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
    versions = inForce.map { version in
      let same = open[version.file.hash].flatMap { $0.name == version.file.name ? $0 : nil }
      return Version(
        name: version.file.name, hash: version.file.hash,
        opened: same ?? OpenedFile(version.file, limits), keys: version.keys)
    }.sorted {
      ($0.keys == nil ? 1 : 0, $0.name, $0.hash) < ($1.keys == nil ? 1 : 0, $1.name, $1.hash)
    }
  }

  /// The versions that gave settings to the policy in force.
  var policyVersions: [Int] {
    versions.indices.filter {
      !versions[$0].opened.settings.isEmpty && versions[$0].holds(.policy, Former.policyKey)
    }
  }

  /// The key of the policy, of which a round has one.
  static let policyKey = "policy"

  /// The policy in force; nil where there was none, or where it is none today.
  func policy() -> PolicyReader? {
    let settings = policyVersions.flatMap { versions[$0].opened.settings }
    guard !settings.isEmpty else { return nil }
    let reader = PolicyReader(settings)
    return reader.isGood ? reader : nil
  }

  /// The records in force of one kind.
  ///
  /// A key that two versions give differently was in force in neither, unless one of them names it.
  func records<Record: Keyed>(
    _ drafts: [Draft], _ list: KeyPath<Draft, [Entry<Record>]>
  ) -> [String: Kept<Record>] {
    var kept: [String: Kept<Record>] = [:]
    var disputed: Set<String> = []
    for (version, draft) in drafts.enumerated() {
      let names = versions[version].keys.map { Set($0[Record.kind.rawValue] ?? []) }
      for entry in draft[keyPath: list] {
        let key = entry.record.key
        if let names, !names.contains(key) { continue }
        guard let first = kept[key] else {
          kept[key] = Kept(record: entry.record, version: version)
          continue
        }
        if first.record.saysTheSame(as: entry.record) { continue }
        let firstIsNamed = versions[first.version].keys != nil
        if !firstIsNamed || first.version == version { disputed.insert(key) }
      }
    }
    for key in disputed { kept[key] = nil }
    return kept
  }
}
