import Records
import Testing

@testable import Intake

/// Files damaged at random never stop the reading, and what is wrong with them is always said.
@Suite struct DamagedFileTests {
  static let policy =
    "policy:\n  years: [2026, 2028]\n  fixed_pairs:\n  - {donor: D1, recipient: R1, amount: 3}\n"
  static let json =
    "{\"offers\": [{\"id\": \"O9\", \"donor\": \"D1\", \"2026\": 1.5e1}], \"links\": []}\n"

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func alwaysAnswers(seed: UInt64) {
    var random = SplitMix(state: seed)
    var whole = Sample.files().mapValues { Array($0.utf8) }
    whole["policy.yaml"] = Array(Self.policy.utf8)
    whole["more.json"] = Array(Self.json.utf8)
    for _ in 0..<40 {
      var files = whole
      for name in files.keys.sorted() where Bool.random(using: &random) {
        files[name] = damaged(files[name] ?? [], &random)
      }
      let reading = readRound(
        named: "damaged", files: files.map { Sample.file($0.key, $0.value) },
        inForce: whole.map { InForceFile(file: Sample.file($0.key, $0.value), keys: nil) })
      #expect(reading.files.count == files.count)
      #expect(reading.records != nil || reading.reason != nil, "seed \(seed)")
      for file in reading.files where file.state == .rejected || file.state == .acceptedInPart {
        let said = reading.problems.contains { problem in
          ([problem.origin] + problem.others).contains { $0.file == file.name }
        }
        #expect(said, "seed \(seed): nothing is said about \(file.name)")
      }
    }
  }

  private func damaged(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(",;\n\t\":-%[{".utf8.randomElement(using: &random) ?? 0x2C, at: at)
      case 3: bytes = Array(bytes.prefix(at))
      case 4: bytes.insert(contentsOf: "9e99".utf8, at: at)
      default: bytes.insert(contentsOf: bytes[at..<min(at + 20, bytes.count)], at: at)
      }
    }
    return bytes
  }
}
