import Records

extension RoundStatus {
  public struct File: Hashable, Sendable, Codable {
    public var name: String
    public var hash: ContentHash?
    public var state: FileState
    /// ISO 8601, UTC: when the file came into this state.
    public var since: String
    /// Why it is in this state, where the state does not say it all.
    public var reason: Bilingual?
    /// Good records by kind; nil where the file has not been read as it is.
    public var records: [String: Int]?

    public init(
      name: String, hash: ContentHash?, state: FileState, since: String, reason: Bilingual? = nil,
      records: [String: Int]? = nil
    ) {
      self.name = name
      self.hash = hash
      self.state = state
      self.since = since
      self.reason = reason
      self.records = records
    }
  }

  /// An earlier version of a file that records are in force from.
  public struct LastGood: Hashable, Sendable, Codable {
    public var version: InputsDocument.LastGood
    /// ISO 8601, UTC: since when it stands in for what is wrong now.
    public var since: String

    public init(version: InputsDocument.LastGood, since: String) {
      self.version = version
      self.since = since
    }
  }

  /// An attempt that failed through no fault of the files, and is tried again.
  public struct Failure: Hashable, Sendable, Codable {
    public var reason: Bilingual
    /// How many attempts failed in a row.
    public var times: Int
    /// ISO 8601, UTC: when it is tried again if nothing changes before.
    public var retry: String?

    public init(reason: Bilingual, times: Int, retry: String?) {
      self.reason = reason
      self.times = times
      self.retry = retry
    }
  }

  /// How far the run under way has come.
  public struct Progress: Hashable, Sendable, Codable {
    /// ISO 8601, UTC: when the attempt began, and when the worker was heard of last.
    public var started: String
    public var heard: String
    /// Since `started`, as this was written.
    public var seconds: Int
    /// nil while the files are gathered.
    public var work: RunProgress?

    public init(started: String, heard: String, seconds: Int, work: RunProgress?) {
      self.started = started
      self.heard = heard
      self.seconds = seconds
      self.work = work
    }
  }

  /// Files by what became of them between two states of the folder.
  public struct Changes: Hashable, Sendable, Codable {
    public var added: [String]
    public var changed: [String]
    public var withdrawn: [String]
    /// How many more there are than are named.
    public var unnamed: Int

    /// - Parameter most: how many files are named.
    public init(from before: [Job.File], to after: [Job.File], naming most: Int = 100) {
      let old = Dictionary(
        before.map { ($0.name, $0.hash) }, uniquingKeysWith: { first, _ in first })
      let names = Set(after.map(\.name))
      added = after.filter { old[$0.name] == nil }.map(\.name).sorted()
      changed = after.filter { old[$0.name] != nil && old[$0.name] != $0.hash }.map(\.name).sorted()
      withdrawn = before.map(\.name).filter { !names.contains($0) }.sorted()
      let all = added.count + changed.count + withdrawn.count
      // The few of a kind are named before the many of another.
      changed = Array(changed.prefix(most))
      withdrawn = Array(withdrawn.prefix(most - changed.count))
      added = Array(added.prefix(most - changed.count - withdrawn.count))
      unnamed = all - added.count - changed.count - withdrawn.count
    }

    public var isEmpty: Bool { added.isEmpty && changed.isEmpty && withdrawn.isEmpty }
  }
}
