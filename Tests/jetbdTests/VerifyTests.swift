import Foundation
import Plans
import Proof
import Records
import Reports
import TestSupport
import Testing

@testable import Worker

/// `jetbd verify` on run folders, whole and tampered with.
@Suite("Verifying a run", .serialized)
struct VerifyTests {
  private func planned(_ name: String, in folder: URL) async throws -> URL {
    let out = folder.appending(path: "run")
    let run = try await Tool.run("plan", RoundFolder.golden(named: name).path, "--out", out.path)
    #expect(run.status == 0 || run.status == 3, "\(run.errors)")
    return out
  }

  /// Writes the sums anew, as somebody would who knows of them.
  private func sum(_ run: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: run.path)
      .filter { !["inputs", "reviewed", CheckSums.name].contains($0) }
      .map {
        RunFile(name: $0, bytes: [UInt8](try Data(contentsOf: run.appending(path: $0))))
      }
    try Data(CheckSums.file(of: files).bytes).write(to: run.appending(path: CheckSums.name))
  }

  private func told(_ findings: [Finding]) -> String {
    findings.map { "\($0.file), \($0.at): \($0.message.en)" }.joined(separator: "\n")
  }

  @Test(arguments: ["tiny", "communities", "conflict"])
  func whatWasWrittenHolds(name: String) async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned(name, in: folder)
      for arguments in [
        ["verify", out.path], ["verify", out.path, "--again", "--language", "zh"],
      ] {
        let run = try await Tool.run(arguments)
        #expect(run.status == 0, "\(run.output)\(run.errors)")
      }
      let sums = try await Tool.start("sh", "-c", "cd '\(out.path)' && sha256sum -c SHA256SUMS")
      #expect(sums.status == 0, "\(sums.output)")
    }
  }

  @Test func programsReadWhatWasFound() async throws {
    struct Answer: Decodable {
      struct Finding: Decodable {
        var file: String
      }

      var verified: Bool
      var findings: [Finding]
    }

    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned("tiny", in: folder)
      func ask() async throws -> (Int32, Answer) {
        let run = try await Tool.run("verify", out.path, "--json")
        return (run.status, try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)))
      }
      var (status, answer) = try await ask()
      #expect(status == 0 && answer.verified && answer.findings.isEmpty)
      try Data("<p>all is well</p>".utf8).write(to: out.appending(path: "report.html"))
      (status, answer) = try await ask()
      #expect(status == 1 && !answer.verified)
      #expect(answer.findings.contains { $0.file == "report.html" })
    }
  }

  @Test func aFolderThatIsNoRunIsUsage() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let run = try await Tool.run("verify", folder.path)
      #expect(run.status == 2)
    }
  }

  /// One byte of any file of the run, a file that is gone, one too many.
  @Test func everyChangedFileIsNamed() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned("tiny", in: folder)
      let manager = FileManager.default
      for name in try manager.contentsOfDirectory(atPath: out.path) where name != "inputs" {
        let path = out.appending(path: name)
        let original = try Data(contentsOf: path)
        var damaged = original
        damaged[original.count / 2] ^= 1
        for bytes in [damaged, original.dropLast(), original + Data("\n".utf8)] {
          try Data(bytes).write(to: path)
          let found = try verifyRun(out.path).findings
          #expect(found.contains { $0.file == name || $0.message.en.contains(name) }, "\(name)")
        }
        try manager.removeItem(at: path)
        if name == "plans.json" {
          #expect(throws: FinishedRun.Failure.self) { try verifyRun(out.path) }
        } else {
          #expect(
            try verifyRun(out.path).findings.contains {
              $0.file == name || $0.message.en.contains(name)
            }, "\(name) gone")
        }
        try original.write(to: path)
      }
      try Data("x".utf8).write(to: out.appending(path: "plan-Z.tickets.csv"))
      #expect(try verifyRun(out.path).findings.map(\.file) == ["plan-Z.tickets.csv"])
    }
  }

  /// Every kind of value in `plans.json`, one of each changed, its sum put right: named, by its place where it is no part of the
  /// proof.
  @Test func everyChangedFieldOfThePlansIsFound() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned("tiny", in: folder)
      let path = out.appending(path: "plans.json")
      let original = try Data(contentsOf: path)
      let leaves = try JSONLeaves(original)
      #expect(leaves.kinds.count > 60)
      for leaf in leaves.oneOfEachKind {
        try leaves.changing(leaf).write(to: path)
        try sum(out)
        let result = try verifyRun(out.path, again: true)
        #expect(
          result.findings.contains {
            $0.file == "plans.json" || $0.message.en.contains("plans.json")
          },
          "\(leaf.path): \(told(result.findings))")
      }
    }
  }

  /// The same for the proof, without planning again.
  @Test func everyChangedFieldOfTheCertificateIsFound() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned("tiny", in: folder)
      let path = out.appending(path: "certificate.json")
      let leaves = try JSONLeaves(try Data(contentsOf: path))
      for leaf in leaves.oneOfEachKind {
        try leaves.changing(leaf).write(to: path)
        let found = try verifyRun(out.path).findings
        #expect(
          found.contains { $0.file == "certificate.json" || $0.message.en.contains("certificate") },
          "\(leaf.path): \(told(found))")
      }
    }
  }

  /// Money moved from one ticket to another, with totals, pairings, figures, tables, report, selection and sums told to match.
  @Test func aTicketChangedWithEverythingThatTellsOfItIsFound() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned("plain", in: folder)
      let run = try FinishedRun(folder: out.path)
      var document = run.plans
      let place = try #require(document.plans.firstIndex { $0.id == "A" })
      // The same share less of every ticket, so that all sums are right again by the same share.
      let factor = 0.5
      document.plans[place].scale(by: factor)
      for file in try runFiles(plans: document, round: run.round, inputs: run.inputs) {
        try Data(file.bytes).write(to: out.appending(path: file.name))
      }
      try sum(out)
      var found = try verifyRun(out.path).findings
      let ticket = document.plans[place].tickets[0]
      #expect(
        found.contains { $0.at == "plan A, ticket \(ticket.offer) → \(ticket.proposal)" },
        "\(told(found))")

      // With the certificate's selection scaled too, what the stages reached is missed.
      var certificate = try JSONDecoder().decode(
        Certificate.self, from: Data(contentsOf: out.appending(path: "certificate.json")))
      let proof = try #require(certificate.plans.firstIndex { $0.plan == "A" })
      certificate.plans[proof].selected.money =
        certificate.plans[proof].selected.money.mapValues { $0.mapValues { $0 * factor } }
      try Data(jsonText(certificate)).write(to: out.appending(path: "certificate.json"))
      try sum(out)
      found = try verifyRun(out.path).findings
      #expect(
        found.contains { $0.at == "plan A, selection" && $0.message.en.contains("benefit") },
        "\(told(found))")
    }
  }

  /// An input with its hash and everything that names it.
  @Test func anInputChangedWithItsHashIsFound() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned("plain", in: folder)
      var inputs = try JSONDecoder().decode(
        InputsDocument.self, from: Data(contentsOf: out.appending(path: "inputs.json")))
      let place = try #require(inputs.files.firstIndex { $0.name == "proposals.csv" })
      let kept = out.appending(path: "inputs")
      let old = kept.appending(path: inputs.files[place].hash.digits)
      let text = String(decoding: try Data(contentsOf: old), as: UTF8.self)
      var lines = text.split(whereSeparator: \.isNewline).map(String.init)
      let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
      let need = try #require(columns.firstIndex(of: "need"))
      try #require(lines.count > 4)
      for row in 1...3 {
        var cells = lines[row].split(separator: ",", omittingEmptySubsequences: false)
          .map(String.init)
        cells[need] = "\(try #require(Double(cells[need])) / 2)"
        lines[row] = cells.joined(separator: ",")
      }
      let bytes = [UInt8](lines.joined(separator: "\n").utf8)
      let hash = ContentHash(of: bytes)
      try Data(bytes).write(to: kept.appending(path: hash.digits))
      inputs.files[place].hash = hash
      inputs.files[place].size = bytes.count
      try Data(jsonText(inputs)).write(to: out.appending(path: "inputs.json"))
      try sum(out)
      let found = try verifyRun(out.path).findings
      #expect(found.contains { $0.file == "certificate.json" }, "\(told(found))")

      // The bytes alone: their name no longer is their hash.
      try Data("other".utf8).write(to: kept.appending(path: hash.digits))
      #expect(told(try verifyRun(out.path).findings).contains(hash.digits))
    }
  }

  @Test func aRunWithAnotherNameIsFound() async throws {
    try await RoundFolder.inTemporaryFolder { folder in
      let out = try await planned("tiny", in: folder)
      let digits = try FinishedRun(folder: out.path).inputs.runDigits
      for (name, holds) in [
        ("20261124T093000Z-\(digits)", true), ("20261124T093000Z-00000000", false),
      ] {
        let named = folder.appending(path: name)
        try FileManager.default.copyItem(at: out, to: named)
        #expect(try verifyRun(named.path).findings.isEmpty == holds)
      }
    }
  }
}

