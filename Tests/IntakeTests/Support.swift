import Foundation
import Records

@testable import Intake

/// Reads rounds that are written in the test itself.
enum Sample {
  static func file(_ name: String, _ bytes: [UInt8]) -> InputFile {
    InputFile(name: name, hash: ContentHash(of: bytes), bytes: bytes)
  }

  static func file(_ name: String, _ text: String) -> InputFile { file(name, Array(text.utf8)) }

  static func read(_ files: [String: String], inForce: [InForceFile] = []) -> Reading {
    readRound(
      named: "sample", files: files.map { file($0.key, $0.value) }, inForce: inForce)
  }

  /// A small round without a fault: one file of each kind, by the kind's name.
  static let round: [String: String] = [
    "regions": """
    code,name,name_zh,need_weight
    R1,Region One,一区,3
    R2,Region Two,二区,5
    D1,Donor One,甲省,
    D2,Donor Two,乙省,

    """,
    "links": "donor,recipient,coal_mt\nD1,R1,10\nD2,R2,20\n",
    "offers": "id,donor,2026,2027,2028\nO1,D1,100,100,100\nO2,D2,50,50,50\n",
    "proposals": """
    id,recipient,sector,need,jobs
    P1,R1,wind,40,100
    P2,R2,solar,60,200

    """,
  ]

  /// The files of the small round, without some kinds.
  static func files(without kinds: Set<String> = []) -> [String: String] {
    var files: [String: String] = [:]
    for (kind, text) in round where !kinds.contains(kind) { files["round-\(kind).csv"] = text }
    return files
  }
}

extension Reading {
  func state(_ name: String) -> FileState? { files.first { $0.name == name }?.state }
  func kinds(_ severity: Problem.Severity = .problem) -> [String] {
    problems.filter { $0.severity == severity }.map(\.kind)
  }
}
