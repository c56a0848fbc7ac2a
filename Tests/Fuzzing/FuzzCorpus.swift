import Foundation

/// A reader that is fuzzed: of one file's form, or of a whole round.
public enum FuzzedReader: String, CaseIterable, Sendable, Codable {
  case separated, xlsx, ods, yaml, json, round

  /// By a file's ending; nil for what is none of the readers'.
  init?(ending: String) {
    switch ending {
    case "csv", "tsv": self = .separated
    case "xlsx", "xlsm": self = .xlsx
    case "ods": self = .ods
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    default: return nil
    }
  }

  /// The endings of names under which its files are read.
  var endings: [String] {
    switch self {
    case .separated: ["csv", "tsv", "csv", "txt"]
    case .xlsx: ["xlsx", "xlsm", "xlsx", "csv"]
    case .ods: ["ods", "ods", "xlsx"]
    case .yaml: ["yaml", "yml", "yaml", "dat"]
    case .json: ["json", "json", "yaml", "dat"]
    case .round: []
    }
  }
}

/// Sound and faulty files that damage starts from.
public struct FuzzCorpus: Sendable {
  struct File: Sendable {
    var name: String
    var bytes: [UInt8]
    /// A workbook taken apart.
    var package: Package?
  }

  private(set) var files: [FuzzedReader: [File]] = [:]
  /// The files of whole rounds.
  private(set) var rounds: [[File]] = []

  /// Larger files make slow cases and no better ones.
  private static let mostBytes = 1 << 20

  /// The files of this repository: the malformed ones, the golden rounds and the samples, and those in further folders.
  public init(more: [URL] = []) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for folder in ["Tests/Corpus", "Tests/Corpus/workbooks", "Tests/Offices"] {
      try addFiles(in: root.appending(path: folder))
    }
    for folder in ["Tests/Rounds", "Models/rounds"] {
      let url = root.appending(path: folder)
      for name in try Self.names(in: url) { try addRound(in: url.appending(path: name)) }
    }
    for folder in more { try addFiles(in: folder) }
  }

  func of(_ reader: FuzzedReader) -> [File] { files[reader] ?? [] }

  private static func names(in folder: URL) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// `Data(contentsOf:)` leaks where a file is empty.
  private static func bytes(of url: URL) throws -> [UInt8] {
    [UInt8](try FileHandle(forReadingFrom: url).readToEnd() ?? Data())
  }

  private mutating func addFiles(in folder: URL) throws {
    for name in try Self.names(in: folder) {
      let url = folder.appending(path: name)
      guard let reader = FuzzedReader(ending: url.pathExtension.lowercased()) else { continue }
      let bytes = try Self.bytes(of: url)
      if bytes.count <= Self.mostBytes { add(name, bytes, reader) }
    }
  }

  private mutating func addRound(in folder: URL) throws {
    var round: [File] = []
    for name in try Self.names(in: folder) where name != "expected.json" {
      let url = folder.appending(path: name)
      guard let reader = FuzzedReader(ending: url.pathExtension) else { continue }
      let bytes = try Self.bytes(of: url)
      round.append(add(name, bytes, reader))
      guard reader == .separated else { continue }
      // The same table as a document, so that damage meets records there too.
      let (json, yaml) = Self.documents(of: bytes, kind: name.prefix { $0.isLetter })
      add(name + ".json", Array(json.utf8), .json)
      add(name + ".yaml", Array(yaml.utf8), .yaml)
    }
    if !round.isEmpty { rounds.append(round) }
  }

  @discardableResult
  private mutating func add(_ name: String, _ bytes: [UInt8], _ reader: FuzzedReader) -> File {
    let isWorkbook = reader == .xlsx || reader == .ods
    let file = File(name: name, bytes: bytes, package: isWorkbook ? Package(bytes) : nil)
    files[reader, default: []].append(file)
    return file
  }

  /// The first rows of a table of plain cells as JSON and as YAML.
  private static func documents(of bytes: [UInt8], kind: Substring) -> (json: String, yaml: String)
  {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(12)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let head = lines.first ?? []
    let records = lines.dropFirst().map { cells in
      zip(head, cells).filter { !$0.1.isEmpty }.map {
        (key: $0.0, value: Double($0.1) == nil ? "\"\($0.1.filter { $0 != "\"" })\"" : $0.1)
      }
    }
    let json = records.map { fields in
      "{" + fields.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
    }
    let yaml = records.map { fields in
      "- " + fields.map { "\($0.key): \($0.value)" }.joined(separator: "\n  ")
    }
    return (
      "{\"\(kind)\": [\n" + json.joined(separator: ",\n") + "\n]}\n",
      "\(kind):\n" + yaml.joined(separator: "\n") + "\n"
    )
  }
}