extension Plan {
  /// Every amount times `factor`, in whole units, and every figure by the same share.
  fileprivate mutating func scale(by factor: Double) {
    func units(_ amount: Double) -> Double { (amount * factor * 1e6).rounded(.down) / 1e6 }
    for place in tickets.indices {
      tickets[place].byYear = tickets[place].byYear.mapValues(units)
      tickets[place].amount =
        (tickets[place].byYear.values.reduce(0, +) * 1e6).rounded() / 1e6
    }
    for place in pairings.indices {
      pairings[place].amount *= factor
      pairings[place].benefit *= factor
    }
    scorecard.benefit *= factor
    scorecard.invested *= factor
  }
}

/// The values of a JSON document, by their paths.
private struct JSONLeaves {
  struct Leaf {
    var path: String
    /// The path without places in lists.
    var kind: String
  }

  private let root: Any
  private(set) var all: [Leaf] = []

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data, options: [.mutableContainers])
    collect(root, "", "")
  }

  var kinds: Set<String> { Set(all.map(\.kind)) }

  /// The middle one of each kind.
  var oneOfEachKind: [Leaf] {
    Dictionary(grouping: all, by: \.kind).sorted { $0.key < $1.key }.map {
      $0.value[$0.value.count / 2]
    }
  }

  private mutating func collect(_ value: Any, _ path: String, _ kind: String) {
    switch value {
    case let object as [String: Any]:
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        collect(value, path + "/" + key, kind + "/" + key)
      }
    case let list as [Any]:
      for (place, value) in list.enumerated() { collect(value, path + "/\(place)", kind + "/*") }
    default: all.append(Leaf(path: path, kind: kind))
    }
  }

  /// The document with another value there.
  func changing(_ leaf: Leaf) throws -> Data {
    let changed = change(
      root, leaf.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)[...])
    return try JSONSerialization.data(
      withJSONObject: changed, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
  }

  private func change(_ value: Any, _ path: ArraySlice<Substring>) -> Any {
    guard let key = path.first else { return other(value) }
    if var object = value as? [String: Any], let own = object[String(key)] {
      object[String(key)] = change(own, path.dropFirst())
      return object
    }
    if var list = value as? [Any], let place = Int(key) {
      list[place] = change(list[place], path.dropFirst())
      return list
    }
    return value
  }

  private func other(_ value: Any) -> Any {
    switch value {
    case let number as NSNumber:
      if isBoolean(number) { return !number.boolValue }
      return number.doubleValue == number.doubleValue.rounded() && abs(number.doubleValue) < 1e4
        ? number.doubleValue + 1 : number.doubleValue * 1.01
    case let text as String: return text + "x"
    default: return 1
    }
  }

  private func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
