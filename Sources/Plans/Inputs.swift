import Records

/// `inputs.json`: every input that a run used, with its hash. It lets a run be made again, and tells the next run what is in force.
public struct InputsDocument: Hashable, Sendable, Codable {
  /// A file of the round's folder.
  public struct File: Hashable, Sendable, Codable {
    /// Relative to the round's folder, with `/`.
    public var name: String
    public var hash: ContentHash
    /// Bytes.
    public var size: Int
    public var state: FileState
    /// Good records by kind: `proposals` → 12.
    public var records: [String: Int]

    public init(
      name: String, hash: ContentHash, size: Int, state: FileState, records: [String: Int]
    ) {
      self.name = name
      self.hash = hash
      self.size = size
      self.state = state
      self.records = records
    }
  }

  /// Records that stay in force from an earlier version of a file, because its present version has a problem there.
  public struct LastGood: Hashable, Sendable, Codable {
    /// The file that gave them.
    public var name: String
    /// The version that gave them.
    public var hash: ContentHash
    /// The keys of the records taken, by kind: `proposals` → [`P7`].
    public var keys: [String: [String]]
    /// Whether the file as it is now cannot be read at all.
    public var whole: Bool
    /// M that these records ask for or pledge, by kind: `proposals` → 120.5.
    public var money: [String: Double]?

    public init(
      name: String, hash: ContentHash, keys: [String: [String]], whole: Bool,
      money: [String: Double]? = nil
    ) {
      self.name = name
      self.hash = hash
      self.keys = keys
      self.whole = whole
      self.money = money
    }
  }

  public var format = "jetb.inputs/1"
  public var round: String
  /// In the order of their names.
  public var files: [File]
  public var lastGood: [LastGood]
  /// Beyond which a planner's file was refused; nil for the usual limits.
  public var limits: InputLimits?
  /// The plan that the round's continuity kept to; nil where no stage asks for one.
  public var continues: EarlierPlan?

  public init(
    round: String, files: [File], lastGood: [LastGood], continues: EarlierPlan? = nil
  ) {
    self.round = round
    self.files = files
    self.lastGood = lastGood
    self.continues = continues
  }

  /// The first 8 digits of the hash over the planners' inputs, which end the name of a published run.
  public var runDigits: String {
    Self.runDigits(of: files.map { ($0.name, $0.hash) })
  }

  public static func runDigits(of files: [(name: String, hash: ContentHash)]) -> String {
    let lines = files.map { "\($0.hash)  \($0.name)\n" }.sorted().joined()
    return String(ContentHash(of: Array(lines.utf8)).digits.prefix(8))
  }

  enum CodingKeys: String, CodingKey {
    case format, round, files, limits, continues
    case lastGood = "last_good"
  }
}
