/// One text in both of the project's languages.
public struct Bilingual: Hashable, Sendable, Codable {
  public var en: String
  public var zh: String

  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }
}

/// Something in the inputs that a planner should know or mend.
public struct Problem: Hashable, Sendable, Codable {
  public enum Severity: String, Sendable, Codable {
    /// Left out of the round until it is mended.
    case problem
    /// Read as it stands; worth a look.
    case note
  }

  public var severity: Severity
  /// A stable name for programs: `unknown-region`, `not-a-number`.
  public var kind: String
  public var origin: Origin
  /// Further places with the same cause, in order.
  public var others: [Origin]
  public var message: Bilingual
  /// What stood there, as it stood there.
  public var found: String?
  /// What may stand there, in words or as a list.
  public var allowed: String?
  /// The nearest valid value, where there is one.
  public var suggestion: String?

  public init(
    _ severity: Severity, kind: String, at origin: Origin, others: [Origin] = [],
    message: Bilingual,
    found: String? = nil, allowed: String? = nil, suggestion: String? = nil
  ) {
    self.severity = severity
    self.kind = kind
    self.origin = origin
    self.others = others
    self.message = message
    self.found = found
    self.allowed = allowed
    self.suggestion = suggestion
  }
}

/// What became of a planner's file.
public enum FileState: String, Sendable, Codable, CaseIterable {
  case waiting
  case accepted
  case acceptedInPart = "accepted-in-part"
  case lastGoodInForce = "last-good-in-force"
  case rejected
  case ignored
  case withdrawn
}
