import Records

/// A planner's file, read into memory.
public struct InputFile: Sendable {
  /// Relative to the round's folder, with `/`.
  public var name: String
  public var hash: ContentHash
  public var bytes: [UInt8]

  public init(name: String, hash: ContentHash, bytes: [UInt8]) {
    self.name = name
    self.hash = hash
    self.bytes = bytes
  }
}

/// A version of a file that gave records to the plan in force.
public struct InForceFile: Sendable {
  public var file: InputFile
  /// The keys in force from this version by kind, as `InputsDocument.LastGood` writes them; nil for every good record of it.
  public var keys: [String: [String]]?

  public init(file: InputFile, keys: [String: [String]]?) {
    self.file = file
    self.keys = keys
  }
}

/// What the files of a round came to.
public struct Reading: Sendable {
  public struct File: Sendable {
    public var name: String
    public var hash: ContentHash
    public var size: Int
    public var state: FileState
    /// Good records by kind.
    public var records: [String: Int]
  }

  /// Records that stay in force from an earlier version.
  public struct LastGood: Sendable {
    public var name: String
    public var hash: ContentHash
    public var keys: [String: [String]]
    public var whole: Bool
  }

  /// nil where the round must wait; `reason` says why.
  public var records: RecordSet?
  public var reason: Bilingual?
  /// In the order of their names.
  public var files: [File]
  public var lastGood: [LastGood]
  /// In the order of their places.
  public var problems: [Problem]
  /// The round's, also where its policy has a problem elsewhere.
  public var language: Policy.Language
}

/// Reads the files of a round into its records, with every problem of every file.
///
/// - Parameters:
///   - files: the round's files as they are now, in any order.
///   - inForce: the versions that the plan in force stands on, for records that have a problem now.
///   - limits: beyond which a file is refused.
public func readRound(
  named round: String, files: [InputFile], inForce: [InForceFile] = [], limits: Limits = Limits()
) -> Reading {
  RoundReader(round: round, files: files, inForce: inForce, limits).reading()
}
