import Records

/// A value of a YAML or JSON document with the line it stands on. Scalars are text as written: what `1e3` or `no` means is decided by the column, not by the format.
struct Tree: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// Nothing, `null`, `~`.
    case blank
    case scalar(String)
    case list([Tree])
    case mapping([Entry])
  }

  struct Entry: Hashable, Sendable {
    var key: String
    /// The line of the key.
    var line: Int
    var value: Tree
  }

  var content: Content
  /// From 1.
  var line: Int

  /// What stands there, for messages.
  var summary: String {
    switch content {
    case .blank: ""
    case .scalar(let text): text
    case .list(let items): "[" + items.prefix(4).map(\.summary).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.prefix(4).map { $0.key + ": " + $0.value.summary }.joined(separator: ", ") + "}"
    }
  }
}

/// Why a document cannot be read at all.
struct DocumentFailure: Error, Hashable, Sendable {
  enum Reason: Hashable, Sendable {
    case syntax(Bilingual)
    case duplicateKey(String)
    case tooDeep(Int)
    case tooLarge(Int)
  }

  var reason: Reason
  /// From 1; 0 where it is not known.
  var line: Int
}
